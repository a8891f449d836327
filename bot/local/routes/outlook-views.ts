/** The workplace's own views of mailboxes: who has one, and a week of a calendar with all that fills it. */
import {
  addDays,
  londonDate,
  readInstant,
  startOfDay,
  type Instant,
  type Interval,
} from '../../../shared/dates/time.ts'
import { idOf } from '../outlook/item-ids.ts'
import { entriesBetween } from '../outlook/free-busy.ts'
import { mailLog } from '../outlook/post-office.ts'
import { findMember, isOurDomain, MEMBERS, nameFor } from '../people/directory.ts'
import { OUTSIDERS } from '../people/outsiders.ts'
import type { Tenant } from '../tenant.ts'
import { WorkplaceRefusal } from './refusal.ts'

export type ListedMailbox = {
  name: string
  email: string
  role: string | null
  kind: 'person' | 'service' | 'shared' | 'room' | 'outside'
  insideTenant: boolean
}

/** The council's, then everybody outside whom the workplace knows or has written to. */
export function listMailboxes(tenant: Tenant): ListedMailbox[] {
  const outside = new Map(OUTSIDERS.map(({ email, name, role }) => [email.toLowerCase(), { email, name, role }]))
  for (const { to } of mailLog(tenant).all()) {
    const known = outside.has(to.toLowerCase()) || isOurDomain(to)
    if (!known) outside.set(to.toLowerCase(), { email: to, name: nameFor(to), role: null })
  }
  return [
    ...MEMBERS.map(({ name, email, role, kind }) => ({ name, email, role, kind, insideTenant: true })),
    ...[...outside.values()].map((person) => ({ ...person, kind: 'outside' as const, insideTenant: false })),
  ]
}

/** `from` and `to` are moments; a week from this morning when absent. */
export function readWindow(query: Record<string, unknown>, now: Instant): Interval {
  const start = query.from === undefined ? startOfDay(londonDate(now)) : readMoment(query.from)
  const end = query.to === undefined ? startOfDay(addDays(londonDate(start), 7)) : readMoment(query.to)
  if (end <= start) throw new WorkplaceRefusal(400, '"to" must come after "from".')
  return { start, end }
}

function readMoment(value: unknown): Instant {
  const read = typeof value === 'string' ? readInstant(value) : null
  if (!read) throw new WorkplaceRefusal(400, '"from" and "to" must be ISO 8601 with an offset, the + written %2B.')
  return read
}

export function calendarWeek(tenant: Tenant, mailbox: string, within: Interval) {
  const member = findMember(mailbox)
  return {
    mailbox: { name: nameFor(mailbox), email: mailbox, role: member?.role ?? null, insideTenant: member !== undefined },
    workingHours: member?.workingHours ?? null,
    from: within.start,
    to: within.end,
    entries: entriesBetween(tenant, mailbox, within).map(({ event, ...entry }) => ({
      ...entry,
      eventId: event && idOf(event, true),
      isOrganizer: event?.isOrganizer ?? false,
      isCancelled: event?.isCancelled ?? false,
      response: event?.response ?? null,
    })),
  }
}
