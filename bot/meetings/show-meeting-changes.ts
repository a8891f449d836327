/**
 * The job that shows people in Teams how a meeting stands now. A meeting without a time is shown with times to choose
 * from, so that whoever is to arrange it can do so from the card.
 */
import type { DraftId } from '../../shared/placement/draft.ts'
import type { MeetingId, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { countJob, isToBeCounted } from './count-chances.ts'
import { offerTimes } from './offer-times.ts'
import type { Ports } from './ports.ts'

export async function showMeetingChanges(id: MeetingId, ports: Ports): Promise<void> {
  const { store, announcer, clock } = ports
  const found = await store.meeting(id)
  const placement = found && (await store.placement(found.placementId))
  if (!found || !placement) return
  const meeting = await withTimes(found, placement, ports)
  await announcer.showPlacement(placement, await store.meetingsOf(placement.id))
  await announcer.refreshAttendeeCards(meeting)
  if (isToBeCounted(meeting, placement, clock.now())) await store.save({ jobs: [countJob(id)] })
}

/** The same of a placement as a whole, also of one that has no meeting. */
export async function showPlacementChanges(id: PlacementId, { store, announcer }: Ports): Promise<void> {
  const placement = await store.placement(id)
  if (placement) await announcer.showPlacement(placement, await store.meetingsOf(id))
}

/** The same of a draft, which becomes its placement's once that is confirmed. */
export async function showDraftChanges(id: DraftId, { store, announcer }: Ports): Promise<void> {
  const draft = await store.draft(id)
  if (draft && draft.state !== 'confirmed') await announcer.showDraft(draft)
}

async function withTimes(meeting: PlanningMeeting, placement: Placement, ports: Ports): Promise<PlanningMeeting> {
  if (meeting.state !== 'toArrange' || meeting.offered.length > 0 || placement.plan.status !== 'ready') return meeting
  const found = await offerTimes({ plan: meeting.plan, of: placement, except: meeting.id }, ports)
  if (!found?.offered.length) return meeting
  const { id, version } = meeting
  const { offered, ways } = found
  await ports.store.save({ times: { id, version, offered, ways } })
  // Somebody may have chosen a time in the meantime: then there is nothing left to offer.
  return (await ports.store.meeting(id)) ?? meeting
}
