/** The minutes of meetings, as the shared document that people write in together and as plain data. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { MinutesRecord } from '../meetings/ports.ts'
import { instantColumn, json, jsonColumn, lockAll, rowOf, type Queryable } from './rows.ts'

const minutesRow = z
  .object({ state: z.instanceof(Uint8Array), minutes: jsonColumn<Minutes>(), saved_at: instantColumn })
  .transform(({ state, minutes, saved_at }): MinutesRecord => ({ state, minutes, savedAt: saved_at }))

export const minutes = (db: Queryable, meetingId: MeetingId): Promise<MinutesRecord | null> =>
  rowOf(db, minutesRow, sql`select state, minutes, saved_at from minutes where meeting_id = ${meetingId}`)

/** Inside a transaction, which keeps everybody else from changing the same minutes until it ends. */
export async function changeMinutes(
  transaction: Queryable,
  meetingId: MeetingId,
  merge: (before: MinutesRecord | null) => MinutesRecord,
): Promise<MinutesRecord> {
  await lockAll(transaction, 'minutes', [meetingId])
  const after = merge(await minutes(transaction, meetingId))
  await sql`
    insert into minutes (meeting_id, state, minutes, saved_at)
    values (${meetingId}, ${after.state}, ${json(after.minutes)}, ${after.savedAt})
    on conflict (meeting_id) do update
       set state = excluded.state, minutes = excluded.minutes, saved_at = excluded.saved_at`.execute(transaction)
  return after
}
