import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { useEffect, useRef } from 'react'
import { useShown } from '../minutes/use-session.ts'
import type { MinutesSession } from '../minutes/minutes-session.ts'
import { listed } from '../../shared/people/who-is-told.ts'
import { useTab } from '../tab-context.ts'

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

/** Who else has this record open just now; said aloud when somebody comes or goes. */
export function PresentPeople({ session }: { session: MinutesSession }) {
  const styles = useStyles()
  const { present } = useShown(session)
  useComingsAndGoings(present.map(({ name }) => name))
  if (present.length === 0) return null
  return (
    <span className={styles.here}>
      <PeopleRegular aria-hidden />
      With {present.map(({ name }) => name).join(', ')}
    </span>
  )
}

function useComingsAndGoings(names: string[]) {
  const { announce } = useTab()
  const before = useRef<string[]>([])
  useEffect(() => {
    const came = names.filter((name) => !before.current.includes(name))
    const went = before.current.filter((name) => !names.includes(name))
    before.current = names
    const said = [came.length > 0 && `${listed(came)} joined`, went.length > 0 && `${listed(went)} left`].filter(
      Boolean,
    )
    if (said.length > 0) announce(said.join('. '))
  })
}
