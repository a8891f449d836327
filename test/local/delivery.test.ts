import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import ICAL from 'ical.js'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  HELEN,
  INTAKE,
  JASON,
  london,
  OWEN,
  PLANNING,
  routesOf,
  RUTH,
  TINA,
  type Graph,
  type GraphBody,
  type LocalRoutes,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph
let local: LocalRoutes

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
  local = await routesOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(async () => {
  local.close()
  await workplace.close()
})

const create = async (over: Record<string, unknown> = {}) =>
  (await graph('POST', `/users/${PLANNING}/events`, aMeeting(over))).body
const read = async (id: string) => (await graph('GET', `/users/${PLANNING}/events/${id}`)).body
const change = async (id: string, body: Record<string, unknown>) =>
  (await graph('PATCH', `/users/${PLANNING}/events/${id}`, body)).body
const eventsOf = async (mailbox: string) => ((await local.get(`/outlook/${mailbox}/events`)).body as GraphBody).value
const inboxOf = async (mailbox: string) => ((await local.get(`/outlook/${mailbox}/messages`)).body as GraphBody).value

const invited = (...addresses: string[]) =>
  addresses.map((address) => ({ emailAddress: { address }, type: 'required' }))

/** Every mail so far, as kind and reader. */
const mailed = () => workplace.mails().map(({ kind, to }) => `${kind} to ${to}`)

/** What an outside calendar program reads from the last mail. */
async function calendarMail(mailbox: string) {
  const message = (await inboxOf(mailbox)).at(-1)
  const file = message?.attachments[0]
  const calendar = new ICAL.Component(
    ICAL.parse(Buffer.from(file?.contentBytes ?? '', 'base64').toString('utf8')) as string,
  )
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return {
    file,
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toString(),
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
    status: event.component.getFirstPropertyValue('status'),
  }
}

describe('an invitation', () => {
  test('puts a copy into a calendar inside: another id, the same iCalUId, not yet answered', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    expect(copy).toMatchObject({
      iCalUId: meeting.iCalUId,
      isOrganizer: false,
      showAs: 'tentative',
      responseStatus: { response: 'notResponded' },
      onlineMeeting: meeting.onlineMeeting,
      organizer: { emailAddress: { address: PLANNING } },
    })
    expect(copy?.id).not.toBe(meeting.id)
    expect(copy).not.toHaveProperty('transactionId')
  })

  test('is one mail for each person, and no more', async () => {
    await create()
    expect(mailed()).toEqual([`invitation to ${OWEN}`, `invitation to ${TINA}`])
  })

  test('is an eventMessageRequest inside', async () => {
    await create()
    const [message] = await inboxOf(OWEN)
    expect(message).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessageRequest',
      meetingMessageType: 'meetingRequest',
      meetingRequestType: 'newMeetingRequest',
      startDateTime: { dateTime: '2026-12-21T10:00:00.0000000', timeZone: 'UTC' },
    })
  })

  test('is an iCalendar request outside, under the same id', async () => {
    const meeting = await create()
    expect(await calendarMail(TINA)).toMatchObject({
      file: { name: 'invite.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
      method: 'REQUEST',
      uid: meeting.iCalUId,
      sequence: 0,
      start: '2026-12-21T10:00:00Z',
      organizer: `mailto:${PLANNING}`,
      status: 'CONFIRMED',
    })
  })

  test('names everybody to everybody', async () => {
    await create()
    expect((await calendarMail(TINA)).attendees).toEqual([`MAILTO:${OWEN}`, `MAILTO:${TINA}`])
    expect((await eventsOf(OWEN))[0]?.attendees).toHaveLength(2)
  })

  test('names nobody else where attendees are hidden, inside and outside', async () => {
    const meeting = await create({ hideAttendees: true, attendees: invited(OWEN, TINA, JASON) })
    expect(meeting.attendees).toHaveLength(3)
    expect((await calendarMail(TINA)).attendees).toEqual([`MAILTO:${TINA}`])
    expect((await inboxOf(TINA))[0]?.toRecipients.map(({ emailAddress }) => emailAddress.address)).toEqual([TINA])
    expect(JSON.stringify([await inboxOf(TINA), await eventsOf(TINA)])).not.toContain(JASON)
    expect(JSON.stringify([await inboxOf(OWEN), await eventsOf(OWEN)])).not.toContain(JASON)
  })

  test('to an address of ours that nobody has comes back undeliverable', async () => {
    await create({ attendees: invited('nobody@merrowdale.example') })
    expect(mailed()).toEqual([`nonDelivery to ${PLANNING}`])
  })

  test('to an address outside that bounces comes back undeliverable', async () => {
    workplace.faults.switches.undeliverable = [TINA]
    await create()
    expect(mailed()).toEqual([`invitation to ${OWEN}`, `nonDelivery to ${PLANNING}`])
    expect(await eventsOf(TINA)).toEqual([])
  })
})

