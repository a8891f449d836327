/** How often one bot may do a thing in one conversation. Microsoft publishes the numbers; several windows hold at once. */
import { addMinutes, type Instant } from '../../../shared/dates/time.ts'
import type { WorkplaceClock } from '../clock.ts'
import { ConnectorError } from './connector-error.ts'

type Kind = 'send' | 'create' | 'members'

const LIMITS: Record<Kind, { seconds: number; most: number }[]> = {
  send: [
    { seconds: 1, most: 7 },
    { seconds: 2, most: 8 },
    { seconds: 30, most: 60 },
    { seconds: 3600, most: 1800 },
  ],
  create: [
    { seconds: 1, most: 7 },
    { seconds: 2, most: 8 },
    { seconds: 30, most: 60 },
    { seconds: 3600, most: 1800 },
  ],
  members: [
    { seconds: 1, most: 14 },
    { seconds: 2, most: 16 },
    { seconds: 30, most: 120 },
    { seconds: 3600, most: 3600 },
  ],
}

export type RateLimit = { count(kind: Kind, conversationId: string): void }

export function makeRateLimit(clock: WorkplaceClock): RateLimit {
  const calls = new Map<string, Instant[]>()
  return {
    count(kind, conversationId) {
      const key = `${kind} ${conversationId}`
      const now = clock.now()
      const recent = (calls.get(key) ?? []).filter((at) => at > addMinutes(now, -60))
      for (const { seconds, most } of LIMITS[kind]) {
        const since = addMinutes(now, -seconds / 60)
        if (recent.filter((at) => at > since).length >= most)
          throw new ConnectorError(429, 'Throttled', 'Too many requests.', {
            retryAfter: seconds === 3600 ? 60 : seconds,
          })
      }
      calls.set(key, [...recent, now])
    },
  }
}
