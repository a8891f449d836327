/** What the app has asked of Graph, in order: to be counted, and to be read for what it may give away. */
import type { Method } from './call.ts'

export type LoggedCall = {
  method: Method
  /** Below `/v1.0`, with its query. */
  path: string
  /** `null` for one that was left without an answer. */
  status: number | null
}

export type CallLog = {
  note: (call: LoggedCall) => void
  all: () => LoggedCall[]
}

/** An afternoon's worth; what is older makes room. */
const MOST_CALLS = 2_000

export function makeCallLog(): CallLog {
  const calls: LoggedCall[] = []
  return {
    note(call) {
      if (calls.length === MOST_CALLS) calls.shift()
      calls.push(call)
    },
    all: () => [...calls],
  }
}
