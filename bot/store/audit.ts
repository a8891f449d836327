/** The audit log (P-52). The database itself refuses to change or remove a line, and chains each to the one before. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { MeetingId, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import type { AuditEntry } from '../meetings/ports.ts'
import { instantColumn, json, jsonColumn, rowsOf, textColumn, type Queryable } from './rows.ts'

const auditRow = z
  .object({
    happened_at: instantColumn,
    done_by: z.string(),
    did: z.string(),
    placement_id: textColumn<PlacementId>().nullable(),
    meeting_id: textColumn<MeetingId>().nullable(),
    detail: jsonColumn<NonNullable<AuditEntry['detail']>>().nullable(),
  })
  .transform((row): AuditEntry => ({
    at: row.happened_at,
    by: row.done_by,
    did: row.did,
    ...(row.placement_id !== null && { placementId: row.placement_id }),
    ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
    ...(row.detail !== null && { detail: row.detail }),
  }))

/** Lines about this placement or this meeting, oldest first. */
export const audit = (
  db: Queryable,
  { placementId, meetingId }: { placementId?: PlacementId; meetingId?: MeetingId },
): Promise<AuditEntry[]> =>
  rowsOf(
    db,
    auditRow,
    sql`select * from audit_line
         where placement_id = ${placementId ?? null} or meeting_id = ${meetingId ?? null}
         order by position`,
  )

export async function addToAudit(db: Queryable, entries: AuditEntry[]): Promise<void> {
  for (const { at, by, did, placementId, meetingId, detail } of entries) {
    await sql`
      insert into audit_line (happened_at, done_by, did, placement_id, meeting_id, detail)
      values (${at}, ${by}, ${did}, ${placementId ?? null}, ${meetingId ?? null}, ${json(detail)})`.execute(db)
  }
}
