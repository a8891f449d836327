/** When the next meeting of anybody's begins: a moment that people want to move the clock to. */
import { Router } from 'express'
import { londonIso } from '../../../shared/dates/time.ts'
import { calendarEvents } from '../outlook/mailbox-store.ts'
import { MEMBERS } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'

export function nextMeetingRoutes(tenant: Tenant): Router {
  const router = Router()
  router.get('/next-meeting', (_request, response) => {
    const now = tenant.clock.now()
    const coming = MEMBERS.flatMap(({ email }) => calendarEvents(tenant, email))
      .filter((event) => event.isOrganizer && !event.isCancelled && event.attendees.length > 0 && event.start > now)
      .map(({ start }) => start)
      .sort()
    response.json({ startsAt: coming[0] ? londonIso(coming[0]) : null })
  })
  return router
}
