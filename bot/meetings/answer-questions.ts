/** Open questions of a confirmed placement are answered: the plan is made anew, and meetings without a time follow it. */
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { answeredPlan } from './answered-plan.ts'
import type { Arranged } from './arrange-meeting.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export type QuestionsRefusal = 'gone' | 'mayNot' | 'stale' | 'answerNotUnderstood' | 'beyondBankHolidays'

export async function answerQuestions(
  { meetingId, version, answers }: { meetingId: MeetingId; version: number; answers: Record<string, string> },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, QuestionsRefusal>> {
  const { store, clock } = ports
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('answerQuestions', by, placement, meeting)) return refuse('mayNot')
  if (meeting.version !== version) return refuse('stale')
  const answered = await answeredPlan(placement, answers, ports)
  if (!answered.ok) return answered
  const { placement: after, followed } = answered.value
  const asked = followed.some(({ id }) => id === meetingId) ? [] : [meeting]
  try {
    const saved = await store.save({
      placement: after,
      meetings: [...followed, ...asked],
      jobs: [...new Set([meetingId, ...followed.map(({ id }) => id)])].map((id) => ({
        job: { name: 'showMeeting', meetingId: id },
        key: `show/${id}`,
      })),
      audit: [
        {
          at: clock.now(),
          by: by.objectId,
          did: 'questionsAnswered',
          placementId: placement.id,
          meetingId,
          detail: { questions: Object.keys(answers).length },
        },
      ],
    })
    return ok({ placement: saved.placement!, meeting: saved.meetings.find(({ id }) => id === meetingId)! })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
