/**
 * A placement that was queried instead of scheduled is put right by whoever may confirm it, or left without a meeting: on
 * its card, in Planning, or by another system. Where the answers leave nothing open its meeting waits for a time from
 * then on, and whoever convenes it is told.
 */
import { mayConfirm, maySeeCase, type Reader } from '../../shared/people/permissions.ts'
import type { PlacementId } from '../../shared/meeting/planning-meeting.ts'
import { refuse, ok, type Result } from '../../shared/result.ts'
import { answeredPlan } from './answered-plan.ts'
import type { Case, PlacementRefusal } from './cancel-placement.ts'
import { showJob, showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type Ports } from './ports.ts'
import { delegateJobs } from './tell-no-delegate.ts'

export type CaseAnswers = {
  placementId: PlacementId
  /** Of the placement, as the card or page showed it. */
  version: number
  answers: Record<string, string>
}
export type CaseAnswerRefusal =
  Exclude<PlacementRefusal, 'reasonMissing'> | 'placementOff' | 'answerNotUnderstood' | 'beyondBankHolidays'

export async function answerCase(
  { placementId, version, answers }: CaseAnswers,
  by: Reader,
  ports: Ports,
): Promise<Result<Case, CaseAnswerRefusal>> {
  const { store, clock } = ports
  const before = await store.placement(placementId)
  const meetings = before ? await store.meetingsOf(before.id) : []
  if (!before || !maySeeCase(by, before, meetings)) return refuse('gone')
  if (!mayConfirm(by)) return refuse('mayNotConfirm')
  if (before.cancelled) return refuse('placementOff')
  if (before.version !== version) return refuse('stale')
  const answered = await answeredPlan(before, answers, ports)
  if (!answered.ok) return answered
  const { placement, followed } = answered.value
  const now = clock.now()
  const decided = placement.confirmation.choices?.queried?.meeting
  try {
    const saved = await store.save({
      placement,
      meetings: followed,
      jobs: [
        ...followed.map(({ id }) => showJob(id)),
        ...showPlacementJobs(placement.id),
        ...delegateJobs(placement.plan, before.plan, { of: 'placement', id: placement.id }, now),
      ],
      audit: [
        {
          at: now,
          by: by.objectId,
          did: 'questionsAnswered',
          placementId: placement.id,
          detail: { questions: Object.keys(answers).length, ...(decided && { queried: decided }) },
        },
      ],
    })
    return ok({ placement: saved.placement!, meetings: await store.meetingsOf(placement.id) })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
