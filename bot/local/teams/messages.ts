/** What stands in the conversations, and how far each person has read. */
import { toEpochMs, type Instant } from '../../../shared/dates/time.ts'
import type { Tenant } from '../tenant.ts'

export type Attachment = Record<string, unknown> & { contentType: string; content?: unknown }

export type Author = { kind: 'person'; objectId: string } | { kind: 'bot' }

/** Whether the bot has been given what a person wrote; `notForBot` where nobody mentioned it. */
export type Delivery = 'waiting' | 'delivered' | 'refused' | 'unreachable' | 'notForBot'

export type ChatMessage = {
  id: string
  conversationId: string
  /** In a channel, the message that began the thread; `null` for that one itself and everywhere else. */
  rootId: string | null
  from: Author
  at: Instant
  text: string
  textFormat: 'plain' | 'markdown' | 'xml'
  attachments: Attachment[]
  attachmentLayout: 'list' | 'carousel'
  suggestedActions: unknown[]
  /** What a notification shows of a card, on a lock screen too. */
  summary: string | null
  mentionsBot: boolean
  delivery: Delivery | null
  editedAt: Instant | null
  deletedAt: Instant | null
}

const messages = (tenant: Tenant) => tenant.state.table<ChatMessage>('teams messages')
const readMarks = (tenant: Tenant) => tenant.state.table<string>('teams read marks')

export const findMessage = (tenant: Tenant, conversationId: string, id: string): ChatMessage | undefined => {
  const message = messages(tenant).get(id)
  return message?.conversationId === conversationId && !message.deletedAt ? message : undefined
}

/** In the order in which they were written. */
export const messagesIn = (tenant: Tenant, conversationId: string): ChatMessage[] =>
  messages(tenant)
    .all()
    .filter((message) => message.conversationId === conversationId)

export const saveMessage = (tenant: Tenant, message: ChatMessage): ChatMessage => {
  messages(tenant).put(message.id, message)
  return message
}

/** Teams names a message by the millisecond of its writing; the count keeps those of one second apart. */
export const newMessage = (
  tenant: Tenant,
  given: Pick<ChatMessage, 'conversationId' | 'from'> & Partial<ChatMessage>,
): ChatMessage =>
  tenant.state.change(() => {
    const at = tenant.clock.now()
    return saveMessage(tenant, {
      id: String(toEpochMs(at) + tenant.state.next('teams message')),
      rootId: null,
      at,
      text: '',
      textFormat: 'plain',
      attachments: [],
      attachmentLayout: 'list',
      suggestedActions: [],
      summary: null,
      mentionsBot: false,
      delivery: null,
      editedAt: null,
      deletedAt: null,
      ...given,
    })
  })

/** The place stays, the words go. */
export const deleteMessage = (tenant: Tenant, message: ChatMessage): ChatMessage =>
  saveMessage(tenant, {
    ...message,
    text: '',
    attachments: [],
    suggestedActions: [],
    summary: null,
    deletedAt: tenant.clock.now(),
  })

const markOf = (conversationId: string, objectId: string) => `${conversationId}\n${objectId}`

export function markRead(tenant: Tenant, conversationId: string, objectId: string): void {
  const last = messagesIn(tenant, conversationId).at(-1)?.id
  const mark = markOf(conversationId, objectId)
  if (last && readMarks(tenant).get(mark) !== last) readMarks(tenant).put(mark, last)
}

export function unreadBy(tenant: Tenant, conversationId: string, objectId: string): number {
  const read = Number(readMarks(tenant).get(markOf(conversationId, objectId)) ?? 0)
  return messagesIn(tenant, conversationId).filter(
    ({ id, from, deletedAt }) =>
      Number(id) > read && !deletedAt && !(from.kind === 'person' && from.objectId === objectId),
  ).length
}
