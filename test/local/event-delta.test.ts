import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  london,
  OWEN,
  PLANNING,
  type Graph,
  type GraphAnswer,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const view = (mailbox = PLANNING) =>
  `/users/${mailbox}/calendarView/delta?startDateTime=2026-12-21T00:00:00Z&endDateTime=2026-12-28T00:00:00Z`
const seen = ({ body }: GraphAnswer) => body.value.map((item) => (item['@removed'] ? 'removed' : item.subject))
const next = (answer: GraphAnswer) => graph('GET', answer.body['@odata.deltaLink'])
const create = async (over: Record<string, unknown> = {}) =>
  (await graph('POST', `/users/${PLANNING}/events`, aMeeting({ subject: 'A', ...over }))).body

describe('following a calendar by delta', () => {
  test('brings what is there, then what changes, then what goes', async () => {
    const meeting = await create()
    const first = await graph('GET', view())
    expect(seen(first)).toEqual(['A'])
    await graph('PATCH', `/users/${PLANNING}/events/${meeting.id}`, { subject: 'B' })
    const second = await next(first)
    expect(seen(second)).toEqual(['B'])
    await graph('POST', `/users/${PLANNING}/events/${meeting.id}/cancel`, {})
    const third = await next(second)
    expect(third.body.value).toMatchObject([{ id: meeting.id, '@removed': { reason: 'deleted' } }])
    expect(seen(await next(third))).toEqual([])
  })

  test('what is moved out of the window is removed from it', async () => {
    const meeting = await create()
    const first = await graph('GET', view())
    await graph('PATCH', `/users/${PLANNING}/events/${meeting.id}`, {
      start: london('2027-01-04T10:00:00'),
      end: london('2027-01-04T11:00:00'),
    })
    expect(seen(await next(first))).toEqual(['removed'])
  })

  test('an answer of an attendee is a change of the organiser’s event', async () => {
    await create()
    const first = await graph('GET', view())
    const copies = await graph('GET', `/users/${OWEN}/events?$filter=subject eq 'A'`)
    await graph('POST', `/users/${OWEN}/events/${copies.body.value[0]?.id}/accept`, {})
    const second = await next(first)
    expect(second.body.value[0]?.attendees[0]?.status.response).toBe('accepted')
  })

  test('in a diary brings each occurrence once', async () => {
    const pages = await graph('GET', view(OWEN), undefined, { prefer: 'odata.maxpagesize=100' })
    expect(seen(pages)).toContain('Home visit')
    expect(seen(await next(pages))).toEqual([])
  })

  test('comes in pages', async () => {
    await create()
    await create({ subject: 'B', transactionId: 'other' })
    const first = await graph('GET', view(), undefined, { prefer: 'odata.maxpagesize=1' })
    const second = await graph('GET', first.body['@odata.nextLink'], undefined, { prefer: 'odata.maxpagesize=1' })
    expect([seen(first), seen(second), second.body['@odata.nextLink']]).toEqual([['A'], ['B'], undefined])
  })

  test.each(['$select=subject', '$filter=isAllDay eq false', '$expand=attachments', '$top=5'])(
    'takes no %s',
    async (option) => {
      expect((await graph('GET', `${view()}&${option}`)).status).toBe(400)
    },
  )
})
