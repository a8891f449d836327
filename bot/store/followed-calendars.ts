/** How far the changes in the calendars that own our events have been followed. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { FollowedCalendar } from '../meetings/ports.ts'
import { instantColumn, rowOf, type Queryable } from './rows.ts'

const followedRow = z
  .object({ mailbox: z.string(), starts_at: instantColumn, ends_at: instantColumn, link: z.string() })
  .transform(({ mailbox, starts_at, ends_at, link }): FollowedCalendar => ({
    mailbox,
    within: { start: starts_at, end: ends_at },
    link,
  }))

export const followedCalendar = (db: Queryable, mailbox: string): Promise<FollowedCalendar | null> =>
  rowOf(db, followedRow, sql`select * from followed_calendar where mailbox = ${mailbox.toLowerCase()}`)

export const keepFollowedCalendar = (db: Queryable, { mailbox, within, link }: FollowedCalendar) =>
  sql`
    insert into followed_calendar (mailbox, starts_at, ends_at, link)
    values (${mailbox.toLowerCase()}, ${within.start}, ${within.end}, ${link})
    on conflict (mailbox) do update
       set starts_at = excluded.starts_at, ends_at = excluded.ends_at, link = excluded.link`.execute(db)
