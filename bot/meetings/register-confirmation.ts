/**
 * A whole confirmation from another system or the tab: the placement is kept, its meetings wait for a time, and the
 * convenor hears of it the same day. The same one again finds the same case.
 */
import { randomUUID } from 'node:crypto'
import type { Door } from '../../shared/placement/draft.ts'
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementNeeds } from '../../shared/placement/placement-needs.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { FamilyId } from '../../shared/placement/siblings.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { callLaterMeeting, reportsNews, type Reported } from './call-later-meeting.ts'
import { changesIn } from './changed-fields.ts'
import { withSiblingsAnew } from './families.ts'
import { meetingToArrange } from './meetings-of-plan.ts'
import { showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type PlannedJob, type Ports } from './ports.ts'
import { proposeChange } from './propose-change.ts'
import { makePlan, withTenancy } from './make-plan.ts'
import { delegateJobs } from './tell-no-delegate.ts'

export type Registered = { placement: Placement; meetings: PlanningMeeting[]; isNew: boolean; changes: string[] }
export type RegisterRefusal = 'mayNotConfirm' | 'beyondBankHolidays' | 'placementOff'

/** The plan alone; nothing is kept. */
export async function planOnly(
  confirmation: PlacementConfirmation,
  ports: Ports,
  needs?: PlacementNeeds,
): Promise<Result<{ confirmation: PlacementConfirmation; plan: Plan }, RegisterRefusal>> {
  const looked = (await withTenancy(confirmation, ports)) as PlacementConfirmation
  const made = makePlan(looked, ports, needs)
  return made.ok ? ok({ confirmation: looked, plan: made.plan }) : refuse('beyondBankHolidays', made.why)
}

export async function registerConfirmation(
  confirmation: PlacementConfirmation,
  by: Reader,
  door: Door,
  ports: Ports,
): Promise<Result<Registered, RegisterRefusal>> {
  if (!mayConfirm(by)) return refuse('mayNotConfirm')
  const known = await find(confirmation, ports)
  if (known) {
    if (confirmation.trigger && known.placement.cancelled) return refuse('placementOff')
    if (confirmation.trigger) {
      const planned = await planOnly(confirmation, ports, known.placement.needs)
      return planned.ok ? reportedOn(known, planned.value.confirmation as Reported, by, ports) : planned
    }
    const reported = { fields: confirmation, source: null, by }
    return ok({ ...known, placement: await proposeChange(known.placement, reported, ports) })
  }
  // What was brought in before, by chat or as a record, becomes this placement too.
  const draft = await ports.store.draftFor(confirmation.caseReference, confirmation.placementReference)
  const before = draft?.state === 'open' ? draft : null
  const planned = await planOnly(confirmation, ports, before?.needs)
  if (!planned.ok) return planned
  const { plan } = planned.value
  const now = ports.clock.now()
  const confirmed: Placement = {
    id: randomUUID() as PlacementId,
    version: 0,
    pack: plan.pack,
    packVersion: plan.packVersion,
    confirmation: planned.value.confirmation,
    ...(before?.needs && { needs: before.needs }),
    family: before?.family ?? (randomUUID() as FamilyId),
    plan,
    ...(before?.messages && { messages: before.messages }),
    confirmedVia: door,
    source: before?.source ?? null,
  }
  const placement = withSiblingsAnew(confirmed, ports)
  const meetings: PlanningMeeting[] = []
  for (const meetingPlan of plan.meetings) meetings.push(await meetingToArrange(meetingPlan, placement.id, ports))
  try {
    const saved = await ports.store.save({
      ...(before && { draft: { ...before, state: 'confirmed' as const, placementId: placement.id } }),
      placement,
      meetings,
      jobs: [
        ...(meetings.length === 0 ? showPlacementJobs(placement.id) : []),
        ...meetings.map(({ id }): PlannedJob => ({ job: { name: 'showMeeting', meetingId: id } })),
        ...delegateJobs(plan, null, { of: 'placement', id: placement.id }, now),
      ],
      audit: [{ at: now, by: by.objectId, did: 'placementConfirmed', placementId: placement.id, detail: { door } }],
    })
    return ok({ placement: saved.placement!, meetings: saved.meetings, isNew: true, changes: [] })
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    const there = await find(confirmation, ports)
    if (!there) throw error
    return ok(there)
  }
}

/** What is reported of a placement that is there: a meeting more, or, reported once already, the case as it stands. */
async function reportedOn(
  known: Registered,
  reported: Reported,
  by: Reader,
  ports: Ports,
): Promise<Result<Registered, RegisterRefusal>> {
  if (!reportsNews(reported, known.placement, known.meetings)) return ok(known)
  try {
    const called = await callLaterMeeting(reported, known.placement, by, ports)
    if (!called.ok) return called
    const { placement, meetings } = called.value
    return ok({ placement, meetings, isNew: true, changes: [] })
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return ok((await find(reported, ports)) ?? known)
  }
}

async function find(confirmation: PlacementConfirmation, { store }: Ports): Promise<Registered | null> {
  const placement = await store.placementFor(confirmation.caseReference, confirmation.placementReference)
  if (!placement) return null
  return {
    placement,
    meetings: await store.meetingsOf(placement.id),
    isNew: false,
    changes: changesIn(placement.confirmation, confirmation),
  }
}
