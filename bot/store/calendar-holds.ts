/** What may stand in people's calendars to hold a time for a meeting. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { CalendarHold } from '../meetings/ports.ts'
import { instantColumn, rowsOf, textColumn, type Queryable } from './rows.ts'

const holdRow = z
  .object({
    id: z.string(),
    meeting_id: textColumn<MeetingId>(),
    address: z.string(),
    starts_at: instantColumn,
    ends_at: instantColumn,
    event_id: z.string().nullable(),
    looks: z.int(),
  })
  .transform(({ id, looks, ...row }): CalendarHold => ({
    id,
    looks,
    meetingId: row.meeting_id,
    email: row.address,
    slot: { start: row.starts_at, end: row.ends_at },
    eventId: row.event_id,
  }))

export const calendarHolds = (db: Queryable, meetingId: MeetingId): Promise<CalendarHold[]> =>
  rowsOf(db, holdRow, sql`select * from calendar_hold where meeting_id = ${meetingId} order by address, starts_at, id`)

export async function keepCalendarHold(db: Queryable, hold: CalendarHold): Promise<void> {
  const { id, meetingId, email, slot, eventId, looks } = hold
  await sql`
    insert into calendar_hold (id, meeting_id, address, starts_at, ends_at, event_id, looks)
    values (${id}, ${meetingId}, ${email.toLowerCase()}, ${slot.start}, ${slot.end}, ${eventId}, ${looks})
    on conflict (id, address) do update set event_id = excluded.event_id, looks = excluded.looks`.execute(db)
}

export async function dropCalendarHold(
  db: Queryable,
  { id, email }: Pick<CalendarHold, 'id' | 'email'>,
): Promise<void> {
  await sql`delete from calendar_hold where id = ${id} and address = ${email.toLowerCase()}`.execute(db)
}
