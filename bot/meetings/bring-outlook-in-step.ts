/**
 * The job that makes Outlook hold what a meeting wants, from whatever state it finds: books what is missing, moves what
 * is at another time, cancels what is no longer wanted. Run twice, or after a crash at any step, it ends with exactly one
 * event for each group of readers.
 */
import { invitationOf, cancellationWords, fingerprintOf, markerOf } from '../../shared/invitation.ts'
import type { Placement } from '../../shared/placement-case.ts'
import {
  arranged,
  backToArrange,
  type ArrangeProblem,
  type MeetingId,
  type OutlookEvent,
  type PlanningMeeting,
  type Slot,
} from '../../shared/planning-meeting.ts'
import { remindersFor } from '../../shared/reminders.ts'
import { addMinutes, minutesBetween } from '../../shared/time.ts'
import { diariesToRead, judgeTime, offerTimes } from './offer-times.ts'
import {
  CalendarRefused,
  CalendarUnreachable,
  OutcomeUnknown,
  type Booked,
  type Calendar,
  type PlannedJob,
  type Ports,
} from './ports.ts'

type Arranging = PlanningMeeting & { state: 'arranging' }
type Cancelled = PlanningMeeting & { state: 'cancelled' }

/** After so long without Outlook a person is told and chooses again, rather than waiting on. */
const PATIENCE_MINS = 120
/** Looked at again a little later, when others may have booked in the meantime. */
const VERIFY_AFTER_MINS = 1

export async function bringOutlookInStep(id: MeetingId, ports: Ports): Promise<void> {
  const meeting = await ports.store.meeting(id)
  const placement = meeting && (await ports.store.placement(meeting.placementId))
  if (!meeting || !placement) return
  if (meeting.state === 'arranging') await arrange(meeting, placement, ports)
  else if (meeting.state === 'cancelled') await takeBack(meeting, ports)
}

async function arrange(meeting: Arranging, placement: Placement, ports: Ports): Promise<void> {
  try {
    const begun = await whileTimeIsFree(meeting, placement, ports)
    if (!begun) return
    const booked = await bookAll(begun, ports)
    await settle(booked, ports)
  } catch (error) {
    const waited = minutesBetween(meeting.since, ports.clock.now())
    const unreachable = error instanceof CalendarUnreachable || error instanceof OutcomeUnknown
    if (unreachable && waited < PATIENCE_MINS) throw error
    if (unreachable) await giveUp(meeting.id, placement, 'outlookUnreachable', ports)
    else if (error instanceof CalendarRefused) await giveUp(meeting.id, placement, 'outlookRefused', ports)
    else throw error
  }
}

/** Asks Outlook once more, just before anything is written; `null` when the time is gone. */
async function whileTimeIsFree(meeting: Arranging, placement: Placement, ports: Ports): Promise<Arranging | null> {
  // What was booked before a crash is in the diaries already, and would seem to be in its own way.
  if (meeting.events.some(({ state }) => state === 'booking')) return meeting
  if (!meeting.movedFrom && meeting.events.some((event) => isBookedAt(event, meeting.slot))) return meeting
  const judged = await judgeTime(
    { plan: meeting.plan, confirmation: placement.confirmation, except: meeting.id, ownSlot: meeting.movedFrom },
    meeting.slot,
    ports,
  )
  if (!judged) throw new CalendarUnreachable('Free and busy times could not be read')
  if (meeting.movedFrom) return meeting
  const known = meeting.offered.find(({ start }) => start === meeting.slot.start)
  const accepted = [...(known?.busy ?? []), ...(known?.optionalBusy ?? [])]
  // Whoever was free when the time was chosen has to be free still; a person decides anew otherwise.
  if ([...judged.busy, ...judged.optionalBusy].every((key) => accepted.includes(key))) return meeting
  await giveUp(meeting.id, placement, 'timeTaken', ports)
  return null
}

