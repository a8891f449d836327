import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  mark: {
    width: '36px',
    height: '36px',
    flexShrink: 0,
    color: tokens.colorBrandForeground1,
    '@media (max-width: 720px)': { width: '28px', height: '28px' },
  },
  house: { fill: tokens.colorNeutralBackground3 },
})

/** A few roofs: the town's own sign, so that nobody takes it for the real thing. */
export function TownMark() {
  const styles = useStyles()
  return (
    <svg className={styles.mark} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="8" fill="currentColor" />
      <path d="M6 28V17l6-5 6 5v11z" className={styles.house} />
      <path d="M18 28V13l6-5 6 5v15z" className={styles.house} opacity=".75" />
      <rect x="10.5" y="21" width="3" height="7" fill="currentColor" />
      <rect x="22.5" y="16" width="3" height="3.5" fill="currentColor" />
      <rect x="22.5" y="22" width="3" height="3.5" fill="currentColor" />
    </svg>
  )
}
