/** Drafts: placement confirmations on their way in. */
import { sql } from 'kysely'
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import type { FamilyId } from '../../shared/placement/siblings.ts'
import { documentRow, keptWith, saveDocument } from './documents.ts'
import type { MessageId } from '../meetings/ports.ts'
import { rowOf, rowsOf, type Queryable } from './rows.ts'

const draftRow = documentRow<Draft>()

export const draft = (db: Queryable, id: DraftId): Promise<Draft | null> =>
  rowOf(db, draftRow, sql`select * from draft where id = ${id}`)

export const draftFor = (db: Queryable, caseReference: string, placementReference: string): Promise<Draft | null> =>
  rowOf(
    db,
    draftRow,
    sql`select * from draft
         where case_reference = ${caseReference} and placement_reference = ${placementReference}
           and state <> 'dismissed'
         order by state = 'open' desc, created_at desc, id
         limit 1`,
  )

export const openDraftsWith = (db: Queryable, references: string[]): Promise<Draft[]> =>
  rowsOf(
    db,
    draftRow,
    sql`select * from draft
         where state = 'open'
           and (case_reference = any(${references}::text[]) or placement_reference = any(${references}::text[]))
         order by id`,
  )

export const openDrafts = (db: Queryable): Promise<Draft[]> =>
  rowsOf(db, draftRow, sql`select * from draft where state = 'open' order by created_at, id`)

/** Those open of children who are placed together. */
export const draftsOfFamily = (db: Queryable, family: FamilyId): Promise<Draft[]> =>
  rowsOf(db, draftRow, sql`select * from draft where state = 'open' and content ->> 'family' = ${family} order by id`)

/** Those open that a message was kept with, found by the index `draft_by_message`. */
export const draftsOfMessage = (db: Queryable, message: MessageId): Promise<Draft[]> =>
  rowsOf(db, draftRow, sql`select * from draft where state = 'open' and ${keptWith(message)} order by id`)

export const saveDraft = (db: Queryable, draft: Draft): Promise<Draft> => saveDocument(db, 'draft', draft)
