import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { faultsAgainst } from '../support/graph-contract.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  INTAKE,
  PLANNING,
  routesOf,
  type Graph,
  type LocalRoutes,
} from '../support/local-workplace.ts'

type Notification = {
  changeType: string
  clientState: string
  lifecycleEvent: string
  resource: string
  resourceData: { id: string }
}

/** An app that only receives: over plain HTTP, behind the workplace's own front door. */
class Receiver {
  readonly envelopes: Notification[][] = []
  answers: (number | 'silence')[] = []
  shakesHands = true
  private readonly server: Server

  constructor() {
    this.server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        const token = new URL(request.url ?? '/', 'http://app').searchParams.get('validationToken')
        if (token !== null) {
          response.writeHead(200, { 'Content-Type': 'text/plain' }).end(this.shakesHands ? token : 'hello')
          return
        }
        const envelope = JSON.parse(text) as { value: Notification[] }
        expect(faultsAgainst('microsoft.graph.changeNotificationCollection', envelope)).toEqual([])
        const answer = this.answers.shift() ?? 202
        if (answer !== 202) this.refused += 1
        else this.envelopes.push(envelope.value)
        if (answer !== 'silence') response.writeHead(answer).end()
      })
    })
  }

  refused = 0
  get changes() {
    return this.envelopes.flat().map(({ changeType }) => changeType)
  }
  listen = () => new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()))
  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }
  close() {
    this.server.closeAllConnections()
    this.server.close()
  }
}

let receiver: Receiver
let workplace: Workplace
let graph: Graph
let local: LocalRoutes

beforeAll(async () => {
  receiver = new Receiver()
  await receiver.listen()
  workplace = await aWorkplace({ appUrl: receiver.url, patience: { handshakeMs: 500, deliveryMs: 200 } })
  graph = await graphOf(workplace)
  local = await routesOf(workplace)
})
beforeEach(async () => {
  await workplace.reset()
  receiver.envelopes.length = 0
  receiver.refused = 0
  receiver.answers = []
  receiver.shakesHands = true
})
afterAll(async () => {
  local.close()
  await workplace.close()
  receiver.close()
})

const inMinutes = (minutes: number) => addMinutes(workplace.clock.now(), minutes)

