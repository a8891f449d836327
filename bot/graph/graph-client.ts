/**
 * One typed way to call Graph: the real client over our own chain. It encodes every id and value, since the client does
 * not, and it owns `Prefer`, so that no call forgets immutable ids.
 */
import { Client, type Middleware } from '@microsoft/microsoft-graph-client'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { failureFrom } from './graph-errors.ts'
import type { SharedWaits } from '../meetings/ports.ts'
import { graphChain, REPEATABLE } from './graph-middleware.ts'
import type { TokenSource } from './microsoft-token.ts'

export type Query = Record<string, string | number>

export type Graph = {
  get(path: Path, query?: Query, headers?: Record<string, string>): Promise<unknown>
  /** `repeatable` for a POST that changes nothing and may be sent again. */
  post(path: Path, body: unknown, options?: { repeatable?: boolean }): Promise<unknown>
  patch(path: Path, body: unknown, ifMatch?: string): Promise<unknown>
  delete(path: Path): Promise<unknown>
  /** Follows an absolute link that Graph gave for the next page, or for what has changed since. */
  next(link: string, headers?: Record<string, string>): Promise<unknown>
}

/** Segments of a path; each is encoded: `['users', mail, 'events', id]`. */
export type Path = string[]

export type GraphOptions = {
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  graphUrl: string
  token: TokenSource
  log: Log
  nowMs: () => number
  timeoutMs?: number
  /** Whether other instances of the app may run beside this one, and what they tell each other. */
  beside?: SharedWaits
  sleep?: (ms: number) => Promise<void>
}

/** A booking may take Outlook a while; beyond this nobody knows how it ended. */
const TIMEOUT_MS = 30_000
/** Outlook lets an app make four calls at once to a mailbox; one is left for what a person does. */
const AT_ONCE = 3
/** Two instances keep to the four between them, also while a new version takes over from an old one. */
const AT_ONCE_BESIDE_ANOTHER = 2

export function createGraph({
  graphUrl,
  timeoutMs = TIMEOUT_MS,
  beside,
  sleep: wait,
  ...options
}: GraphOptions): Graph {
  const chain: Middleware[] = graphChain({
    ...options,
    timeoutMs,
    atOnce: beside ? AT_ONCE_BESIDE_ANOTHER : AT_ONCE,
    waits: beside ?? null,
    sleep: wait ?? ((ms) => sleep(ms)),
  })
  const client = Client.initWithMiddleware({
    baseUrl: `${new URL(graphUrl).origin}/`,
    defaultVersion: new URL(graphUrl).pathname.replaceAll('/', ''),
    middleware: chain,
    customHosts: new Set([new URL(graphUrl).hostname]),
  })
  const request = (url: string, headers: Record<string, string> = {}) =>
    client.api(url).headers({ Prefer: 'IdType="ImmutableId"', ...headers })
  const call = async (send: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await send()
    } catch (error) {
      throw failureFrom(error)
    }
  }
  return {
    get: (path, query, headers) => call(() => request(urlOf(path, query), headers).get()),
    post: (path, body, { repeatable = false } = {}) =>
      call(() => request(urlOf(path), repeatable ? { [REPEATABLE]: 'yes' } : {}).post(body)),
    patch: (path, body, ifMatch) =>
      call(() => request(urlOf(path), ifMatch ? { 'If-Match': ifMatch } : {}).patch(body)),
    delete: (path) => call(() => request(urlOf(path)).delete()),
    next: (link, headers) => call(() => request(link, headers).get()),
  }
}

function urlOf(path: Path, query: Query = {}): string {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/${path.map(encodeURIComponent).join('/')}${search.length > 0 ? `?${search.join('&')}` : ''}`
}

/** A value inside an OData filter. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
