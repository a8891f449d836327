import { makeStyles, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { Warning } from '../../../shared/meeting/plan.ts'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, listStyleType: 'none', padding: 0 },
  warning: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

export function Warnings({ warnings }: { warnings: Warning[] }) {
  const styles = useStyles()
  if (warnings.length === 0) return null
  return (
    <Section title="To bear in mind">
      <ul className={styles.list}>
        {warnings.map(({ id, text }) => (
          <li key={id} className={styles.warning}>
            <WarningRegular className={styles.icon} aria-hidden />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
