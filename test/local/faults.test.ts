import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { makeThrottle } from '../../bot/local/graph/throttle.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import type { FaultRule } from '../../bot/local/faults.ts'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aGraphToken,
  aMeeting,
  aWorkplace,
  graphOf,
  INTAKE,
  OWEN,
  PLANNING,
  routesOf,
  type Graph,
  type LocalRoutes,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph
let local: LocalRoutes
let token: string
let wall = performance.timeOrigin + performance.now()

beforeAll(async () => {
  workplace = await aWorkplace({ wallClock: () => wall })
  graph = await graphOf(workplace)
  local = await routesOf(workplace)
  token = await aGraphToken(workplace)
})
beforeEach(() => workplace.reset())
afterAll(async () => {
  local.close()
  await workplace.close()
})

const onCreate = (outcome: FaultRule['outcome'], over: Partial<FaultRule> = {}) =>
  workplace.faults.rules.push({ method: 'POST', path: '/users/*/events', outcome, ...over })

/** Creates without the checks of the contract: some of these answers are none of Graph's. */
const create = (transactionId = 'meeting-1/1', mailbox = PLANNING) =>
  fetch(`${workplace.graphUrl}/users/${mailbox}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(aMeeting({ transactionId })),
    signal: AbortSignal.timeout(300),
  })
const booked = async () => (await graph('GET', `/users/${PLANNING}/events`)).body.value.length

describe('when creating an event goes wrong', () => {
  test('it is booked, and the answer is 504', async () => {
    onCreate('commitThen504')
    expect((await create()).status).toBe(504)
    expect(await booked()).toBe(1)
    expect(workplace.mails()).toHaveLength(2)
  })

  test('it is booked, and the line is cut', async () => {
    onCreate('commitThenClose')
    await expect(create()).rejects.toThrow('fetch failed')
    expect(await booked()).toBe(1)
  })

  test('it is booked, and nobody answers', async () => {
    onCreate('commitThenHang')
    await expect(create()).rejects.toThrow(/aborted|timeout/)
    expect(await booked()).toBe(1)
  })

  test.each([['failBeforeCommit'], ['closeBeforeCommit']] as const)('%s: nothing is booked', async (outcome) => {
    onCreate(outcome)
    await create().catch(() => undefined)
    expect(await booked()).toBe(0)
    expect(workplace.mails()).toEqual([])
  })

  test.each([
    [{ status: 429, retryAfter: '2.128' }, 'ApplicationThrottled', '2.128'],
    [{ status: 503 }, 'ServiceUnavailable', null],
    [{ status: 500, code: 'ErrorInternalServerError' }, 'ErrorInternalServerError', null],
  ])('%j, as Graph words it', async (outcome, code, retryAfter) => {
    onCreate(outcome)
    const { status, headers, body } = await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    expect([status, body.error.code, headers.get('retry-after')]).toEqual([outcome.status, code, retryAfter])
    expect(await booked()).toBe(0)
  })

  test('a gateway answers with a page', async () => {
    onCreate({ status: 502, html: true })
    const answer = await create()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(await answer.text()).toContain('<h1>502 Bad Gateway</h1>')
  })

  test('it is once, unless it is said how often', async () => {
    onCreate('failBeforeCommit', { times: 2 })
    const statuses = [await create('a'), await create('b'), await create('c')].map(({ status }) => status)
    expect(statuses).toEqual([500, 500, 201])
  })

  test('it may start later, and go on for ever', async () => {
    onCreate('failBeforeCommit', { skip: 1, times: null })
    const statuses = [await create('a'), await create('b'), await create('c')].map(({ status }) => status)
    expect(statuses).toEqual([201, 500, 500])
  })

  test('it is in one mailbox only, where that is said', async () => {
    onCreate('failBeforeCommit', { mailbox: INTAKE })
    expect((await create()).status).toBe(201)
    expect((await create('a', INTAKE)).status).toBe(500)
  })

  test('reading is not touched by it', async () => {
    onCreate('failBeforeCommit')
    expect(await booked()).toBe(0)
  })
})

describe('limits', () => {
  test('more than four requests at once on one mailbox are too many', async () => {
    workplace.faults.switches.latencyMs = 1_000
    const answers = await Promise.all(Array.from({ length: 6 }, () => graph('GET', `/users/${PLANNING}/events`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429, 429])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect(refused?.body.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: expect.stringContaining('MailboxConcurrency'),
    })
  })

  test('four on each of two mailboxes are not', async () => {
    workplace.faults.switches.latencyMs = 100
    const ask = (mailbox: string) => Array.from({ length: 4 }, () => graph('GET', `/users/${mailbox}/calendar`))
    const answers = await Promise.all([...ask(PLANNING), ...ask(OWEN)])
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })
})

test('more than ten thousand requests in ten minutes on one mailbox are too many', () => {
  const throttle = makeThrottle(workplace.clock)
  const ask = () => throttle.enter('app', PLANNING)()
  for (let index = 0; index < 10_000; index++) ask()
  expect(ask).toThrow('over its request limit')
  workplace.clock.moveTo(addMinutes(workplace.clock.now(), 10))
  expect(ask).not.toThrow()
})

describe('patience', () => {
  test('whoever comes back before the time is over is counted', async () => {
    const before = workplace.earlyReturns()
    workplace.faults.rules.push({ path: '/users/*/calendar', outcome: { status: 429, retryAfter: '2.5' } })
    const ask = () => graph('GET', `/users/${PLANNING}/calendar`)
    await ask()
    wall += 2_000
    await ask()
    expect(workplace.earlyReturns() - before).toBe(1)
    wall += 500
    await ask()
    expect(workplace.earlyReturns() - before).toBe(1)
  })
})

describe('setting faults from outside', () => {
  test('adds rules and turns switches, and takes them back', async () => {
    await local.post('/faults', {
      rules: [{ method: 'GET', path: '/users/*/calendar', outcome: { status: 503 } }],
      switches: { latencyMs: 0, notifications: { lose: true } },
    })
    expect(workplace.faults.switches).toMatchObject({ latencyMs: 0, notifications: { lose: true, duplicate: false } })
    expect((await graph('GET', `/users/${PLANNING}/calendar`)).status).toBe(503)
    expect((await graph('GET', `/users/${PLANNING}/calendar`)).status).toBe(200)
    await fetch(`${local.url}/faults`, { method: 'DELETE' })
    expect(workplace.faults.switches).toMatchObject({ latencyMs: 3, notifications: { lose: false } })
  })

  test('refuses what it does not know', async () => {
    expect((await local.post('/faults', { switches: { kindness: true } })).status).toBe(400)
    expect((await local.post('/faults', { rules: [{ outcome: 'explode' }] })).status).toBe(400)
  })
})
