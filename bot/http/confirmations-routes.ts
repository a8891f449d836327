/**
 * `POST /api/confirmations`: a whole placement confirmation from the tab or another system, or what a record of the
 * national Placements Standard knows of one.
 */
import { Router, type Request, type Response } from 'express'
import type { Reading } from '../../shared/draft.ts'
import { readingOf } from '../../shared/placement-record.ts'
import { planJson } from '../../shared/plan-json.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { readPlacementRecord, type PlacementRecordRead } from '../../shared/wire/placement-record.ts'
import { takeReading } from '../meetings/take-confirmation.ts'
import type { Ports } from '../meetings/ports.ts'
import { planOnly, registerConfirmation } from '../meetings/register-confirmation.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function confirmationsRoutes(ports: Ports): Router {
  const router = Router()
  router.post('/confirmations', async (request, response) => {
    const record = readPlacementRecord(request.body)
    if (record) return takeRecord(record, request, response)
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

  /** A record holds no start and no people: it becomes a draft, and an officer adds the rest. */
  async function takeRecord(record: PlacementRecordRead, request: Request, response: Response) {
    if (!record.ok) return sendError(response, 'invalid', undefined, record.faults)
    const reading = readingOf(record.value)
    if (request.query['dryRun'] === 'true') {
      const [{ fields, asks }] = reading.confirmations as [Reading['confirmations'][number]]
      return response.json({ filled: fields, asks })
    }
    const { taken } = await takeReading(reading, JSON.stringify(request.body), readerOf(response), 'api', ports)
    const [one] = taken
    if (one?.kind === 'draft') {
      const { id, fields, asks } = one.draft
      const { caseReference, placementReference } = fields
      return response
        .status(one.seenBefore ? 200 : 201)
        .json({ draft: { id, caseReference, placementReference: placementReference ?? null, asks } })
    }
    if (one?.kind !== 'confirmed') throw new Error('A record was taken as something else than a draft')
    return response.json({ case: { id: one.placement.id }, differsIn: one.changes })
  }

  return router
}
