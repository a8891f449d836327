/** What the parts of the Teams stand-in work with. */
import type { Tenant } from '../tenant.ts'
import type { BotEndpoint } from './bot-endpoint.ts'

/** An entry that the app's package puts into the menu of a message. */
export type MessageAction = { commandId: string; title: string }

export type Teams = {
  tenant: Tenant
  bot: BotEndpoint
  /** Where the bot is told to send its answers. */
  serviceUrl: string
  messageActions: MessageAction[]
  /** Somebody, or the bot, is writing: shown for a moment and kept nowhere. */
  showTyping: (conversationId: string) => void
}
