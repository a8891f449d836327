/** The tab's API: what a reader sees of meetings, and what they may do with them. Each route is one use case. */
import { Router, type Request, type Response } from 'express'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Result } from '../../shared/result.ts'
import {
  answerBody,
  cancelBody,
  chooseTimeBody,
  concernBody,
  datesBody,
  laterWordsBody,
  moveBody,
  outsideBody,
  questionsBody,
  syncBody,
  wayBody,
  type CalendarFileAnswer,
  type ClosedAnswer,
  type Me,
  type MeetingAnswer,
  type SyncAnswer,
  type TimesAnswer,
} from '../../shared/wire/tab-api.ts'
import { listBody, type MeetingsAnswer } from '../../shared/wire/list-api.ts'
import { searchBody, type SearchAnswer } from '../../shared/wire/search-api.ts'
import { addLaterWords } from '../meetings/add-later-words.ts'
import { answerInvitation } from '../meetings/answer-invitation.ts'
import { answerQuestions } from '../meetings/answer-questions.ts'
import { cancelMeeting, chooseMeetingTime, moveMeeting } from '../meetings/arrange-meeting.ts'
import { chooseWayOut } from '../meetings/choose-way-out.ts'
import { keepDates } from '../meetings/keep-dates.ts'
import { outside } from '../meetings/ask-outside.ts'
import { closeMeeting, syncMinutes } from '../meetings/record-minutes.ts'
import type { Ports } from '../meetings/ports.ts'
import { pageOfMeetings, showMeeting, showTimes } from '../meetings/show-meetings.ts'
import { searchMeetings } from '../meetings/search-meetings.ts'
import { settleConcern } from '../meetings/settle-concern.ts'
import { chatRoutes } from './chat-routes.ts'
import { draftsRoutes } from './drafts-routes.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { timelinessRoutes } from './timeliness-routes.ts'
import { placementsRoutes } from './placements-routes.ts'
import { addEditRoutes } from './edit-routes.ts'
import { addPreparationRoutes } from './preparation-routes.ts'
import { presence } from './presence.ts'
import { calendarFile } from './calendar-file.ts'
import { readBody } from './read-body.ts'
import { sendError, type HttpRefusal } from './refusals.ts'
import { idOf } from './request-parts.ts'
import { readerOf } from './sign-in.ts'

