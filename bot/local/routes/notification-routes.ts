/** Sends what Graph tells subscribers about their subscriptions, when a journey asks for it. */
import { Router } from 'express'
import { z } from 'zod'
import type { Courier } from '../notifications/courier.ts'
import { readBody } from './refusal.ts'

const lifecycleForm = z.strictObject({
  event: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']),
  subscriptionId: z.string().optional(),
})

export function notificationRoutes(courier: Courier): Router {
  const router = Router()
  router.post('/notifications/lifecycle', async (request, response) => {
    const { event, subscriptionId } = readBody(lifecycleForm, request.body)
    await courier.tellLifecycle(event, subscriptionId)
    response.json({ told: event })
  })
  return router
}
