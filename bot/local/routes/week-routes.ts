/** Everybody's calendar for a stretch of time at once, side by side as Outlook shows them. */
import { Router } from 'express'
import { entriesBetween } from '../outlook/free-busy.ts'
import { idOf } from '../outlook/item-ids.ts'
import { findMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { listMailboxes, readWindow } from './outlook-views.ts'

export function weekRoutes(tenant: Tenant): Router {
  const router = Router()
  router.get('/outlook/week', (request, response) => {
    const within = readWindow(request.query, tenant.clock.now())
    const calendars = listMailboxes(tenant)
      .filter(({ kind }) => kind !== 'shared')
      .map((mailbox) => ({
        ...mailbox,
        workingHours: findMember(mailbox.email)?.workingHours ?? null,
        entries: entriesBetween(tenant, mailbox.email, within).map(({ event, ...entry }) => ({
          ...entry,
          meeting: event && {
            id: idOf(event, true),
            iCalUId: event.iCalUId,
            isOrganizer: event.isOrganizer,
            isCancelled: event.isCancelled,
            response: event.response,
            invited: event.attendees.map(({ name }) => name),
          },
        })),
      }))
    response.json({ from: within.start, to: within.end, calendars })
  })
  return router
}
