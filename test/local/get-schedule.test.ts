import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  HELEN,
  london,
  OWEN,
  PLANNING,
  RUTH,
  TINA,
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

const monday = { startTime: london('2026-12-21T09:00:00'), endTime: london('2026-12-21T17:00:00') }
const ask = (schedules: string[], over: Record<string, unknown> = {}, mailbox = PLANNING) =>
  graph('POST', `/users/${mailbox}/calendar/getSchedule`, { schedules, ...monday, ...over })

describe('free/busy', () => {
  test('tells when somebody is busy, and not with what', async () => {
    const { body } = await ask([OWEN])
    expect(body.value[0]).toMatchObject({ scheduleId: OWEN, availabilityView: '0000022000000333' })
    expect(body.value[0]?.scheduleItems.map(({ status, start }) => [status, start.dateTime])).toEqual([
      ['busy', '2026-12-21T11:30:00.0000000'],
      ['oof', '2026-12-21T15:30:00.0000000'],
    ])
    expect(JSON.stringify(body)).not.toContain('Supervision')
  })

  test('shows an invitation as tentative until it is accepted, and busy from then on', async () => {
    await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    const statuses = async () =>
      (await ask([OWEN])).body.value[0]?.scheduleItems
        .filter(({ start }) => start.dateTime.includes('T10:00'))
        .map(({ status }) => status)
    expect(await statuses()).toEqual(['tentative'])
    const { body } = await graph('GET', `/users/${OWEN}/events?$filter=subject eq 'Planning meeting ref PPM-7K2D'`)
    await graph('POST', `/users/${OWEN}/events/${body.value[0]?.id}/accept`, {})
    expect(await statuses()).toEqual(['busy'])
  })

  test('somebody who cannot be looked up has an error, and the rest is answered: no items is not “free”', async () => {
    const { status, body } = await ask([TINA, OWEN, 'nobody@merrowdale.example'])
    expect(status).toBe(200)
    expect(body.value.map(({ error }) => error)).toEqual([
      { responseCode: '5009', message: expect.any(String) },
      undefined,
      { responseCode: '5009', message: expect.any(String) },
    ])
    expect(body.value[0]).toMatchObject({ scheduleItems: [], availabilityView: '' })
  })

  test('says when people work: by the name of the zone, or by its offsets', async () => {
    const { body } = await ask([HELEN, RUTH])
    expect(body.value).toMatchObject([
      { workingHours: { startTime: '09:00:00.0000000', timeZone: { name: 'GMT Standard Time' } } },
      { workingHours: { timeZone: { '@odata.type': '#microsoft.graph.customTimeZone', bias: 0 } } },
    ])
  })

  test.each([
    ['the same moment', { endTime: london('2026-12-21T09:00:00') }, 'ErrorInvalidTimeInterval'],
    ['more than 62 days', { endTime: london('2027-02-22T09:00:01') }, 'ErrorTimeIntervalTooBig'],
    [
      'more than a hundred people',
      { schedules: Array.from({ length: 101 }, (_, index) => `p${index}@x.example`) },
      'ErrorMailboxDataArrayTooBig',
    ],
    ['slots of four minutes', { availabilityViewInterval: 4 }, 'RequestBodyRead'],
    [
      'an unknown zone',
      { startTime: { dateTime: '2026-12-21T09:00:00', timeZone: 'Greenwich Mean Time' } },
      'TimeZoneNotSupportedException',
    ],
  ])('%s is refused', async (_, over, code) => {
    const { status, body } = await ask([OWEN], over)
    expect([status, body.error.code]).toEqual([400, code])
  })

  test('is answered in the zone asked for, in summer an hour later than UTC', async () => {
    const window = { startTime: london('2026-06-15T08:00:00'), endTime: london('2026-06-15T10:00:00') }
    const { body } = await graph(
      'POST',
      `/users/${PLANNING}/calendar/getSchedule`,
      { schedules: [HELEN], ...window },
      { prefer: 'outlook.timezone="GMT Standard Time"' },
    )
    expect(body.value[0]?.scheduleItems[0]?.start).toEqual({
      dateTime: '2026-06-15T09:00:00.0000000',
      timeZone: 'GMT Standard Time',
    })
  })

  test('is asked in a mailbox that the app may use', async () => {
    const { status, body } = await ask([OWEN], {}, 'judith.penhallow@merrowdale.example')
    expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied'])
  })
})
