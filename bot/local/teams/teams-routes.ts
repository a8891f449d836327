/** The Teams of the practice council: the connector for the bot, and the conversations for its people. */
import { Router } from 'express'
import type { Tenant } from '../tenant.ts'
import { botAt } from './bot-endpoint.ts'
import { makePersonalViews } from './cards.ts'
import { chatRoutes } from './chat-routes.ts'
import { connectorRoutes } from './connector-routes.ts'
import type { MessageAction, Teams } from './teams.ts'

export type TeamsOptions = {
  tenant: Tenant
  /** Where the app listens: its bot is at `/api/messages` there, and the connector at `/local/teams/connector`. */
  appUrl: string
  messageActions: MessageAction[]
  showTyping: (conversationId: string) => void
}

export const openTeams = ({ tenant, appUrl, messageActions, showTyping }: TeamsOptions): Teams => ({
  tenant,
  bot: botAt(new URL('/api/messages', appUrl).href),
  serviceUrl: new URL('/local/teams/connector', appUrl).href,
  messageActions,
  showTyping,
})

/** To be mounted at `/local/teams`. */
export function teamsRoutes(teams: Teams): Router {
  const views = makePersonalViews()
  const router = Router()
  router.use('/connector', connectorRoutes(teams, views))
  router.use(chatRoutes(teams, views))
  return router
}
