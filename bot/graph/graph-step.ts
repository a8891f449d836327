/** What each link of the chain to Graph is made of. */
import type { Context } from '@microsoft/microsoft-graph-client'
import type { Log } from '../log.ts'
import type { SharedWaits } from '../meetings/ports.ts'
import type { TokenSource } from './microsoft-token.ts'

export type Step = (context: Context, next: () => Promise<void>) => Promise<void>

export type ChainOptions = {
  token: TokenSource
  log: Log
  timeoutMs: number
  /** Injected, so that tests need not wait. */
  sleep: (ms: number) => Promise<void>
  nowMs: () => number
  /** How many calls at once to one mailbox. */
  atOnce: number
  /** Where several instances share what they were asked to wait. */
  waits: SharedWaits | null
}

export const urlOf = ({ request }: Context) => (typeof request === 'string' ? request : (request as Request).url)

/** Whose limits a call counts against; empty for what belongs to no mailbox. */
export const mailboxOf = (context: Context): string =>
  /\/users\/([^/?]+)/.exec(urlOf(context))?.[1]?.toLowerCase() ?? ''
