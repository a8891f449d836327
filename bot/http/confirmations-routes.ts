/**
 * `POST /api/confirmations`: a whole placement confirmation from the tab or another system, or what a record of the
 * national Placements Standard knows of one. From somebody who may not confirm it is a draft that waits for an officer.
 */
import { Router, type Request, type Response } from 'express'
import type { Reading } from '../../shared/placement/draft.ts'
import { readingOf } from '../../shared/placement/placement-record.ts'
import { mayConfirm, maySeeDraft, rolesOnCase } from '../../shared/people/permissions.ts'
import { planJson } from '../../shared/meeting/plan-json.ts'
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
    if (!mayConfirm(readerOf(response))) {
      return takeAsDraft(
        { verdict: 'confirmation', confirmations: [{ fields: read.value, words: [], asks: [] }] },
        null,
        response,
      )
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
    if (request.query['dryRun'] !== 'true') return takeAsDraft(reading, JSON.stringify(request.body), response)
    const [{ fields, asks }] = reading.confirmations as [Reading['confirmations'][number]]
    return response.json({ filled: fields, asks })
  }

  /** What waits for an officer's press; of somebody else's no more is said than that it is there. */
  async function takeAsDraft(reading: Reading, source: string | null, response: Response) {
    const reader = readerOf(response)
    const { taken } = await takeReading(reading, source, reader, 'api', ports)
    const [one] = taken
    if (one?.kind === 'draft') {
      const { id, fields, asks, plan } = one.draft
      const { caseReference = null, placementReference = null } = fields
      const seen = maySeeDraft(reader, one.draft)
      return response.status(202).json({
        draft: { ...(seen && { id }), caseReference, placementReference, ...(seen && { asks }) },
        ...(seen && plan && { plan: planJson(plan) }),
      })
    }
    if (one?.kind !== 'confirmed') throw new Error('A confirmation was taken as something else than a draft')
    const { placement, changes } = one
    if (!mayConfirm(reader) && rolesOnCase(reader, placement).length === 0) return sendError(response, 'mayNotConfirm')
    return response.json({ case: { id: placement.id }, ...(changes.length > 0 && { differsIn: changes }) })
  }

  return router
}
