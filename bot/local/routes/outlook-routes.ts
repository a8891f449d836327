/** What a person sees and does in Outlook, for every mailbox inside and outside the council. */
import { Router } from 'express'
import { z } from 'zod'
import { addMinutes, minutesBetween, readInstant } from '../../../shared/dates/time.ts'
import { eventJson } from '../graph/event-json.ts'
import { messageJson } from '../graph/message-json.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { withId } from '../outlook/item-ids.ts'
import { allEvents, allMessages, calendarEvents, eventByKey } from '../outlook/mailbox-store.ts'
import { changeMeeting, deleteEvent } from '../outlook/meetings.ts'
import { mailLog } from '../outlook/post-office.ts'
import { respond, type Answer } from '../outlook/responses.ts'
import type { Tenant } from '../tenant.ts'
import { mailboxNamed } from './mailbox-named.ts'
import { calendarWeek, listMailboxes, readWindow } from './outlook-views.ts'
import { readBody, WorkplaceRefusal } from './refusal.ts'

const AS_SHOWN = { immutableIds: true, timeZone: 'UTC', textBody: false }

const ANSWERS: Record<string, Answer> = {
  accept: 'accepted',
  decline: 'declined',
  tentativelyAccept: 'tentativelyAccepted',
}

const moveForm = z.union(
  [z.strictObject({ start: z.string(), end: z.string() }), z.strictObject({ minutes: z.number().int() })],
  { error: 'give either "start" and "end" (ISO 8601 with an offset) or "minutes" (a whole number)' },
)
const proposalForm = z.strictObject({ start: z.string(), isMaybe: z.boolean().default(false) })
const answerForm = z.strictObject({ comment: z.string().default(''), sendResponse: z.boolean().default(true) })

export function outlookRoutes(tenant: Tenant): Router {
  const router = Router()

  router.get('/outlook', (_request, response) => void response.json({ mailboxes: listMailboxes(tenant) }))
  router.get('/outlook/outside', (_request, response) => {
    response.json({ mailboxes: listMailboxes(tenant).filter(({ insideTenant }) => !insideTenant) })
  })
  router.get('/outlook/sent', (_request, response) => void response.json({ mails: mailLog(tenant).all() }))

  router.get('/outlook/:mailbox/events', (request, response) => {
    const events = calendarEvents(tenant, mailboxNamed(request.params.mailbox))
    response.json({ value: events.map((event) => eventJson(event, AS_SHOWN)) })
  })
  router.get('/outlook/:mailbox/messages', (request, response) => {
    const messages = allMessages(tenant, mailboxNamed(request.params.mailbox))
    response.json({ value: messages.map((message) => messageJson(message, AS_SHOWN, { withAttachments: true })) })
  })
  router.get('/outlook/:mailbox/calendar', (request, response) => {
    const mailbox = mailboxNamed(request.params.mailbox)
    response.json(calendarWeek(tenant, mailbox, readWindow(request.query, tenant.clock.now())))
  })
  router.post('/outlook/:mailbox/events/:id/:deed', (request, response) => {
    const mailbox = mailboxNamed(request.params.mailbox)
    const event = withId(allEvents(tenant, mailbox), request.params.id)
    if (!event) throw new WorkplaceRefusal(404, 'This mailbox has no such event.')
    act(tenant, event, request.params.deed, request.body ?? {})
    response.json(eventJson(eventByKey(tenant, mailbox, event.key) ?? event, AS_SHOWN))
  })
  return router
}

function act(tenant: Tenant, event: StoredEvent, deed: string, body: unknown): void {
  const answer = ANSWERS[deed]
  if (answer && event.isOrganizer) throw new WorkplaceRefusal(400, 'The organiser is not asked for an answer.')
  if (answer) respond(tenant, event, answer, { ...readBody(answerForm, body), proposed: null })
  else if (event.folder !== 'calendar') throw new WorkplaceRefusal(409, 'This event has been deleted.')
  else if (deed === 'propose') propose(tenant, event, readBody(proposalForm, body))
  else if (deed === 'move') move(tenant, event, readBody(moveForm, body))
  else if (deed === 'delete') deleteEvent(tenant, event)
  else
    throw new WorkplaceRefusal(404, 'In Outlook one can accept, decline, tentativelyAccept, propose, move or delete.')
}

/** As Outlook's own "Propose new time": it declines, or accepts for now, and says when would do. */
function propose(tenant: Tenant, event: StoredEvent, { start, isMaybe }: z.output<typeof proposalForm>): void {
  if (event.isOrganizer) throw new WorkplaceRefusal(400, 'The organiser moves a meeting instead of proposing a time.')
  if (!event.allowNewTimeProposals)
    throw new WorkplaceRefusal(400, 'The organiser lets nobody propose another time for this meeting.')
  const from = readInstant(start)
  if (!from) throw new WorkplaceRefusal(400, '"start" must be ISO 8601 with an offset.')
  const proposed = { start: from, end: addMinutes(from, minutesBetween(event.start, event.end)) }
  respond(tenant, event, isMaybe ? 'tentativelyAccepted' : 'declined', { comment: '', sendResponse: true, proposed })
}

function move(tenant: Tenant, event: StoredEvent, form: z.output<typeof moveForm>): void {
  const start = 'minutes' in form ? addMinutes(event.start, form.minutes) : readInstant(form.start)
  const end = 'minutes' in form ? addMinutes(event.end, form.minutes) : readInstant(form.end)
  if (!start || !end || minutesBetween(start, end) <= 0)
    throw new WorkplaceRefusal(400, '"start" and "end" must be ISO 8601 with an offset, the end after the start.')
  changeMeeting(tenant, event, { start, end })
}
