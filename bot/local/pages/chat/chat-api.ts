/** What people see and do in the town's Teams. */
import { z } from 'zod'
import { ROLES } from '../../../../shared/placement/placement.ts'
import { ask, tell } from '../town/ask.ts'
import { moment } from '../town/town-api.ts'

const conversation = z.object({
  id: z.string(),
  kind: z.enum(['personal', 'groupChat', 'channel']),
  name: z.string(),
  team: z.string().nullable(),
  members: z.array(z.object({ name: z.string(), email: z.string(), role: z.enum(ROLES).nullable() })),
  unread: z.number(),
  last: z.object({ from: z.string(), at: moment, preview: z.string() }).nullable(),
  installed: z.boolean().optional(),
  blocked: z.boolean().optional(),
})
export type Conversation = z.output<typeof conversation>

const conversations = z.object({
  bot: z.object({ name: z.string() }),
  messageActions: z.array(z.object({ commandId: z.string(), title: z.string() })),
  conversations: z.array(conversation),
})
export type ConversationList = z.output<typeof conversations>

const unread = z.object({ people: z.array(z.object({ email: z.string(), unread: z.number() })) })

const attachment = z.object({ contentType: z.string(), content: z.unknown().optional() })

const message = z.object({
  id: z.string(),
  rootId: z.string().nullable(),
  from: z.object({ kind: z.enum(['person', 'bot']), name: z.string(), isMe: z.boolean() }),
  at: moment,
  text: z.string(),
  textFormat: z.enum(['plain', 'markdown', 'xml']),
  attachments: z.array(attachment),
  summary: z.string().nullable(),
  delivery: z.enum(['waiting', 'delivered', 'refused', 'unreachable', 'notForBot']).nullable(),
  edited: z.boolean(),
  deleted: z.boolean(),
})
export type Message = z.output<typeof message>

const messages = z.object({ messages: z.array(message) })

/** Goes back as it came: it says what the dialog was opened for. */
const source = z.unknown()
const dialog = z.object({ title: z.string(), card: z.unknown(), source })
export type CardDialog = z.output<typeof dialog>

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('failed'), text: z.string() }),
  z.object({ kind: z.literal('dialog'), dialog }),
])
export type Outcome = z.output<typeof outcome>

/** A button of a card, with what was put into the card's inputs. */
export type PressedAction = {
  type: 'Action.Execute' | 'Action.Submit'
  id?: string
  title?: string
  verb?: string
  data: unknown
}

const as = (email: string, path: string) => `/teams${path}?as=${encodeURIComponent(email)}`
const inside = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`
const at = (conversationId: string, messageId: string) => `${inside(conversationId)}/messages/${messageId}`

export const chatApi = {
  unread: async () => (await ask(unread, '/teams/unread')).people,
  conversations: (me: string) => ask(conversations, as(me, '/conversations')),
  messages: async (me: string, conversationId: string) =>
    (await ask(messages, as(me, `${inside(conversationId)}/messages`))).messages,
  write: (me: string, conversationId: string, text: string, rootId: string | null) =>
    ask(message, as(me, `${inside(conversationId)}/messages`), {
      method: 'POST',
      body: { text, ...(rootId && { rootId }) },
    }),
  edit: (me: string, conversationId: string, messageId: string, text: string) =>
    tell(as(me, at(conversationId, messageId)), { method: 'PUT', body: { text } }),
  takeBack: (me: string, conversationId: string, messageId: string) =>
    tell(as(me, at(conversationId, messageId)), { method: 'DELETE' }),
  sendAgain: (me: string, conversationId: string, messageId: string) =>
    tell(as(me, `${at(conversationId, messageId)}/send-again`)),
  markRead: (me: string, conversationId: string) => tell(as(me, `${inside(conversationId)}/read`)),
  /** Gets the app, or takes it away, or turns its bot away. */
  app: (me: string, wish: { installed?: boolean; blocked?: boolean } = {}) =>
    tell(as(me, '/app'), { method: 'POST', body: wish }),
  press: (me: string, conversationId: string, messageId: string, action: PressedAction) =>
    ask(outcome, as(me, `${at(conversationId, messageId)}/press`), { method: 'POST', body: { action } }),
  messageAction: (me: string, conversationId: string, messageId: string, commandId: string) =>
    ask(outcome, as(me, `${at(conversationId, messageId)}/dialog`), {
      method: 'POST',
      body: { source: { kind: 'messageAction', commandId } },
    }),
  submitDialog: (me: string, conversationId: string, messageId: string, answer: { source: unknown; data: unknown }) =>
    ask(outcome, as(me, `${at(conversationId, messageId)}/dialog/submit`), { method: 'POST', body: answer }),
}
