import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { findMember } from '../../bot/local/people/directory.ts'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  INTAKE,
  london,
  MARKER,
  PLANNING,
  type Graph,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const create = (over: Record<string, unknown> = {}, headers = {}) =>
  graph('POST', `/users/${PLANNING}/events`, aMeeting(over), headers)
const read = (id: string, query = '', headers = {}) =>
  graph('GET', `/users/${PLANNING}/events/${encodeURIComponent(id)}${query}`, undefined, headers)
const events = async () => (await graph('GET', `/users/${PLANNING}/events`)).body.value

describe('creating an event', () => {
  test('answers 201 with the event, where to find it, and which preference was honoured', async () => {
    const { status, headers, body } = await create()
    expect(status).toBe(201)
    const owner = findMember(PLANNING)?.objectId
    expect(headers.get('location')).toBe(`${workplace.graphUrl}/users('${owner}')/events('${body.id}')`)
    expect(headers.get('preference-applied')).toBe('IdType="ImmutableId"')
    expect(body).toMatchObject({
      isOrganizer: true,
      transactionId: 'meeting-1/1',
      start: { dateTime: '2026-12-21T10:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'GMT Standard Time',
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    })
  })

  test('does not echo the marker, and shows it when asked to', async () => {
    const { body } = await create()
    expect(body).not.toHaveProperty('singleValueExtendedProperties')
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARKER}')`)
    const { body: expanded } = await read(body.id, `?$expand=${expand}`)
    expect(expanded.singleValueExtendedProperties).toEqual([{ id: MARKER, value: 'meeting-1/1' }])
  })

  test('ignores what a client claims that people have answered', async () => {
    const attendees = [
      { ...aMeeting().attendees[0], status: { response: 'accepted', time: '2026-12-18T10:00:00Z' } },
      aMeeting().attendees[1],
    ]
    const { body } = await create({ attendees })
    expect(body.attendees.map(({ status }) => status)).toEqual([
      { response: 'none', time: '0001-01-01T00:00:00Z' },
      { response: 'none', time: '0001-01-01T00:00:00Z' },
    ])
  })

  test.each([
    ['a property that Graph does not have', { sensitivty: 'private' }, 'RequestBodyRead'],
    ['a value that is not in the list', { showAs: 'occupied' }, 'RequestBodyRead'],
    ['the spelling of the documentation', { body: { contentType: 'HTML', content: '' } }, 'RequestBodyRead'],
    ['a property that only Graph writes', { iCalUId: '0400' }, 'RequestBodyRead'],
    ['no start', { start: undefined }, 'ErrorPropertyValidationFailure'],
    ['no end', { end: null }, 'ErrorPropertyValidationFailure'],
    ['an end before the start', { end: london('2026-12-21T09:00:00') }, 'ErrorCalendarEndDateIsEarlierThanStartDate'],
    ['an address that is none', { attendees: [{ emailAddress: { address: 'Owen' } }] }, 'ErrorInvalidRecipients'],
    ['a day that does not begin at midnight', { isAllDay: true }, 'ErrorInvalidRequest'],
  ])('refuses %s, and nothing is booked', async (_, over, code) => {
    const { status, body } = await create(over)
    expect([status, body.error.code]).toEqual([400, code])
    expect(await events()).toEqual([])
    expect(workplace.mails()).toEqual([])
  })

  test('refuses what is not JSON', async () => {
    const { status, body } = await graph('POST', `/users/${PLANNING}/events`, '{"subject":')
    expect([status, body.error.code]).toEqual([400, 'BadRequest'])
  })
})

