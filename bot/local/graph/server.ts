/** Graph v1.0 over HTTP: ids, tokens and bodies around the operations, and the faults that were asked for. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Tokens } from '../entra/tokens.ts'
import { nextFault } from '../faults.ts'
import { findMember } from '../people/directory.ts'
import { BodyTooLarge, readBytes } from '../read-bytes.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, GraphError, type Answer } from './answer.ts'
import { checkBearer } from './bearer.ts'
import { answerBatch } from './batch.ts'
import type { GraphRequest, Method } from './call.ts'
import type { CallLog } from './call-log.ts'
import { dispatch, segmentsOf } from './dispatch.ts'
import { errorAnswer, type RequestIds } from './error-body.ts'
import { faultAfter, faultBefore } from './fault-answer.ts'
import { operations } from './operations.ts'
import type { Patience } from './patience.ts'
import type { Throttle } from './throttle.ts'

const MOST_BYTES = 4 * 1024 * 1024
const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

export type GraphParts = {
  tenant: Tenant
  tokens: Tokens
  throttle: Throttle
  patience: Patience
  calls: CallLog
  base: () => string
}

export function makeGraphServer({ tenant, tokens, throttle, patience, calls, base }: GraphParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    const ids = { 'request-id': requestId, 'client-request-id': headersOf(request)['client-request-id'] ?? requestId }
    const url = new URL(request.url ?? '/', base())
    const path = url.pathname.replace(/^\/v1\.0/i, '')
    const asked = faultedRequest(request, path)
    patience.arrived(asked.method, asked.path)
    const fault = nextFault(tenant.faults, asked)

    const instead = faultBefore(fault)
    const answer = instead ?? (await perform(request, path, url.searchParams, ids).catch(asGraphError))
    const told = instead ? null : faultAfter(fault)
    const sent = told ?? answer
    const status = typeof sent === 'string' ? null : sent.status
    calls.note({ method: request.method as Method, path: `${path}${url.search}`, status })
    if (sent === 'close') return void request.socket.destroy()
    if (sent === 'hang') return
    patience.askedToWait(asked.method, asked.path, sent.headers?.['Retry-After'])
    send(response, sent, ids)
  }

  async function perform(
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
    ids: RequestIds,
  ): Promise<Answer> {
    const headers = headersOf(request)
    const app = await checkBearer(tokens, headers.authorization)
    const body = await readJson(request)
    const method = request.method as Method
    const asked = { method, path, query, headers, body, base: `${base()}/v1.0`, app }
    const one = (single: GraphRequest) => dispatch(operations, single, tenant, throttle)
    const isBatch = method === 'POST' && path.toLowerCase() === '/$batch'
    return isBatch ? answerBatch(asked, ids, tenant, one) : one(asked)
  }

  function send(response: ServerResponse, answer: Answer | GraphError, ids: RequestIds): void {
    const { status, headers = {}, body } = answer instanceof GraphError ? errorAnswer(answer, tenant, ids) : answer
    const usual = { ...ids, 'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"1"}}' }
    if (body === undefined) {
      response.writeHead(status, { ...usual, ...headers, ...(status === 204 ? {} : { 'Content-Length': '0' }) }).end()
      return
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(status, { 'Content-Type': JSON_TYPE, ...usual, ...headers }).end(text)
  }
}

function asGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error
  if (error instanceof BodyTooLarge) return new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.')
  throw error
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

function faultedRequest(request: IncomingMessage, path: string) {
  const segments = path.includes('%') && !isEncoded(path) ? [path] : segmentsOf(path)
  const mailbox = segments[0] === 'users' && segments[1] ? (findMember(segments[1])?.email ?? segments[1]) : null
  return { method: request.method ?? '', path: `/${segments.join('/')}`, mailbox }
}

function isEncoded(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request, MOST_BYTES)
  if (bytes.length === 0) return undefined
  if (!/^application\/json/i.test(request.headers['content-type'] ?? ''))
    throw badRequest('A missing or unsupported content type header was found when trying to read a message.')
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    )
  }
}
