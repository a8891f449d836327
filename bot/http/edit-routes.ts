/** Who comes, and where: what a person changes about a meeting other than its time. */
import type { Request, Response, Router } from 'express'
import type { Result } from '../../shared/result.ts'
import { peopleBody, sendNowBody, venueBody } from '../../shared/wire/tab-api.ts'
import { changePeople, changeVenue, sendNow } from '../meetings/edit-meeting.ts'
import type { Ports } from '../meetings/ports.ts'
import { readBody } from './read-body.ts'
import type { HttpRefusal } from './refusals.ts'
import { idOf } from './request-parts.ts'
import { readerOf } from './sign-in.ts'

/** Does it, and shows the meeting as it is then. */
export type Act = (done: Promise<Result<unknown, HttpRefusal>>, request: Request, response: Response) => Promise<void>

export function addEditRoutes(router: Router, ports: Ports, act: Act): void {
  router.post('/meetings/:id/people', async (request, response) => {
    const body = readBody(peopleBody, request, response)
    if (body)
      await act(changePeople({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/venue', async (request, response) => {
    const body = readBody(venueBody, request, response)
    if (body)
      await act(changeVenue({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/send-now', async (request, response) => {
    const body = readBody(sendNowBody, request, response)
    if (body) await act(sendNow({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })
}
