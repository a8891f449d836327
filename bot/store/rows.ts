/** What goes into a row and what comes out: the same JavaScript values from both drivers, read by a schema at the door. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { instant, readInstant, type Instant } from '../../shared/dates/time.ts'

/** A connection or a transaction: the first argument of every question, so that callers choose. */
export type Queryable = Kysely<unknown>

export async function rowsOf<Row>(db: Queryable, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await query.execute(db)
  return z.array(row).parse(rows)
}

export async function rowOf<Row>(db: Queryable, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row | null> {
  return (await rowsOf(db, row, query))[0] ?? null
}

/**
 * Makes everybody else who wants one of these names wait until the transaction ends. Always in one order, so that two
 * who want the same names do not wait for each other.
 */
export async function lockAll(transaction: Queryable, kind: string, names: string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(lock) from (
      select hashtextextended(${kind}::text || ' ' || name, 0) as lock from unnest(${names}::text[]) as name order by 1
    ) as in_order`.execute(transaction)
}

/** A value for a jsonb column. The drivers would each encode an array or a string differently. */
export const json = (value: unknown): RawBuilder<unknown> =>
  value === null || value === undefined ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`

export const instantColumn = z.custom<Instant>((value) => typeof value === 'string' && readInstant(value) === value)

/** One of our own ids, or other text whose type is narrower than text. */
export const textColumn = <Text extends string>() => z.custom<Text>((value) => typeof value === 'string')

/** A jsonb column. Only this folder writes it, from a value of that very type, so its inside is taken on trust. */
export const jsonColumn = <Value extends object>() =>
  z.custom<Value>((value) => typeof value === 'object' && value !== null)

const OID = { bytea: 17, int8: 20, date: 1082, timestamptz: 1184 }

/** By type id, how text on the wire becomes a value: for both drivers, which by themselves disagree on these. */
export const PARSERS: Record<number, (text: string) => unknown> = {
  [OID.bytea]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  [OID.int8]: Number,
  [OID.date]: (text) => text,
  [OID.timestamptz]: (text) => instant(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')),
}
