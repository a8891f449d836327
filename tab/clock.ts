/**
 * The app's time as the server tells it. The clock of somebody's computer may be wrong, and the local workplace moves
 * its own; between two answers time passes as the browser measures it.
 */
import { useEffect, useState } from 'react'
import { fromEpochMs, toEpochMs, type Instant } from '../shared/dates/time.ts'

export class AppClock {
  private readonly elapsedMs: () => number
  private readonly listeners = new Set<() => void>()
  private setAt = 0
  private setTo = 0

  constructor(elapsedMs: () => number = () => performance.now()) {
    this.elapsedMs = elapsedMs
  }

  set(now: Instant): void {
    this.setTo = toEpochMs(now)
    this.setAt = this.elapsedMs()
    for (const listener of this.listeners) listener()
  }

  now(): Instant {
    return fromEpochMs(this.setTo + this.elapsedMs() - this.setAt)
  }

  onSet(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** The time as it passes, looked at anew every so often and whenever the server tells it. */
export function useNow(clock: AppClock, everyMs = 15_000): Instant {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const look = () => setNow(clock.now())
    const timer = setInterval(look, everyMs)
    const stop = clock.onSet(look)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [clock, everyMs])
  return now
}
