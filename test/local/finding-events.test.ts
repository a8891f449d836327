import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aGraphToken,
  aMeeting,
  aWorkplace,
  graphOf,
  london,
  MARKER,
  OWEN,
  PLANNING,
  type Graph,
  type GraphBody,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const on = (date: string, reference: string) => ({
  subject: `Planning meeting ref ${reference}`,
  start: london(`${date}T10:00:00`),
  end: london(`${date}T11:00:00`),
  transactionId: reference,
  singleValueExtendedProperties: [{ id: MARKER, value: `${reference}/1` }],
})

const create = async (date: string, reference: string) =>
  (await graph('POST', `/users/${PLANNING}/events`, aMeeting(on(date, reference)))).body

const list = async (query: Record<string, string>, path = 'events') =>
  graph('GET', `/users/${PLANNING}/${path}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`)

const subjects = ({ body }: { body: GraphBody }) => body.value.map(({ subject }) => subject.slice(-1))

const marked = (id: string, value: string) =>
  `singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq '${value}')`

const plus = (at: Instant, seconds: number) => addMinutes(at, seconds / 60)

describe('a filter', () => {
  beforeEach(async () => {
    await create('2026-12-21', 'A')
    await create('2026-12-22', 'B')
    await create('2026-12-23', 'C')
  })

  test.each([
    ['the marker', marked(MARKER, 'B/1'), ['B']],
    ['the marker, its GUID in other letters', marked(MARKER.replace('6f6d3c0e', '6F6D3C0E'), 'B/1'), ['B']],
    ['the marker, its value in other letters', marked(MARKER, 'b/1'), ['B']],
    [
      'the marker, its name in other letters',
      marked(MARKER.replace('PlacementMeeting', 'placementmeeting'), 'B/1'),
      [],
    ],
    ['the start', "start/dateTime ge '2026-12-22T00:00:00'", ['B', 'C']],
    [
      'start and end',
      "start/dateTime ge '2026-12-21T00:00:00Z' and end/dateTime le '2026-12-22T12:00:00Z'",
      ['A', 'B'],
    ],
    ['one or the other', "subject eq 'Planning meeting ref A' or endswith(subject,'C')", ['A', 'C']],
    ['not', "not (subject eq 'Planning meeting ref A')", ['B', 'C']],
    ['when it was made', 'createdDateTime ge 2026-12-18T16:05:00Z', ['A', 'B', 'C']],
    ['when it was made, later', 'createdDateTime gt 2026-12-18T16:05:00Z', []],
  ])('by %s', async (_, $filter, found) => {
    expect(subjects(await list({ $filter }))).toEqual(found)
  })

  test('by iCalUId finds every mailbox’s own copy', async () => {
    const { iCalUId, id } = await create('2026-12-24', 'D')
    const copies = await graph('GET', `/users/${OWEN}/events?$filter=${encodeURIComponent(`iCalUId eq '${iCalUId}'`)}`)
    expect(copies.body.value.map((copy) => [copy.iCalUId, copy.isOrganizer])).toEqual([[iCalUId, false]])
    expect(copies.body.value[0]?.id).not.toBe(id)
  })

  test('by marker may see a new event a little late', async () => {
    workplace.faults.switches.markerLagSeconds = 5
    await create('2026-12-24', 'D')
    expect(subjects(await list({ $filter: marked(MARKER, 'D/1') }))).toEqual([])
    expect(subjects(await list({ $filter: "endswith(subject,'D')" }))).toEqual(['D'])
    workplace.clock.moveTo(plus(workplace.clock.now(), 5))
    expect(subjects(await list({ $filter: marked(MARKER, 'D/1') }))).toEqual(['D'])
  })

  test.each([
    ['a property that cannot be filtered', "transactionId eq 'A'"],
    ['a property that is not there', "subjct eq 'A'"],
    ['half a filter', "subject eq 'A"],
    ['an operator of another language', "subject == 'A'"],
    ['nothing to compare with', 'subject eq'],
  ])('%s is refused', async (_, $filter) => {
    expect((await list({ $filter })).status).toBe(400)
  })
})

