/**
 * Where others read along nothing is said about a placement: what is meant for the app goes on in the sender's own chat
 * (P-08).
 */
import type { Door } from '../../shared/placement/draft.ts'
import { addDays, londonDate } from '../../shared/dates/time.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { FORM_SUMMARY, formCard } from './cards/form-card.ts'
import type { Written } from './incoming.ts'
import type { Place, PostedCards } from './posted-cards.ts'
import type { Message } from './ports.ts'
import type { Reach } from './reaching-people.ts'
import { hear, take, type Sender } from './taking-messages.ts'

type Tools = { ports: Ports; cards: PostedCards; reach: Reach }

/** What was said among others; gives the one sentence that is said there, or `null` for silence. */
export async function hearAmongOthers(
  { text, messageId, mentioned, chat }: { text: string; messageId: string | null; mentioned: boolean; chat: string },
  person: DirectoryPerson,
  tools: Tools,
): Promise<{ heard: string; answer: string | null }> {
  const kept = messageId === null ? null : { chat, id: messageId, removalAsked: true }
  const sender = { ...inOwnChat(person, 'sharedChat', tools.reach), kept }
  const heard = await hear(text, sender, tools)
  if (heard === 'confirmation' || heard === 'refused') await sender.say({ text: PLEASE_REMOVE })
  if (heard === 'chatter') return { heard, answer: mentioned ? WRITE_TO_ME : null }
  return { heard, answer: sender.isReached() ? TAKEN_UP : OPEN_OUR_CHAT }
}

/** "Plan meeting from this" on somebody's message, or on none; gives what is said to whoever chose it. */
export async function planFrom(
  {
    text,
    written,
    isShared,
    chat,
    messageId,
  }: { text: string | null; written: Written; isShared: boolean; chat: string; messageId: string | null },
  person: DirectoryPerson,
  tools: Tools,
): Promise<string> {
  const { people, clock } = tools.ports
  if (written.at && addDays(londonDate(written.at), OLDEST_DAYS) < londonDate(clock.now())) return TOO_OLD
  const author = written.authorId ? await people.byObjectId(written.authorId) : null
  const kept = messageId === null ? null : { chat, id: messageId, ...(isShared && { removalAsked: true }) }
  const sender = { ...inOwnChat(person, 'messageAction', tools.reach), kept, written: { at: written.at, author } }
  if (text === null) await sender.say({ summary: FORM_SUMMARY, card: formCard(null) })
  const heard = text === null ? 'form' : await take(text, sender, tools)
  if ((heard === 'confirmation' || heard === 'refused') && isShared) await sender.say({ text: PLEASE_REMOVE })
  if (heard === 'chatter') return NOTHING_IN_IT
  if (!sender.isReached()) return OPEN_OUR_CHAT_FIRST
  return heard === 'form' ? FORM_IS_THERE : PREVIEW_IS_THERE
}

export function inOwnChat(person: DirectoryPerson, door: Door, reach: Reach): Sender & { isReached(): boolean } {
  let reached = true
  return {
    person,
    door,
    async say(message: Message): Promise<Place | null> {
      const at = await reach.post(person, message)
      reached &&= at !== null
      return at
    },
    isReached: () => reached,
  }
}

export const PREVIEW_IS_THERE = 'Thank you. What I understood is in our own chat.'
/** What a message says of "today", and of who comes, does not hold for longer. */
const OLDEST_DAYS = 30
const TOO_OLD =
  'This message is more than 30 days old, and I have kept nothing of it. If the placement still stands, paste its confirmation into our own chat.'
const FORM_IS_THERE = 'The form is in our own chat.'
const NOTHING_IN_IT = 'I found no placement confirmation in this message, and have kept nothing of it.'
const OPEN_OUR_CHAT_FIRST = 'Please open a chat with me first, and try again: I write to you there.'
const TAKEN_UP = 'Thank you, I have taken this up with you privately.'
const WRITE_TO_ME = 'Please write to me in a chat of our own: I say nothing about placements where others read along.'
const OPEN_OUR_CHAT = 'Thank you. Please open a chat with me and send it there, so that we are by ourselves.'
const PLEASE_REMOVE =
  'Please have the message deleted from the shared chat: everybody in it can read what it says about a child. Here it is safe.'
