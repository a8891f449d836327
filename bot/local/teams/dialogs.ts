/** Dialogs that a bot opens: from a button of a card, or from an entry in the menu of a message. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MEMBERS, type DirectoryMember } from '../people/directory.ts'
import { invokeActivity } from './activities.ts'
import type { BotAnswer } from './bot-endpoint.ts'
import { messageHtml } from './conversing.ts'
import { BOT_NAME, type Conversation } from './conversations.ts'
import { newMessage, type Attachment, type ChatMessage } from './messages.ts'
import { unreachable, type DialogSource, type Outcome } from './outcome.ts'
import type { Teams } from './teams.ts'

const continuation = z.looseObject({
  type: z.literal('continue'),
  value: z.looseObject({ title: z.string().optional(), card: z.looseObject({ content: z.unknown().optional() }) }),
})
const closing = z.looseObject({ type: z.literal('message'), value: z.string() })
const dialogReply = z.looseObject({ task: z.union([continuation, closing]) })
const insertReply = z.looseObject({
  composeExtension: z.looseObject({
    type: z.literal('result'),
    attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })),
  }),
})

export async function fetchDialog(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
  source: DialogSource,
): Promise<Outcome> {
  const invoke =
    source.kind === 'card'
      ? { name: 'task/fetch', value: { data: source.data, context: { theme: 'default' } } }
      : { name: 'composeExtension/fetchTask', value: actionValue(message, source.commandId) }
  return readReply(await teams.bot.post(invokeActivity(teams, person, conversation, message, invoke)), source, () => [])
}

export async function submitDialog(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
  { source, data }: { source: DialogSource; data?: unknown },
): Promise<Outcome> {
  const invoke =
    source.kind === 'card'
      ? { name: 'task/submit', value: { data, context: { theme: 'default' } } }
      : { name: 'composeExtension/submitAction', value: { ...actionValue(message, source.commandId), data } }
  const answer = await teams.bot.post(invokeActivity(teams, person, conversation, message, invoke))
  return readReply(answer, source, (attachments) =>
    newMessage(teams.tenant, {
      conversationId: conversation.id,
      rootId: message.rootId,
      from: { kind: 'person', objectId: person.objectId },
      attachments,
      delivery: 'notForBot',
    }),
  )
}

function readReply(answer: BotAnswer, source: DialogSource, insert: (cards: Attachment[]) => unknown): Outcome {
  if (!answer.reached || answer.status >= 300) return unreachable
  const dialog = dialogReply.safeParse(answer.body).data?.task
  if (dialog?.type === 'message') return { kind: 'message', text: dialog.value }
  if (dialog) {
    const { title, card } = dialog.value
    return { kind: 'dialog', dialog: { title: title ?? BOT_NAME, card: card.content, source } }
  }
  const inserted = insertReply.safeParse(answer.body).data?.composeExtension.attachments
  if (inserted) insert(inserted)
  return { kind: 'done' }
}

const actionValue = (message: ChatMessage, commandId: string) => ({
  commandId,
  commandContext: 'message',
  requestId: randomUUID(),
  messagePayload: messagePayload(message),
  context: { theme: 'default' },
})

function messagePayload(message: ChatMessage) {
  return {
    id: message.id,
    replyToId: message.rootId,
    createdDateTime: message.at,
    lastModifiedDateTime: message.editedAt,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    from: { device: null, conversation: null, ...author(message) },
    reactions: [],
    mentions: [],
    body: { contentType: 'html', content: messageHtml(message) },
    attachments: message.attachments,
  }
}

function author({ from }: ChatMessage) {
  if (from.kind === 'bot') return { user: null, application: { applicationIdentityType: 'bot', displayName: BOT_NAME } }
  const displayName = MEMBERS.find(({ objectId }) => objectId === from.objectId)?.name ?? ''
  return { user: { userIdentityType: 'aadUser', id: from.objectId, displayName }, application: null }
}
