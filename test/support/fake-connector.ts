/**
 * Teams' connector as the app's tests need it: on loopback, keeping what stands in each chat, and saying no when told
 * to. `refuse` is used up by the next calls that it fits.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Card } from '../../bot/chat/cards/card.ts'

/** What the app sends. */
export type Sent = {
  type: string
  text?: string
  summary?: string
  attachments?: { contentType: string; content: Card }[]
}
type Standing = { id: string; conversationId: string; activity: Sent; changed: number }
export type StandingCard = { id: string; card: Card; summary: string; changed: number }

/** What is asked when a chat is begun. */
type Begun = {
  isGroup?: boolean
  members?: { id: string }[]
  tenantId?: string
  channelData?: { tenant?: { id?: string } }
}
type Refusal = { method?: string; path?: RegExp; status: number; code: string; times: number }

export class FakeConnector {
  readonly calls: { method: string; path: string; body: unknown; authorization: string | undefined }[] = []
  readonly #server: Server
  readonly #standing = new Map<string, Standing>()
  #refusals: Refusal[] = []
  #last = 0

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<FakeConnector> {
    const server = createServer()
    server.keepAliveTimeout = 0
    const connector = new FakeConnector(server)
    server.on('request', (request, response) => void connector.#answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve).unref())
    return connector
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  refuse(status: number, code: string, { times = 1, ...which }: Partial<Refusal> = {}): void {
    this.#refusals.push({ status, code, times, ...which })
  }

  /** What stands in a chat, oldest first. */
  chat(conversationId: string): Standing[] {
    return [...this.#standing.values()].filter((one) => one.conversationId === conversationId)
  }

  cards(conversationId: string): StandingCard[] {
    return this.chat(conversationId).flatMap(({ id, activity, changed }) => {
      const card = activity.attachments?.[0]?.content
      return card ? [{ id, card, summary: activity.summary ?? '', changed }] : []
    })
  }

  texts(conversationId: string): string[] {
    return this.chat(conversationId).flatMap(({ activity }) => (activity.text ? [activity.text] : []))
  }

  clear(): void {
    this.#standing.clear()
    this.#refusals = []
    this.calls.length = 0
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request)
    const { method = 'GET', url = '/' } = request
    const path = decodeURIComponent(url.split('?')[0]!)
    this.calls.push({ method, path, body, authorization: request.headers.authorization })
    const refusal = this.#refusals.find((one) => one.times > 0 && fits(one, method, path))
    if (refusal) {
      refusal.times -= 1
      return send(response, refusal.status, { error: { code: refusal.code, message: refusal.code } })
    }
    const [, conversationId, activityId] =
      /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path) ?? []
    if (method === 'POST' && path === '/v3/conversations') return this.#begin(body as Begun, response)
    if (!conversationId) return send(response, 404, { error: { code: 'NotFound', message: path } })
    if (method === 'POST') return send(response, 201, { id: this.#post(conversationId, body as Sent) })
    const standing = this.#standing.get(activityId ?? '')
    if (!standing) return send(response, 404, { error: { code: 'ActivityNotFoundInConversation', message: '' } })
    if (method === 'DELETE') this.#standing.delete(standing.id)
    else {
      standing.activity = body as Sent
      standing.changed += 1
    }
    return send(response, 200, { id: standing.id })
  }

  #begin(body: Begun, response: ServerResponse): void {
    const { members } = body
    if (members?.length !== 1 || body.isGroup) return send(response, 400, { error: { code: 'BadSyntax', message: '' } })
    if (!body.tenantId || !body.channelData?.tenant?.id)
      return send(response, 400, { error: { code: 'BadSyntax', message: 'Could not parse tenant id' } })
    return send(response, 201, { id: personalChat(members[0]!.id) })
  }

  #post(conversationId: string, activity: Sent): string {
    const id = `activity-${(this.#last += 1)}`
    this.#standing.set(id, { id, conversationId, activity, changed: 0 })
    return id
  }
}

export const personalChat = (objectId: string): string => `a:chat-of-${objectId}`

const fits = ({ method, path }: Refusal, calledMethod: string, calledPath: string) =>
  (!method || method === calledMethod) && (!path || path.test(calledPath))

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? null : (JSON.parse(text) as unknown)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
