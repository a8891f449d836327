/** Which of our meetings has whose time. Outlook cannot reserve several calendars at once, so our own books must. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { MeetingId, Slot } from '../../shared/meeting/planning-meeting.ts'
import { later, type Interval } from '../../shared/dates/time.ts'
import { TimeTaken, type Hold } from '../meetings/ports.ts'
import { instantColumn, lockAll, rowOf, rowsOf, type Queryable } from './rows.ts'

/** Times that meetings other than these hold for these people, within a stretch; an entry for each address. */
export async function held(
  db: Queryable,
  emails: string[],
  within: Interval,
  except: MeetingId[],
): Promise<Map<string, Interval[]>> {
  const addresses = addressesOf(emails)
  const rows = await rowsOf(
    db,
    z.object({ address: z.string(), starts_at: instantColumn, ends_at: instantColumn }),
    sql`select address, starts_at, ends_at from hold
         where address = any(${addresses}::text[])
           and starts_at < ${within.end} and ends_at > ${within.start}
           and meeting_id <> all(${except}::text[])
         order by starts_at`,
  )
  const byAddress = Map.groupBy(rows, (row) => row.address)
  return new Map(
    addresses.map((address) => [
      address,
      (byAddress.get(address) ?? []).map((row) => ({ start: row.starts_at, end: row.ends_at })),
    ]),
  )
}

/** Takes these times for these people, in place of what each meeting held before. Throws {@link TimeTaken}. */
export async function takeHolds(db: Queryable, holds: Hold[]): Promise<void> {
  // One at a time for each person. The exclusion constraint would refuse an overlap, too, but two transactions that run
  // into it together can each wait for the other, and its refusal quotes addresses.
  await lockAll(db, 'hold', addressesOf(holds.flatMap(({ emails }) => emails)))
  for (const { meetingId } of holds) await releaseHold(db, meetingId)
  for (const { meetingId, emails, slots } of holds) {
    for (const slot of merged(slots)) await takeHold(db, meetingId, addressesOf(emails), slot)
  }
}

/** The same kind of meeting of brothers and sisters may have that time, too, where their practice has them meet together. */
async function takeHold(db: Queryable, meetingId: MeetingId, addresses: string[], slot: Slot): Promise<void> {
  const sharing = sql`
    select meeting.id, meeting.placement_id,
           network_of(case when placement.content #>> '{siblings,how}' = 'together'
             then concat(placement.content #>> '{siblings,group}', ' ', meeting.content #>> '{plan,kind}')
             else meeting.id end) as shared_by
      from planning_meeting as meeting join placement on placement.id = meeting.placement_id
     where meeting.id = ${meetingId}`
  const overlap = await rowOf(
    db,
    z.object({}),
    sql`select from hold, (${sharing}) as own
         where address = any(${addresses}::text[]) and starts_at < ${slot.end} and ends_at > ${slot.start}
           and (hold.shared_by <> own.shared_by or hold.placement_id = own.placement_id)
         limit 1`,
  )
  if (overlap) throw new TimeTaken('another meeting has that time')
  await sql`
    insert into hold (meeting_id, placement_id, shared_by, address, starts_at, ends_at)
    select own.id, own.placement_id, own.shared_by, address, ${slot.start}, ${slot.end}
      from (${sharing}) as own, unnest(${addresses}::text[]) as address`.execute(db)
}

/** Times of one meeting that run into each other count as one. */
function merged(slots: Slot[]): Slot[] {
  const all: Slot[] = []
  for (const slot of slots.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = all.at(-1)
    if (last && slot.start <= last.end) all[all.length - 1] = { start: last.start, end: later(last.end, slot.end) }
    else all.push(slot)
  }
  return all
}

export async function releaseHold(db: Queryable, meetingId: MeetingId): Promise<void> {
  await sql`delete from hold where meeting_id = ${meetingId}`.execute(db)
}

const addressesOf = (emails: string[]) => [...new Set(emails.map((email) => email.toLowerCase()))]
