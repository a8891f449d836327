import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  Client,
  GraphError,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import type { Workplace } from '../../bot/local/workplace.ts'
import { aGraphToken, aMeeting, aWorkplace, MARKER, PLANNING, type GraphBody } from '../support/local-workplace.ts'

/** Puts the token on each request, as the app's own chain does. */
class WithToken implements Middleware {
  private next: Middleware | undefined
  private readonly token: string

  constructor(token: string) {
    this.token = token
  }

  setNext(next: Middleware) {
    this.next = next
  }

  async execute(context: Context) {
    context.options = { ...context.options, headers: { ...headersOf(context), authorization: `Bearer ${this.token}` } }
    await this.next?.execute(context)
  }
}

const headersOf = (context: Context) => (context.options?.headers ?? {}) as Record<string, string>

let workplace: Workplace
let client: Client

beforeAll(async () => {
  workplace = await aWorkplace()
  const token = new WithToken(await aGraphToken(workplace))
  const retry = new RetryHandler(new RetryHandlerOptions(0, 3))
  token.setNext(retry)
  retry.setNext(new HTTPMessageHandler())
  client = Client.initWithMiddleware({
    middleware: token,
    baseUrl: new URL(workplace.graphUrl).origin,
    defaultVersion: 'v1.0',
  })
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const asked = (path: string) => client.api(path).header('Prefer', 'IdType="ImmutableId"')
async function failure(promise: Promise<unknown>): Promise<GraphError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof GraphError) return error
    throw error
  }
  throw new Error('it should have failed')
}

describe('Microsoft’s own client', () => {
  test('books, finds, reads, moves and cancels a meeting', async () => {
    const meeting = (await asked(`/users/${PLANNING}/events`).post(aMeeting())) as GraphBody
    const found = (await asked(`/users/${PLANNING}/events`)
      .filter(
        encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${MARKER}' and ep/value eq 'meeting-1/1')`),
      )
      .get()) as GraphBody
    expect(found.value.map(({ id }) => id)).toEqual([meeting.id])
    const event = `/users/${PLANNING}/events/${encodeURIComponent(meeting.id)}`
    const moved = (await asked(event)
      .header('If-Match', meeting['@odata.etag'])
      .patch({ start: meeting.start, end: { dateTime: '2026-12-21T12:00:00', timeZone: 'UTC' } })) as GraphBody
    expect(moved.end.dateTime).toBe('2026-12-21T12:00:00.0000000')
    await asked(`${event}/cancel`).post({ comment: 'off' })
    expect(await failure(asked(event).get() as Promise<unknown>)).toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    })
  })

  test('finds the first event’s id in the refusal of a second', async () => {
    const first = (await asked(`/users/${PLANNING}/events`).post(aMeeting())) as GraphBody
    const error = await failure(asked(`/users/${PLANNING}/events`).post(aMeeting()) as Promise<unknown>)
    expect([error.statusCode, error.code]).toEqual([400, 'ErrorDuplicateTransactionId'])
    expect(JSON.parse(error.body as string)).toMatchObject({ '@event.existingEventId': first.id })
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('takes a 202 without a body for done', async () => {
    const message = { subject: 'A', toRecipients: [{ emailAddress: { address: 'tina.bramwell@postbox.example' } }] }
    await client.api(`/users/${PLANNING}/sendMail`).post({ message })
    expect(workplace.mails()).toHaveLength(1)
  })

  test('sends a create again after 504 unless it is told not to: and then there is no second event', async () => {
    workplace.faults.rules.push({ method: 'POST', path: '/users/*/events', outcome: 'commitThen504' })
    const error = await failure(asked(`/users/${PLANNING}/events`).post(aMeeting()) as Promise<unknown>)
    expect(error.code).toBe('ErrorDuplicateTransactionId')
    workplace.faults.rules.push({ method: 'POST', path: '/users/*/events', outcome: 'commitThen504' })
    const untried = asked(`/users/${PLANNING}/events`).middlewareOptions([new RetryHandlerOptions(0, 0)])
    expect(await failure(untried.post(aMeeting({ transactionId: 'b' })) as Promise<unknown>)).toMatchObject({
      statusCode: 504,
    })
    expect(workplace.mails()).toHaveLength(4)
  })

  test('makes an error of a gateway’s page', async () => {
    workplace.faults.rules.push({ method: 'GET', outcome: { status: 502, html: true } })
    expect(await failure(asked('/users').get() as Promise<unknown>)).toMatchObject({ statusCode: 502 })
  })
})
