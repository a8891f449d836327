/** What the chat remembers, for as long as a test lasts. */
import type { ChatStore, Conversation, PersonId, PostedCard } from '../../bot/chat/ports.ts'

export class MemoryChatStore implements ChatStore {
  readonly conversations = new Map<string, Conversation>()
  readonly blocked = new Set<string>()
  readonly #cards = new Map<string, PostedCard>()
  readonly #taken = new Set<string>()

  conversation = async (person: PersonId) => this.conversations.get(keyOf(person)) ?? null
  async keepConversation(conversation: Conversation) {
    const isNew = !this.conversations.has(keyOf(conversation))
    this.conversations.set(keyOf(conversation), conversation)
    this.blocked.delete(keyOf(conversation))
    return isNew
  }
  forgetConversation = async (person: PersonId) => void this.conversations.delete(keyOf(person))
  isBlocked = async (person: PersonId) => this.blocked.has(keyOf(person))
  markBlocked = async (person: PersonId) => void this.blocked.add(keyOf(person))

  card = async (kind: string, subjectId: string, objectId: string) =>
    this.#cards.get(cardKey({ kind, subjectId, objectId })) ?? null
  cards = async (kind: string, subjectId: string) =>
    [...this.#cards.values()].filter((card) => card.kind === kind && card.subjectId === subjectId)
  keepCard = async (card: PostedCard) => void this.#cards.set(cardKey(card), card)
  dropCard = async (card: Pick<PostedCard, 'kind' | 'subjectId' | 'objectId'>) => void this.#cards.delete(cardKey(card))

  async takeActivity(id: string) {
    const isFirst = !this.#taken.has(id)
    this.#taken.add(id)
    return isFirst
  }
  releaseActivity = async (id: string) => void this.#taken.delete(id)
}

const keyOf = ({ tenantId, objectId }: PersonId) => `${tenantId}/${objectId}`
const cardKey = ({ kind, subjectId, objectId }: { kind: string; subjectId: string; objectId: string }) =>
  `${kind}/${subjectId}/${objectId}`
