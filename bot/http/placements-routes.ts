/** What is asked and decided about a placement as a whole, whether it has a meeting or none. */
import { Router, type Request, type Response } from 'express'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Result } from '../../shared/result.ts'
import {
  askedBody,
  caseAnswersBody,
  changeBody,
  furtherBody,
  placementOffBody,
  placementOnBody,
  type FurtherAnswer,
  type PlacementAnswer,
  type WaitingAnswer,
} from '../../shared/wire/placement-api.ts'
import { askForMeeting, declineMeeting, type AskOutcome, type AskRefusal } from '../meetings/ask-for-meeting.ts'
import { answerCase } from '../meetings/answer-case.ts'
import { cancelPlacement, keepPlacement } from '../meetings/cancel-placement.ts'
import { listWaitingCases } from '../meetings/list-waiting-cases.ts'
import type { Ports } from '../meetings/ports.ts'
import { settleChange } from '../meetings/settle-change.ts'
import { readBody } from './read-body.ts'
import { sendError, type HttpRefusal } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function placementsRoutes(ports: Ports): Router {
  const router = Router()

  router.get('/waiting', async (_request, response) => {
    const waiting = await listWaitingCases(readerOf(response), ports)
    response.json({ waiting } satisfies WaitingAnswer)
  })

  router.post('/:id/further', async (request, response) => {
    const ask = readBody(furtherBody, request, response)
    if (ask) sendOutcome(await askForMeeting({ placementId: idOf(request), ask }, readerOf(response), ports), response)
  })

  router.post('/:id/asked', async (request, response) => {
    const body = readBody(askedBody, request, response)
    if (!body) return
    const { askedId, open, decision } = body
    const which = { placementId: idOf(request), askedId }
    if (open) sendOutcome(await askForMeeting({ ...which, decision }, readerOf(response), ports), response)
    else sendPlacement(await declineMeeting(which, readerOf(response), ports), response)
  })

  router.post('/:id/change', async (request, response) => {
    const body = readBody(changeBody, request, response)
    if (body)
      sendPlacement(await settleChange({ placementId: idOf(request), ...body }, readerOf(response), ports), response)
  })

  router.post('/:id/answers', async (request, response) => {
    const body = readBody(caseAnswersBody, request, response)
    if (body)
      sendPlacement(await answerCase({ placementId: idOf(request), ...body }, readerOf(response), ports), response)
  })

  router.post('/:id/cancel', async (request, response) => {
    const body = readBody(placementOffBody, request, response)
    if (body)
      sendPlacement(await cancelPlacement({ placementId: idOf(request), ...body }, readerOf(response), ports), response)
  })

  router.post('/:id/goes-ahead', async (request, response) => {
    const body = readBody(placementOnBody, request, response)
    if (body)
      sendPlacement(await keepPlacement({ placementId: idOf(request), ...body }, readerOf(response), ports), response)
  })

  return router
}

const idOf = (request: Request) => request.params['id'] as PlacementId
const opened = ({ id, ref, state }: PlanningMeeting) => ({ id, ref, state })

function sendOutcome(asked: Result<AskOutcome, AskRefusal>, response: Response): void {
  if (!asked.ok) return sendError(response, asked.refusal.reason, asked.refusal.detail)
  response.status(asked.value.kind === 'called' ? 201 : 200).json(answerTo(asked.value) satisfies FurtherAnswer)
}

function answerTo(outcome: AskOutcome): FurtherAnswer {
  switch (outcome.kind) {
    case 'called':
      return { outcome: 'called', meetings: outcome.called.map(opened) }
    case 'known':
      return { outcome: 'known', meetings: outcome.meetings.filter(({ called }) => called).map(opened) }
    case 'recorded':
    case 'undecided':
      return { outcome: outcome.kind, counted: outcome.counted }
    case 'waits':
      return { outcome: 'waits' }
  }
}

function sendPlacement(
  done: Result<{ placement: Placement; meetings: PlanningMeeting[] }, HttpRefusal>,
  response: Response,
): void {
  if (!done.ok) return sendError(response, done.refusal.reason, done.refusal.detail)
  const { placement, meetings } = done.value
  response.json({
    placement: { id: placement.id, version: placement.version, meetings: meetings.map(opened) },
  } satisfies PlacementAnswer)
}
