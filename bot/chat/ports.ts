/**
 * What the chat needs beside the ports of the use cases: a memory for where people are reached and which cards stand
 * where, and Teams to speak to. `bot/store` keeps the memory; `teams-adapter.ts` speaks to Teams.
 */
import type { Instant } from '../../shared/dates/time.ts'
import type { Card } from './cards/card.ts'

/** Somebody, as a tenant's directory knows them. */
export type PersonId = { tenantId: string; objectId: string }

/** A chat in Teams, at the address that Teams gave for it. */
export type Chat = { serviceUrl: string; conversationId: string }

/** The chat that the app has with one person alone. */
export type Conversation = PersonId & Chat & { botId: string; userId: string }

export type CardKind = 'draft' | 'meeting' | 'attendee'

/** A card that stands in somebody's chat. Of one kind and subject a person has one at most. */
export type PostedCard = Chat & {
  kind: CardKind
  /** The id of the draft, of the placement, or of the meeting that an attendee is asked to. */
  subjectId: string
  objectId: string
  activityId: string
  /** What it has told already: the reminder, `morning/2026-12-21T10:00:00Z`, or what is amiss in Outlook; else `null`. */
  told: string | null
}

export interface ChatStore {
  conversation(person: PersonId): Promise<Conversation | null>
  /** In place of the former one, and the person counts as reachable again. `true` when there was none. */
  keepConversation(conversation: Conversation): Promise<boolean>
  forgetConversation(person: PersonId): Promise<void>
  /** Whether the person has blocked the app since they were last heard of. */
  isBlocked(person: PersonId): Promise<boolean>
  markBlocked(person: PersonId, at: Instant): Promise<void>

  card(kind: CardKind, subjectId: string, objectId: string): Promise<PostedCard | null>
  cards(kind: CardKind, subjectId: string): Promise<PostedCard[]>
  /** In place of the card that the person had of this kind and subject. */
  keepCard(card: PostedCard): Promise<void>
  dropCard(card: Pick<PostedCard, 'kind' | 'subjectId' | 'objectId'>): Promise<void>

  /** `true` for whoever asks first: an activity that Teams sends twice is worked once. */
  takeActivity(id: string, at: Instant): Promise<boolean>
  /** It could not be worked, and may be sent again. */
  releaseActivity(id: string): Promise<void>
}

/** What is said in a chat. `summary` is all that a locked phone shows (P-09). */
export type Message = { summary: string; card: Card } | { text: string }

/** Thrown when Teams cannot be reached or asks to wait: try again later. */
export class TeamsUnreachable extends Error {
  override name = 'TeamsUnreachable'
}

/** Thrown when Teams says no for a reason that trying again will not mend. */
export class TeamsRefused extends Error {
  override name = 'TeamsRefused'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`Teams refused with ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

/** Teams, to speak to without having been spoken to. */
export interface Teams {
  /** Gives the id of what was posted. */
  post(chat: Chat, message: Message): Promise<string>
  update(at: Chat & { activityId: string }, message: Message): Promise<void>
  remove(at: Chat & { activityId: string }): Promise<void>
  /** The chat with one person, begun if there is none. Needs the app to be installed for them. */
  open(person: PersonId, serviceUrl: string): Promise<Conversation>
}

/** Puts the app into somebody's Teams; `false` where that cannot be done for them. */
export interface Installer {
  install(person: PersonId): Promise<boolean>
}
