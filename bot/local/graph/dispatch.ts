/** From a request to the operation it names: who asks, for whom, may they, and is there room. */
import { findMember, type DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { accessDenied, badRequest, GraphError, type Answer } from './answer.ts'
import { readPreferences, type Call, type GraphRequest, type Operation, type Permission } from './call.ts'
import type { Throttle } from './throttle.ts'

type Matched = { operation: Operation; params: Record<string, string> }

/** `/users('a')/calendar/events` and `/users/a/events` are one. */
export function segmentsOf(path: string): string[] {
  const plain = path.replace(/\('([^']*)'\)/g, '/$1').replace(/^\/+|\/+$/g, '')
  const segments = plain.split('/').map(decoded)
  if (segments[0] === 'users' && segments[2] === 'calendar' && ['events', 'calendarView'].includes(segments[3] ?? ''))
    segments.splice(2, 1)
  return segments
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest('The request path is not encoded correctly.')
  }
}

export async function dispatch(
  operations: Operation[],
  request: GraphRequest,
  tenant: Tenant,
  throttle: Throttle,
): Promise<Answer> {
  const { operation, params } = findOperation(operations, request)
  const prefer = readPreferences(request.headers.prefer)
  const user = params.user === undefined ? undefined : findMailbox(params.user)
  checkPermission(operation.permission, request, user)
  // Operations whose path names no user never look at `user`.
  const call: Call = { ...request, params, prefer, user: user as DirectoryMember }
  const leave = user && isOutlook(operation) ? throttle.enter(request.app.appId, user.email) : () => undefined
  try {
    await pause(tenant.faults.switches.latencyMs)
    const answer = await operation.handle(call, tenant)
    const applied = prefer.applied.join(', ')
    return applied ? { ...answer, headers: { ...answer.headers, 'Preference-Applied': applied } } : answer
  } finally {
    leave()
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const isOutlook = ({ permission }: Operation) => permission !== null && 'mailbox' in permission

function findOperation(operations: Operation[], { path, method }: GraphRequest): Matched {
  const segments = segmentsOf(path)
  const fitting = operations.flatMap((operation) => {
    const params = match(operation.path.slice(1).split('/'), segments)
    return params ? [{ operation, params }] : []
  })
  const matched = fitting.find(({ operation }) => operation.method === method)
  if (matched) return matched
  if (fitting.length > 0)
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.')
  if (segments[0] === 'me') throw badRequest('/me request is only valid with delegated authentication flow.')
  throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`)
}

/** Named segments beat those that stand for an id, as operations are listed in that order. */
function match(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = segment
    else if (part.toLowerCase() !== segment.toLowerCase()) return null
  }
  return params
}

function findMailbox(addressOrId: string): DirectoryMember {
  const member = findMember(addressOrId)
  if (!member) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${addressOrId}' is invalid.`)
  return member
}

function checkPermission(
  permission: Permission | null,
  { app }: GraphRequest,
  user: DirectoryMember | undefined,
): void {
  if (!permission) return
  if ('anyOf' in permission) {
    if (permission.anyOf.some((role) => app.roles.includes(role))) return
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
  }
  if (!user) return
  const { calendar, mail } = user.appMay
  const allowed = { calendar, mail, either: calendar || mail }[permission.mailbox]
  if (!allowed) throw accessDenied()
}
