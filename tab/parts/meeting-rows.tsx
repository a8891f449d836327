/** The meetings of one group: all of a few; of many, those in view. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { MeetingRow as Row } from '../../shared/meeting/meeting-view.ts'
import { FIRST_PAGE } from '../../shared/meeting/meeting-list.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { MeetingRow } from './meeting-row.tsx'

/** Most people have fewer, and do not wait for what many take. */
const LongList = lazy(() => import('./long-list.tsx'))

const useStyles = makeStyles({
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
})

export type RowsProps = {
  /** Those that have come from the server; there are `count`. */
  rows: Row[]
  count: number
  now: Instant
  /** The one whose next step is the first. */
  primary: string | undefined
  onMore: () => void
}

export function MeetingRows(props: RowsProps) {
  const styles = useStyles()
  const { rows, count, now, primary } = props
  const asTheyAre = (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <MeetingRow key={row.id} row={row} now={now} primary={row.id === primary} />
      ))}
    </ul>
  )
  if (count <= FIRST_PAGE) return asTheyAre
  return (
    <Suspense fallback={asTheyAre}>
      <LongList {...props} />
    </Suspense>
  )
}
