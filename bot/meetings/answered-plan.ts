/** The plan of a case that is known, made anew with answers to what it asks. */
import { applyAnswer } from '../../shared/placement/answers.ts'
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { withSiblingsAnew } from './families.ts'
import { planCase, withTenancy } from './make-plan.ts'
import { followPlan } from './meetings-of-plan.ts'
import type { Ports } from './ports.ts'

/** The placement as it is with the answers, and its meetings that follow; empty answers leave a question open. */
export async function answeredPlan(
  placement: Placement,
  answers: Record<string, string>,
  ports: Ports,
): Promise<
  Result<{ placement: Placement; followed: PlanningMeeting[] }, 'answerNotUnderstood' | 'beyondBankHolidays'>
> {
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
  const kept = await ports.store.meetingsOf(placement.id)
  const made = planCase(read.value, placement, kept, ports)
  if (!made.ok) return refuse('beyondBankHolidays', made.why)
  const followed = await followPlan(made.plan.meetings, kept, placement.id, ports)
  const after = withSiblingsAnew({ ...placement, confirmation: read.value, plan: made.plan }, ports)
  return ok({ placement: after, followed })
}
