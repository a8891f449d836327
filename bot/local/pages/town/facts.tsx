/** Things and what is known of them, in two columns that become one where there is no room. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    ...typographyStyles.body1,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
})

/** A fact without a value is left out. */
export function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) =>
        value ? (
          <Fragment key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  )
}
