/** `/users/{id}/events`: making, finding, reading, changing and cancelling events. */
import { addMinutes } from '../../../shared/dates/time.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { diarySeries } from '../outlook/diary-events.ts'
import { idOf } from '../outlook/item-ids.ts'
import { calendarEvents } from '../outlook/mailbox-store.ts'
import { cancelMeeting, changeMeeting, createMeeting, deleteEvent, withTransactionId } from '../outlook/meetings.ts'
import type { Tenant } from '../tenant.ts'
import { accepted, badRequest, created, found, GraphError, nothing, type Answer } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { diaryJson } from './diary-json.ts'
import { cancelAction, eventCreate, eventUpdate } from './event-forms.ts'
import { eventJson } from './event-json.ts'
import { checkEtag, comparedEvent, EVENT_RULES, eventIn } from './event-lookup.ts'
import { readChange, readWishes } from './event-reading.ts'
import { readExpand } from './event-expand.ts'
import { readAction, readForm } from './form.ts'
import { listAnswer, selected } from './odata/list.ts'

const permission = { mailbox: 'calendar' } as const

const entity = (call: Call, event: StoredEvent) => ({
  '@odata.context': `${call.base}/$metadata#users('${call.user.objectId}')/events/$entity`,
  ...eventJson(event, call.prefer),
})

const createdAnswer = (call: Call, event: StoredEvent): Answer =>
  created(
    entity(call, event),
    `${call.base}/users('${call.user.objectId}')/events('${idOf(event, call.prefer.immutableIds)}')`,
  )

export const eventOperations: Operation[] = [
  {
    method: 'POST',
    path: '/users/:user/events',
    permission,
    handle(call, tenant) {
      const form = readForm(eventCreate, call.body, 'Event')
      const wishes = readWishes(form)
      const before =
        wishes.transactionId === null ? undefined : withTransactionId(tenant, call.user.email, wishes.transactionId)
      if (before) return sameAgain(call, tenant, before)
      return createdAnswer(call, createMeeting(tenant, call.user, wishes))
    },
  },
  {
    method: 'GET',
    path: '/users/:user/events',
    permission,
    handle(call, tenant) {
      const expand = readExpand(call.query)
      const series = diarySeries(call.user).map((entry) => ({
        show: () => diaryJson(entry, call.prefer),
        compared: () => comparedEvent(entry.event),
      }))
      const events = visibleToFilter(calendarEvents(tenant, call.user.email), call, tenant).map((event) => ({
        show: () => ({ ...eventJson(event, call.prefer), ...expand(event) }),
        compared: () => comparedEvent(event),
      }))
      return found(
        listAnswer(
          call,
          `users('${call.user.objectId}')/events`,
          [...events, ...series],
          { show: (entry) => entry.show(), compared: (entry) => entry.compared() },
          EVENT_RULES,
        ),
      )
    },
  },
  {
    method: 'GET',
    path: '/users/:user/events/:event',
    permission,
    handle(call, tenant) {
      const event = eventIn(call, tenant)
      return found(selected({ ...entity(call, event), ...readExpand(call.query)(event) }, call.query))
    },
  },
  {
    method: 'PATCH',
    path: '/users/:user/events/:event',
    permission,
    handle(call, tenant) {
      const form = readForm(eventUpdate, call.body, 'Event')
      const event = eventIn(call, tenant)
      checkEtag(call, event)
      const change = readChange(form, event)
      if (!event.isOrganizer) refuseWhatOnlyOrganisersChange(form)
      return found(entity(call, changeMeeting(tenant, event, change)))
    },
  },
  {
    method: 'DELETE',
    path: '/users/:user/events/:event',
    permission,
    handle(call, tenant) {
      const event = eventIn(call, tenant)
      checkEtag(call, event)
      deleteEvent(tenant, event)
      return nothing
    },
  },
  {
    method: 'POST',
    path: '/users/:user/events/:event/cancel',
    permission,
    handle(call, tenant) {
      const { comment } = readAction(cancelAction, call.body, 'cancel')
      const event = eventIn(call, tenant)
      if (!event.isOrganizer)
        throw badRequest(
          "Your request can't be completed. You need to be an organizer to cancel a meeting.",
          'ErrorInvalidRequest',
        )
      cancelMeeting(tenant, event, comment ?? '')
      return accepted
    },
  },
]

/** What a second create with the same `transactionId` meets: nobody outside knows for sure, so there is a switch. */
function sameAgain(call: Call, tenant: Tenant, before: StoredEvent): Answer {
  const mode = tenant.faults.switches.sameTransactionId
  if (mode === 'firstEvent' && before.folder === 'calendar') return createdAnswer(call, before)
  throw new GraphError(
    mode === 'error409' ? 409 : 400,
    'ErrorDuplicateTransactionId',
    'The specified transaction ID has already been used for a different event.',
    mode === 'error400WithId' ? { extra: { '@event.existingEventId': idOf(before, call.prefer.immutableIds) } } : {},
  )
}

/** A filter by extended property may see a new event a little late. */
function visibleToFilter(events: StoredEvent[], call: Call, tenant: Tenant): StoredEvent[] {
  const lag = tenant.faults.switches.markerLagSeconds
  if (lag === 0 || !call.query.get('$filter')?.includes('singleValueExtendedProperties')) return events
  return events.filter((event) => addMinutes(event.createdAt, lag / 60) <= tenant.clock.now())
}

const ATTENDEES_MAY = [
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'showAs',
  'importance',
  'sensitivity',
  'singleValueExtendedProperties',
  'extensions',
]

function refuseWhatOnlyOrganisersChange(form: Record<string, unknown>): void {
  const refused = Object.keys(form).find((name) => !ATTENDEES_MAY.includes(name))
  if (refused)
    throw badRequest(`The property '${refused}' can only be changed by the organizer.`, 'ErrorInvalidRequest')
}
