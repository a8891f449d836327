/** Graph's errors as they go over the wire. */
import type { Tenant } from '../tenant.ts'
import { GraphError, type Answer } from './answer.ts'

export type RequestIds = { 'request-id': string; 'client-request-id': string }

export const errorAnswer = (
  { status, code, message, extra, headers }: GraphError,
  tenant: Tenant,
  ids: RequestIds,
): Answer => ({
  status,
  headers,
  body: {
    error: { code, message, ...extra, innerError: { date: tenant.clock.now().replace('Z', ''), ...ids } },
  },
})
