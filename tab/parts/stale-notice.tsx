import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { ApiRefusal } from '../api.ts'
import { RetryButton } from './retry-button.tsx'

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    ...typographyStyles.body1,
  },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
})

/** What is shown may be old, since asking again failed; it stays on the page all the same. */
export function StaleNotice({ refusal, onRetry }: { refusal: ApiRefusal | null; onRetry: () => void }) {
  const styles = useStyles()
  return (
    refusal && (
      <div className={styles.notice} role="status">
        <WarningRegular className={styles.icon} aria-hidden />
        <span>{refusal.message} What you see is as it was before.</span>
        <RetryButton refusal={refusal} onRetry={onRetry} />
      </div>
    )
  )
}
