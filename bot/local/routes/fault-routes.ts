/** What is to go wrong: read it, add to it, or put everything back to calm. */
import { Router } from 'express'
import { z } from 'zod'
import { calm, faultRuleSchema, switchesSchema, type Faults } from '../faults.ts'
import { readBody } from './refusal.ts'

const faultForm = z.strictObject({
  rules: z.array(faultRuleSchema).optional(),
  switches: switchesSchema.extend({ notifications: switchesSchema.shape.notifications.partial() }).partial().optional(),
})

export function faultRoutes(faults: Faults): Router {
  const router = Router()
  router.get('/faults', (_request, response) => void response.json(faults))
  router.post('/faults', (request, response) => {
    const { rules = [], switches = {} } = readBody(faultForm, request.body)
    faults.rules.push(...rules)
    const notifications = { ...faults.switches.notifications, ...switches.notifications }
    faults.switches = { ...faults.switches, ...switches, notifications }
    response.json(faults)
  })
  router.delete('/faults', (_request, response) => {
    Object.assign(faults, calm())
    response.json(faults)
  })
  return router
}
