/** Notes who was asked to wait, and counts those who came back before the time was over. */
import type { WallClock } from '../clock.ts'

export type Patience = {
  /** A request arrives. */
  arrived: (method: string, path: string) => void
  /** An answer asked its sender to wait; seconds as in `Retry-After`, dates are let be. */
  askedToWait: (method: string, path: string, retryAfter: string | undefined) => void
  /** How many came too early so far. */
  earlyReturns: () => number
}

/** Clients wait by the computer's clock, so that is what they are held to. */
/**
 * `onItsWayMs`: what was on its way already when the answer left is not early; by the computer's own clock, whatever
 * else is held still.
 */
export function makePatience(wallClock: WallClock, onItsWayMs = 0): Patience {
  const waitUntil = new Map<string, { until: number; toldAt: number }>()
  let early = 0
  return {
    arrived(method, path) {
      const wait = waitUntil.get(`${method} ${path}`)
      if (wait === undefined) return
      if (wallClock() < wait.until) early += performance.now() - wait.toldAt < onItsWayMs ? 0 : 1
      else waitUntil.delete(`${method} ${path}`)
    },
    askedToWait(method, path, retryAfter) {
      const seconds = Number(retryAfter)
      if (retryAfter !== undefined && seconds > 0)
        waitUntil.set(`${method} ${path}`, { until: wallClock() + seconds * 1000, toldAt: performance.now() })
    },
    earlyReturns: () => early,
  }
}
