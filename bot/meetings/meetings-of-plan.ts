/** Meetings as they are kept, from meetings as they are planned; and which of those kept a new plan speaks of. */
import { randomUUID } from 'node:crypto'
import type { MeetingPlan } from '../../shared/meeting/plan.ts'
import type { MeetingId, OfferedSlot, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { isSameMeeting, onlyOne } from '../../shared/meeting/same-meeting.ts'
import { freshRef } from './meeting-ref.ts'
import type { Ports } from './ports.ts'

/** A meeting that waits for its time. */
export async function meetingToArrange(
  plan: MeetingPlan,
  placementId: PlacementId,
  { store }: Pick<Ports, 'store'>,
  offered: OfferedSlot[] = [],
): Promise<PlanningMeeting & { state: 'toArrange' }> {
  return {
    id: randomUUID() as MeetingId,
    ref: await freshRef(store),
    placementId,
    version: 0,
    plan,
    offered,
    answers: {},
    events: [],
    state: 'toArrange',
  }
}

/**
 * A new plan laid over the meetings that are kept: those without a time follow it, and what it adds waits for one. Where
 * the plan brings news, its later meetings are new ones, also beside others that the like has called for.
 */
export async function followPlan(
  plans: MeetingPlan[],
  kept: PlanningMeeting[],
  placementId: PlacementId,
  ports: Pick<Ports, 'store'>,
  bringsNews = false,
): Promise<PlanningMeeting[]> {
  const changed: PlanningMeeting[] = []
  for (const plan of plans) {
    const isNew = bringsNews && !onlyOne(plan)
    const same = isNew ? undefined : kept.find((meeting) => isSameMeeting(plan, meeting))
    if (!same) changed.push(await meetingToArrange(plan, placementId, ports))
    else if (same.state === 'toArrange') changed.push({ ...same, plan, offered: [], ways: [] })
  }
  return changed
}
