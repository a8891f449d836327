/** After the meeting: what is missing first, then closing, and what was agreed to read back. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { gapsIn, type Gap } from '../../../shared/record/minutes-gaps.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { ChildsSummary } from './childs-summary.tsx'
import { CloseRecord } from './close-record.tsx'
import { Positions } from './positions.tsx'
import { ReadBack } from './read-back.tsx'
import { WhatFollows } from './what-follows.tsx'

const useStyles = makeStyles({
  after: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    paddingBottom: tokens.spacingVerticalXXL,
    '@media (min-width: 960px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

type Props = { now: Instant; onJump: (gap: Gap) => void; onClosed: () => void }

export function After({ now, onJump, onClosed }: Props) {
  const styles = useStyles()
  const { view } = useWriting()
  const minutes = useMinutes()
  // What was read back is answered on this page; everything else during the meeting.
  const jump = (gap: Gap) => {
    if (gap.at.kind !== 'position') return onJump(gap)
    const place = document.querySelector(`[data-place="position:${CSS.escape(gap.at.id)}"]`)
    place?.querySelector('textarea')?.focus()
  }
  return (
    <div className={styles.after}>
      <CloseRecord gaps={gapsIn(view, minutes)} now={now} onJump={jump} onClosed={onClosed} />
      <div className={styles.column}>
        <ReadBack view={view} minutes={minutes} />
        <Positions />
        <ChildsSummary />
        <WhatFollows view={view} minutes={minutes} />
      </div>
    </div>
  )
}
