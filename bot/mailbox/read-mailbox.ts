/**
 * Following the confirmation mailbox. Graph tells of each mail that comes in; that is a hint, and can be lost, doubled or
 * late. So every quarter of an hour the inbox is asked what has changed since, and every night it is gone through from the
 * beginning: a mail that was moved away and back shows in no list of changes.
 */
import { addMinutes, minutesBetween, type Instant } from '../../shared/dates/time.ts'
import type { Notice } from '../meetings/watch-outlook.ts'
import { arrivedMailId } from './mail-ids.ts'
import { nextReadJob, readJob, takeJob } from './mailbox-jobs.ts'
import type { InboxPage, MailboxPorts, Round, Sighting } from './ports.ts'

const DAY_MINS = 24 * 60
/** What came in so long before the app first looked is read too. */
const FIRST_LOOK_BACK_MINS = DAY_MINS
/** What came in so long before the last look is gone through again: well beyond the last time that all was. */
const LOOK_BACK_MINS = 3 * DAY_MINS
const NEW_ROUND_AFTER_MINS = DAY_MINS
const WATCH_EVERY_MINS = 6 * 60
/** When somebody should hear that the mailbox cannot be read. */
const TROUBLE_AFTER_MINS = 60
const FORGET_AFTER_DAYS = 90

/** The job. What goes wrong is tried again at the next look; `isTrouble` when that has gone on for long. */
export async function readMailbox(ports: MailboxPorts): Promise<{ fault: unknown; isTrouble: boolean } | null> {
  const { mailbox, inboxWatch, memory, clock } = ports
  if (!mailbox) {
    await inboxWatch.inbox(null)
    return null
  }
  const now = clock.now()
  await memory.keep({ jobs: [nextReadJob(now)] })
  try {
    await readOn(mailbox.address, ports)
    await watch(mailbox.address, ports)
    return null
  } catch (fault) {
    const readAt = (await memory.round(mailbox.address))?.readAt
    return { fault, isTrouble: readAt === undefined || minutesBetween(readAt, now) >= TROUBLE_AFTER_MINS }
  }
}

async function readOn(mailbox: string, ports: MailboxPorts): Promise<void> {
  const { inbox, memory, clock } = ports
  const now = clock.now()
  const before = await memory.round(mailbox)
  const isFresh = before !== null && minutesBetween(before.beganAt, now) < NEW_ROUND_AFTER_MINS
  if (before && !isFresh) await memory.forget(addMinutes(now, -FORGET_AFTER_DAYS * DAY_MINS))
  const since = before ? addMinutes(before.readAt, -LOOK_BACK_MINS) : addMinutes(now, -FIRST_LOOK_BACK_MINS)
  let round: Round = {
    mailbox,
    link: before?.link ?? '',
    beganAt: isFresh ? before.beganAt : now,
    readAt: before?.readAt ?? now,
    watchedAt: before?.watchedAt ?? null,
  }
  let page: InboxPage | 'forgotten' = isFresh ? await inbox.changes(mailbox, { link: round.link }) : 'forgotten'
  if (page === 'forgotten') {
    round = { ...round, beganAt: now }
    page = await firstPage(mailbox, since, ports)
  }
  for (;;) {
    // How far it has been read, and what has to be taken because of that, are kept together or not at all.
    round = { ...round, link: page.link, readAt: page.isLast ? now : round.readAt }
    await memory.keep({ round, jobs: await unseen(mailbox, page.sightings, since, ports) })
    if (page.isLast) return
    const next = await inbox.changes(mailbox, { link: page.link })
    page = next === 'forgotten' ? await firstPage(mailbox, since, ports) : next
  }
}

async function firstPage(mailbox: string, since: Instant, { inbox }: MailboxPorts): Promise<InboxPage> {
  const page = await inbox.changes(mailbox, { since })
  if (page === 'forgotten') throw new Error('The mailbox does not begin to tell of changes')
  return page
}

/** Jobs for the mails that were not taken before. */
async function unseen(mailbox: string, sightings: Sighting[], since: Instant, { memory }: MailboxPorts) {
  const young = sightings.filter(({ receivedAt }) => receivedAt >= since)
  const taken = await memory.taken(young.map((one) => arrivedMailId(mailbox, one)))
  return young.filter((one) => !taken.has(arrivedMailId(mailbox, one))).map(({ mailId }) => takeJob(mailId))
}

/** Graph has to be asked again and again to go on telling. */
async function watch(mailbox: string, { inboxWatch, memory, clock }: MailboxPorts): Promise<void> {
  const now = clock.now()
  const round = await memory.round(mailbox)
  if (!round || (round.watchedAt && minutesBetween(round.watchedAt, now) < WATCH_EVERY_MINS)) return
  await inboxWatch.inbox(mailbox)
  await memory.keep({ round: { ...round, watchedAt: now } })
}

/** Keeps what has to be looked at. A mail is read by its id: a rule of the mailbox may have filed it elsewhere already. */
export async function takeMailNotices(notices: Notice[], { mailbox, memory, clock }: MailboxPorts): Promise<void> {
  if (!mailbox) return
  const mails = notices.flatMap(({ resource, lifecycleEvent }) =>
    lifecycleEvent === null ? (/\/messages\/([^/]+)$/i.exec(resource)?.[1] ?? []) : [],
  )
  const lifecycle = notices.some(({ lifecycleEvent }) => lifecycleEvent !== null)
  const jobs = [...[...new Set(mails)].map(takeJob), ...(lifecycle ? [readJob(clock.now())] : [])]
  if (jobs.length === 0) return
  const round = lifecycle ? await memory.round(mailbox.address) : null
  // Whatever it was about, the watch is looked after at once.
  await memory.keep({ jobs, ...(round && { round: { ...round, watchedAt: null } }) })
}
