/** Conversations and messages as the chat page draws them for one person. */
import { nameFor, MEMBERS, type DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { BOT_MENTION } from './activities.ts'
import type { PersonalViews } from './cards.ts'
import { BOT_NAME, conversationsOf, type Conversation } from './conversations.ts'
import { installationOf } from './installation.ts'
import { messagesIn, unreadBy, type ChatMessage } from './messages.ts'

export function conversationList(tenant: Tenant, person: DirectoryMember) {
  return conversationsOf(person).map((conversation) => {
    const last = messagesIn(tenant, conversation.id)
      .filter(({ deletedAt }) => !deletedAt)
      .at(-1)
    return {
      id: conversation.id,
      kind: conversation.kind,
      name: conversation.name,
      team: conversation.kind === 'channel' ? conversation.team.name : null,
      members: conversation.members.map(({ name, email, role }) => ({ name, email, role })),
      unread: unreadBy(tenant, conversation.id, person.objectId),
      last: last ? { from: authorName(last), at: last.at, preview: preview(last) } : null,
      ...(conversation.kind === 'personal' && appState(tenant, person)),
    }
  })
}

/** How much everybody has not read yet, so that one can see who has something new. */
export const unreadOfAll = (tenant: Tenant) =>
  MEMBERS.filter(({ kind }) => kind === 'person').map((person) => ({
    email: person.email,
    unread: conversationsOf(person).reduce((sum, { id }) => sum + unreadBy(tenant, id, person.objectId), 0),
  }))

function appState(tenant: Tenant, { objectId }: DirectoryMember) {
  const { installed = false, blocked = false } = installationOf(tenant, objectId) ?? {}
  return { installed, blocked }
}

/** What shows in the list and on a locked screen: of a card, only its summary. */
const preview = ({ summary, text, attachments }: ChatMessage): string =>
  (summary ?? (plainWords(text) || (attachments.length > 0 ? 'Sent a card' : ''))).slice(0, 160)

const plainWords = (text: string) => text.replaceAll(BOT_MENTION, BOT_NAME).replaceAll(/[*_#`]/g, '')

const personById = (objectId: string) => MEMBERS.find((member) => member.objectId === objectId)

const authorName = ({ from }: ChatMessage): string =>
  from.kind === 'bot' ? BOT_NAME : nameFor(personById(from.objectId)?.email ?? '')

export function messageView(message: ChatMessage, person: DirectoryMember, views: PersonalViews) {
  const { id, rootId, from, at, textFormat, suggestedActions, summary, delivery, editedAt, deletedAt } = message
  return {
    id,
    rootId,
    from: {
      kind: from.kind,
      name: authorName(message),
      email: from.kind === 'person' ? (personById(from.objectId)?.email ?? null) : null,
      isMe: from.kind === 'person' && from.objectId === person.objectId,
    },
    at,
    text: message.text.replaceAll(BOT_MENTION, `@${BOT_NAME}`),
    textFormat,
    attachments: views.attachmentsFor(message, person.objectId),
    attachmentLayout: message.attachmentLayout,
    suggestedActions,
    summary,
    delivery,
    edited: editedAt !== null && from.kind === 'person',
    deleted: deletedAt !== null,
  }
}

export const messageList = (
  tenant: Tenant,
  person: DirectoryMember,
  conversation: Conversation,
  views: PersonalViews,
) => messagesIn(tenant, conversation.id).map((message) => messageView(message, person, views))
