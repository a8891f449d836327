/** `/users/{id}/calendarView`: what stands in a calendar between two moments, each occurrence by itself. */
import { minutesBetween, readInstant, type Instant, type Interval } from '../../../shared/dates/time.ts'
import { diaryOccurrences } from '../outlook/diary-events.ts'
import { calendarEvents } from '../outlook/mailbox-store.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, found } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { diaryJson } from './diary-json.ts'
import { readExpand } from './event-expand.ts'
import { eventJson } from './event-json.ts'
import { comparedEvent, EVENT_RULES } from './event-lookup.ts'
import { listAnswer } from './odata/list.ts'

const LONGEST_DAYS = 1825

export const calendarViewOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/calendarView',
    permission: { mailbox: 'calendar' },
    handle(call, tenant) {
      const shown = entriesOf(call, tenant, readWindow(call.query))
      const context = `users('${call.user.objectId}')/calendarView`
      return found(
        listAnswer(
          call,
          context,
          shown,
          { show: (entry) => entry.show(), compared: (entry) => entry.compared() },
          EVENT_RULES,
        ),
      )
    },
  },
]

/** Without an offset a moment is taken as UTC; a `+` that nobody encoded is a space by now, and no moment at all. */
export function readWindow(query: URLSearchParams): Interval {
  const start = readBound(query, 'startDateTime')
  const end = readBound(query, 'endDateTime')
  if (end < start) throw badRequest('The end of the calendar view comes before its start.', 'ErrorInvalidRequest')
  if (minutesBetween(start, end) > LONGEST_DAYS * 24 * 60)
    throw badRequest(
      `The range of a calendar view can be at most ${LONGEST_DAYS} days.`,
      'ErrorCalendarViewRangeTooBig',
    )
  return { start, end }
}

function readBound(query: URLSearchParams, name: string): Instant {
  const given = [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  if (given === undefined)
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    )
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00` : given
  const read = readInstant(/(Z|[+-]\d{2}:\d{2})$/i.test(dated) ? dated.toUpperCase() : `${dated}Z`)
  if (!read) throw badRequest(`The value '${given}' of parameter '${name}' is invalid.`, 'ErrorInvalidParameter')
  return read
}

type ViewEntry = { start: Instant; show(): Record<string, unknown>; compared(): Record<string, unknown> }

function entriesOf(call: Call, tenant: Tenant, within: Interval): ViewEntry[] {
  const expand = readExpand(call.query)
  const meetings = calendarEvents(tenant, call.user.email)
    .filter((event) => event.start < within.end && event.end > within.start)
    .map((event) => ({
      start: event.start,
      show: () => ({ ...eventJson(event, call.prefer), ...expand(event) }),
      compared: () => comparedEvent(event),
    }))
  const standing = diaryOccurrences(call.user, within).map((occurrence) => ({
    start: occurrence.event.start,
    show: () => diaryJson(occurrence, call.prefer),
    compared: () => comparedEvent(occurrence.event),
  }))
  return [...standing, ...meetings].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}
