/** Adaptive Cards in messages, and what single people see in their place. */
import type { Attachment, ChatMessage } from './messages.ts'

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

/**
 * A bot may answer a press with another card. Teams shows it to whoever pressed, and to nobody else; nor does it keep
 * it: who comes back another day finds the card that the bot last put into the message itself.
 */
export type PersonalViews = {
  show(message: ChatMessage, objectId: string, card: unknown): void
  /** The bot has changed the message: that is what everybody sees from now on. */
  forget(messageId: string): void
  attachmentsFor(message: ChatMessage, objectId: string): Attachment[]
}

export function makePersonalViews(): PersonalViews {
  const views = new Map<string, Map<string, unknown>>()
  return {
    show(message, objectId, card) {
      const ofMessage = views.get(message.id) ?? new Map<string, unknown>()
      views.set(message.id, ofMessage.set(objectId, card))
    },
    forget: (messageId) => void views.delete(messageId),
    attachmentsFor(message, objectId) {
      const card = views.get(message.id)?.get(objectId)
      if (card === undefined) return message.attachments
      return message.attachments.map((attachment) =>
        attachment.contentType === ADAPTIVE_CARD ? { ...attachment, content: card } : attachment,
      )
    },
  }
}