const subscription = (over: Record<string, unknown> = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${workplace.publicUrl}/webhooks/graph`,
  lifecycleNotificationUrl: `${workplace.publicUrl}/webhooks/graph/lifecycle`,
  resource: `users/${PLANNING}/events`,
  expirationDateTime: inMinutes(24 * 60),
  clientState: 'only we know',
  ...over,
})
const subscribe = (over: Record<string, unknown> = {}) => graph('POST', '/subscriptions', subscription(over))
const create = async () => (await graph('POST', `/users/${PLANNING}/events`, aMeeting({ attendees: [] }))).body
const arrive = () =>
  local.post(`/outlook/${INTAKE}/messages`, { from: 'sola.akintola@fernhillcare.example', subject: 'A', text: '' })
const advance = async (minutes: number) => {
  workplace.clock.moveTo(inMinutes(minutes))
  await workplace.settled()
}

describe('subscribing', () => {
  test('stands once both addresses have given the word back', async () => {
    const { status, body } = await subscribe()
    expect(status).toBe(201)
    expect(body).toMatchObject({ resource: `users/${PLANNING}/events`, clientState: 'only we know' })
    expect((await graph('GET', '/subscriptions')).body.value.map(({ id }) => id)).toEqual([body.id])
  })

  test('is refused where the word does not come back', async () => {
    receiver.shakesHands = false
    const { status, body } = await subscribe()
    expect([status, body.error.code]).toEqual([400, 'ValidationError'])
  })

  test.each([
    ['plain HTTP', { notificationUrl: 'http://127.0.0.1:3978/webhooks/graph' }, 400],
    ['a lifecycle address elsewhere', { lifecycleNotificationUrl: 'https://elsewhere.example/' }, 400],
    ['an end in the past', { expirationDateTime: '2026-12-01T00:00:00Z' }, 400],
    ['an end after more than seven days', { expirationDateTime: '2026-12-25T16:05:01Z' }, 400],
    ['content in the notifications', { includeResourceData: true }, 400],
    ['a resource that nobody watches', { resource: `users/${PLANNING}/contacts` }, 400],
    ['a mailbox that is closed to the app', { resource: 'users/judith.penhallow@merrowdale.example/events' }, 403],
    [
      'mail of somebody whose calendar alone is open',
      { resource: 'users/owen.tremlett@merrowdale.example/messages' },
      403,
    ],
    ['a word that is too long', { clientState: 'x'.repeat(129) }, 400],
  ])('is refused with %s', async (_, over, status) => {
    expect((await subscribe(over)).status).toBe(status)
  })

  test('lasts 45 minutes at least', async () => {
    const { body } = await subscribe({ expirationDateTime: inMinutes(5) })
    expect(body.expirationDateTime).toBe('2026-12-18T16:50:00.0000000Z')
  })

  test('to the same changes twice is a conflict, until the first has run out', async () => {
    await subscribe()
    expect((await subscribe()).status).toBe(409)
    await advance(24 * 60)
    expect((await subscribe()).status).toBe(201)
  })

  test('can be renewed and ended', async () => {
    const { body } = await subscribe()
    const renewed = await graph('PATCH', `/subscriptions/${body.id}`, { expirationDateTime: inMinutes(10_080) })
    expect(renewed.body.expirationDateTime).toBe('2026-12-26T16:05:00.0000000Z')
    expect((await graph('POST', `/subscriptions/${body.id}/reauthorize`)).status).toBe(200)
    expect((await graph('DELETE', `/subscriptions/${body.id}`)).status).toBe(204)
    expect((await graph('GET', `/subscriptions/${body.id}`)).status).toBe(404)
  })
})

describe('a change', () => {
  test('is told by the item’s id and our word, and a creation is an update too', async () => {
    await subscribe()
    const { id } = await create()
    await workplace.settled()
    expect(receiver.changes).toEqual(['created', 'updated'])
    expect(receiver.envelopes[0]).toMatchObject([{ clientState: 'only we know', resourceData: { id } }])
  })

  test('of another kind or in another mailbox is not', async () => {
    await subscribe({ changeType: 'deleted' })
    await create()
    await arrive()
    await workplace.settled()
    expect(receiver.changes).toEqual([])
  })

  test('in a folder: coming in is created, going out is deleted', async () => {
    await subscribe({ resource: `users/${INTAKE}/mailFolders('inbox')/messages`, changeType: 'created,deleted' })
    await arrive()
    const { body } = await graph('GET', `/users/${INTAKE}/messages`)
    await graph('POST', `/users/${INTAKE}/messages/${body.value[0]?.id}/move`, { destinationId: 'archive' })
    await workplace.settled()
    expect(receiver.changes).toEqual(['created', 'deleted'])
  })

  test('is told again until it is taken, for four hours', async () => {
    await subscribe({ changeType: 'created' })
    receiver.answers = [500, 503]
    await create()
    await workplace.settled()
    await advance(1)
    expect([receiver.refused, receiver.changes]).toEqual([2, []])
    await advance(2)
    expect(receiver.changes).toEqual(['created'])
  })

  test('is dropped after four hours', async () => {
    await subscribe({ changeType: 'created' })
    receiver.answers = Array.from({ length: 100 }, () => 500)
    await create()
    for (let minutes = 0; minutes < 5 * 60; minutes += 10) await advance(10)
    receiver.answers = []
    await advance(60)
    expect(receiver.changes).toEqual([])
    expect(workplace.nextDue()).toBeNull()
  })

  test('that is not answered in time counts as not delivered', async () => {
    await subscribe({ changeType: 'created' })
    receiver.answers = ['silence']
    await create()
    await workplace.settled()
    await advance(1)
    expect([receiver.refused, receiver.changes]).toEqual([1, ['created']])
  })

  test('is not told once the subscription has run out', async () => {
    await subscribe({ expirationDateTime: inMinutes(60) })
    await advance(60)
    await create()
    await workplace.settled()
    expect(receiver.changes).toEqual([])
  })
})

describe('what goes wrong with notifications on request', () => {
  const modes = (over: Record<string, unknown>) =>
    Object.assign(workplace.faults.switches.notifications, { createdThenUpdated: false, ...over })

  test('they come twice', async () => {
    modes({ duplicate: true })
    await subscribe()
    await create()
    await workplace.settled()
    expect(receiver.changes).toEqual(['created', 'created'])
  })

  test('they do not come', async () => {
    modes({ lose: true })
    await subscribe()
    await create()
    await workplace.settled()
    expect(receiver.changes).toEqual([])
  })

  test('they come late, in another order, and several in one', async () => {
    modes({ delayMinutes: 10, reorder: true, severalInOne: true })
    await subscribe()
    const { id } = await create()
    await graph('PATCH', `/users/${PLANNING}/events/${id}`, { subject: 'B' })
    await workplace.settled()
    expect(receiver.changes).toEqual([])
    await advance(10)
    expect(receiver.envelopes.map((envelope) => envelope.map(({ changeType }) => changeType))).toEqual([
      ['updated', 'created'],
    ])
  })

  test('they bring a word that was not agreed', async () => {
    modes({ wrongClientState: true })
    await subscribe()
    await create()
    await workplace.settled()
    expect(receiver.envelopes[0]?.[0]?.clientState).not.toBe('only we know')
  })

  test('Graph speaks of the subscription itself', async () => {
    const { body } = await subscribe()
    await workplace.tellLifecycle('missed')
    await local.post('/notifications/lifecycle', { event: 'subscriptionRemoved', subscriptionId: body.id })
    expect(receiver.envelopes.flat().map(({ lifecycleEvent }) => lifecycleEvent)).toEqual([
      'missed',
      'subscriptionRemoved',
    ])
    expect((await graph('GET', `/subscriptions/${body.id}`)).status).toBe(404)
  })
})

describe('the front door', () => {
  test('leads to the app’s webhooks and nowhere else', async () => {
    const knock = async (path: string) => (await fetch(`${workplace.publicUrl}${path}`, { method: 'POST' })).status
    expect(await knock('/webhooks/graph?validationToken=hello')).toBe(200)
    expect(await knock('/local/people')).toBe(404)
    expect(await knock('/api/messages')).toBe(404)
  })
})
