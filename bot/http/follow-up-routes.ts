/** What people took on in meetings: their own list, and ticking off. */
import { Router } from 'express'
import { followUpBody, type FollowUpsAnswer } from '../../shared/wire/tab-api.ts'
import { finishFollowUp, listFollowUps } from '../meetings/follow-ups.ts'
import type { Ports } from '../meetings/ports.ts'
import { readBody } from './read-body.ts'
import { sendError } from './refusals.ts'
import { idOf } from './request-parts.ts'
import { readerOf } from './sign-in.ts'

export function followUpRoutes(ports: Ports): Router {
  const router = Router()
  const list = async (by: ReturnType<typeof readerOf>): Promise<FollowUpsAnswer> => ({
    followUps: await listFollowUps(by, ports),
    now: ports.clock.now(),
  })

  router.get('/follow-ups', async (_request, response) => void response.json(await list(readerOf(response))))

  router.post('/meetings/:id/follow-ups', async (request, response) => {
    const body = readBody(followUpBody, request, response)
    if (!body) return
    const meetingId = idOf(request)
    const finished = await finishFollowUp({ meetingId, ...body }, readerOf(response), ports)
    if (!finished.ok) return sendError(response, finished.refusal.reason)
    response.json(await list(readerOf(response)))
  })
  return router
}
