/** Links that were sent to people outside, by the hash of their secret. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { PersonalLink } from '../meetings/ports.ts'
import { instantColumn, rowOf, textColumn, type Queryable } from './rows.ts'

const linkRow = z
  .object({
    hash: z.string(),
    meeting_id: textColumn<MeetingId>(),
    person: textColumn<PersonKey>(),
    round: z.int(),
    made_at: instantColumn,
  })
  .transform(({ meeting_id, made_at, ...link }): PersonalLink => ({ ...link, meetingId: meeting_id, madeAt: made_at }))

/** Looked up by hash: how long it takes says nothing about any secret. */
export const personalLink = (db: Queryable, hash: string): Promise<PersonalLink | null> =>
  rowOf(db, linkRow, sql`select * from personal_link where hash = ${hash}`)

export async function keepLink(db: Queryable, { hash, meetingId, person, round, madeAt }: PersonalLink): Promise<void> {
  await sql`
    insert into personal_link (hash, meeting_id, person, round, made_at)
    values (${hash}, ${meetingId}, ${person}, ${round}, ${madeAt})`.execute(db)
}

export async function revokeLinks(db: Queryable, meetingId: MeetingId, person: PersonKey | undefined): Promise<void> {
  await sql`
    delete from personal_link
     where meeting_id = ${meetingId} and (${person ?? null}::text is null or person = ${person ?? null})`.execute(db)
}
