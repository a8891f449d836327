import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { useShown } from '../minutes/use-session.ts'
import type { MinutesSession } from '../minutes/minutes-session.ts'

const useStyles = makeStyles({
  here: {
    display: 'none',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    '@media (min-width: 640px)': { display: 'inline-flex' },
  },
})

/** Who else has this record open just now. */
export function PresentPeople({ session }: { session: MinutesSession }) {
  const styles = useStyles()
  const { present } = useShown(session)
  if (present.length === 0) return null
  return (
    <span className={styles.here}>
      <PeopleRegular aria-hidden />
      With {present.map(({ name }) => name).join(', ')}
    </span>
  )
}
