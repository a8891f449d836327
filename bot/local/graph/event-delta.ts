/** `/users/{id}/calendarView/delta`: what changed in a window of a calendar. */
import { instant } from '../../../shared/dates/time.ts'
import { diaryOccurrences } from '../outlook/diary-events.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { idOf } from '../outlook/item-ids.ts'
import { allEvents } from '../outlook/mailbox-store.ts'
import { badRequest, found } from './answer.ts'
import type { Operation } from './call.ts'
import { readWindow } from './calendar-view.ts'
import { isNews, pageOf, readPosition } from './delta.ts'
import { diaryJson } from './diary-json.ts'
import { eventJson } from './event-json.ts'

const NOT_TAKEN = ['$filter', '$select', '$expand', '$orderby', '$search', '$top']

export const eventDeltaOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/calendarView/delta',
    permission: { mailbox: 'calendar' },
    handle(call, tenant) {
      const refused = NOT_TAKEN.filter((name) => call.query.has(name))
      if (refused.length > 0)
        throw badRequest(
          `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refused.join(', ')}'.`,
          'ErrorInvalidUrlQuery',
        )
      const position = readPosition(call, tenant, () => Object.values(readWindow(call.query)))
      const [start = '', end = ''] = position.scope
      const within = { start: instant(start), end: instant(end) }
      const isThere = (event: StoredEvent) =>
        event.folder === 'calendar' && event.start < within.end && event.end > within.start
      const isFirst = position.since === 0
      const changed = allEvents(tenant, call.user.email)
        .filter((event) => isNews(event.changed, position) && (!isFirst || isThere(event)))
        .map((event) =>
          isThere(event)
            ? { '@odata.type': '#microsoft.graph.event', ...eventJson(event, call.prefer) }
            : {
                '@odata.type': '#microsoft.graph.event',
                id: idOf(event, call.prefer.immutableIds),
                '@removed': { reason: 'deleted' },
              },
        )
      const standing = isFirst ? diaryOccurrences(call.user, within).map((entry) => diaryJson(entry, call.prefer)) : []
      return found(pageOf(call, 'Collection(event)', [...standing, ...changed], position))
    },
  },
]