/** The core event first: the family's events need its link. */
async function bookAll(meeting: Arranging, ports: Ports): Promise<Arranging> {
  let current = meeting
  for (const { key } of [...meeting.events].sort(coreFirst)) {
    const event = current.events.find((one) => one.key === key)!
    if (event.state === 'cancelled' || isBookedAt(event, current.slot)) continue
    current = event.state === 'booked' ? await move(current, event, ports) : await book(current, event, ports)
  }
  return current
}

async function book(meeting: Arranging, event: OutlookEvent, ports: Ports): Promise<Arranging> {
  const { calendar, settings } = ports
  const invitation = invitationOf(meeting, event, meeting.slot, settings.contact, joinUrlOf(meeting))
  let there: Booked | undefined
  let current = meeting
  if (event.state === 'booking') {
    there = (await calendar.find(event.organiser, invitation.marker)).find(
      ({ transactionId }) => transactionId === event.transactionId,
    )
  } else {
    // Written down before Outlook hears of it: from here on a retry looks first.
    current = await saveEvent(meeting, { ...event, state: 'booking' }, ports)
  }
  there ??= await calendar.book(invitation)
  return saveEvent(current, bookedEvent(event, there, fingerprintOf(invitation)), ports)
}

async function move(meeting: Arranging, event: OutlookEvent & { state: 'booked' }, ports: Ports): Promise<Arranging> {
  const moved = await ports.calendar.move(event.organiser, event.eventId, meeting.slot)
  return saveEvent(meeting, bookedEvent(event, moved, event.fingerprint), ports)
}

/** Outlook has it all: the reminders are planned and everybody sees it. */
async function settle(meeting: Arranging, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const generation = Math.max(...meeting.events.map((event) => event.generation))
  const reminders = remindersFor(meeting, meeting.slot, now)
  const jobs: PlannedJob[] = [
    { job: { name: 'showMeeting', meetingId: meeting.id }, key: `show/${meeting.id}` },
    {
      job: { name: 'verifyBooking', meetingId: meeting.id, generation },
      dueAt: addMinutes(now, VERIFY_AFTER_MINS),
      key: `verify/${meeting.id}`,
    },
    ...reminders.map(({ meetingId, person, kind, meetingStart, dueAt }): PlannedJob => ({
      job: { name: 'sendReminder', meetingId, person, kind, meetingStart },
      ...(dueAt > now && { dueAt }),
      key: `remind/${meetingId}/${person}/${kind}`,
    })),
  ]
  await ports.store.save({
    meetings: [arranged(meeting)],
    reminders: { meetingId: meeting.id, all: reminders },
    jobs,
    audit: [{ at: now, by: 'app', did: 'meetingArranged', placementId: meeting.placementId, meetingId: meeting.id }],
  })
}

/** The time cannot be had: what was booked is taken back, and a person chooses again from what is free now. */
async function giveUp(id: MeetingId, placement: Placement, problem: ArrangeProblem, ports: Ports): Promise<void> {
  const meeting = await ports.store.meeting(id)
  if (meeting?.state !== 'arranging') return
  if (meeting.movedFrom && problem !== 'outlookRefused') return giveUpMove(meeting, meeting.movedFrom, problem, ports)
  const events = problem === 'outlookUnreachable' ? meeting.events : await cancelEvents(meeting.events, meeting, ports)
  const offered =
    problem === 'timeTaken'
      ? ((await offerTimes({ plan: meeting.plan, confirmation: placement.confirmation, except: id }, ports)) ?? [])
      : []
  await ports.store.save({
    meetings: [
      backToArrange(
        { ...meeting, events },
        offered.length === 0 && problem === 'timeTaken' ? 'noFreeTime' : problem,
        offered,
      ),
    ],
    release: [id],
    jobs: [{ job: { name: 'showMeeting', meetingId: id }, key: `show/${id}` }],
    audit: [
      {
        at: ports.clock.now(),
        by: 'app',
        did: 'notArranged',
        placementId: placement.id,
        meetingId: id,
        detail: { problem },
      },
    ],
  })
}

