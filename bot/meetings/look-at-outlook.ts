/**
 * Looks at what Outlook holds of an arranged meeting: what people answered there, moved, deleted or doubled. What breaks
 * no rule is taken over; what does is kept with the meeting as a concern, and a person decides. It changes nothing in
 * Outlook itself, so it can be run at any time, as often as there is a hint.
 */
import { isDeepStrictEqual } from 'node:util'
import { lastSent, markerOf, readersOf } from '../../shared/letters/invitation.ts'
import { strangersOn } from '../../shared/people/guests.ts'
import {
  eventOf,
  isSameConcern,
  withConcern,
  without,
  type BrokenRule,
  type OutlookConcern,
} from '../../shared/meeting/outlook-concerns.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import {
  eventFor,
  moveTo,
  type MeetingId,
  type OutlookEvent,
  type PlanningMeeting,
  type Slot,
} from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { answersFromOutlook, withGuestsAsSeen } from './answers-from-outlook.ts'
import { bookedEvent, joinUrlOf, sentTo } from './book-event.ts'
import { isSameSlot, type BookedEvent } from './change-event.ts'
import { findLeftOver } from './find-left-over.ts'
import { bare } from './meeting-in-hand.ts'
import { diariesToRead, judgeTime } from './offer-times.ts'
import { guardJob, inStepJob, showJob } from './outlook-jobs.ts'
import { withProposals } from './proposals-from-outlook.ts'
import { TimeTaken, type Booked, type Calendar, type Change, type Ports } from './ports.ts'

type Arranged = PlanningMeeting & { state: 'arranged' }
type Seen = { event: BookedEvent; there: Booked | null; second: Booked | null }

/** After a booking, others may have booked the same people in the meantime: the first look asks for that, too. */
export async function lookAtOutlook(id: MeetingId, round: number, ports: Ports): Promise<void> {
  const { store, clock, calendar } = ports
  const found = await store.meeting(id)
  const now = clock.now()
  const meeting = found && round === 0 ? await withLeftOver(found, ports) : found
  if (meeting?.state !== 'arranged' || now >= meeting.slot.end) return
  const seen = await lookFor(meeting, calendar)
  const clash = round === 0 ? await clashOf(meeting, seen, ports) : []
  const after = await withProposals(withWhatIsSeen(meeting, seen, clash, now), seen, now, ports)
  const dragged = seen.find(
    ({ event, there }) => event.key === 'core' && there && !isSameSlot(there.slot, meeting.slot),
  )
  if (dragged?.there) return goAlong(meeting, after, dragged.there.slot, now, ports)
  // Decided before, and not carried out since the meeting was moved in the meantime.
  const isToGo = after.concerns?.some((concern) => concern.kind === 'eventDoubled' && concern.isToGo)
  const isOther = seen.some(({ event, there }) => there !== null && there.iCalUId !== event.iCalUId)
  // Taking back goes on by itself; should that ever have stopped, it goes on from here.
  const isLeft = meeting.events.some(({ state }) => state === 'cancelling')
  if (isToGo || isOther || isLeft) await store.save({ jobs: [inStepJob(id)] })
  if (isDeepStrictEqual(after, meeting)) return
  await store.save({ meetings: [after], ...whoHears(meeting, after, now) })
}

/** What nobody knew of any more is taken back by the job that keeps Outlook in step. */
async function withLeftOver(meeting: PlanningMeeting, { store, calendar }: Ports): Promise<PlanningMeeting> {
  if (meeting.state === 'held' || meeting.state === 'arranging') return meeting
  const leftOver = await findLeftOver(meeting, calendar)
  const events = meeting.events.filter((event) => !leftOver.some((one) => one.transactionId === event.transactionId))
  const isNews = leftOver.some(
    ({ transactionId }) =>
      !meeting.events.some((event) => event.transactionId === transactionId && event.state === 'cancelling'),
  )
  if (!isNews) return meeting
  const after = { ...meeting, events: [...events, ...leftOver] }
  return (await store.save({ meetings: [after], jobs: [inStepJob(meeting.id)] })).meetings[0]!
}

