/** Planned and sent reminders: SQL, and row <-> domain. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Reminder, ReminderKind } from '../../shared/letters/reminders.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { instantColumn, rowOf, textColumn, type Queryable } from './rows.ts'

type PlannedReminder = Reminder & { sentAt: Instant | null }

const reminderRow = z
  .object({
    meeting_id: textColumn<MeetingId>(),
    person: textColumn<PersonKey>(),
    kind: textColumn<ReminderKind>(),
    meeting_start: instantColumn,
    due_at: instantColumn,
    sent_at: instantColumn.nullable(),
  })
  .transform((row): PlannedReminder => ({
    meetingId: row.meeting_id,
    person: row.person,
    kind: row.kind,
    meetingStart: row.meeting_start,
    dueAt: row.due_at,
    sentAt: row.sent_at,
  }))

export const reminder = (
  db: Queryable,
  meetingId: MeetingId,
  person: PersonKey,
  kind: ReminderKind,
): Promise<PlannedReminder | null> =>
  rowOf(
    db,
    reminderRow,
    sql`select * from reminder where meeting_id = ${meetingId} and person = ${person} and kind = ${kind}`,
  )

/** Plans these instead of all that are not yet sent. One sent for another start is planned anew; for the same it stays sent. */
export async function planReminders(db: Queryable, meetingId: MeetingId, reminders: Reminder[]): Promise<void> {
  await sql`delete from reminder where meeting_id = ${meetingId} and sent_at is null`.execute(db)
  for (const { person, kind, meetingStart, dueAt } of reminders) {
    await sql`
      insert into reminder (meeting_id, person, kind, meeting_start, due_at)
      values (${meetingId}, ${person}, ${kind}, ${meetingStart}, ${dueAt})
      on conflict (meeting_id, person, kind) do update
         set meeting_start = excluded.meeting_start, due_at = excluded.due_at, sent_at = null, outcome = null
       where reminder.meeting_start <> excluded.meeting_start`.execute(db)
  }
}

export async function markReminder(
  db: Queryable,
  { meetingId, person, kind, meetingStart }: Pick<Reminder, 'meetingId' | 'person' | 'kind' | 'meetingStart'>,
  outcome: { at: Instant; how: string },
): Promise<void> {
  await sql`
    update reminder set sent_at = ${outcome.at}, outcome = ${outcome.how}
     where meeting_id = ${meetingId} and person = ${person} and kind = ${kind} and meeting_start = ${meetingStart}
       and sent_at is null`.execute(db)
}