export function meetingsRoutes(ports: Ports): Router {
  const router = Router()
  const { clock, settings } = ports
  const whoIsHere = presence(clock)

  router.get('/me', (_request, response) => {
    const { name, email, role, administrator = false } = readerOf(response)
    const { council } = settings.contact
    response.json({ name, email, role, administrator, now: clock.now(), council } satisfies Me)
  })

  router.get('/meetings', async (_request, response) => {
    const page = await pageOfMeetings({}, readerOf(response), ports)
    response.json({ ...page, now: clock.now() } satisfies MeetingsAnswer)
  })

  router.post('/meetings', async (request, response) => {
    const body = readBody(listBody, request, response)
    if (!body) return
    const page = await pageOfMeetings(body, readerOf(response), ports)
    response.json({ ...page, now: clock.now() } satisfies MeetingsAnswer)
  })

  router.post('/search', async (request, response) => {
    const body = readBody(searchBody, request, response)
    if (!body) return
    const searched = await searchMeetings(body.words, readerOf(response), ports)
    response.json({ ...searched, now: clock.now() } satisfies SearchAnswer)
  })

  router.get('/meetings/:id', async (request, response) => showOne(idOf(request), response))

  router.get('/meetings/:id/times', async (request, response) => {
    const times = await showTimes(idOf(request), readerOf(response), ports)
    if (!times.ok) return sendError(response, times.refusal.reason)
    const { offered = null, ways = [], chances = null } = times.value ?? {}
    response.json({ offered, ways, chances } satisfies TimesAnswer)
  })

  router.get('/meetings/:id/calendar-file', async (request, response) => {
    const shown = await showMeeting(idOf(request), readerOf(response), ports)
    const meeting = shown.ok ? await ports.store.meeting(idOf(request)) : null
    const file = meeting && calendarFile(meeting, settings.contact, clock.now())
    if (!shown.ok || !file) return sendError(response, shown.ok ? 'notArranged' : shown.refusal.reason)
    response.json({ name: `planning-meeting-${shown.value.meeting.ref}.ics`, text: file } satisfies CalendarFileAnswer)
  })

  router.post('/meetings/:id/schedule', async (request, response) => {
    const body = readBody(chooseTimeBody, request, response)
    if (body)
      await act(chooseMeetingTime({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/way', async (request, response) => {
    const body = readBody(wayBody, request, response)
    if (body)
      await act(chooseWayOut({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/move', async (request, response) => {
    const body = readBody(moveBody, request, response)
    if (body)
      await act(moveMeeting({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/cancel', async (request, response) => {
    const body = readBody(cancelBody, request, response)
    if (body)
      await act(cancelMeeting({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/concerns', async (request, response) => {
    const body = readBody(concernBody, request, response)
    if (!body) return
    const { concern: kind, ...more } = body
    await act(settleConcern({ meetingId: idOf(request), kind, ...more }, readerOf(response), ports), request, response)
  })

  addEditRoutes(router, ports, act)
  addPreparationRoutes(router, ports, act)

  router.post('/meetings/:id/answer', async (request, response) => {
    const body = readBody(answerBody, request, response)
    if (body)
      await act(answerInvitation({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/questions', async (request, response) => {
    const body = readBody(questionsBody, request, response)
    if (body)
      await act(answerQuestions({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/dates', async (request, response) => {
    const body = readBody(datesBody, request, response)
    if (body) await act(keepDates({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/later-words', async (request, response) => {
    const body = readBody(laterWordsBody, request, response)
    if (body)
      await act(addLaterWords({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/outside', async (request, response) => {
    const body = readBody(outsideBody, request, response)
    if (body) await act(outside({ meetingId: idOf(request), ...body }, readerOf(response), ports), request, response)
  })

  router.post('/meetings/:id/minutes/sync', async (request, response) => {
    const body = readBody(syncBody, request, response)
    if (!body) return
    const reader = readerOf(response)
    const synced = await syncMinutes(
      {
        meetingId: idOf(request),
        stateVector: Buffer.from(body.stateVector, 'base64'),
        ...(body.update !== undefined && { update: Buffer.from(body.update, 'base64') }),
      },
      reader,
      ports,
    )
    if (!synced.ok) return sendError(response, synced.refusal.reason)
    const { update, savedAt, closed } = synced.value
    const present = whoIsHere.seen(idOf(request), reader, body.at ?? null)
    response.json({ update: Buffer.from(update).toString('base64'), savedAt, present, closed } satisfies SyncAnswer)
  })

  router.post('/meetings/:id/close', async (request, response) => {
    const closed = await closeMeeting(idOf(request), readerOf(response), ports)
    if (!closed.ok) return sendError(response, closed.refusal.reason)
    response.json(closed.value satisfies ClosedAnswer)
  })

  router.use('/placements', placementsRoutes(ports))
  router.use(chatRoutes(ports), followUpRoutes(ports), draftsRoutes(ports), timelinessRoutes(ports))

  async function showOne(id: MeetingId, response: Response) {
    const shown = await showMeeting(id, readerOf(response), ports)
    if (!shown.ok) return sendError(response, shown.refusal.reason)
    response.json({ ...shown.value, now: clock.now() } satisfies MeetingAnswer)
  }

  async function act(done: Promise<Result<unknown, HttpRefusal>>, request: Request, response: Response) {
    const result = await done
    if (!result.ok) return sendError(response, result.refusal.reason, result.refusal.detail)
    await showOne(idOf(request), response)
  }

  return router
}
