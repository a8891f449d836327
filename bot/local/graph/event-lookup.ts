/** Finding events: by the id in a path, or by what a list may be filtered and sorted by. */
import { looksLikeItemId } from '../ids.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { shownAs } from '../outlook/free-busy.ts'
import { etagOf, withId } from '../outlook/item-ids.ts'
import { calendarEvents } from '../outlook/mailbox-store.ts'
import { showOffset, showZoned } from '../outlook/time-zones.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, changedMeanwhile, itemNotFound } from './answer.ts'
import type { Call } from './call.ts'
import { sameProperty } from './event-reading.ts'
import type { ListRules } from './odata/list.ts'

export const EVENT_RULES: ListRules = {
  type: 'Event',
  filterable: [
    'subject',
    'start/dateTime',
    'end/dateTime',
    'createdDateTime',
    'lastModifiedDateTime',
    'iCalUId',
    'isAllDay',
    'isCancelled',
    'isOrganizer',
    'sensitivity',
    'showAs',
    'importance',
    'type',
    'categories',
    'organizer/emailAddress/address',
    'singleValueExtendedProperties/id',
    'singleValueExtendedProperties/value',
  ],
  sortable: ['start/dateTime', 'end/dateTime', 'createdDateTime', 'lastModifiedDateTime', 'subject'],
  same: (path, item, asked) =>
    path === 'singleValueExtendedProperties/id'
      ? sameProperty(item, asked)
      : item.toLowerCase() === asked.toLowerCase(),
}

/** What filters and sorting look at: times in UTC, and the extended properties that the answer leaves out. */
export const comparedEvent = (event: StoredEvent) => ({
  subject: event.subject,
  start: showZoned(event.start),
  end: showZoned(event.end),
  createdDateTime: showOffset(event.createdAt),
  lastModifiedDateTime: showOffset(event.changedAt),
  iCalUId: event.iCalUId,
  isAllDay: event.isAllDay,
  isCancelled: event.isCancelled,
  isOrganizer: event.isOrganizer,
  sensitivity: event.sensitivity,
  showAs: shownAs(event),
  importance: event.importance,
  type: 'singleInstance',
  categories: event.categories,
  organizer: { emailAddress: event.organizer },
  singleValueExtendedProperties: event.extendedProperties,
})

/** The event that the path names, while it is in the calendar. */
export function eventIn(call: Call, tenant: Tenant): StoredEvent {
  const id = call.params.event ?? ''
  if (!looksLikeItemId(id)) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed')
  const event = withId(calendarEvents(tenant, call.user.email), id)
  if (!event) throw itemNotFound()
  return event
}

export function checkEtag(call: Call, item: { key: string; version: number }): void {
  const wanted = call.headers['if-match']
  if (wanted !== undefined && wanted !== '*' && wanted !== etagOf(item)) throw changedMeanwhile()
}
