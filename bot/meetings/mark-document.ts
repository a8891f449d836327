/** Somebody says of a document whether it is ready for the meeting. */
import { mayPrepare } from '../../shared/agenda/preparation.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { isAllReady, markDocument as mark, type Readiness } from '../../shared/agenda/readiness.ts'
import { ok, refuse } from '../../shared/result.ts'
import { showJob } from './outlook-jobs.ts'
import type { Ports } from './ports.ts'
import { prepare } from './prepare.ts'

export const markDocument = (
  { meetingId, document, is }: { meetingId: MeetingId; document: string; is: Readiness | null },
  by: Reader,
  ports: Ports,
) =>
  prepare(meetingId, by, ports, ({ meeting, placement }) => {
    if (!mayPrepare(by, placement, meeting)) return refuse('mayNot')
    const marked = mark(meeting, document, is, by.name, ports.clock.now())
    if (!marked.ok) return marked
    // Cards say only whether all are ready, so that one mark among many redraws none.
    const turned = isAllReady(marked.value) !== isAllReady(meeting)
    return ok({
      meeting: marked.value,
      did: 'documentMarked',
      detail: { document, is },
      ...(turned && { jobs: [showJob(meetingId)] }),
    })
  })
