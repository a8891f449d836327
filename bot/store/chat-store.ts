/** Implements the chat's own store: conversations, cards and the activities that have been taken on. */
import { sql } from 'kysely'
import { z } from 'zod'
import { addHours } from '../../shared/dates/time.ts'
import type { CardKind, ChatStore, Conversation, PersonId, PostedCard } from '../chat/ports.ts'
import type { Database } from './database.ts'
import { rowOf, rowsOf, textColumn } from './rows.ts'

const conversationRow = z
  .object({
    tenant_id: z.string(),
    object_id: z.string(),
    service_url: z.string(),
    conversation_id: z.string(),
    bot_id: z.string(),
    user_id: z.string(),
  })
  .transform((row): Conversation => ({
    tenantId: row.tenant_id,
    objectId: row.object_id,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    botId: row.bot_id,
    userId: row.user_id,
  }))

const cardRow = z
  .object({
    kind: textColumn<CardKind>(),
    subject_id: z.string(),
    object_id: z.string(),
    service_url: z.string(),
    conversation_id: z.string(),
    activity_id: z.string(),
    told: z.string().nullable(),
  })
  .transform((row): PostedCard => ({
    kind: row.kind,
    subjectId: row.subject_id,
    objectId: row.object_id,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    activityId: row.activity_id,
    told: row.told,
  }))

const found = z.object({})
const whoIs = ({ tenantId, objectId }: PersonId) => sql`tenant_id = ${tenantId} and object_id = ${objectId}`
const whichIs = ({ kind, subjectId, objectId }: Pick<PostedCard, 'kind' | 'subjectId' | 'objectId'>) =>
  sql`kind = ${kind} and subject_id = ${subjectId} and object_id = ${objectId}`

export const openChatStore = ({ db, transaction }: Pick<Database, 'db' | 'transaction'>): ChatStore => ({
  conversation: (person) => rowOf(db, conversationRow, sql`select * from conversation where ${whoIs(person)}`),

  keepConversation: (conversation) =>
    transaction(async (inside) => {
      const { tenantId, objectId, serviceUrl, conversationId, botId, userId } = conversation
      await sql`delete from blocked_by where ${whoIs(conversation)}`.execute(inside)
      const kept = await rowOf(
        inside,
        z.object({ is_new: z.boolean() }),
        // A row that no transaction has replaced yet has no xmax.
        sql`insert into conversation (tenant_id, object_id, service_url, conversation_id, bot_id, user_id)
            values (${tenantId}, ${objectId}, ${serviceUrl}, ${conversationId}, ${botId}, ${userId})
            on conflict (tenant_id, object_id) do update
               set service_url = excluded.service_url, conversation_id = excluded.conversation_id,
                   bot_id = excluded.bot_id, user_id = excluded.user_id
            returning xmax = 0 as is_new`,
      )
      return kept?.is_new ?? false
    }),

  forgetConversation: async (person) => {
    await sql`delete from conversation where ${whoIs(person)}`.execute(db)
  },

  isBlocked: async (person) => (await rowOf(db, found, sql`select from blocked_by where ${whoIs(person)}`)) !== null,

  markBlocked: async ({ tenantId, objectId }, at) => {
    await sql`
      insert into blocked_by (tenant_id, object_id, blocked_at) values (${tenantId}, ${objectId}, ${at})
      on conflict do nothing`.execute(db)
  },

  card: (kind, subjectId, objectId) =>
    rowOf(db, cardRow, sql`select * from card where ${whichIs({ kind, subjectId, objectId })}`),

  cards: (kind, subjectId) =>
    rowsOf(db, cardRow, sql`select * from card where kind = ${kind} and subject_id = ${subjectId} order by object_id`),

  keepCard: async (card) => {
    const { kind, subjectId, objectId, serviceUrl, conversationId, activityId, told } = card
    await sql`
      insert into card (kind, subject_id, object_id, service_url, conversation_id, activity_id, told)
      values (${kind}, ${subjectId}, ${objectId}, ${serviceUrl}, ${conversationId}, ${activityId}, ${told})
      on conflict (kind, subject_id, object_id) do update
         set service_url = excluded.service_url, conversation_id = excluded.conversation_id,
             activity_id = excluded.activity_id, told = excluded.told`.execute(db)
  },

  dropCard: async (card) => {
    await sql`delete from card where ${whichIs(card)}`.execute(db)
  },

  takeActivity: async (id, at) => {
    // Teams sends an activity again within minutes. After a day it is forgotten.
    await sql`delete from taken_activity where taken_at < ${addHours(at, -24)}`.execute(db)
    const first = sql`
      insert into taken_activity (id, taken_at) values (${id}, ${at}) on conflict do nothing returning id`
    return (await rowOf(db, found, first)) !== null
  },

  releaseActivity: async (id) => {
    await sql`delete from taken_activity where id = ${id}`.execute(db)
  },
})
