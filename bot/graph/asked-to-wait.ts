/**
 * Keeps to what Graph asks: whoever is told to wait does not come back before that time is over, and neither does
 * anybody else of us who wants the same mailbox, on other instances of the app either. Where Graph names no time, or always the same, the wait doubles.
 */
import { readRetryAfter } from './graph-errors.ts'
import { mailboxOf, type ChainOptions, type Step } from './graph-step.ts'

/** A person may be waiting: beyond this a job tries again later. */
export const LONGEST_WAIT_MS = 10_000

const FIRST_MS = 500
const LONGEST_OWN_MS = 60_000
/** Timers and clocks of two machines differ by a little. */
const MARGIN_MS = 20
/** Told of a call that was not even sent, since Graph does not want to hear from us yet. */
export const NOT_SENT = 'x-not-sent'

type Closed = { until: number; refusals: number }

export function keepToWaits({ sleep, nowMs, waits }: Pick<ChainOptions, 'sleep' | 'nowMs' | 'waits'>): Step {
  const closed = new Map<string, Closed>()
  return async (context, next) => {
    const mailbox = mailboxOf(context)
    for (let waited = 0; ;) {
      const until = Math.max(closed.get(mailbox)?.until ?? 0, (await waits?.until(mailbox)) ?? 0)
      const left = until - nowMs()
      if (until <= waited || left <= 0) break
      if (left > LONGEST_WAIT_MS) return void (context.response = notSent(left))
      await sleep(left)
      waited = until
    }
    await next()
    const { response } = context
    if (!response) return
    const asked = readRetryAfter(response.headers.get('retry-after'), dateOf(response) ?? nowMs())
    if (response.status === 429 || (asked !== null && response.status >= 500)) {
      const before = closed.get(mailbox)
      // Calls that went out together and are refused together are one refusal.
      const isAnother = !before || before.until <= nowMs()
      const refusals = (before?.refusals ?? 0) + (isAnother ? 1 : 0)
      const own = Math.min(LONGEST_OWN_MS, FIRST_MS * 2 ** (refusals - 1))
      const until = nowMs() + Math.max((asked ?? 0) * 1000 + MARGIN_MS, own)
      closed.set(mailbox, { until: Math.max(until, closed.get(mailbox)?.until ?? 0), refusals })
      await waits?.keep(mailbox, until)
    } else if (response.ok && (closed.get(mailbox)?.until ?? 0) <= nowMs()) {
      closed.delete(mailbox)
    }
  }
}

const dateOf = (response: Response) => {
  const seconds = readRetryAfter(response.headers.get('date'), 0)
  return seconds === null ? null : seconds * 1000
}

const notSent = (leftMs: number) =>
  Response.json(
    { error: { code: 'AskedToWait', message: 'Graph has asked us to wait, and the time is not over.' } },
    { status: 429, headers: { 'retry-after': (leftMs / 1000).toFixed(3), [NOT_SENT]: 'yes' } },
  )
