/** What the bot is sent, in the shape that Teams sends it. */
import { randomUUID } from 'node:crypto'
import { londonIso, type Instant } from '../../../shared/dates/time.ts'
import { escapeHtml } from '../outlook/words.ts'
import type { DirectoryMember } from '../people/directory.ts'
import { BOT_NAME, type Conversation } from './conversations.ts'
import type { ChatMessage } from './messages.ts'
import type { Teams } from './teams.ts'
import { BOT_ID, threadIn, userIdOf } from './teams-ids.ts'

export type Activity = Record<string, unknown>

export const BOT_MENTION = `<at>${BOT_NAME}</at>`

const milliseconds = (at: Instant) => at.replace('Z', '.000Z')

const clientInfo = { locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London', type: 'clientInfo' }

/** What every activity of a person's says: who, where, when, and where to answer. */
export function activityFrom(
  { tenant, serviceUrl }: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  { rootId = null }: { rootId?: string | null } = {},
): Activity {
  const now = tenant.clock.now()
  return {
    id: `f:${randomUUID()}`,
    timestamp: milliseconds(now),
    localTimestamp: londonIso(now),
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl,
    from: { id: userIdOf(person.objectId), name: person.name, aadObjectId: person.objectId },
    conversation: conversationAccount(conversation, tenant.id, rootId),
    recipient: { id: BOT_ID, name: BOT_NAME },
    entities: [clientInfo],
    channelData: { tenant: { id: tenant.id }, ...whereInTeam(conversation) },
    locale: 'en-GB',
  }
}

function conversationAccount(conversation: Conversation, tenantId: string, rootId: string | null) {
  const { kind, id } = conversation
  return {
    ...(kind !== 'personal' && { isGroup: true }),
    conversationType: kind,
    tenantId,
    id: kind === 'channel' && rootId ? threadIn(id, rootId) : id,
    ...(kind === 'groupChat' && { name: conversation.name }),
  }
}

function whereInTeam(conversation: Conversation) {
  if (conversation.kind !== 'channel') return {}
  const { id, team } = conversation
  return {
    teamsChannelId: id,
    teamsTeamId: team.id,
    channel: { id },
    team: { id: team.id, name: team.name, aadGroupId: team.groupId },
  }
}

/** Teams sends a person's words twice: as text, where `<at>` marks the bot's name, and as the HTML they were typed in. */
export function messageActivity(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
): Activity {
  const base = activityFrom(teams, person, conversation, { rootId: message.rootId ?? message.id })
  const mention = { type: 'mention', mentioned: { id: BOT_ID, name: BOT_NAME }, text: BOT_MENTION }
  return {
    ...base,
    type: 'message',
    id: message.id,
    timestamp: milliseconds(message.editedAt ?? message.at),
    localTimestamp: londonIso(message.editedAt ?? message.at),
    text: message.text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: typedHtml(message.text) }],
    entities: [...(message.mentionsBot ? [mention] : []), clientInfo],
    ...(message.rootId && { replyToId: message.rootId }),
  }
}

export const typedHtml = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${markedMention(escapeHtml(line)) || '&nbsp;'}</p>`)
    .join('')

const markedMention = (html: string) =>
  html.replaceAll(
    escapeHtml(BOT_MENTION),
    `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${BOT_NAME}</span>`,
  )

export const editActivity = (...about: Parameters<typeof messageActivity>): Activity => {
  const message = messageActivity(...about)
  return {
    ...message,
    type: 'messageUpdate',
    channelData: { ...(message.channelData as object), eventType: 'editMessage' },
  }
}

export const deleteActivity = (...about: Parameters<typeof messageActivity>): Activity => {
  const { text: _text, textFormat: _format, attachments: _attachments, entities: _entities, ...rest } =
    messageActivity(...about) // prettier-ignore
  return {
    ...rest,
    type: 'messageDelete',
    channelData: { ...(rest.channelData as object), eventType: 'softDeleteMessage' },
  }
}

/** `Action.Submit` of a card: a message without words. */
export const submitActivity = (
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  card: ChatMessage,
  { value, text }: { value: unknown; text?: string },
): Activity => ({
  ...onMessage(teams, person, conversation, card),
  type: 'message',
  ...(text !== undefined && { text, textFormat: 'plain' }),
  value,
})

/** Something that waits for an answer: a card's `Action.Execute`, a dialog, an entry in a message's menu. */
export const invokeActivity = (
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
  { name, value }: { name: string; value: unknown },
): Activity => ({ ...onMessage(teams, person, conversation, message), type: 'invoke', name, value })

function onMessage(teams: Teams, person: DirectoryMember, conversation: Conversation, message: ChatMessage): Activity {
  const base = activityFrom(teams, person, conversation, { rootId: message.rootId ?? message.id })
  return {
    ...base,
    replyToId: message.id,
    channelData: {
      ...(base.channelData as object),
      source: { name: 'message' },
      legacy: { replyToId: `1:${message.id}` },
    },
  }
}

/** What the bot hears when somebody gets the app: the event, then who has joined the chat. */
export function installActivities(teams: Teams, person: DirectoryMember, conversation: Conversation): Activity[] {
  return [
    { ...activityFrom(teams, person, conversation), type: 'installationUpdate', action: 'add' },
    {
      ...activityFrom(teams, person, conversation),
      type: 'conversationUpdate',
      membersAdded: [{ id: userIdOf(person.objectId), aadObjectId: person.objectId }, { id: BOT_ID }],
    },
  ]
}

export const uninstallActivity = (teams: Teams, person: DirectoryMember, conversation: Conversation): Activity => ({
  ...activityFrom(teams, person, conversation),
  type: 'installationUpdate',
  action: 'remove',
})
