/** Which of our meetings has whose time. Outlook cannot reserve several calendars at once, so our own books must. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { MeetingId, Slot } from '../../shared/planning-meeting.ts'
import type { Interval } from '../../shared/time.ts'
import { TimeTaken } from '../meetings/ports.ts'
import { instantColumn, lockAll, rowOf, rowsOf, type Queryable } from './rows.ts'

/** Times that meetings other than `except` hold for these people, within a stretch; an entry for each address. */
export async function held(
  db: Queryable,
  emails: string[],
  within: Interval,
  except: MeetingId | null,
): Promise<Map<string, Interval[]>> {
  const addresses = addressesOf(emails)
  const rows = await rowsOf(
    db,
    z.object({ address: z.string(), starts_at: instantColumn, ends_at: instantColumn }),
    sql`select address, starts_at, ends_at from hold
         where address = any(${addresses}::text[])
           and starts_at < ${within.end} and ends_at > ${within.start}
           and meeting_id is distinct from ${except}
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

/** Takes a slot for these people, in place of what the meeting held before. Throws {@link TimeTaken}. */
export async function takeHold(db: Queryable, meetingId: MeetingId, emails: string[], slot: Slot): Promise<void> {
  const addresses = addressesOf(emails)
  // One at a time for each person. The exclusion constraint would refuse an overlap, too, but two transactions that run
  // into it together can each wait for the other, and its refusal quotes addresses.
  await lockAll(db, 'hold', addresses)
  await releaseHold(db, meetingId)
  const overlap = await rowOf(
    db,
    z.object({}),
    sql`select from hold
         where address = any(${addresses}::text[]) and starts_at < ${slot.end} and ends_at > ${slot.start}
         limit 1`,
  )
  if (overlap) throw new TimeTaken('another meeting has that time')
  await sql`
    insert into hold (meeting_id, address, starts_at, ends_at)
    select ${meetingId}, address, ${slot.start}, ${slot.end} from unnest(${addresses}::text[]) as address`.execute(db)
}

export async function releaseHold(db: Queryable, meetingId: MeetingId): Promise<void> {
  await sql`delete from hold where meeting_id = ${meetingId}`.execute(db)
}

const addressesOf = (emails: string[]) => [...new Set(emails.map((email) => email.toLowerCase()))]
