import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import type { ApiRefusal } from '../api.ts'

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    ...typographyStyles.body1,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

/** Why a press did nothing, where it was pressed. */
export function RefusalNotice({ refusal }: { refusal: ApiRefusal | null }) {
  const styles = useStyles()
  return (
    refusal && (
      <div className={styles.notice} role="alert">
        <ErrorCircleRegular className={styles.icon} aria-hidden />
        <span>{refusal.message}</span>
      </div>
    )
  )
}
