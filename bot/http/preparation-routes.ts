/** Getting a meeting ready, each route one use case. */
import type { Router } from 'express'
import { contributionBody, documentBody, proposeBody, settleItemBody } from '../../shared/wire/preparation-api.ts'
import { keepContribution } from '../meetings/keep-contribution.ts'
import { markDocument } from '../meetings/mark-document.ts'
import { proposeItem, settleItem } from '../meetings/propose-item.ts'
import type { Ports } from '../meetings/ports.ts'
import type { Act } from './edit-routes.ts'
import { readBody } from './read-body.ts'
import { idOf } from './request-parts.ts'
import { readerOf } from './sign-in.ts'

export function addPreparationRoutes(router: Router, ports: Ports, act: Act): void {
  router.post('/meetings/:id/documents', async (request, response) => {
    const body = readBody(documentBody, request, response)
    if (body)
      await act(markDocument({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/contributions', async (request, response) => {
    const body = readBody(contributionBody, request, response)
    if (body)
      await act(keepContribution({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/items', async (request, response) => {
    const body = readBody(proposeBody, request, response)
    if (body)
      await act(proposeItem({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/items/settle', async (request, response) => {
    const body = readBody(settleItemBody, request, response)
    if (!body) return
    const settled = { meetingId: idOf(request), id: body.item, as: body.as, why: body.as === 'parked' ? body.why : '' }
    await act(settleItem(settled, readerOf(response), ports), request, response)
  })
}
