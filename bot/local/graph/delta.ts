/** Following changes: rounds, pages of a round, and the opaque tokens between them. */
import { z } from 'zod'
import { lastChange } from '../outlook/mailbox-store.ts'
import type { Tenant } from '../tenant.ts'
import { GraphError } from './answer.ts'
import type { Call } from './call.ts'

const positionSchema = z.object({
  /** What is followed: a folder, or a window of time. It is fixed for as long as the round goes on. */
  scope: z.array(z.string()),
  /** Changes after this one are news. */
  since: z.number(),
  /** The round ends with this change. */
  upTo: z.number(),
  /** Where the next page starts. */
  offset: z.number(),
  /** Tokens from before a reset are not known any more. */
  era: z.number(),
})

export type Position = z.infer<typeof positionSchema>

const eraOf = (tenant: Tenant) => tenant.state.current('era')

/** Where the request goes on, or a fresh start with the scope given. */
export function readPosition(call: Call, tenant: Tenant, freshScope: () => string[]): Position {
  const token = call.query.get('$skiptoken') ?? call.query.get('$deltatoken')
  if (token === null) return { scope: freshScope(), since: 0, upTo: lastChange(tenant), offset: 0, era: eraOf(tenant) }
  const position = decode(token)
  if (!position || position.era !== eraOf(tenant) || tenant.faults.switches.deltaForgotten) throw startOver(call)
  return call.query.has('$deltatoken')
    ? { ...position, since: position.upTo, upTo: lastChange(tenant), offset: 0 }
    : position
}

/** Turns a round's items into one page, with the link that leads on. */
export function pageOf(call: Call, context: string, items: Record<string, unknown>[], position: Position) {
  const size = call.prefer.pageSize ?? 10
  const end = position.offset + size
  const link = (name: string, at: Position) => `${call.base}${call.path}?${name}=${encode(at)}`
  return {
    '@odata.context': `${call.base}/$metadata#${context}`,
    ...(end < items.length
      ? { '@odata.nextLink': link('$skiptoken', { ...position, offset: end }) }
      : { '@odata.deltaLink': link('$deltatoken', position) }),
    value: items.slice(position.offset, end),
  }
}

export const isNews = (changed: number, { since, upTo }: Position): boolean => changed > since && changed <= upTo

function startOver(call: Call) {
  return new GraphError(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found; continuing requires a full resynchronization.',
    {
      headers: { Location: `${call.base}${call.path}` },
    },
  )
}

const encode = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url')

function decode(token: string): Position | undefined {
  try {
    return positionSchema.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))).data
  } catch {
    return undefined // not one of our tokens
  }
}