describe('a list', () => {
  beforeEach(async () => {
    for (const reference of ['A', 'B', 'C', 'D', 'E']) await create('2026-12-21', reference)
  })

  test('comes in pages, whose links lead on over HTTPS', async () => {
    const first = await list({ $top: '2', $select: 'subject', $count: 'true' })
    expect([subjects(first), first.body['@odata.count']]).toEqual([['A', 'B'], 5])
    expect(first.body['@odata.nextLink']).toMatch(/^https:\/\/127\.0\.0\.1/)
    const second = await graph('GET', first.body['@odata.nextLink'])
    const third = await graph('GET', second.body['@odata.nextLink'])
    expect([subjects(second), subjects(third), third.body['@odata.nextLink']]).toEqual([['C', 'D'], ['E'], undefined])
  })

  test('shows what was selected, the id and the etag', async () => {
    const { body } = await list({ $select: 'subject', $top: '1' })
    expect(Object.keys(body.value[0] ?? {}).sort()).toEqual(['@odata.etag', 'id', 'subject'])
  })

  test('is sorted as asked', async () => {
    expect(subjects(await list({ $orderby: 'subject desc' }))).toEqual(['E', 'D', 'C', 'B', 'A'])
  })

  test.each([
    [{ $top: '0' }],
    [{ $top: 'many' }],
    [{ $top: '1001' }],
    [{ $search: 'x', $levels: '1' }],
    [{ $orderby: 'colour' }],
  ])('refuses %j', async (query) => {
    expect((await list(query as unknown as Record<string, string>)).status).toBe(400)
  })
})

describe('a calendar view', () => {
  const view = (start: string, end: string, mailbox = OWEN) =>
    graph('GET', `/users/${mailbox}/calendarView?startDateTime=${start}&endDateTime=${end}&$top=100`)

  test('has meetings and what comes round in the diary, in order', async () => {
    await create('2026-12-21', 'A')
    const { body } = await view('2026-12-21T00:00:00Z', '2026-12-22T00:00:00Z')
    expect(body.value.map(({ subject, type, start }) => [subject, type, start.dateTime.slice(11, 16)])).toEqual([
      ['Planning meeting ref A', 'singleInstance', '10:00'],
      ['Supervision', 'occurrence', '11:30'],
      ['Home visit', 'occurrence', '15:30'],
    ])
  })

  test('takes moments without an offset as UTC', async () => {
    expect((await view('2026-12-21T11:00:00', '2026-12-21T12:00:00')).body.value).toHaveLength(1)
  })

  test.each([
    ['without its end', '2026-12-21T00:00:00Z', ''],
    ['with a + that nobody encoded', '2026-12-21T00:00:00+00:00', '2026-12-22T00:00:00+00:00'],
    ['over more than 1,825 days', '2026-12-21T00:00:00Z', '2031-12-21T00:00:00Z'],
  ])('%s is refused', async (_, start, end) => {
    expect((await view(start, end)).status).toBe(400)
  })
})

describe('a mailbox that the app has not been given', () => {
  test.each(['events', 'calendarView?startDateTime=2026-12-21&endDateTime=2026-12-22', 'calendar'])(
    'refuses %s',
    async (path) => {
      const { status, body } = await graph('GET', `/users/stephen.adeyinka@merrowdale.example/${path}`)
      expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied'])
    },
  )

  test('is not to be mixed up with one that is not there', async () => {
    const { status, body } = await graph('GET', '/users/nobody@merrowdale.example/events')
    expect([status, body.error.code]).toEqual([404, 'ErrorInvalidUser'])
  })
})

describe('a path', () => {
  const statusOf = async (path: string) => {
    const headers = { authorization: `Bearer ${await aGraphToken(workplace)}` }
    return (await fetch(`${workplace.graphUrl}${path}`, { headers })).status
  }

  test.each(['/users/{}/event', '/me/events', '/users/{}/events/AAMk/copy'])(
    'that Graph does not have is refused: %s',
    async (path) => expect(await statusOf(path.replace('{}', PLANNING))).toBe(400),
  )

  test.each([`/users('${PLANNING}')/events`, `/users/${PLANNING}/calendar/events`])(
    'may be written another way: %s',
    async (path) => expect(await statusOf(path)).toBe(200),
  )
})
