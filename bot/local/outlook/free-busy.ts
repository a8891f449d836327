/** How a mailbox's time looks to others: what stands in its calendar and what comes round in its diary. */
import type { Interval } from '../../../shared/dates/time.ts'
import { diaryBetween } from '../people/diary.ts'
import { findMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import type { ShowAs, StoredEvent } from './event.ts'
import { calendarEvents } from './mailbox-store.ts'

export type BusyEntry = Interval & {
  showAs: ShowAs
  subject: string
  place: string | null
  isPrivate: boolean
  /** `null` for what only comes round in the diary. */
  event: StoredEvent | null
}

/** How the time shows in this mailbox: an invitation not yet answered is tentative, whatever the organiser chose. */
export function shownAs(event: StoredEvent): ShowAs {
  if (event.isCancelled || event.response === 'declined') return 'free'
  if (event.isOrganizer || event.response === 'accepted' || event.showAs === 'free') return event.showAs
  return 'tentative'
}

/** Everything in a stretch of time, in order, free entries included. */
export function entriesBetween(tenant: Tenant, mailbox: string, within: Interval): BusyEntry[] {
  const standing = diaryBetween(findMember(mailbox)?.diary ?? [], within).map(({ rule, start, end }) => ({
    start,
    end,
    showAs: rule.showAs ?? 'busy',
    subject: rule.subject,
    place: rule.where ?? null,
    isPrivate: rule.private ?? false,
    event: null,
  }))
  const meetings = calendarEvents(tenant, mailbox)
    .filter((event) => event.start < within.end && event.end > within.start)
    .map((event) => ({
      start: event.start,
      end: event.end,
      showAs: shownAs(event),
      subject: event.subject,
      place: event.locations[0]?.displayName ?? null,
      isPrivate: event.sensitivity === 'private' || event.sensitivity === 'confidential',
      event,
    }))
  return [...standing, ...meetings].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** Whether nothing else but this event takes the time. */
export const isFree = (tenant: Tenant, mailbox: string, within: Interval, except: string): boolean =>
  entriesBetween(tenant, mailbox, within).every(
    (entry) => entry.showAs === 'free' || entry.showAs === 'workingElsewhere' || entry.event?.iCalUId === except,
  )
