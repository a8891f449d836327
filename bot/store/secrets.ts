/** Secrets that the app makes for itself: the same on every instance, and after every start. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { rowOf, type Queryable } from './rows.ts'

export async function sharedSecret(db: Queryable, name: string): Promise<string> {
  await sql`insert into secret (name, value) values (${name}, ${randomBytes(32).toString('base64url')})
            on conflict do nothing`.execute(db)
  return (await rowOf(db, z.object({ value: z.string() }), sql`select value from secret where name = ${name}`))!.value
}
