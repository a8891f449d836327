/** Open questions of a confirmed placement are answered: the plan is made anew, and meetings without a time follow it. */
import { applyAnswer } from '../../shared/placement/answers.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import type { Arranged } from './arrange-meeting.ts'
import { followPlan } from './meetings-of-plan.ts'
import { SavedByAnother, type Ports } from './ports.ts'
import { planCase, withTenancy } from './make-plan.ts'

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
  let fields: PartialConfirmation = placement.confirmation
  for (const [id, value] of Object.entries(answers)) {
    if (value.trim() === '') continue
    const applied = applyAnswer(fields, id, value)
    if (!applied.ok) return refuse('answerNotUnderstood', applied.refusal.detail)
    fields = applied.value
  }
  const read = readConfirmationJson(await withTenancy(fields, ports))
  if (!read.ok)
    return refuse('answerNotUnderstood', read.faults.map(({ field, accepted }) => `${field}: ${accepted}`).join('; '))
  const kept = await store.meetingsOf(placement.id)
  const made = planCase(read.value, placement, kept, ports)
  if (!made.ok) return refuse('beyondBankHolidays', made.why)
  const followed = await followPlan(made.plan.meetings, kept, placement.id, ports)
  const asked = followed.some(({ id }) => id === meetingId) ? [] : [meeting]
  try {
    const saved = await store.save({
      placement: { ...placement, confirmation: read.value, plan: made.plan },
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
