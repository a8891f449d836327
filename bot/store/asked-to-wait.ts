/** What Graph has asked one instance of the app to wait, for all of them to keep to. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { SharedWaits } from '../meetings/ports.ts'
import { rowOf, type Queryable } from './rows.ts'

export const sharedWaits = (db: Queryable): SharedWaits => ({
  async until(mailbox) {
    const row = z.object({ until_ms: z.number() })
    const wait = await rowOf(db, row, sql`select until_ms from asked_to_wait where mailbox = ${mailbox}`)
    return wait?.until_ms ?? 0
  },
  async keep(mailbox, untilMs) {
    await sql`
      insert into asked_to_wait (mailbox, until_ms) values (${mailbox}, ${untilMs})
      on conflict (mailbox) do update set until_ms = greatest(asked_to_wait.until_ms, excluded.until_ms)`.execute(db)
  },
})
