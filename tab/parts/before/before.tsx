/** Before the meeting: what is missing comes first, then who comes and what has to be ready. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { agendaInUse } from '../../../shared/agenda/agenda-in-use.ts'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { NO_MINUTES } from '../../../shared/record/minutes.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { AgendaFit } from '../agenda-fit.tsx'
import { CaseMatters } from '../case/case-matters.tsx'
import { AgendaAhead } from './agenda-ahead.tsx'
import { ChangeMeeting } from './change-meeting.tsx'
import { ChooseTime } from './choose-time.tsx'
import { Concerns } from './concerns.tsx'
import { Contributions } from './contributions.tsx'
import { Documents } from './documents.tsx'
import { DueDates } from './due-dates.tsx'
import { MyAnswer } from './my-answer.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { Pending } from './pending.tsx'
import { People } from './people.tsx'
import { ProposedItems } from './proposed-items.tsx'
import { Warnings } from './warnings.tsx'
import { SourceGuidance } from './source-guidance.tsx'
import { WhereAndWhen } from './where-and-when.tsx'

/** What every part that changes a meeting gets. */
export type MeetingProps = {
  view: MeetingView
  now: Instant
  onChanged: (answer: MeetingAnswer) => void
  onStale: () => void
}

const useStyles = makeStyles({
  before: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    paddingBottom: tokens.spacingVerticalXXL,
    '@media (min-width: 960px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

type BeforeProps = MeetingProps & {
  placement: CaseView
  /** For whoever may put the agenda in order: in the place of the one that is only read, and what of it does not fit. */
  agenda?: ReactNode
  fit?: ReactNode
}

export function Before({ agenda, fit, placement, ...props }: BeforeProps) {
  const styles = useStyles()
  const { view } = props
  const { may } = view
  const minutes = view.minutes ?? NO_MINUTES
  return (
    <div className={styles.before}>
      <div className={styles.column}>
        <CaseMatters placement={placement} onDone={props.onStale} />
        <Concerns {...props} />
        {may.answerQuestions && view.questions.length > 0 && <OpenQuestions {...props} />}
        {may.schedule && view.questions.length === 0 && (
          <ChooseTime {...props} fit={fit ?? <AgendaFit view={view} named />} />
        )}
        {may.answerInvitation && <MyAnswer {...props} />}
        <Warnings warnings={view.warnings} />
        <Pending {...props} />
        <People {...props} />
        <Contributions {...props} />
        <ChangeMeeting {...props} placement={placement} />
        <ProposedItems {...props} />
        {agenda ?? (
          <AgendaAhead
            view={view}
            agenda={agendaInUse(view.agenda, minutes)}
            durationMinutes={view.durationMinutes}
            minutes={minutes}
          />
        )}
      </div>
      <div className={styles.column}>
        <WhereAndWhen view={view} />
        <DueDates view={view} now={props.now} />
        <Documents {...props} />
        <SourceGuidance guidance={view.guidance} />
      </div>
    </div>
  )
}