describe('the times of an event', () => {
  test.each([
    ['in winter London is UTC', 'GMT Standard Time', '2026-12-21T10:00:00', '2026-12-21T10:00:00.0000000'],
    ['in summer London is an hour ahead', 'GMT Standard Time', '2026-07-01T10:00:00', '2026-07-01T09:00:00.0000000'],
    ['the IANA name will do', 'Europe/London', '2026-07-01T10:00:00', '2026-07-01T09:00:00.0000000'],
    ['Greenwich is Iceland', 'Greenwich Standard Time', '2026-07-01T10:00:00', '2026-07-01T10:00:00.0000000'],
    [
      'the hour that comes twice is the earlier one',
      'GMT Standard Time',
      '2026-10-25T01:30:00',
      '2026-10-25T00:30:00.0000000',
    ],
    [
      'the hour that is missing is taken an hour later',
      'GMT Standard Time',
      '2026-03-29T01:30:00',
      '2026-03-29T01:30:00.0000000',
    ],
  ])('%s: %s %s', async (_, timeZone, dateTime, utc) => {
    const { body } = await create({
      start: { dateTime, timeZone },
      end: { dateTime: `${dateTime.slice(0, 11)}23:00:00`, timeZone },
    })
    expect(body.start).toEqual({ dateTime: utc, timeZone: 'UTC' })
  })

  test('an offset beside a zone wins, and the event shows as UTC ever after', async () => {
    const { body } = await create({
      start: { dateTime: '2026-07-01T10:00:00+01:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-07-01T11:00:00+01:00', timeZone: 'Europe/London' },
    })
    expect(body).toMatchObject({ start: { dateTime: '2026-07-01T09:00:00.0000000' }, originalStartTimeZone: 'UTC' })
  })

  test('an unknown zone is refused, the plausible “Greenwich Mean Time” included', async () => {
    const { status, body } = await create({
      start: { dateTime: '2026-07-01T10:00:00', timeZone: 'Greenwich Mean Time' },
    })
    expect([status, body.error.code]).toEqual([400, 'TimeZoneNotSupportedException'])
  })

  test('answers are in the zone that was asked for', async () => {
    const prefer = 'IdType="ImmutableId", outlook.timezone="GMT Standard Time"'
    const { headers, body } = await create(
      { start: london('2026-07-01T10:00:00'), end: london('2026-07-01T11:00:00') },
      { prefer },
    )
    expect(body.start).toEqual({ dateTime: '2026-07-01T10:00:00.0000000', timeZone: 'GMT Standard Time' })
    expect(headers.get('preference-applied')).toBe(prefer)
  })
})

describe('the same transactionId again', () => {
  test.each([
    ['error400WithId', 400, true],
    ['error400', 400, false],
    ['error409', 409, false],
  ] as const)('%s: refused, and there is still one event', async (mode, status, namesTheFirst) => {
    workplace.faults.switches.sameTransactionId = mode
    const first = await create()
    const second = await create({ subject: 'Again' })
    expect([second.status, second.body.error.code]).toEqual([status, 'ErrorDuplicateTransactionId'])
    expect(second.body.error['@event.existingEventId']).toBe(namesTheFirst ? first.body.id : undefined)
    expect(await events()).toHaveLength(1)
  })

  test('firstEvent: the first event comes back as it is', async () => {
    workplace.faults.switches.sameTransactionId = 'firstEvent'
    const first = await create()
    const second = await create({ subject: 'Again' })
    expect([second.status, second.body.id, second.body.subject]).toEqual([201, first.body.id, first.body.subject])
    expect(workplace.mails()).toHaveLength(2)
  })

  test('is remembered when the event has been cancelled', async () => {
    const first = await create()
    await graph('POST', `/users/${PLANNING}/events/${first.body.id}/cancel`, { comment: 'off' })
    expect((await create()).status).toBe(400)
  })
})

