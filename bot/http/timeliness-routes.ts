/** How timely meetings are, for those who manage the people who hold them. */
import { Router } from 'express'
import { showTimeliness } from '../meetings/show-timeliness.ts'
import type { Ports } from '../meetings/ports.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function timelinessRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/timeliness', async (_request, response) => {
    const shown = await showTimeliness(readerOf(response), ports)
    if (!shown.ok) return sendError(response, shown.refusal.reason)
    response.json(shown.value)
  })
  return router
}
