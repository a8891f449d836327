/** What a person does in a conversation: writes, changes or takes back words, gets the app, turns it away. */
import { escapeHtml } from '../outlook/words.ts'
import type { DirectoryMember } from '../people/directory.ts'
import {
  BOT_MENTION,
  deleteActivity,
  editActivity,
  installActivities,
  messageActivity,
  uninstallActivity,
  type Activity,
} from './activities.ts'
import { BOT_NAME, personalConversation, type Conversation } from './conversations.ts'
import { install, uninstall } from './installation.ts'
import {
  deleteMessage,
  findMessage,
  markRead,
  newMessage,
  saveMessage,
  type ChatMessage,
  type Delivery,
} from './messages.ts'
import type { Teams } from './teams.ts'

/** Gives a person the app. The bot hears of it once; a bot that is not there hears of the person with the first message. */
export async function openApp(teams: Teams, person: DirectoryMember): Promise<void> {
  if (!install(teams.tenant, person.objectId)) return
  for (const activity of installActivities(teams, person, personalConversation(person))) await teams.bot.post(activity)
}

export async function removeApp(teams: Teams, person: DirectoryMember): Promise<void> {
  if (!uninstall(teams.tenant, person.objectId)) return
  await teams.bot.post(uninstallActivity(teams, person, personalConversation(person)))
}

export async function write(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  { text, rootId = null }: { text: string; rootId?: string | null },
): Promise<ChatMessage> {
  if (conversation.kind === 'personal') await openApp(teams, person)
  const message = newMessage(teams.tenant, {
    conversationId: conversation.id,
    rootId,
    from: { kind: 'person', objectId: person.objectId },
    ...readWords(conversation, text),
    delivery: 'waiting',
  })
  markRead(teams.tenant, conversation.id, person.objectId)
  return handOver(teams, person, conversation, message)
}

/** Gives the bot a message of a person's, also once more after it could not be reached: the same id both times. */
export async function handOver(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
): Promise<ChatMessage> {
  const delivery = isForBot(conversation, message)
    ? await deliver(teams, messageActivity(teams, person, conversation, message))
    : 'notForBot'
  // Meanwhile it may have been changed, or taken back.
  const now = findMessage(teams.tenant, conversation.id, message.id)
  return now ? saveMessage(teams.tenant, { ...now, delivery }) : message
}

export async function edit(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
  text: string,
): Promise<ChatMessage> {
  const editedAt = teams.tenant.clock.now()
  const edited = saveMessage(teams.tenant, { ...message, ...readWords(conversation, text), editedAt })
  if (isForBot(conversation, edited)) await deliver(teams, editActivity(teams, person, conversation, edited))
  return edited
}

export async function takeBack(
  teams: Teams,
  person: DirectoryMember,
  conversation: Conversation,
  message: ChatMessage,
): Promise<void> {
  deleteMessage(teams.tenant, message)
  if (isForBot(conversation, message)) await deliver(teams, deleteActivity(teams, person, conversation, message))
}

/** In a chat with others the bot is given only what names it. */
const isForBot = ({ kind }: Conversation, { mentionsBot }: ChatMessage) => kind === 'personal' || mentionsBot

const MENTION = new RegExp(`@${BOT_NAME}`, 'i')

function readWords({ kind }: Conversation, typed: string) {
  const text = typed.replaceAll('\r\n', '\n').trim()
  const mentionsBot = kind !== 'personal' && MENTION.test(text)
  return { text: mentionsBot ? text.replace(MENTION, BOT_MENTION) : text, mentionsBot }
}

async function deliver({ bot }: Teams, activity: Activity): Promise<Delivery> {
  const answer = await bot.post(activity)
  if (!answer.reached) return 'unreachable'
  return answer.status < 300 ? 'delivered' : 'refused'
}

/** A person's words as Graph and message actions show them. */
export const messageHtml = ({ text }: ChatMessage): string => `<div>${escapeHtml(text).replaceAll('\n', '<br>')}</div>`
