import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    marginInlineStart: tokens.spacingHorizontalS,
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
})

/** Marks an agenda item that is taken without the family. */
export function ForProfessionals() {
  const styles = useStyles()
  return (
    <span className={styles.mark}>
      <LockClosedRegular aria-hidden />
      Professionals only
    </span>
  )
}
