/** What a request meets when it was chosen to go wrong: before anything is done, or after all of it was. */
import type { FaultOutcome } from '../faults.ts'
import { GraphError, type Answer } from './answer.ts'

const USUAL_CODE: Record<number, string> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  409: 'Conflict',
  410: 'SyncStateNotFound',
  429: 'ApplicationThrottled',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
}

/** An error, an error page, or no answer at all; `null` where nothing goes wrong yet. */
export function faultBefore(fault: FaultOutcome | null): GraphError | Answer | 'close' | null {
  if (fault === 'closeBeforeCommit') return 'close'
  if (fault === 'failBeforeCommit')
    return new GraphError(500, 'InternalServerError', 'An internal server error occurred. The operation failed.')
  if (fault === null || typeof fault === 'string') return null
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }
  if (fault.html)
    return {
      status: fault.status,
      headers: { ...headers, 'Content-Type': 'text/html' },
      body: gatewayPage(fault.status),
    }
  const code = fault.code ?? USUAL_CODE[fault.status] ?? 'UnknownError'
  return new GraphError(fault.status, code, 'The service could not answer this request.', { headers })
}

/** Once it is done: the real answer, one that says nothing, a closed line, or silence. */
export function faultAfter(fault: FaultOutcome | null): GraphError | 'close' | 'hang' | null {
  if (fault === 'commitThen504')
    return new GraphError(504, 'GatewayTimeout', 'The gateway did not get an answer in time.')
  if (fault === 'commitThenClose') return 'close'
  return fault === 'commitThenHang' ? 'hang' : null
}

const gatewayPage = (status: number) =>
  `<html><head><title>${status} Bad Gateway</title></head><body><center><h1>${status} Bad Gateway</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>`
