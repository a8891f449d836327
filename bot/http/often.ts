/** How often something was done lately, for each who does it. Kept in this process alone: it is a brake, and no lock. */
import { toEpochMs } from '../../shared/dates/time.ts'
import type { Clock } from '../meetings/ports.ts'

const MOST_KNOWN = 10_000

/** Counts what is done within a stretch of time that begins with the first. */
export function often(clock: Clock, withinMs: number) {
  const seen = new Map<string, { since: number; times: number }>()
  const find = (who: string) => {
    const one = seen.get(who)
    return one && toEpochMs(clock.now()) - one.since < withinMs ? one : null
  }
  return {
    times: (who: string): number => find(who)?.times ?? 0,
    add(who: string): void {
      const known = find(who)
      if (known) return void (known.times += 1)
      if (seen.size >= MOST_KNOWN) for (const other of seen.keys()) if (!find(other)) seen.delete(other)
      // Whoever floods it with ever new names makes it forget, and no more.
      if (seen.size >= MOST_KNOWN) seen.clear()
      seen.set(who, { since: toEpochMs(clock.now()), times: 1 })
    },
  }
}
