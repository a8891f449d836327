/** Ids in the shapes that Teams gives them. They are opaque: nothing may be read out of one. */
import { createHash } from 'node:crypto'
import { guidOf, personalChatOf } from '../ids.ts'
import { DOMAIN } from '../people/staff.ts'
import { APP_ID } from '../tenant.ts'

const opaque = (...parts: string[]) => createHash('sha512').update(parts.join('\n')).digest('base64url')

/** The bot, as everybody knows it. */
export const BOT_ID = `28:${APP_ID}`

/** A person, as this one bot knows them. */
export const userIdOf = (objectId: string): string => `29:1${opaque('user', objectId, APP_ID)}`

/** The chat of one person with the bot, as the connector names it. */
export const personalConversationOf = (objectId: string): string => `a:1${opaque('chat', objectId, APP_ID)}`

/** The same chat, as Graph names it. The connector takes either. */
export const personalChatInGraph = (objectId: string): string => personalChatOf(objectId, APP_ID)

const threadOf = (name: string, kind: string) =>
  `19:${createHash('sha256').update(`${DOMAIN}\n${name}`).digest('hex').slice(0, 32)}@${kind}`

export const groupChatOf = (name: string): string => threadOf(name, 'thread.v2')
export const channelOf = (team: string, channel: string): string => threadOf(`${team}\n${channel}`, 'thread.tacv2')
export const groupIdOf = (team: string): string => guidOf('team', DOMAIN, team)

/** A channel's posts are conversations of their own: the channel with the id of the first message. */
export const threadIn = (channelId: string, rootId: string): string => `${channelId};messageid=${rootId}`

export function splitThread(conversationId: string): { id: string; rootId: string | null } {
  const [id = '', rootId] = conversationId.split(';messageid=')
  return { id, rootId: rootId ?? null }
}
