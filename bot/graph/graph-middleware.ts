/**
 * The chain that every call to Graph goes through, in this order: ids for Microsoft's support, at most so many calls
 * at once to one mailbox, repeats (of reads only), waits that Graph asked for, a time limit, the token, the network. The
 * client's own retry is not used: it sends a write again that Graph may have carried out.
 */
import { randomUUID } from 'node:crypto'
import type { Context, Middleware } from '@microsoft/microsoft-graph-client'
import { keepToWaits, LONGEST_WAIT_MS, NOT_SENT } from './asked-to-wait.ts'
import { isPassing, readRetryAfter } from './graph-errors.ts'
import { mailboxOf, urlOf, type ChainOptions, type Step } from './graph-step.ts'

/** Marks a call that changes nothing although it is a POST. */
export const REPEATABLE = 'x-placement-repeatable'

const TRIES = 3

export function graphChain(options: ChainOptions): Middleware[] {
  return [
    requestIds(options),
    mailboxLimit(options),
    repeatReads(options),
    keepToWaits(options),
    timeLimit(options),
    bearer(options),
    network,
  ].map((step) => new Link(step))
}

class Link implements Middleware {
  #next: Middleware | undefined
  readonly #step: Step
  constructor(step: Step) {
    this.#step = step
  }
  execute(context: Context): Promise<void> {
    return this.#step(context, async () => this.#next?.execute(context))
  }
  setNext(next: Middleware): void {
    this.#next = next
  }
}

const requestIds =
  ({ log }: ChainOptions): Step =>
  async (context, next) => {
    const id = randomUUID()
    setHeader(context, 'client-request-id', id)
    await next()
    const { response } = context
    if (response?.headers.has(NOT_SENT)) {
      log.info('graphAskedToWait', { method: methodOf(context), seconds: Number(response.headers.get('retry-after')) })
    } else if (response && response.status >= 400) {
      log.warn('graphRefused', {
        status: response.status,
        method: methodOf(context),
        clientRequestId: id,
        requestId: response.headers.get('request-id'),
        date: response.headers.get('date'),
      })
    }
  }

/** So many calls in a row have to go well before one more at once is tried. */
const WELL_BEFORE_MORE = 10

type Lane = { limit: number; wentWell: number; active: number; waiting: (() => void)[] }

/**
 * A mailbox that was asked too much at once gets one call at a time, and slowly more again. Otherwise all that wait for
 * the same moment would come back together, from several instances, and be refused together.
 */
function mailboxLimit({ atOnce }: ChainOptions): Step {
  const lanes = new Map<string, Lane>()
  return async (context, next) => {
    const mailbox = mailboxOf(context)
    const lane = lanes.get(mailbox) ?? { limit: atOnce, wentWell: 0, active: 0, waiting: [] }
    lanes.set(mailbox, lane)
    if (lane.active >= lane.limit) await new Promise<void>((go) => lane.waiting.push(go))
    else lane.active += 1
    try {
      await next()
      adapt(lane, context.response, atOnce)
    } finally {
      lane.active -= 1
      while (lane.active < lane.limit && lane.waiting.length > 0) {
        lane.active += 1
        lane.waiting.shift()!()
      }
      if (lane.active === 0 && lane.limit === atOnce) lanes.delete(mailbox)
    }
  }
}

function adapt(lane: Lane, response: Response | undefined, atOnce: number): void {
  if (response?.status === 429) {
    lane.limit = 1
    lane.wentWell = 0
  } else if (response?.ok && lane.limit < atOnce) {
    lane.wentWell += 1
    if (lane.wentWell < WELL_BEFORE_MORE) return
    lane.limit += 1
    lane.wentWell = 0
  }
}

const repeatReads =
  ({ sleep, nowMs }: ChainOptions): Step =>
  async (context, next) => {
    const repeatable = methodOf(context) === 'GET' || headerOf(context, REPEATABLE) !== null
    removeHeader(context, REPEATABLE)
    for (let tries = 1; ; tries += 1) {
      const failed = await attempt(context, next)
      if (!repeatable || tries === TRIES) {
        if (failed) throw failed.error
        return
      }
      const status = failed ? 0 : (context.response?.status ?? 0)
      if (!failed && !isPassing(status)) return
      const asked = readRetryAfter(context.response?.headers.get('retry-after') ?? null, nowMs())
      const wait = Math.max((asked ?? 0) * 1000, 250 * 2 ** tries)
      if (wait > LONGEST_WAIT_MS) {
        if (failed) throw failed.error
        return
      }
      await sleep(wait)
    }
  }

async function attempt(context: Context, next: () => Promise<void>): Promise<{ error: unknown } | null> {
  context.response = undefined
  try {
    await next()
    return null
  } catch (error) {
    return { error }
  }
}

const timeLimit =
  ({ timeoutMs }: ChainOptions): Step =>
  async (context, next) => {
    context.options = { ...context.options, signal: AbortSignal.timeout(timeoutMs) }
    await next()
  }

const bearer =
  ({ token }: ChainOptions): Step =>
  async (context, next) => {
    setHeader(context, 'authorization', `Bearer ${await token()}`)
    await next()
    // A token that was withdrawn early is refused before anything is done: one fresh one is worth a try.
    if (context.response?.status !== 401) return
    setHeader(context, 'authorization', `Bearer ${await token({ fresh: true })}`)
    await next()
  }

const network: Step = async (context) => {
  context.response = await fetch(urlOf(context), context.options)
}

const methodOf = ({ options }: Context) => String(options?.method ?? 'GET').toUpperCase()
const headersOf = (context: Context): Headers => {
  const headers = new Headers(context.options?.headers)
  context.options = { ...context.options, headers }
  return headers
}
const setHeader = (context: Context, name: string, value: string) => headersOf(context).set(name, value)
const removeHeader = (context: Context, name: string) => headersOf(context).delete(name)
const headerOf = (context: Context, name: string) => headersOf(context).get(name)
