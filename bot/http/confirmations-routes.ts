/** `POST /api/confirmations`: a whole placement confirmation from the tab or another system. */
import { Router } from 'express'
import { planJson } from '../../shared/plan-json.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import type { Ports } from '../meetings/ports.ts'
import { planOnly, registerConfirmation } from '../meetings/register-confirmation.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function confirmationsRoutes(ports: Ports): Router {
  const router = Router()
  router.post('/confirmations', async (request, response) => {
    const read = readConfirmationJson(request.body)
    if (!read.ok) return sendError(response, 'invalid', undefined, read.faults)
    if (request.query['dryRun'] === 'true') {
      const planned = await planOnly(read.value, ports)
      if (!planned.ok) return sendError(response, planned.refusal.reason, planned.refusal.detail)
      return response.json({ plan: planJson(planned.value.plan) })
    }
    const registered = await registerConfirmation(read.value, readerOf(response), 'api', ports)
    if (!registered.ok) return sendError(response, registered.refusal.reason, registered.refusal.detail)
    const { placement, meetings, isNew, changes } = registered.value
    response.status(isNew ? 201 : 200).json({
      case: {
        id: placement.id,
        caseReference: placement.confirmation.caseReference,
        placementReference: placement.confirmation.placementReference,
        meetings: meetings.map(({ id, ref, state }) => ({ id, ref, state })),
      },
      plan: planJson(placement.plan),
      // A confirmation that differs from the one that is kept changes nothing by itself.
      ...(changes.length > 0 && { differsIn: changes }),
    })
  })
  return router
}
