/**
 * The chain of the audit log, looked over from the last line that was found as written, so that a night's work is what
 * the day has added. Since somebody could change what was looked over long ago, a stretch of that is gone through again
 * each time, round and round. Marks keep the hash of their line: what was written anew as a whole does not fit them.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../../shared/dates/time.ts'
import type { AuditCheck, AuditTrail } from '../meetings/ports.ts'
import { instantColumn, rowOf, type Queryable } from './rows.ts'

/** Looked over in one statement. */
const PIECE = 20_000
/** So many old lines are gone through again at a time. */
const AGAIN = 200_000

/** The last line that was found as written, with its hash; before the first one there is none. */
type Mark = { position: number; hash: string | null }
const START: Mark = { position: 0, hash: null }

type Kept = { checkedAt: Instant; whole: Mark; again: Mark; broken: AuditCheck['broken'] }

const keptRow = z
  .object({
    checked_at: instantColumn,
    position: z.int(),
    hash: z.string().nullable(),
    again_position: z.int(),
    again_hash: z.string().nullable(),
    broken_at: z.int().nullable(),
    broken_since: instantColumn.nullable(),
  })
  .transform((row): Kept => ({
    checkedAt: row.checked_at,
    whole: { position: row.position, hash: row.hash },
    again: { position: row.again_position, hash: row.again_hash },
    broken: row.broken_at === null || row.broken_since === null ? null : { at: row.broken_at, since: row.broken_since },
  }))

export const auditTrail = (db: Queryable, { piece = PIECE, again = AGAIN } = {}): AuditTrail => ({
  lastCheck: async () => {
    const kept = await keptIn(db)
    return kept && checkOf(kept)
  },
  check: async (now) => {
    const before = (await keptIn(db)) ?? { checkedAt: now, whole: START, again: START, broken: null }
    const added = await lookOver(db, before.whole, await lastPosition(db), piece)
    const until = Math.min(before.again.position + again, before.whole.position)
    const old = await lookOver(db, before.again, until, piece)
    const at = [added.brokenAt, old.brokenAt].filter((one) => one !== null).sort((a, b) => a - b)[0] ?? null
    const kept: Kept = {
      checkedAt: now,
      whole: added.mark,
      again: old.brokenAt === null && old.mark.position >= before.whole.position ? START : old.mark,
      broken: at === null ? null : { at, since: before.broken?.since ?? now },
    }
    await keep(db, kept)
    return checkOf(kept)
  },
})

const checkOf = ({ checkedAt, whole, broken }: Kept): AuditCheck => ({ at: checkedAt, lines: whole.position, broken })

const keptIn = (db: Queryable): Promise<Kept | null> => rowOf(db, keptRow, sql`select * from audit_check`)

async function keep(db: Queryable, { checkedAt, whole, again, broken }: Kept): Promise<void> {
  await sql`
    insert into audit_check (checked_at, position, hash, again_position, again_hash, broken_at, broken_since)
    values (${checkedAt}, ${whole.position}, ${whole.hash}, ${again.position}, ${again.hash},
            ${broken?.at ?? null}, ${broken?.since ?? null})
    on conflict (only_one) do update
       set checked_at = excluded.checked_at, position = excluded.position, hash = excluded.hash,
           again_position = excluded.again_position, again_hash = excluded.again_hash,
           broken_at = excluded.broken_at, broken_since = excluded.broken_since`.execute(db)
}

const lastPosition = async (db: Queryable): Promise<number> =>
  (await rowOf(db, z.object({ last: z.int() }), sql`select coalesce(max(position), 0) as last from audit_line`))!.last

/** `brokenAt`: a line that was changed, or stands where one was taken out. The mark goes no further than what is whole. */
async function lookOver(
  db: Queryable,
  from: Mark,
  until: number,
  piece: number,
): Promise<{ mark: Mark; brokenAt: number | null }> {
  // Taken out at the end, or all of it written anew, it is the marked line that is not there any more.
  if (from.position > 0 && !(await isThere(db, from))) return { mark: from, brokenAt: from.position }
  let mark = from
  while (mark.position < until) {
    const next = await lookAtPiece(db, mark, Math.min(piece, until - mark.position))
    if (next.brokenAt !== null) return { mark, brokenAt: next.brokenAt }
    mark = next.mark
  }
  return { mark, brokenAt: null }
}

const isThere = async (db: Queryable, { position, hash }: Mark): Promise<boolean> =>
  (await rowOf(
    db,
    z.object({}),
    sql`select from audit_line where position = ${position} and encode(hash, 'hex') = ${hash}`,
  )) !== null

const pieceRow = z.object({ broken: z.int().nullable(), last: z.int().nullable(), hash: z.string().nullable() })

async function lookAtPiece(db: Queryable, from: Mark, lines: number) {
  const until = from.position + lines
  const found = await rowOf(
    db,
    pieceRow,
    sql`
    with checked as (
      select line.position, line.hash,
             audit_line_hash(coalesce(lag(line.hash) over chain, decode(${from.hash}::text, 'hex')), line) = line.hash
               and line.position = coalesce(lag(line.position) over chain, ${from.position}) + 1 as as_written
        from audit_line as line
       where line.position > ${from.position} and line.position <= ${until}
      window chain as (order by line.position)
    )
    select min(position) filter (where not as_written) as broken, max(position) as last,
           (select encode(hash, 'hex') from checked order by position desc limit 1) as hash
      from checked`,
  )
  const { broken = null, last = null, hash = null } = found ?? {}
  // Where lines are missing at its end, the piece is shorter than it has to be.
  const brokenAt = broken ?? (last === until ? null : (last ?? from.position) + 1)
  return { mark: { position: until, hash }, brokenAt }
}
