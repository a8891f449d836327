import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import { aMeeting, aWorkplace, graphOf, MARKER, OWEN, PLANNING, TINA, type Graph } from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const withMarker = (value: string) =>
  `/users/${PLANNING}/events?$filter=${encodeURIComponent(
    `singleValueExtendedProperties/Any(ep: ep/id eq '${MARKER}' and ep/value eq '${value}')`,
  )}`

describe('creating an event', () => {
  test('answers 201 with the event, where to find it, and which preference was honoured', async () => {
    const { status, headers, body } = await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`${workplace.graphUrl}/users('${ownerId()}')/events('${body.id}')`)
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
    const { body } = await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    expect(body).not.toHaveProperty('singleValueExtendedProperties')
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARKER}')`)
    const read = await graph('GET', `/users/${PLANNING}/events/${encodeURIComponent(body.id)}?$expand=${expand}`)
    expect(read.body.singleValueExtendedProperties).toEqual([{ id: MARKER, value: 'meeting-1/1' }])
  })

  test('is found again by its marker, and by nobody else’s', async () => {
    const { body } = await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    expect((await graph('GET', withMarker('meeting-1/1'))).body.value.map(({ id }: { id: string }) => id)).toEqual([
      body.id,
    ])
    expect((await graph('GET', withMarker('meeting-1/2'))).body.value).toEqual([])
  })
})

const ownerId = () => 'c4723357-38b1-46c6-9ea8-e13a9cdff884'
void OWEN
void TINA
