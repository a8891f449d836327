/** Moves the workplace's clock, and with it everything that becomes due. */
import { Router } from 'express'
import { z } from 'zod'
import { addMinutes, londonIso, readInstant, type Instant } from '../../../shared/dates/time.ts'
import { ClockRunsForward, type WorkplaceClock } from '../clock.ts'
import { readBody, WorkplaceRefusal } from './refusal.ts'

const MOST_MINUTES = 10 * 366 * 24 * 60

const clockForm = z.union(
  [z.strictObject({ now: z.string() }), z.strictObject({ advanceMinutes: z.number().min(0).max(MOST_MINUTES) })],
  { error: 'give either "now" (ISO 8601 with an offset) or "advanceMinutes" (a number, not below 0)' },
)

export function clockRoutes(clock: WorkplaceClock, moveClock: (to: Instant) => Promise<void>): Router {
  const router = Router()
  const showNow = () => ({ now: londonIso(clock.now()) })
  router.get('/clock', (_request, response) => void response.json(showNow()))
  router.post('/clock', async (request, response) => {
    const form = readBody(clockForm, request.body)
    const to = 'now' in form ? readInstant(form.now) : addMinutes(clock.now(), form.advanceMinutes)
    if (!to)
      throw new WorkplaceRefusal(400, '"now" must be ISO 8601 with an offset, such as 2026-12-18T17:30:00+00:00.')
    if (to < clock.now()) throw new WorkplaceRefusal(400, `The clock only goes forward; it is ${showNow().now}.`)
    try {
      await moveClock(to)
    } catch (error) {
      if (error instanceof ClockRunsForward)
        throw new WorkplaceRefusal(400, `The clock only goes forward; it is ${showNow().now}.`)
      throw error
    }
    response.json(showNow())
  })
  return router
}
