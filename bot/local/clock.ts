/** The workplace's clock: starts where it is told, runs on with real time, and can be moved forward but never back. */
import { fromEpochMs, later, toEpochMs, type Instant } from '../../shared/dates/time.ts'

export type WorkplaceClock = {
  now(): Instant
  /** Throws {@link ClockRunsForward} for a moment that is already past. */
  moveTo(to: Instant): void
  /** Called after each move. */
  onMove(listener: () => void): void
}

export class ClockRunsForward extends Error {
  override name = 'ClockRunsForward'
}

/** Milliseconds of the computer's own clock. */
export type WallClock = () => number

/** Goes on from `reached` where an earlier run got further than `start`. */
export function startClock(wallClock: WallClock, start: Instant | undefined, reached: Instant | null): WorkplaceClock {
  const wall = () => Math.round(wallClock())
  const first = start ?? fromEpochMs(wall())
  let setTo = toEpochMs(reached ? later(first, reached) : first)
  let setAt = wall()
  const listeners: (() => void)[] = []
  const now = () => fromEpochMs(setTo + wall() - setAt)
  return {
    now,
    moveTo(to) {
      if (to < now()) throw new ClockRunsForward(`the clock is at ${now()} and only goes forward`)
      setTo = toEpochMs(to)
      setAt = wall()
      for (const listener of listeners) listener()
    },
    onMove: (listener) => void listeners.push(listener),
  }
}
