/** Implements the chat adapter's own store: conversations, cards and the activities that have been taken on. */
import { sql } from 'kysely'
import { z } from 'zod'
import { addHours } from '../../shared/time.ts'
import type { CardKey, ChatStore, Conversation, PostedCard } from '../chat/ports.ts'
import type { Database } from './database.ts'
import { rowOf, rowsOf } from './rows.ts'

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
    kind: z.enum(['draft', 'meeting', 'attendee']),
    subject_id: z.string(),
    object_id: z.string(),
    service_url: z.string(),
    conversation_id: z.string(),
    activity_id: z.string(),
  })
  .transform((row): PostedCard => ({
    kind: row.kind,
    subjectId: row.subject_id,
    objectId: row.object_id,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    activityId: row.activity_id,
  }))

const theCard = ({ kind, subjectId, objectId }: CardKey) =>
  sql`kind = ${kind} and subject_id = ${subjectId} and object_id = ${objectId}`

export const openChatStore = ({ db }: Pick<Database, 'db'>): ChatStore => ({
  conversation: ({ tenantId, objectId }) =>
    rowOf(
      db,
      conversationRow,
      sql`select * from conversation where tenant_id = ${tenantId} and object_id = ${objectId}`,
    ),

  rememberConversation: async ({ tenantId, objectId, serviceUrl, conversationId, botId, userId }) => {
    await sql`
      insert into conversation (tenant_id, object_id, service_url, conversation_id, bot_id, user_id)
      values (${tenantId}, ${objectId}, ${serviceUrl}, ${conversationId}, ${botId}, ${userId})
      on conflict (tenant_id, object_id) do update
         set service_url = excluded.service_url, conversation_id = excluded.conversation_id,
             bot_id = excluded.bot_id, user_id = excluded.user_id`.execute(db)
  },

  forgetConversation: async ({ tenantId, objectId }) => {
    await sql`delete from conversation where tenant_id = ${tenantId} and object_id = ${objectId}`.execute(db)
  },

  card: (key) => rowOf(db, cardRow, sql`select * from card where ${theCard(key)}`),

  cards: (kind, subjectId) =>
    rowsOf(db, cardRow, sql`select * from card where kind = ${kind} and subject_id = ${subjectId} order by object_id`),

  rememberCard: async ({ kind, subjectId, objectId, serviceUrl, conversationId, activityId }) => {
    await sql`
      insert into card (kind, subject_id, object_id, service_url, conversation_id, activity_id)
      values (${kind}, ${subjectId}, ${objectId}, ${serviceUrl}, ${conversationId}, ${activityId})
      on conflict (kind, subject_id, object_id) do update
         set service_url = excluded.service_url, conversation_id = excluded.conversation_id,
             activity_id = excluded.activity_id`.execute(db)
  },

  forgetCard: async (key) => {
    await sql`delete from card where ${theCard(key)}`.execute(db)
  },

  takeOn: async (activityId, now) => {
    await sql`delete from seen_activity where seen_at < ${addHours(now, -24)}`.execute(db)
    const first = sql`insert into seen_activity (id, seen_at) values (${activityId}, ${now})
                      on conflict do nothing returning id`
    return (await rowOf(db, z.object({}), first)) !== null
  },

  letGo: async (activityId) => {
    await sql`delete from seen_activity where id = ${activityId}`.execute(db)
  },
})
