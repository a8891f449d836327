/** What comes in once people have met: what somebody says of the closed record, and days from which more runs. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { CaseDates } from './case-dates.tsx'
import { LaterWords } from './later-words.tsx'

const useStyles = makeStyles({
  later: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalXXL,
  },
})

export type LaterProps = { view: MeetingView; onChanged: (answer: MeetingAnswer) => void; onStale: () => void }

export default function Later(props: LaterProps) {
  const styles = useStyles()
  const { view } = props
  return (
    <div className={styles.later}>
      {view.state === 'held' && <LaterWords {...props} />}
      {view.caseDates && view.caseDates.asked.length > 0 && <CaseDates {...props} caseDates={view.caseDates} />}
    </div>
  )
}
