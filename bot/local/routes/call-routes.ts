/** What the app has asked of Graph since it was started. */
import { Router } from 'express'
import type { CallLog } from '../graph/call-log.ts'

export function callRoutes(calls: CallLog): Router {
  const router = Router()
  router.get('/graph-calls', (_request, response) => void response.json({ calls: calls.all() }))
  return router
}
