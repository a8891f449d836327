/**
 * The job that finds what no notice told of: every quarter of an hour each calendar that owns our events is asked what
 * has changed in it, which is one call where nothing has. What it tells is a hint like any other. What we did ourselves,
 * or have looked at already, stands there as we know it and leads to nothing.
 */
import { isOpen, isStanding, type OutlookEvent, type PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import {
  addDays,
  addMinutes,
  later,
  londonDate,
  startOfDay,
  type Instant,
  type Interval,
} from '../../shared/dates/time.ts'
import { followJob, hintJob, lookJob } from './outlook-jobs.ts'
import { CalendarRefused, CalendarUnreachable, type CalendarChanges, type PlannedJob, type Ports } from './ports.ts'

const EVERY_MINS = 15
/** A window rolls forward once a week, and reaches so far beyond the last meeting that it rarely has to grow. */
const ROLLS_AFTER_DAYS = 7
const BEYOND_DAYS = 28
const SURFACES_WITHIN_MINS = 2 * 24 * 60

/** In how many mailboxes nothing could be read; they are asked again the next time. */
export type Followed = { notRead: number }

export async function followCalendars(ports: Ports): Promise<Followed> {
  const { store, clock } = ports
  const now = clock.now()
  // Whatever becomes of this round, there is a next one.
  await store.save({ jobs: [followJob(addMinutes(now, EVERY_MINS))] })
  let notRead = 0
  // Of a meeting that is off, a booking can surface late.
  const recent = await store.meetings(addMinutes(now, -SURFACES_WITHIN_MINS))
  for (const [mailbox, meetings] of byOrganiser(recent.map(({ meeting }) => meeting))) {
    try {
      await follow(mailbox, meetings, now, ports)
    } catch (error) {
      // One mailbox that is closed or busy keeps nobody else's from being followed.
      if (!(error instanceof CalendarUnreachable || error instanceof CalendarRefused)) throw error
      notRead += 1
    }
  }
  return { notRead }
}

async function follow(mailbox: string, meetings: PlanningMeeting[], now: Instant, { store, calendar }: Ports) {
  const known = await store.followedCalendar(mailbox)
  const wanted = windowFor(meetings, now)
  const goesOn = known !== null && covers(known.within, wanted)
  const within = goesOn ? known.within : wanted
  const changes = await calendar.changes(mailbox, within, goesOn ? known.link : null)
  // What is news of a meeting that is just being changed is asked for again, once it has come to rest.
  const isBusy = meetings.some((meeting) => meeting.state === 'arranging' && isNewsOfMeeting(meeting, changes))
  await store.save({
    ...(!isBusy && { followed: { mailbox, within, link: changes.link } }),
    jobs: meetings.flatMap((meeting) => looksAt(meeting, changes, now)),
  })
}

function looksAt(meeting: PlanningMeeting, changes: CalendarChanges, now: Instant): PlannedJob[] {
  const { changed } = changes
  const { id, state, events } = meeting
  if (state === 'arranged' && isNewsOfMeeting(meeting, changes)) return [hintJob(id, now)]
  const standing = events.filter(isStanding).map(({ transactionId }) => transactionId)
  const isLeftOver = changed.some(
    ({ transactionId, isRemoved }) =>
      !isRemoved && transactionId?.startsWith(`${id}/`) && !standing.includes(transactionId),
  )
  return isLeftOver ? [lookJob(id, now)] : []
}

/** Of what is not there any more a whole list says nothing. */
const isNewsOfMeeting = ({ events }: PlanningMeeting, { changed, isWhole }: CalendarChanges): boolean =>
  isWhole
    ? events.some(({ state }) => state === 'booked')
    : events.some((event) => changed.some((one) => isNewsOf(event, one)))

function isNewsOf(event: OutlookEvent, change: CalendarChanges['changed'][number]): boolean {
  if (event.state !== 'booked') return false
  const { eventId, iCalUId, transactionId, etag } = event
  const isIt =
    change.eventId === eventId || change.iCalUId === iCalUId || (change.transactionId ?? '') === transactionId
  return isIt && (change.isRemoved || change.eventId !== eventId || change.etag !== etag)
}

/** Each mailbox that owns an event still to come, with all meetings that have, or had, one there. */
function byOrganiser(meetings: PlanningMeeting[]): Map<string, PlanningMeeting[]> {
  const toCome = meetings.filter(({ state }) => state !== 'held')
  const organisers = ({ events }: PlanningMeeting) => events.map(({ organiser }) => organiser.toLowerCase())
  const open = toCome.flatMap((meeting) => organisers({ ...meeting, events: meeting.events.filter(isOpen) }))
  return new Map(
    [...new Set(open)].map((mailbox) => [mailbox, toCome.filter((meeting) => organisers(meeting).includes(mailbox))]),
  )
}

/** From today to well after the last of the meetings. What is dragged out of it counts as removed, and is looked for. */
function windowFor(meetings: PlanningMeeting[], now: Instant): Interval {
  const ends = meetings.flatMap((meeting) => ('slot' in meeting ? [meeting.slot.end] : []))
  const last = ends.reduce(later, now)
  return { start: startOfDay(londonDate(now)), end: startOfDay(addDays(londonDate(last), BEYOND_DAYS)) }
}

/** Still begins recently enough, and reaches beyond the last meeting. */
const covers = (known: Interval, wanted: Interval): boolean =>
  known.start >= startOfDay(addDays(londonDate(wanted.start), -ROLLS_AFTER_DAYS)) &&
  known.end >= startOfDay(addDays(londonDate(wanted.end), 1 - BEYOND_DAYS))