describe('an online meeting', () => {
  test('has a join link, and a block in the invitation that holds it', async () => {
    const { body } = await create()
    const link = body.onlineMeeting?.joinUrl ?? 'none'
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3Ameeting_/)
    expect(body.body.content).toContain(link.replaceAll('&', '&amp;'))
  })

  test('loses its link when the body is replaced without the block', async () => {
    const { body } = await create()
    const changed = await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, {
      body: { contentType: 'html', content: '<p>New words</p>' },
    })
    expect(changed.body).toMatchObject({
      isOnlineMeeting: false,
      onlineMeeting: null,
      onlineMeetingProvider: 'unknown',
    })
  })

  test('keeps its link when the new body has the block', async () => {
    const { body } = await create()
    const content = body.body.content.replace('Please come', 'Do come')
    const changed = await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, {
      body: { contentType: 'html', content },
    })
    expect(changed.body.onlineMeeting).toEqual(body.onlineMeeting)
  })

  test('gets another link, where the service is in that mood', async () => {
    const { body } = await create()
    workplace.faults.switches.bodyChangeRenewsLink = true
    const content = body.body.content.replace('Please come', 'Do come')
    const changed = await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, {
      body: { contentType: 'html', content },
    })
    expect(changed.body.onlineMeeting?.joinUrl).toMatch(/^https:\/\/teams/)
    expect(changed.body.onlineMeeting).not.toEqual(body.onlineMeeting)
  })

  test('cannot be switched off again', async () => {
    const { body } = await create()
    const changed = await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, { isOnlineMeeting: false })
    expect(changed.body.onlineMeeting).toEqual(body.onlineMeeting)
  })

  test('is silently none where the mailbox has no Teams: 201, and no link', async () => {
    const { status, body } = await graph('POST', `/users/${INTAKE}/events`, aMeeting())
    expect(status).toBe(201)
    expect(body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null, onlineMeetingProvider: 'unknown' })
    expect((await graph('GET', `/users/${INTAKE}/calendar`)).body).toMatchObject({ allowedOnlineMeetingProviders: [] })
  })

  test('is silently none when the service forgets it', async () => {
    workplace.faults.switches.joinLinkMissing = true
    expect((await create()).body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null })
  })
})

describe('ids', () => {
  test('come in two forms that name the same event', async () => {
    const { body } = await create()
    const usual = await read(body.id, '', { prefer: '' })
    expect(usual.body.id).not.toBe(body.id)
    expect((await read(usual.body.id)).body.id).toBe(body.id)
  })

  test('tell upper from lower case', async () => {
    const { body } = await create()
    const shouted = body.id.slice(0, 40) + body.id.slice(40).toUpperCase()
    expect((await read(shouted)).status).toBe(404)
  })

  test('that could be none are called malformed', async () => {
    const { status, body } = await read('event-1')
    expect([status, body.error.code]).toEqual([400, 'ErrorInvalidIdMalformed'])
  })

  test('of another mailbox find nothing', async () => {
    const { body } = await graph('POST', `/users/${INTAKE}/events`, aMeeting())
    expect((await read(body.id)).body.error.code).toBe('ErrorItemNotFound')
  })
})

describe('changing an event', () => {
  test('needs the present etag where one is given', async () => {
    const { body } = await create()
    const change = (etag: string) =>
      graph('PATCH', `/users/${PLANNING}/events/${body.id}`, { subject: 'Other' }, { 'if-match': etag })
    const changed = await change(body['@odata.etag'])
    expect(changed.status).toBe(200)
    expect(changed.body['@odata.etag']).not.toBe(body['@odata.etag'])
    const late = await change(body['@odata.etag'])
    expect([late.status, late.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict'])
  })

  test('cannot change the transactionId, nor change nothing', async () => {
    const { body } = await create()
    for (const change of [{ transactionId: 'other' }, {}])
      expect((await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, change)).status).toBe(400)
  })

  test('one location is the only location', async () => {
    const { body } = await create({ locations: [{ displayName: 'Willow Room' }, { displayName: 'Larch Room' }] })
    expect(body).toMatchObject({ location: { displayName: 'Willow Room; Larch Room' } })
    const changed = await graph('PATCH', `/users/${PLANNING}/events/${body.id}`, {
      location: { displayName: 'Fellside House' },
    })
    expect(changed.body).toMatchObject({ locations: [{ displayName: 'Fellside House' }] })
  })
})
