/** Everything that the workplace offers under `/local`, to this computer alone. */
import { json, Router } from 'express'
import type { Instant } from '../../../shared/dates/time.ts'
import type { Tokens } from '../entra/tokens.ts'
import type { CallLog } from '../graph/call-log.ts'
import { onlyFromHere } from '../loopback.ts'
import type { Courier } from '../notifications/courier.ts'
import type { Teams } from '../teams/teams.ts'
import { teamsRoutes } from '../teams/teams-routes.ts'
import type { Tenant } from '../tenant.ts'
import { arrivingRoutes } from './arriving-routes.ts'
import { callRoutes } from './call-routes.ts'
import { clockRoutes } from './clock-routes.ts'
import { faultRoutes } from './fault-routes.ts'
import type { LiveUpdates } from './live-routes.ts'
import { nextMeetingRoutes } from './next-meeting-routes.ts'
import { notificationRoutes } from './notification-routes.ts'
import { outlookRoutes } from './outlook-routes.ts'
import { pagesRoutes } from './pages-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { answerRefusals } from './refusal.ts'
import { weekRoutes } from './week-routes.ts'

export type LocalParts = {
  tenant: Tenant
  tokens: Tokens
  calls: CallLog
  courier: Courier
  teams: Teams
  live: LiveUpdates
  moveClock: (to: Instant) => Promise<void>
  reset: () => Promise<void>
}

export function localRoutes({ tenant, tokens, calls, courier, teams, live, moveClock, reset }: LocalParts): Router {
  const routes = Router()
  routes.use(onlyFromHere, json({ limit: '4mb' }))
  routes.use(
    peopleRoutes(tenant, tokens),
    clockRoutes(tenant.clock, moveClock),
    faultRoutes(tenant.faults),
    callRoutes(calls),
    outlookRoutes(tenant),
    arrivingRoutes(tenant),
    notificationRoutes(courier),
    nextMeetingRoutes(tenant),
    weekRoutes(tenant),
    live.routes,
  )
  routes.use('/teams', teamsRoutes(teams))
  routes.post('/reset', async (_request, response) => {
    await reset()
    response.json({ reset: true })
  })
  routes.use(pagesRoutes(), answerRefusals)
  return routes
}
