/**
 * Being told of what people do in Outlook. Notices are hints and can be lost, doubled or late; so each only leads to a
 * look, the watch itself is renewed long before it ends, changes are asked for every quarter of an hour, and every night
 * all meetings to come are looked at anyway.
 */
import { isOpen } from '../../shared/meeting/planning-meeting.ts'
import { addDays, addMinutes, atLondon, londonDate, type Instant } from '../../shared/dates/time.ts'
import { followJob, hintJob } from './outlook-jobs.ts'
import type { PlannedJob, Ports } from './ports.ts'

/** What Graph told us. Nothing in it is believed but where to look. */
export type Notice = { resource: string; lifecycleEvent: string | null }

const KEEP_EVERY_MINS = 6 * 60
/** Bookings that come together are watched from one go. */
const KEEP_AFTER_MINS = 1
const COMPARE_AT = '02:30'

export const watchJob = (now: Instant, minutes = KEEP_AFTER_MINS): PlannedJob => ({
  job: { name: 'keepWatch' },
  dueAt: addMinutes(now, minutes),
  key: 'watch',
})

const compareJob = (dueAt: Instant): PlannedJob => ({
  job: { name: 'compareWithOutlook' },
  dueAt,
  key: 'compare',
})

/** The next night after a moment. */
function nextComparison(now: Instant): Instant {
  const tonight = atLondon(londonDate(now), COMPARE_AT)
  return now < tonight ? tonight : atLondon(addDays(londonDate(now), 1), COMPARE_AT)
}

/** The job: Outlook tells us of every mailbox that owns an event of a meeting to come, and of no other. */
export async function keepWatch({ store, clock, watch }: Ports): Promise<void> {
  const now = clock.now()
  const organisers = (await store.meetings(now)).flatMap(({ meeting }) =>
    meeting.state === 'held' ? [] : meeting.events.filter(isOpen).map(({ organiser }) => organiser.toLowerCase()),
  )
  await watch.over(organisers)
  // What happened while nobody watched is caught up with at once.
  await store.save({ jobs: [watchJob(now, KEEP_EVERY_MINS), followJob(now), compareJob(nextComparison(now))] })
}

/** The job: a look at every meeting that is still to come. */
export async function compareWithOutlook({ store, clock }: Ports): Promise<void> {
  const now = clock.now()
  const coming = (await store.meetings(now)).filter(
    ({ meeting }) => meeting.state === 'arranged' && meeting.slot.end > now,
  )
  await store.save({
    jobs: [...coming.map(({ meeting }) => hintJob(meeting.id, now)), compareJob(nextComparison(now))],
  })
}

/** Keeps what has to be looked at. Notices about events that are not ours lead nowhere. */
export async function takeNotices(notices: Notice[], { store, clock }: Ports): Promise<void> {
  const now = clock.now()
  const events = notices
    .filter(({ lifecycleEvent }) => lifecycleEvent === null)
    .map(({ resource }) => eventIn(resource))
  const meetings = await store.meetingsWithEvents([...new Set(events.filter((id) => id !== null))])
  const lifecycle = notices.map(({ lifecycleEvent }) => lifecycleEvent)
  const jobs = [
    ...meetings.map((id) => hintJob(id, now)),
    ...(lifecycle.some((event) => event !== null) ? [watchJob(now)] : []),
    // Some were not delivered, and nobody knows which.
    ...(lifecycle.some((event) => event === 'missed' || event === 'subscriptionRemoved') ? [compareJob(now)] : []),
  ]
  if (jobs.length > 0) await store.save({ jobs })
}

/** `Users/{id}/Events/{id}`, in whatever case. */
const eventIn = (resource: string): string | null => /\/events\/([^/]+)$/i.exec(resource)?.[1] ?? null
