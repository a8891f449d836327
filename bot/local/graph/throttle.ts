/** Outlook's limits for one app on one mailbox: four requests at a time, ten thousand in ten minutes. */
import { addMinutes, type Instant } from '../../../shared/dates/time.ts'
import type { WorkplaceClock } from '../clock.ts'
import { GraphError } from './answer.ts'

const AT_ONCE = 4
const IN_TEN_MINUTES = 10_000

export type Throttle = {
  /** Lets a request in, or refuses it; what it returns is to be called when the request is over. */
  enter(appId: string, mailbox: string): () => void
}

export function makeThrottle(clock: WorkplaceClock): Throttle {
  const running = new Map<string, number>()
  const recent = new Map<string, Instant[]>()

  const refuse = (message: string, retryAfter: string) =>
    new GraphError(429, 'ApplicationThrottled', message, { headers: { 'Retry-After': retryAfter } })

  return {
    enter(appId, mailbox) {
      const key = `${appId} ${mailbox.toLowerCase()}`
      const now = clock.now()
      const since = addMinutes(now, -10)
      const requests = recent.get(key) ?? []
      while (requests[0] !== undefined && requests[0] <= since) requests.shift()
      if ((running.get(key) ?? 0) >= AT_ONCE) throw refuse('Application is over its MailboxConcurrency limit.', '1')
      if (requests.length >= IN_TEN_MINUTES)
        throw refuse('Application is over its request limit for this mailbox.', '60')
      requests.push(now)
      recent.set(key, requests)
      running.set(key, (running.get(key) ?? 0) + 1)
      return () => void running.set(key, (running.get(key) ?? 1) - 1)
    },
  }
}
