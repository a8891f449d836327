/**
 * The cards that stand in people's chats. Of one kind and subject a person has one that lives: it is redrawn in place,
 * and when it is shown again further down, the older one keeps a single line. What is gone already harms nobody.
 */
import type { Instant } from '../../shared/dates/time.ts'
import type { Clock } from '../meetings/ports.ts'
import type { Card } from './cards/card.ts'
import { oneLine, press } from './cards/parts.ts'
import {
  TeamsRefused,
  TeamsUnreachable,
  type Chat,
  type ChatStore,
  type Message,
  type PostedCard,
  type Teams,
} from './ports.ts'

export type Place = Chat & { activityId: string }
export type WhoseCard = Pick<PostedCard, 'kind' | 'subjectId' | 'objectId'>

export type Subject = Pick<PostedCard, 'kind' | 'subjectId'>

/** `told`: what the card tells, kept once it stands there. */
export type Shown = { message: Message; told: string | null }

export type PostedCards = {
  /** Remembers where a card stands, and reduces the one that stood elsewhere. */
  keep(whose: WhoseCard, at: Place, more?: Partial<Pick<PostedCard, 'told'>>): Promise<void>
  /**
   * A new card further down, in place of the older one; `post` puts something into the person's chat. First a line is
   * posted and remembered, then the card is drawn there: a process that dies in between leaves a line, and never two
   * cards of which nobody keeps one up to date; the line finds its card again when somebody looks at it. `false` when the person cannot be reached.
   */
  show(whose: WhoseCard, post: (message: Message) => Promise<Place | null>, shown: Shown): Promise<boolean>
  /** Draws a card anew where it stands. */
  redraw(card: PostedCard, message: Message): Promise<void>
  /** Leaves one line of a card that has no meaning any more, and forgets it. */
  reduce(card: PostedCard, words: string): Promise<void>
}

/**
 * Posted before the card, and asking for it: where the process dies before it has remembered the line, whoever looks at
 * it later tells the app where it stands (`found-line.ts`).
 */
export function comingLine({ kind, subjectId, postedAt }: Subject & { postedAt: Instant }): Card {
  const find = press('Show it', 'findCard', { kind, subjectId, postedAt }, { withInputs: false })
  return { ...oneLine('The card follows.'), actions: [find], refresh: { action: find } }
}
export const SHOWN_BELOW = 'Shown again below.'

export function postedCards(teams: Teams, memory: ChatStore, clock: Clock): PostedCards {
  /** An older card that could not be reduced is no more than older: what is pressed on it is answered with what is true now. */
  const reduceAt = async (place: Place, words: string) => {
    await teams.update(place, { summary: 'Planning meeting', card: oneLine(words) }).catch((error: unknown) => {
      if (!(error instanceof TeamsRefused) && !(error instanceof TeamsUnreachable)) throw error
    })
  }
  const keep: PostedCards['keep'] = async (whose, at, { told = null } = {}) => {
    const { serviceUrl, conversationId, activityId } = at
    const before = await memory.card(whose.kind, whose.subjectId, whose.objectId)
    // The older one first: remembered no more, it would stay as it is for ever.
    if (before && before.activityId !== activityId) await reduceAt(before, SHOWN_BELOW)
    await memory.keepCard({ ...whose, serviceUrl, conversationId, activityId, told })
  }
  return {
    keep,
    show: (whose, post, { message, told }) =>
      inTurn(memory, whose, async () => {
        const summary = 'summary' in message ? message.summary : message.text
        const at = await post({ summary, card: comingLine({ ...whose, postedAt: clock.now() }) })
        if (!at) return false
        await keep(whose, at)
        await teams.update(at, message)
        await keep(whose, at, { told })
        return true
      }),
    async redraw(card, message) {
      if (!(await unlessGone(() => teams.update(card, message)))) await memory.dropCard(card)
    },
    async reduce(card, words) {
      await memory.dropCard(card)
      await reduceAt(card, words)
    },
  }
}

const turns = new WeakMap<ChatStore, Map<string, Promise<unknown>>>()
/** Two jobs that show the same card at once would each take the older one's place, and leave the other's standing. */
function inTurn<Done>(memory: ChatStore, whose: WhoseCard, work: () => Promise<Done>): Promise<Done> {
  const waiting = turns.get(memory) ?? new Map<string, Promise<unknown>>()
  turns.set(memory, waiting)
  const key = `${whose.kind} ${whose.subjectId} ${whose.objectId}`
  const mine = (waiting.get(key) ?? Promise.resolve()).then(work, work)
  waiting.set(key, mine)
  const isDone = () => void (waiting.get(key) === mine && waiting.delete(key))
  mine.then(isDone, isDone)
  return mine
}

/** `false` where Teams no longer has the card, or no longer lets us at it. */
export async function unlessGone(attempt: () => Promise<void>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch (error) {
    if (error instanceof TeamsRefused && [403, 404].includes(error.status)) return false
    throw error
  }
}