/** One question for each booking generation finds them all; what it does not show is looked for by its ids. */
async function lookFor(meeting: Arranged, calendar: Calendar): Promise<Seen[]> {
  // What is being changed just now is the job's own business.
  const settled = meeting.events.filter((event): event is BookedEvent => event.state === 'booked' && !event.changing)
  const found = new Map<string, Booked[]>()
  for (const { organiser, generation } of settled) {
    const key = `${organiser} ${generation}`
    if (!found.has(key)) found.set(key, await calendar.find(organiser, markerOf(meeting, generation)))
  }
  const seen: Seen[] = []
  for (const event of settled) {
    const { organiser, generation, transactionId, eventId, iCalUId } = event
    const ours = found.get(`${organiser} ${generation}`)!.filter((one) => one.transactionId === transactionId)
    const there =
      ours.find((one) => one.eventId === eventId) ??
      (await calendar.read(organiser, { eventId })) ??
      oldest(ours) ??
      (await calendar.read(organiser, { iCalUId }))
    seen.push({ event, there, second: oldest(ours.filter((one) => one.eventId !== there?.eventId)) ?? null })
  }
  return seen
}

function withWhatIsSeen(meeting: Arranged, seen: Seen[], clash: PersonKey[], since: Instant): Arranged {
  const found = seen.flatMap((one) => concernsAbout(one, meeting, since))
  if (clash.length > 0) found.push({ kind: 'clash', people: clash, since })
  // What has been put right in Outlook itself is no concern any more.
  const looked = without(meeting.concerns, ['atAnotherTime', 'eventDoubled', ...OF_THOSE_ON_IT])
  const isSeen = (concern: OutlookConcern) =>
    !OF_THOSE_ON_IT.includes(concern.kind) || seen.some(({ event, there }) => there && event.key === eventOf(concern))
  const standing = (meeting.concerns ?? []).filter(
    (concern) => !looked.includes(concern) && (!isSeen(concern) || found.some((one) => isSameConcern(concern, one))),
  )
  const concerns = found.reduce(withConcern, [...looked, ...standing])
  const { concerns: _, ...rest } = meeting
  return {
    ...rest,
    events: meeting.events.map((event) => asSeen(event, seen)),
    answers: { ...meeting.answers, ...answersFromOutlook(meeting, seen) },
    ...(meeting.guests && { guests: withGuestsAsSeen(meeting.guests, seen) }),
    ...((concerns.length > 0 || meeting.concerns) && { concerns }),
  }
}

function concernsAbout({ event, there, second }: Seen, meeting: Arranged, since: Instant) {
  const { slot, events, concerns = [] } = meeting
  const { key } = event
  if (!there) return [{ kind: 'eventDeleted', event: key, since } satisfies OutlookConcern]
  const isToGo = concerns.some((one) => one.kind === 'eventDoubled' && one.event === key && one.isToGo)
  const found: OutlookConcern[] = [
    ...joinedByForward(event, there, meeting, since),
    ...declinedRooms(event, there, meeting, since),
  ]
  if (second) {
    const { eventId, createdAt } = second
    found.push({ kind: 'eventDoubled', event: key, eventId, createdAt, since, ...(isToGo && { isToGo }) })
  }
  if (key !== 'core') {
    if (!isSameSlot(there.slot, slot)) found.push({ kind: 'atAnotherTime', event: key, at: there.slot, since })
    return found
  }
  if (event.joinUrl && !there.joinUrl) found.push({ kind: 'joinLinkMissing', since })
  const hasFamily = events.some((one) => one.key !== 'core' && one.state === 'booked')
  if (event.joinUrl && there.joinUrl && event.joinUrl !== there.joinUrl && hasFamily)
    found.push({ kind: 'joinLinkChanged', since })
  return found
}

/** About people and rooms on an event: known only where it could be looked at. */
const OF_THOSE_ON_IT: OutlookConcern['kind'][] = ['joinedByForward', 'roomDeclined']

/** A room is booked by being invited. One that has turned it down leaves people without a place to meet. */
function declinedRooms({ key }: BookedEvent, there: Booked, { plan }: Arranged, since: Instant): OutlookConcern[] {
  if (plan.venue.kind === 'online') return []
  return there.attendees
    .map(({ email, name, type }) => ({ who: email.toLowerCase(), name, type }))
    .filter(({ who, type }) => type === 'resource' && there.answers.get(who)?.choice === 'cannot')
    .map(({ who, name }) => ({ kind: 'roomDeclined', event: key, who, name, since }))
}

/** Whoever came onto it without our asking, and what of others they see there. */
function joinedByForward(event: BookedEvent, there: Booked, meeting: Arranged, since: Instant): OutlookConcern[] {
  const { location } = readersOf(meeting, event)
  const sent = lastSent(event.fingerprint)
  const sees = {
    names: !sent.hideAttendees,
    place: ![location, sent.location].some((ours) => there.location === '' || there.location.startsWith(ours)),
  }
  return strangersOn(meeting, event, there.attendees).map(({ email, ...stranger }) => ({
    kind: 'joinedByForward',
    event: event.key,
    who: email,
    ...stranger,
    sees,
    since,
  }))
}

