/** What is kept of the confirmation mailbox: how far it was read, what came of each mail, and who was told. */
import { sql } from 'kysely'
import { z } from 'zod'
import { LEFT, type ArrivedMail, type ArrivedMailId, type MailCounts } from '../../shared/letters/arrived-mail.ts'
import type { MailMemory, MailPlace, Round, Telling } from '../mailbox/ports.ts'
import type { Database } from './database.ts'
import { instantColumn, json, jsonColumn, rowOf, rowsOf, textColumn, type Queryable } from './rows.ts'
import type { KeepJobs } from './store.ts'

const roundRow = z
  .object({
    mailbox: z.string(),
    link: z.string(),
    began_at: instantColumn,
    read_at: instantColumn,
    watched_at: instantColumn.nullable(),
  })
  .transform(({ mailbox, link, began_at, read_at, watched_at }): Round => ({
    mailbox,
    link,
    beganAt: began_at,
    readAt: read_at,
    watchedAt: watched_at,
  }))

const mailRow = z
  .object({
    id: textColumn<ArrivedMailId>(),
    content: jsonColumn<Pick<ArrivedMail, 'arrival' | 'news'>>(),
    came: textColumn<ArrivedMail['came']>(),
    settled_at: instantColumn.nullable(),
    settled_by: z.string().nullable(),
  })
  .transform(({ id, content, came, settled_at, settled_by }): ArrivedMail => ({
    id,
    came,
    ...content,
    settled: settled_at && settled_by !== null ? { at: settled_at, by: settled_by } : null,
  }))

const tellingRow = z
  .object({ object_id: z.string(), how: textColumn<Telling['how']>(), place: jsonColumn<MailPlace>().nullable() })
  .transform(({ object_id, how, place }): Telling => ({ objectId: object_id, how, place }))

const idRow = z.object({ id: textColumn<ArrivedMailId>() })

export const openMailMemory = (
  { db, transaction }: Pick<Database, 'db' | 'transaction'>,
  keepJobs: KeepJobs,
): MailMemory => ({
  round: (mailbox) => rowOf(db, roundRow, sql`select * from mailbox_round where mailbox = lower(${mailbox})`),

  taken: async (ids) => {
    const found = await rowsOf(db, idRow, sql`select id from arrived_mail where id = any(${ids}::text[])`)
    return new Set(found.map(({ id }) => id))
  },

  mail: (id) => rowOf(db, mailRow, sql`select * from arrived_mail where id = ${id}`),

  waiting: () =>
    rowsOf(
      db,
      mailRow,
      sql`select * from arrived_mail where came = 'news' and settled_at is null order by received_at, id`,
    ),

  counts: async (since) => {
    const row = z.object({ came: textColumn<ArrivedMail['came']>(), mails: z.int() })
    const counted = await rowsOf(
      db,
      row,
      sql`select came, count(*)::int as mails from arrived_mail where received_at >= ${since} group by came`,
    )
    const none = Object.fromEntries(['news', ...LEFT].map((came) => [came, 0])) as MailCounts
    return { ...none, ...Object.fromEntries(counted.map(({ came, mails }) => [came, mails])) }
  },

  keep: ({ round, mail, jobs = [] }) =>
    transaction(async (inside) => {
      if (round) await saveRound(inside, round)
      if (mail && !(await addMail(inside, mail))) return false
      await keepJobs(inside, jobs)
      return true
    }),

  settle: (id, { at, by }, jobs) =>
    transaction(async (inside) => {
      const settled = await rowOf(
        inside,
        idRow,
        sql`update arrived_mail set settled_at = ${at}, settled_by = ${by}
             where id = ${id} and settled_at is null returning id`,
      )
      if (settled) await keepJobs(inside, jobs)
    }),

  told: (id, objectId) =>
    rowOf(db, tellingRow, sql`select * from mail_telling where mail_id = ${id} and object_id = ${objectId}`),

  tellings: (id) => rowsOf(db, tellingRow, sql`select * from mail_telling where mail_id = ${id} order by object_id`),

  keepTelling: async (id, { objectId, how, place }) => {
    await sql`
      insert into mail_telling (mail_id, object_id, how, place) values (${id}, ${objectId}, ${how}, ${json(place)})
      on conflict do nothing`.execute(db)
  },

  forget: async (before) => {
    await sql`
      delete from arrived_mail where received_at < ${before} and (came <> 'news' or settled_at is not null)`.execute(db)
  },
})

/** Of two who read at once the last one counts: whatever its link shows again is known. */
async function saveRound(db: Queryable, { mailbox, link, beganAt, readAt, watchedAt }: Round): Promise<void> {
  await sql`
    insert into mailbox_round (mailbox, link, began_at, read_at, watched_at)
    values (lower(${mailbox}), ${link}, ${beganAt}, ${readAt}, ${watchedAt})
    on conflict (mailbox) do update
       set link = excluded.link, began_at = excluded.began_at, read_at = excluded.read_at,
           watched_at = excluded.watched_at`.execute(db)
}

/** `false` where it is there already. */
async function addMail(db: Queryable, { id, arrival, came, news }: ArrivedMail): Promise<boolean> {
  const added = sql`
    insert into arrived_mail (id, received_at, came, content)
    values (${id}, ${arrival.at}, ${came}, ${json({ arrival, news })})
    on conflict do nothing returning id`
  return (await rowOf(db, idRow, added)) !== null
}
