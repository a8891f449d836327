/** The town's time as this window knows it: told by the town, then passing as the browser measures it. */
import { useEffect, useState } from 'react'
import { fromEpochMs, toEpochMs, type Instant } from '../../../../shared/dates/time.ts'
import { useTown } from './town-context.ts'

export class TownClock {
  private readonly listeners = new Set<() => void>()
  private setAt = performance.now()
  private setTo: number

  constructor(now: Instant) {
    this.setTo = toEpochMs(now)
  }

  set(now: Instant): void {
    this.setTo = toEpochMs(now)
    this.setAt = performance.now()
    for (const listener of this.listeners) listener()
  }

  now = (): Instant => fromEpochMs(this.setTo + performance.now() - this.setAt)

  onSet(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}

const LOOK_EVERY_MS = 5_000

export function useNow(): Instant {
  const { clock } = useTown()
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    const look = () => setNow(clock.now())
    const timer = setInterval(look, LOOK_EVERY_MS)
    const stop = clock.onSet(look)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [clock])
  return now
}