/** A move that fails leaves the meeting where it was. */
async function giveUpMove(meeting: Arranging, back: Slot, problem: ArrangeProblem, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const reminders = remindersFor(meeting, back, now).filter(({ kind }) => kind !== 'booked')
  await ports.store.save({
    meetings: [arranged({ ...meeting, slot: back })],
    hold: { meetingId: meeting.id, emails: diariesToRead(meeting.plan), slot: back },
    reminders: { meetingId: meeting.id, all: reminders },
    jobs: [
      { job: { name: 'showMeeting', meetingId: meeting.id }, key: `show/${meeting.id}` },
      ...reminders.map(({ meetingId, person, kind, meetingStart, dueAt }): PlannedJob => ({
        job: { name: 'sendReminder', meetingId, person, kind, meetingStart },
        dueAt,
        key: `remind/${meetingId}/${person}/${kind}`,
      })),
    ],
    audit: [
      {
        at: now,
        by: 'app',
        did: 'notMoved',
        placementId: meeting.placementId,
        meetingId: meeting.id,
        detail: { problem },
      },
    ],
  })
}

/** Every event of a cancelled meeting is cancelled in Outlook too, in the same words for everyone (P-07). */
async function takeBack(meeting: Cancelled, ports: Ports): Promise<void> {
  if (meeting.events.every(({ state }) => state === 'cancelled')) return
  const events = await cancelEvents(meeting.events, meeting, ports)
  await ports.store.save({
    meetings: [{ ...meeting, events }],
    jobs: [{ job: { name: 'showMeeting', meetingId: meeting.id }, key: `show/${meeting.id}` }],
    audit: [
      {
        at: ports.clock.now(),
        by: 'app',
        did: 'eventsCancelled',
        placementId: meeting.placementId,
        meetingId: meeting.id,
      },
    ],
  })
}

async function cancelEvents(
  events: OutlookEvent[],
  meeting: PlanningMeeting,
  { calendar, settings }: Ports,
): Promise<OutlookEvent[]> {
  const after: OutlookEvent[] = []
  for (const event of events) {
    const booked = await whatIsBooked(event, meeting, calendar)
    for (const eventId of booked) await calendar.cancel(event.organiser, eventId, cancellationWords(settings.contact))
    const { key, generation, transactionId, organiser } = event
    after.push({ key, generation, transactionId, organiser, state: 'cancelled' })
  }
  return after
}

/** An event that was being booked when something went wrong may be there: it has to be looked for. */
async function whatIsBooked(event: OutlookEvent, meeting: PlanningMeeting, calendar: Calendar): Promise<string[]> {
  if (event.state === 'booked') return [event.eventId]
  if (event.state !== 'booking') return []
  const found = await calendar.find(event.organiser, markerOf(meeting, event.generation))
  return found.filter(({ transactionId }) => transactionId === event.transactionId).map(({ eventId }) => eventId)
}

async function saveEvent(meeting: Arranging, event: OutlookEvent, { store }: Ports): Promise<Arranging> {
  const events = meeting.events.map((one) =>
    one.key === event.key && one.generation === event.generation ? event : one,
  )
  const saved = await store.save({ meetings: [{ ...meeting, events }] })
  return saved.meetings[0] as Arranging
}

const bookedEvent = (
  { key, generation, transactionId, organiser }: OutlookEvent,
  { eventId, iCalUId, etag, joinUrl, slot }: Booked,
  fingerprint: string,
): OutlookEvent => ({
  key,
  generation,
  transactionId,
  organiser,
  state: 'booked',
  eventId,
  iCalUId,
  etag,
  joinUrl,
  slot,
  fingerprint,
})

const isBookedAt = (event: OutlookEvent, slot: Slot) =>
  event.state === 'booked' && event.slot.start === slot.start && event.slot.end === slot.end

const joinUrlOf = ({ events }: PlanningMeeting): string | null => {
  const core = events.find(({ key, state }) => key === 'core' && state === 'booked')
  return core?.state === 'booked' ? core.joinUrl : null
}

const coreFirst = (a: OutlookEvent, b: OutlookEvent) => Number(b.key === 'core') - Number(a.key === 'core')
