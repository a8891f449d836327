/**
 * A placement officer takes a reported change over, or leaves everything as it was. The plan is worked out anew; a
 * meeting that has a time keeps it until somebody moves it, and Outlook is brought in step with who comes and where.
 */
import { mayConfirm, maySeeCase, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { withSiblingsAnew } from './families.ts'
import { layPlanOver } from './lay-plan-over.ts'
import { planCase } from './make-plan.ts'
import { diariesToRead } from './offer-times.ts'
import { inStepJob, showJob, showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, TimeTaken, type Hold, type Ports, type Saved } from './ports.ts'

export type SettleRefusal = 'gone' | 'mayNotConfirm' | 'stale' | 'beingArranged' | 'beyondBankHolidays'
export type Settled = { placement: Placement; meetings: PlanningMeeting[] }

/** `version`: of the placement, as the card or page showed it. */
export async function settleChange(
  { placementId, version, take }: { placementId: PlacementId; version: number; take: boolean },
  by: Reader,
  ports: Ports,
): Promise<Result<Settled, SettleRefusal>> {
  const { store, clock } = ports
  const placement = await store.placement(placementId)
  const meetings = placement ? await store.meetingsOf(placement.id) : []
  if (!placement || !maySeeCase(by, placement, meetings)) return refuse('gone')
  if (!mayConfirm(by)) return refuse('mayNotConfirm')
  if (placement.version !== version || !placement.proposed) return refuse('stale')
  if (take && meetings.some(({ state }) => state === 'arranging')) return refuse('beingArranged')
  const { proposed, ...before } = placement
  const audit = {
    at: clock.now(),
    by: by.objectId,
    did: take ? 'changeTakenOver' : 'changeLeft',
    placementId: placement.id,
    detail: { fields: proposed.changes.length },
  }
  const change = take ? await taken(before, proposed, meetings, by, ports) : ok({ placement: before, meetings: [] })
  if (!change.ok) return change
  const save = (holds: Hold[]) =>
    store.save({
      ...change.value,
      holds,
      jobs: [
        ...showPlacementJobs(placement.id),
        ...[...new Set([...meetings, ...change.value.meetings].map(({ id }) => id))].flatMap((id) => [
          ...(change.value.meetings.some((one) => one.id === id && one.state === 'arranged') ? [inStepJob(id)] : []),
          showJob(id),
        ]),
      ],
      audit: [audit],
    })
  try {
    const saved = await unlessTaken(save, change.value.meetings)
    return ok({ placement: saved.placement!, meetings: await store.meetingsOf(placement.id) })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}

/**
 * Whoever comes now has the time held for them. That another meeting has them then does not undo what has changed: it
 * shows as a clash once Outlook is looked at.
 */
async function unlessTaken(save: (holds: Hold[]) => Promise<Saved>, meetings: PlanningMeeting[]): Promise<Saved> {
  const holds = meetings.flatMap((one) =>
    one.state === 'arranged' ? [{ meetingId: one.id, emails: diariesToRead(one.plan), slots: [one.slot] }] : [],
  )
  try {
    return await save(holds)
  } catch (error) {
    if (!(error instanceof TimeTaken)) throw error
    return save([])
  }
}

async function taken(
  before: Placement,
  proposed: NonNullable<Placement['proposed']>,
  meetings: PlanningMeeting[],
  { objectId }: Reader,
  ports: Ports,
): Promise<Result<Settled, 'beyondBankHolidays'>> {
  const { confirmation, needs = before.needs } = proposed
  const made = planCase(confirmation, before, meetings, ports, needs)
  if (!made.ok) return refuse('beyondBankHolidays', made.why)
  // What was cancelled with the placement is not taken up again: meetings anew take its place.
  const { cancelled, ...kept } = before
  const standing = cancelled ? meetings.filter(({ state }) => state !== 'cancelled') : meetings
  const laying = { by: objectId, now: ports.clock.now() }
  const changed = await layPlanOver(made.plan, standing, before.id, laying, ports)
  const placement = withSiblingsAnew({ ...kept, confirmation, ...(needs && { needs }), plan: made.plan }, ports)
  return ok({ placement, meetings: changed })
}
