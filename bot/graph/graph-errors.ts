/** What Graph said when it said no, in the words of our own ports. Nothing of a request or an answer is repeated in a message. */
import { GraphError } from '@microsoft/microsoft-graph-client'
import { readInstant, toEpochMs } from '../../shared/dates/time.ts'
import { CalendarRefused, CalendarUnreachable, OutcomeUnknown } from '../meetings/ports.ts'

/** A failed call, with what Microsoft's support asks for. */
export class GraphFailure extends Error {
  override name = 'GraphFailure'
  /** 0 when no answer came at all. */
  readonly status: number
  readonly code: string
  /** The inner error object, which may name an existing event. */
  readonly body: Record<string, unknown>
  readonly requestId: string
  readonly retryAfterSeconds: number | null

  constructor(failure: Pick<GraphFailure, 'status' | 'code' | 'body' | 'requestId' | 'retryAfterSeconds'>) {
    super(
      `Graph answered ${failure.status || 'nothing'} ${failure.code} (request ${failure.requestId || 'unknown'})`.trim(),
    )
    this.status = failure.status
    this.code = failure.code
    this.body = failure.body
    this.requestId = failure.requestId
    this.retryAfterSeconds = failure.retryAfterSeconds
  }
}

export function failureFrom(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) return error
  if (!(error instanceof GraphError)) {
    return new GraphFailure({ status: 0, code: nameOf(error), body: {}, requestId: '', retryAfterSeconds: null })
  }
  return new GraphFailure({
    status: Math.max(0, error.statusCode),
    code: error.code ?? '',
    body: readBody(error.body),
    requestId: error.requestId ?? '',
    retryAfterSeconds: retryAfter(error.headers),
  })
}

/** For calls that change nothing, or may be repeated without harm. */
export function readFault(error: unknown): Error {
  const failure = failureFrom(error)
  return isPassing(failure.status)
    ? new CalendarUnreachable(failure.message, { cause: failure, retryAfterSeconds: failure.retryAfterSeconds })
    : new CalendarRefused(failure.message, { cause: failure })
}

/** For writes: what timed out, broke off or failed inside Graph may have happened all the same. */
export function writeFault(error: unknown): Error {
  const failure = failureFrom(error)
  if (failure.status === 0 || failure.status >= 500) return new OutcomeUnknown(failure.message, { cause: failure })
  return readFault(failure)
}

/** The item is not there any more; a mailbox that is not there is another matter. */
export const isGone = ({ status, code }: GraphFailure): boolean => status === 404 && code !== 'ErrorInvalidUser'

/** No answer, too many requests, or a fault inside Graph: asking again later may help. */
export const isPassing = (status: number): boolean => status === 0 || status === 408 || status === 429 || status >= 500

/** Seconds from a `Retry-After` of seconds (also broken ones) or of a date. */
export function readRetryAfter(value: string | null, nowMs: number): number | null {
  if (!value) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const at = parseHttpDate(value)
  return at === null ? null : Math.max(0, (at - nowMs) / 1000)
}

/** A date counts from the moment that the answer gives for itself, whatever our own clock says. */
function retryAfter(headers: Headers | undefined): number | null {
  const value = headers?.get('retry-after') ?? null
  const answeredAt = readRetryAfter(headers?.get('date') ?? null, 0)
  return answeredAt === null && value !== null && Number.isNaN(Number(value))
    ? null
    : readRetryAfter(value, (answeredAt ?? 0) * 1000)
}

function readBody(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return {}
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    // An HTML page from a proxy in between: there is nothing in it for us.
    return {}
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
function parseHttpDate(value: string): number | null {
  const match = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/.exec(value)
  const month = match ? MONTHS.indexOf(match[2]!) + 1 : 0
  if (!match || month === 0) return null
  return toMs(`${match[3]}-${String(month).padStart(2, '0')}-${match[1]}T${match[4]}Z`)
}

function toMs(text: string): number | null {
  const at = readInstant(text)
  return at && toEpochMs(at)
}
