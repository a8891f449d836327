/**
 * Somebody changes who comes to a meeting, or where it is held. The plan is made anew, so that the minimum, the last day
 * and what may be shown to whom hold for those who come now. What Outlook has to be told piles up for a short while and
 * goes as one change; nothing of the reason is told to anybody (P-07).
 */
import { withChangedPeople, type PeopleChange, type PeopleRefusal } from '../../shared/people/changing-people.ts'
import { isNothing, pendingChanges, sendsAt } from '../../shared/meeting/pending-changes.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { VenueKind } from '../../shared/meeting/plan.ts'
import { venuesFor } from '../../shared/meeting/venue.ts'
import type { Edit, MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { londonDate, minutesBetween, type Instant } from '../../shared/dates/time.ts'
import type { Arranged } from './arrange-meeting.ts'
import { layPeopleOver, layPlanOver } from './lay-plan-over.ts'
import { planCase } from './make-plan.ts'
import { diariesToRead } from './offer-times.ts'
import { inStepJob, showJob } from './outlook-jobs.ts'
import { SavedByAnother, TimeTaken, type Ports } from './ports.ts'

export type EditRefusal =
  | PeopleRefusal
  | 'gone'
  | 'mayNot'
  | 'stale'
  | 'alreadyClosed'
  | 'beingArranged'
  | 'mustNotMeet'
  | 'elsewhereThen'
  | 'addressProtected'
  | 'placementEnded'
  | 'beyondBankHolidays'

type Wanted = { meetingId: MeetingId; version: number; reason: string }
type Found = { meeting: PlanningMeeting; placement: Placement }
/** What is to become of the confirmation, and how it is noted. */
type Made = { confirmation: PlacementConfirmation; did: Edit['did']; about: Edit['about'] }

/** Whether somebody is inside the tenant is looked up and never believed. */
export type PeopleWish =
  Extract<PeopleChange, { does: 'remove' }> | Omit<Extract<PeopleChange, { does: 'add' }>, 'insideTenant'>

export async function changePeople(
  { wish, ...wanted }: Wanted & { wish: PeopleWish },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, EditRefusal>> {
  const found = await findFor(wanted, by, ports)
  if (!found.ok) return found
  const { placement, meeting } = found.value
  const change: PeopleChange =
    wish.does === 'remove'
      ? wish
      : { ...wish, insideTenant: !!wish.email && (await ports.people.byEmail(wish.email)) !== null }
  const decided = { by: by.name, on: londonDate(ports.clock.now()) }
  const changed = withChangedPeople(placement.confirmation, meeting.plan, change, decided)
  if (!changed.ok) return changed
  const did = change.does === 'add' ? 'personAdded' : 'personRemoved'
  return edit(found.value, { ...changed.value, did }, wanted.reason, by, ports)
}

export async function changeVenue(
  { venue, ...wanted }: Wanted & { venue: VenueKind },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, EditRefusal>> {
  const found = await findFor(wanted, by, ports)
  if (!found.ok) return found
  const { confirmation } = found.value.placement
  if (!venuesFor(found.value.meeting.plan.kind).includes(venue)) return refuse('placementEnded')
  const chosen = { ...confirmation, choices: { ...confirmation.choices, venue } }
  return edit(found.value, { confirmation: chosen, did: 'venueChanged', about: venue }, wanted.reason, by, ports)
}

/** What has piled up is sent without waiting for more. */
export async function sendNow(
  wanted: Omit<Wanted, 'reason'>,
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, EditRefusal>> {
  const found = await findFor(wanted, by, ports)
  if (!found.ok) return found
  const { sendsAt: _, ...meeting } = found.value.meeting
  try {
    const saved = await ports.store.save({ meetings: [meeting], jobs: [inStepJob(meeting.id), showJob(meeting.id)] })
    return ok({ placement: found.value.placement, meeting: saved.meetings[0]! })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}

async function findFor(
  { meetingId, version }: Omit<Wanted, 'reason'>,
  by: Reader,
  { store }: Ports,
): Promise<Result<Found, EditRefusal>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (meeting.version !== version) return refuse('stale')
  if (meeting.state === 'held' || meeting.state === 'cancelled') return refuse('alreadyClosed')
  if (meeting.state === 'arranging') return refuse('beingArranged')
  return mayDo('changePeople', by, placement, meeting) ? ok({ meeting, placement }) : refuse('mayNot')
}

async function edit(
  { meeting, placement }: Found,
  { confirmation, did, about }: Made,
  reason: string,
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, EditRefusal>> {
  const { store, clock } = ports
  const now = clock.now()
  const kept = await store.meetingsOf(placement.id)
  const made = planCase(confirmation, placement, kept, ports)
  if (!made.ok) return refuse('beyondBankHolidays', made.why)
  // Nobody is asked a question by an edit: what would have to be asked first, such as two who must not meet, is refused.
  const before = planCase(placement.confirmation, placement, kept, ports)
  if (before.ok && made.plan.questions.length > before.plan.questions.length) return refuse('mustNotMeet')
  if (kept.some(({ state }) => state === 'arranging')) return refuse('beingArranged')
  const laying = { by: by.objectId, now }
  const laid = await layPlanOver(made.plan, kept, placement.id, laying, ports)
  const own = laid.some(({ id }) => id === meeting.id) ? null : layPeopleOver(made.plan, meeting, laying)
  if (own) laid.push(own)
  const note: Edit = { at: now, by: by.objectId, did, about, reason }
  const changed = laid.map((one) =>
    waiting(one.id === meeting.id ? { ...one, edits: [...(one.edits ?? []), note] } : one, now),
  )
  const after = changed.find(({ id }) => id === meeting.id)
  if (!after) return refuse('stale')
  if (did === 'venueChanged' && after.plan.venue.kind !== about) return refuse('addressProtected')
  try {
    const saved = await store.save({
      placement: { ...placement, confirmation, plan: made.plan },
      meetings: changed,
      holds: changed.flatMap((one) =>
        one.state === 'arranged' ? [{ meetingId: one.id, emails: diariesToRead(one.plan), slots: [one.slot] }] : [],
      ),
      jobs: changed.flatMap((one) => [...(one.state === 'arranged' ? [quietly(one, now)] : []), showJob(one.id)]),
      audit: [{ at: now, by: by.objectId, did, placementId: placement.id, meetingId: meeting.id, detail: { about } }],
    })
    return ok({ placement: saved.placement!, meeting: saved.meetings.find(({ id }) => id === meeting.id)! })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    if (error instanceof TimeTaken) return refuse('elsewhereThen')
    throw error
  }
}

/** Says until when it waits, unless one edit has undone the other. */
function waiting(meeting: PlanningMeeting, now: Instant): PlanningMeeting {
  const { sendsAt: _, ...rest } = meeting
  return meeting.state === 'arranged' && !isNothing(pendingChanges(meeting)) ? { ...rest, sendsAt: sendsAt(now) } : rest
}

const quietly = ({ id, sendsAt: until }: PlanningMeeting, now: Instant) =>
  inStepJob(id, { seconds: until ? minutesBetween(now, until) * 60 : 0, now })
