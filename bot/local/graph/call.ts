/** One request to Graph, as the operations see it. */
import type { DirectoryMember } from '../people/directory.ts'
import { ianaZone, UnknownTimeZone } from '../outlook/time-zones.ts'
import type { Tenant } from '../tenant.ts'
import { GraphError, type Answer } from './answer.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'

export type GraphRequest = {
  method: Method
  /** Below `/v1.0`, still encoded: `/users/a%40b.example/events`. */
  path: string
  query: URLSearchParams
  /** By name in lower case. */
  headers: Record<string, string>
  body: unknown
  /** The address that links in answers start with: `https://localhost:4443/v1.0`. */
  base: string
  /** The application that asks. */
  app: { appId: string; roles: string[] }
}

export type Call = GraphRequest & {
  params: Record<string, string>
  prefer: Preferences
  /** The mailbox or user that the path names. */
  user: DirectoryMember
}

/** What the app must have been allowed: something in a mailbox (RBAC), or a permission for the whole tenant (Entra). */
export type Permission = { mailbox: 'calendar' | 'mail' | 'either' } | { anyOf: string[] }

export type Operation = {
  method: Method
  /** `/users/:user/events/:event` */
  path: string
  permission: Permission | null
  handle(call: Call, tenant: Tenant): Answer | Promise<Answer>
}

export type Preferences = {
  immutableIds: boolean
  timeZone: string
  textBody: boolean
  pageSize: number | null
  /** For the header `Preference-Applied`. */
  applied: string[]
}

export function readPreferences(header: string | undefined): Preferences {
  const preferences: Preferences = {
    immutableIds: false,
    timeZone: 'UTC',
    textBody: false,
    pageSize: null,
    applied: [],
  }
  for (const [whole, name = '', quoted, bare] of (header ?? '').matchAll(
    /([A-Za-z.-]+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g,
  )) {
    if (apply(preferences, name.toLowerCase(), quoted ?? bare ?? '')) preferences.applied.push(whole)
  }
  return preferences
}

function apply(preferences: Preferences, name: string, value: string): boolean {
  switch (name) {
    case 'idtype':
      preferences.immutableIds = value.toLowerCase() === 'immutableid'
      return preferences.immutableIds
    case 'outlook.timezone':
      preferences.timeZone = checkedZone(value)
      return true
    case 'outlook.body-content-type':
      preferences.textBody = value.toLowerCase() === 'text'
      return true
    case 'odata.maxpagesize':
      preferences.pageSize = Math.max(1, Math.min(1000, Number(value) || 10))
      return true
    default:
      return false
  }
}

function checkedZone(name: string): string {
  try {
    ianaZone(name)
    return name
  } catch (error) {
    if (error instanceof UnknownTimeZone) throw new GraphError(400, 'TimeZoneNotSupportedException', error.message)
    throw error
  }
}