function asSeen(event: OutlookEvent, seen: Seen[]): OutlookEvent {
  const looked = seen.find((one) => one.event === event)
  if (!looked) return event
  if (!looked.there) return { ...bare(event), state: 'deleted' }
  return bookedEvent(event, looked.there, sentTo(looked.event, looked.there))
}

/** Somebody has dragged the invitation in the organiser's calendar: where no rule is broken, the meeting goes along. */
async function goAlong(before: Arranged, meeting: Arranged, slot: Slot, now: Instant, ports: Ports): Promise<void> {
  const keep = (breaks: BrokenRule) => keepAsConcern(before, meeting, { at: slot, breaks, since: now }, ports)
  const moved = moveTo(meeting, slot, now, 'Moved in Outlook')
  if (!moved.ok) return keep(moved.refusal.reason === 'timePast' ? 'past' : 'late')
  const { id, placementId, plan } = meeting
  try {
    await ports.store.save({
      meetings: [moved.value],
      holds: [{ meetingId: id, emails: diariesToRead(plan), slots: [meeting.slot, slot] }],
      jobs: [inStepJob(id), showJob(id)],
      audit: [{ at: now, by: 'app', did: 'movedInOutlook', placementId, meetingId: id }],
    })
  } catch (error) {
    if (!(error instanceof TimeTaken)) throw error
    await keep('taken')
  }
}

/** Noticed once: it stays as it was first noticed for as long as the invitation stands there. */
async function keepAsConcern(
  before: Arranged,
  meeting: Arranged,
  found: { at: Slot; breaks: BrokenRule; since: Instant },
  { store }: Ports,
): Promise<void> {
  const known = before.concerns?.find(
    (one) => one.kind === 'atAnotherTime' && one.event === 'core' && isSameSlot(one.at, found.at),
  )
  const concern: OutlookConcern = known ?? { kind: 'atAnotherTime', event: 'core', ...found }
  const after: Arranged = { ...meeting, concerns: withConcern(meeting.concerns, concern) }
  if (!isDeepStrictEqual(after, before))
    await store.save({ meetings: [after], ...whoHears(before, after, found.since) })
}

/** Who has something else at the time, of those who were free when it was chosen. */
async function clashOf(meeting: Arranged, seen: Seen[], ports: Ports): Promise<PersonKey[]> {
  const placement = await ports.store.placement(meeting.placementId)
  const core = eventFor(meeting, 'core')
  const stands = seen.some(({ event, there }) => event === core && there && isSameSlot(there.slot, meeting.slot))
  if (!placement || !stands) return []
  const judged = await judgeTime(
    {
      plan: meeting.plan,
      of: placement,
      except: meeting.id,
      ownSlot: meeting.slot,
      wayTaken: meeting.wayTaken,
    },
    meeting.slot,
    ports,
  )
  const known = meeting.offered.find(({ start }) => start === meeting.slot.start)
  const said = meeting.concerns?.some(({ kind }) => kind === 'clash') ?? false
  if (!judged || said) return []
  return [...judged.busy, ...judged.optionalBusy].filter(
    (key) => ![...(known?.busy ?? []), ...(known?.optionalBusy ?? [])].includes(key),
  )
}

/** Cards are redrawn when something shows on them; what nobody has decided yet is written down. */
function whoHears(before: Arranged, after: Arranged, now: Instant): Pick<Change, 'jobs' | 'audit'> {
  const fresh = (after.concerns ?? []).filter((one) => !before.concerns?.some((known) => isSameConcern(one, known)))
  const shows = ({ concerns, answers }: Arranged) => [concerns, answers]
  const { id, placementId } = after
  return {
    jobs: [
      ...(isDeepStrictEqual(shows(before), shows(after)) ? [] : [showJob(id)]),
      // Another link leads to another meeting in Teams, which is as open as Teams makes it.
      ...(joinUrlOf(before) === joinUrlOf(after) ? [] : [guardJob(id, now)]),
    ],
    audit: fresh.map(({ kind, since }) => ({ at: since, by: 'app', did: kind, placementId, meetingId: id })),
  }
}

const oldest = (events: Booked[]): Booked | undefined =>
  events.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]
