import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { GraphError } from '@microsoft/microsoft-graph-client'
import type { FaultRule } from '../../bot/local/faults.ts'
import { failureFrom, GraphFailure } from '../../bot/graph/graph-errors.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { aMeeting, OWEN, PLANNING } from '../support/local-workplace.ts'

let outlook: LocalOutlook

beforeAll(async () => {
  outlook = await aLocalOutlook()
})
beforeEach(async () => {
  outlook.pass(600)
  await outlook.workplace.reset()
  outlook.waits.length = 0
})
afterAll(() => outlook.close())

const refuse = (retryAfter: string | undefined, over: Partial<FaultRule> = {}) =>
  outlook.workplace.faults.rules.push({
    method: 'POST',
    path: '/users/*/events',
    outcome: { status: 429, ...(retryAfter !== undefined && { retryAfter }) },
    ...over,
  })
const create = (transactionId: string, mailbox = PLANNING) =>
  outlook.graph.post(['users', mailbox, 'events'], aMeeting({ transactionId, isOnlineMeeting: false, attendees: [] }))
const failureOf = async (call: Promise<unknown>): Promise<GraphFailure> => {
  const failure: unknown = await call.catch((error: unknown) => error)
  if (failure instanceof GraphFailure) return failure
  throw new Error('the call went through')
}
const waited = () => outlook.waits.reduce((sum, ms) => sum + ms, 0) / 1000

describe('when Graph asks to wait', () => {
  test('a write is not sent again by itself; the time asked for is told to whoever wanted it', async () => {
    refuse('2.128')
    expect(await failureOf(create('a'))).toMatchObject({ status: 429, retryAfterSeconds: 2.128 })
    expect(outlook.waits).toEqual([])
  })

  test('nobody of us comes back to that mailbox before the time is over', async () => {
    refuse('2.128')
    await failureOf(create('a'))
    await Promise.all([create('b'), create('c'), outlook.graph.get(['users', PLANNING, 'events'])])
    expect(waited()).toBeGreaterThanOrEqual(2.128)
    expect(outlook.workplace.earlyReturns()).toBe(0)
  })

  test('other mailboxes are asked all the same', async () => {
    refuse('8', { mailbox: PLANNING })
    await failureOf(create('a'))
    await create('b', OWEN)
    expect(outlook.waits).toEqual([])
  })

  test('another instance of the app waits, too, for what one of them was told', async () => {
    const told = new Map<string, number>()
    const beside = {
      until: async (mailbox: string) => told.get(mailbox) ?? 0,
      keep: async (mailbox: string, untilMs: number) => void told.set(mailbox, untilMs),
    }
    const [one, other] = [outlook.anotherGraph(beside), outlook.anotherGraph(beside)]
    const book = (graph: typeof one) => graph.post(['users', PLANNING, 'events'], aMeeting({ attendees: [] }))
    refuse('8')
    await failureOf(book(one))
    await book(other)
    expect(waited()).toBeGreaterThanOrEqual(8)
    expect(outlook.workplace.earlyReturns()).toBe(0)
  })

  test('a long time is not waited out in the call: it fails without being sent, and says how long is left', async () => {
    refuse('30')
    await failureOf(create('a'))
    outlook.pass(12)
    const failure = await failureOf(create('b'))
    expect(failure.code).toBe('AskedToWait')
    expect(failure.retryAfterSeconds).toBeCloseTo(18, 0)
    outlook.pass(19)
    await create('b')
    expect(outlook.workplace.earlyReturns()).toBe(0)
  })

  test('a date counts from the moment that the answer itself gives, whatever our own clock says', () => {
    const refused = new GraphError(429, 'too many')
    refused.headers = new Headers({
      date: 'Fri, 18 Dec 2026 16:05:00 GMT',
      'retry-after': 'Fri, 18 Dec 2026 16:05:07 GMT',
    })
    expect(failureFrom(refused).retryAfterSeconds).toBe(7)
  })

  test('and names no time, the waits double', async () => {
    refuse(undefined, { times: 3 })
    const waits: number[] = []
    for (const id of ['a', 'b', 'c', 'd']) {
      outlook.waits.length = 0
      await create(id).catch(() => {})
      waits.push(Math.round(waited() * 10) / 10)
    }
    expect(waits).toEqual([0, 0.5, 1, 2])
  })

  test('and names the same second again and again, the waits grow beyond it', async () => {
    refuse('1', { times: 4 })
    const waits: number[] = []
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      outlook.waits.length = 0
      await create(id).catch(() => {})
      waits.push(Math.round(waited()))
    }
    expect(waits).toEqual([0, 1, 1, 2, 4])
    expect(outlook.workplace.earlyReturns()).toBe(0)
  })

  test('a read is repeated once the time is over', async () => {
    refuse('1.5', { method: 'GET' })
    await outlook.graph.get(['users', PLANNING, 'events'])
    expect(waited()).toBeGreaterThanOrEqual(1.5)
    expect(outlook.workplace.earlyReturns()).toBe(0)
  })
})
