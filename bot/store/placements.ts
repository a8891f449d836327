/** Placements, as they were confirmed. */
import { sql } from 'kysely'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementId } from '../../shared/meeting/planning-meeting.ts'
import type { Interval } from '../../shared/dates/time.ts'
import { documentRow, keptWith, saveDocument } from './documents.ts'
import type { MessageId } from '../meetings/ports.ts'
import { rowOf, rowsOf, type Queryable } from './rows.ts'

const placementRow = documentRow<Placement>()

export const placement = (db: Queryable, id: PlacementId): Promise<Placement | null> =>
  rowOf(db, placementRow, sql`select * from placement where id = ${id}`)

/** Those that begin within a stretch of time, and were not called off. */
export const placementsStarting = (db: Queryable, { start, end }: Interval): Promise<Placement[]> =>
  rowsOf(
    db,
    placementRow,
    sql`select * from placement
         where (content #>> '{confirmation,placement,startsAt}') collate "C" >= ${start}
           and (content #>> '{confirmation,placement,startsAt}') collate "C" < ${end}
           and content -> 'cancelled' is null
         order by id`,
  )

/** By its references alone: whoever asks to see their records finds them without a name anywhere (P-55). */
export const placementFor = (
  db: Queryable,
  caseReference: string,
  placementReference: string,
): Promise<Placement | null> =>
  rowOf(
    db,
    placementRow,
    sql`select * from placement
         where case_reference = ${caseReference} and placement_reference = ${placementReference}`,
  )

/** Every placement that has one of these references, in either case of its letters: its own, its case's, or a meeting's. */
export const placementsNamed = (db: Queryable, references: string[]): Promise<Placement[]> => {
  const spellings = references.flatMap((reference) => [reference, reference.toUpperCase()])
  return rowsOf(
    db,
    placementRow,
    sql`select * from placement
         where case_reference = any(${spellings}::text[]) or placement_reference = any(${spellings}::text[])
            or id in (select placement_id from planning_meeting where ref = any(${spellings}::text[]))
         order by placement_reference, id
         limit 10`,
  )
}

export async function placementsById(db: Queryable, ids: PlacementId[]): Promise<Map<PlacementId, Placement>> {
  const placements = await rowsOf(db, placementRow, sql`select * from placement where id = any(${ids}::text[])`)
  return new Map(placements.map((each) => [each.id, each]))
}

/** Found by the index `placement_by_message`. */
export const placementsOfMessage = (db: Queryable, message: MessageId): Promise<Placement[]> =>
  rowsOf(db, placementRow, sql`select * from placement where ${keptWith(message)} order by id`)

export const savePlacement = (db: Queryable, placement: Placement): Promise<Placement> =>
  saveDocument(db, 'placement', placement)

/** Every placement that was planned under a practice. */
export const placementsUnder = (db: Queryable, pack: string): Promise<Placement[]> =>
  rowsOf(db, placementRow, sql`select * from placement where content ->> 'pack' = ${pack} order by id`)

/** Those that were queried instead of scheduled, and not called off since (L-27, L-28). */
export const placementsQueried = (db: Queryable): Promise<Placement[]> =>
  rowsOf(
    db,
    placementRow,
    sql`select * from placement
         where content #>> '{plan,status}' in ('asks', 'provisional') and content -> 'cancelled' is null
           and not exists (
             select from planning_meeting where placement_id = placement.id and state <> 'cancelled'
           )
         order by content #>> '{confirmation,confirmedAt}', id`,
  )
