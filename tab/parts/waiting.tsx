import { makeStyles, Spinner, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({ waiting: { padding: tokens.spacingHorizontalXXL } })

/** A whole page that is not there yet, and what it will be. */
export function Waiting({ label }: { label: string }) {
  const styles = useStyles()
  return (
    <main className={styles.waiting}>
      <Spinner label={label} />
    </main>
  )
}