describe('a change', () => {
  test('of the time tells everybody once, and forgets the answers', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/accept`)
    const before = mailed().length
    const changed = await change(meeting.id, {
      start: london('2026-12-22T14:00:00'),
      end: london('2026-12-22T15:00:00'),
    })
    expect(mailed().slice(before)).toEqual([`update to ${OWEN}`, `update to ${TINA}`])
    expect([changed.id, changed.iCalUId, changed.onlineMeeting]).toEqual([
      meeting.id,
      meeting.iCalUId,
      meeting.onlineMeeting,
    ])
    expect(changed.attendees[0]?.status.response).toBe('none')
    expect((await eventsOf(OWEN))[0]).toMatchObject({
      start: { dateTime: '2026-12-22T14:00:00.0000000' },
      responseStatus: { response: 'notResponded' },
    })
    expect(await calendarMail(TINA)).toMatchObject({
      method: 'REQUEST',
      uid: meeting.iCalUId,
      sequence: 1,
      start: '2026-12-22T14:00:00Z',
    })
  })

  test('of the time keeps the answers, where the service does that', async () => {
    workplace.faults.switches.moveResetsResponses = false
    const meeting = await create()
    await local.post(`/outlook/${OWEN}/events/${(await eventsOf(OWEN))[0]?.id}/accept`)
    const changed = await change(meeting.id, {
      start: london('2026-12-22T14:00:00'),
      end: london('2026-12-22T15:00:00'),
    })
    expect(changed.attendees[0]?.status.response).toBe('accepted')
    expect((await eventsOf(OWEN))[0]?.responseStatus.response).toBe('accepted')
  })

  test('of categories, reminder or marker tells nobody', async () => {
    const meeting = await create()
    await change(meeting.id, { categories: ['Planning'], reminderMinutesBeforeStart: 60 })
    expect(mailed()).toHaveLength(2)
  })

  test('of the attendees alone tells only those who come and go', async () => {
    const meeting = await create()
    await change(meeting.id, { attendees: invited(TINA, RUTH) })
    expect(mailed().slice(2)).toEqual([`cancellation to ${OWEN}`, `invitation to ${RUTH}`])
    expect((await eventsOf(OWEN))[0]).toMatchObject({
      isCancelled: true,
      subject: 'Canceled: Planning meeting ref PPM-7K2D',
    })
    expect(await eventsOf(RUTH)).toHaveLength(1)
    expect((await read(meeting.id)).attendees.map(({ emailAddress }) => emailAddress.address)).toEqual([TINA, RUTH])
  })

  test('of the attendees keeps what those who stay have answered', async () => {
    const meeting = await create()
    await local.post(`/outlook/${OWEN}/events/${(await eventsOf(OWEN))[0]?.id}/accept`)
    const changed = await change(meeting.id, { attendees: invited(OWEN, TINA, RUTH) })
    expect(changed.attendees.map(({ status }) => status.response)).toEqual(['accepted', 'none', 'none'])
  })
})

describe('calling off', () => {
  test('says so to everybody in the words given, and the event is gone', async () => {
    const meeting = await create()
    const { status, headers } = await graph('POST', `/users/${PLANNING}/events/${meeting.id}/cancel`, {
      comment: 'We will write again.',
    })
    expect([status, headers.get('content-type')]).toEqual([202, null])
    expect(mailed().slice(2)).toEqual([`cancellation to ${OWEN}`, `cancellation to ${TINA}`])
    expect((await inboxOf(OWEN)).at(-1)).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessage',
      meetingMessageType: 'meetingCancelled',
      bodyPreview: 'We will write again.',
    })
    expect(await calendarMail(TINA)).toMatchObject({
      method: 'CANCEL',
      uid: meeting.iCalUId,
      sequence: 1,
      status: 'CANCELLED',
    })
    expect((await graph('GET', `/users/${PLANNING}/events/${meeting.id}`)).body.error.code).toBe('ErrorItemNotFound')
    expect((await eventsOf(OWEN))[0]).toMatchObject({ isCancelled: true, showAs: 'free' })
  })

  test('a second time finds nothing', async () => {
    const meeting = await create()
    const cancel = () => graph('POST', `/users/${PLANNING}/events/${meeting.id}/cancel`, { Comment: 'off' })
    expect((await cancel()).status).toBe(202)
    expect((await cancel()).status).toBe(404)
    expect(mailed()).toHaveLength(4)
  })

  test('by deleting says so too, without a word', async () => {
    const meeting = await create()
    expect((await graph('DELETE', `/users/${PLANNING}/events/${meeting.id}`)).status).toBe(204)
    expect(mailed().slice(2)).toEqual([`cancellation to ${OWEN}`, `cancellation to ${TINA}`])
    expect((await inboxOf(OWEN)).at(-1)).toMatchObject({ bodyPreview: '' })
  })

  test('is for the organiser alone', async () => {
    await create()
    const [copy] = await eventsOf(OWEN)
    const { status, body } = await graph('POST', `/users/${OWEN}/events/${copy?.id}/cancel`, { comment: 'off' })
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('You need to be an organizer')])
  })
})

describe('an answer', () => {
  test.each([
    ['accept', 'accepted', 'meetingAccepted'],
    ['tentativelyAccept', 'tentativelyAccepted', 'meetingTenativelyAccepted'],
    ['decline', 'declined', 'meetingDeclined'],
  ])('%s: the organiser’s event says %s, and a mail does', async (deed, response, mail) => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    expect((await graph('POST', `/users/${OWEN}/events/${copy?.id}/${deed}`, { comment: 'Noted' })).status).toBe(202)
    expect((await read(meeting.id)).attendees[0]?.status).toEqual({ response, time: '2026-12-18T16:05:00.0000000Z' })
    expect((await inboxOf(PLANNING)).at(-1)).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessageResponse',
      meetingMessageType: mail,
      responseType: response,
      from: { emailAddress: { address: OWEN } },
    })
  })

  test('that is not sent is not known to the organiser', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await graph('POST', `/users/${OWEN}/events/${copy?.id}/accept`, { sendResponse: false })
    expect((await read(meeting.id)).attendees[0]?.status.response).toBe('none')
    expect((await eventsOf(OWEN))[0]?.responseStatus.response).toBe('accepted')
  })

  test('from outside comes by mail, and counts', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(TINA)
    await local.post(`/outlook/${TINA}/events/${copy?.id}/accept`)
    expect((await read(meeting.id)).attendees[1]?.status.response).toBe('accepted')
  })

  test('in an attendee’s copy shows nobody else’s', async () => {
    await create()
    await local.post(`/outlook/${TINA}/events/${(await eventsOf(TINA))[0]?.id}/accept`)
    expect((await eventsOf(OWEN))[0]?.attendees.map(({ status }) => status.response)).toEqual(['none', 'none'])
  })

  test('no takes the meeting out of the calendar, and the answer can still be changed', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/decline`)
    expect(await eventsOf(OWEN)).toEqual([])
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/accept`)
    expect(await eventsOf(OWEN)).toHaveLength(1)
    expect((await read(meeting.id)).attendees[0]?.status.response).toBe('accepted')
  })

  test('with another time proposed reaches the organiser', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    const proposedNewTime = { start: london('2026-12-21T14:00:00'), end: london('2026-12-21T15:00:00') }
    await graph('POST', `/users/${OWEN}/events/${copy?.id}/decline`, { proposedNewTime, sendResponse: true })
    expect((await read(meeting.id)).attendees[0]).toMatchObject({
      proposedNewTime: { start: { dateTime: '2026-12-21T14:00:00.0000000', timeZone: 'UTC' } },
    })
  })

  test('cannot come from the organiser, nor with a time where none may be proposed', async () => {
    const meeting = await create({ allowNewTimeProposals: false })
    expect((await graph('POST', `/users/${PLANNING}/events/${meeting.id}/accept`, {})).status).toBe(400)
    const [copy] = await eventsOf(OWEN)
    const proposedNewTime = { start: london('2026-12-21T14:00:00'), end: london('2026-12-21T15:00:00') }
    expect((await graph('POST', `/users/${OWEN}/events/${copy?.id}/decline`, { proposedNewTime })).status).toBe(400)
  })
})

describe('forwarding', () => {
  test('adds somebody whom the organiser never invited, and tells the organiser', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await graph('POST', `/users/${OWEN}/events/${copy?.id}/forward`, {
      toRecipients: [{ emailAddress: { address: HELEN } }],
    })
    expect((await read(meeting.id)).attendees.map(({ emailAddress }) => emailAddress.address)).toContain(HELEN)
    expect(await eventsOf(HELEN)).toHaveLength(1)
    expect(mailed().slice(2)).toEqual([`invitation to ${HELEN}`, `forwardNotice to ${PLANNING}`])
  })
})

describe('a room', () => {
  const room = 'room.willow@merrowdale.example'
  const withRoom = { attendees: [...invited(OWEN), { emailAddress: { address: room }, type: 'resource' }] }

  test('accepts when it is free, and declines when it is taken', async () => {
    const first = await create(withRoom)
    const second = await create({ ...withRoom, transactionId: 'meeting-2/1' })
    expect((await read(first.id)).attendees[1]?.status.response).toBe('accepted')
    expect((await read(second.id)).attendees[1]?.status.response).toBe('declined')
    expect(await eventsOf(room)).toHaveLength(1)
  })
})

describe('what a person does in Outlook', () => {
  test('the organiser moves the meeting, and everybody is told', async () => {
    const meeting = await create()
    const { body } = await local.post(`/outlook/${PLANNING}/events/${meeting.id}/move`, { minutes: 60 })
    expect(body).toMatchObject({ start: { dateTime: '2026-12-21T11:00:00.0000000' } })
    expect(mailed().slice(2)).toEqual([`update to ${OWEN}`, `update to ${TINA}`])
  })

  test('the organiser deletes it, and everybody is told', async () => {
    const meeting = await create()
    await local.post(`/outlook/${PLANNING}/events/${meeting.id}/delete`)
    expect(await eventsOf(PLANNING)).toEqual([])
    expect(mailed().slice(2)).toEqual([`cancellation to ${OWEN}`, `cancellation to ${TINA}`])
  })

  test('an attendee moves or deletes their own copy, and nobody hears of it', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/move`, {
      start: '2026-12-21T15:00:00+00:00',
      end: '2026-12-21T16:00:00+00:00',
    })
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/delete`)
    expect(await eventsOf(OWEN)).toEqual([])
    expect(mailed()).toHaveLength(2)
    expect(await read(meeting.id)).toMatchObject({ start: { dateTime: '2026-12-21T10:00:00.0000000' } })
  })

  test('an attendee proposes another time, which the organiser finds beside their name; the organiser cannot', async () => {
    const meeting = await create()
    const [copy] = await eventsOf(OWEN)
    await local.post(`/outlook/${OWEN}/events/${copy?.id}/propose`, { start: '2026-12-21T15:00:00+00:00' })
    const [owen] = (await read(meeting.id)).attendees
    expect(owen).toMatchObject({
      status: { response: 'declined' },
      proposedNewTime: { start: { dateTime: '2026-12-21T15:00:00.0000000', timeZone: 'UTC' } },
    })
    const own = `/outlook/${PLANNING}/events/${meeting.id}/propose`
    expect((await local.post(own, { start: '2026-12-21T15:00:00+00:00' })).status).toBe(400)
  })

  test('nobody proposes a time for a meeting that allows none', async () => {
    await create({ allowNewTimeProposals: false })
    const [copy] = await eventsOf(OWEN)
    const proposal = { start: '2026-12-21T15:00:00+00:00' }
    expect((await local.post(`/outlook/${OWEN}/events/${copy?.id}/propose`, proposal)).status).toBe(400)
  })

  test.each([
    ['an event that is not there', `${PLANNING}/events/none/accept`, undefined, 404],
    ['a mailbox that is not there', `nobody@merrowdale.example/events/none/accept`, undefined, 404],
    ['a move to nowhere', `${INTAKE}/events/none/move`, {}, 404],
  ])('%s is said so', async (_, path, body, status) => {
    expect((await local.post(`/outlook/${path}`, body)).status).toBe(status)
  })

  test('habits: somebody answers once the invitation has been there for an hour', async () => {
    workplace.faults.switches.habits = [{ who: TINA, afterMinutes: 60, does: 'accept' }]
    const meeting = await create()
    await local.post('/clock', { advanceMinutes: 59 })
    await workplace.settled()
    expect((await read(meeting.id)).attendees[1]?.status.response).toBe('none')
    await local.post('/clock', { advanceMinutes: 1 })
    await workplace.settled()
    expect((await read(meeting.id)).attendees[1]?.status.response).toBe('accepted')
  })
})
