/** The Teams side of a meeting: found by its join link, and its options. Only by the organiser's object id. */
import { allEvents } from '../outlook/mailbox-store.ts'
import type { StoredEvent } from '../outlook/event.ts'
import type { DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, found, GraphError } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { readForm } from './form.ts'
import { readFilter } from './odata/filter.ts'
import { onlineMeetingUpdate } from './online-meeting-form.ts'
import { idOfMeeting, meetingJson, optionsOf } from './online-meeting-json.ts'

const permission = { anyOf: ['OnlineMeetings.ReadWrite.All'] }

const meetingsOf = (tenant: Tenant, organiser: DirectoryMember) =>
  allEvents(tenant, organiser.email).filter((event) => event.isOrganizer && event.joinUrl !== null)

/** A name instead of an id is refused without a word, and so is an organiser whom no policy covers. */
function checkOrganiser(call: Call): void {
  if (call.params.user?.includes('@')) throw new GraphError(403, 'Forbidden', '')
  if (!call.user.teams) throw new GraphError(403, 'Forbidden', 'No application access policy found for this app.')
}

function meetingIn(call: Call, tenant: Tenant): StoredEvent {
  const event = meetingsOf(tenant, call.user).find(
    (candidate) => idOfMeeting(call.user, candidate) === call.params.meeting,
  )
  if (!event) throw new GraphError(404, 'NotFound', 'Meeting not found.')
  return event
}

export const onlineMeetingOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/onlineMeetings',
    permission,
    handle(call, tenant) {
      checkOrganiser(call)
      const filter = readFilter(call.query.get('$filter') ?? '')
      if (filter.kind !== 'compare' || filter.path.toLowerCase() !== 'joinweburl' || typeof filter.value !== 'string')
        throw badRequest('A filter by JoinWebUrl is needed to list meetings.')
      const asked = filter.value
      const meetings = meetingsOf(tenant, call.user).filter(({ joinUrl }) => isSameLink(joinUrl ?? '', asked))
      if (meetings.length === 0) throw new GraphError(404, 'NotFound', 'No meeting found for the join URL.')
      return found({
        '@odata.context': `${call.base}/$metadata#users('${call.user.objectId}')/onlineMeetings`,
        value: meetings.map((event) => meetingJson(tenant, call, event)),
      })
    },
  },
  {
    method: 'GET',
    path: '/users/:user/onlineMeetings/:meeting',
    permission,
    handle(call, tenant) {
      checkOrganiser(call)
      return found(meetingJson(tenant, call, meetingIn(call, tenant)))
    },
  },
  {
    method: 'PATCH',
    path: '/users/:user/onlineMeetings/:meeting',
    permission,
    handle(call, tenant) {
      checkOrganiser(call)
      const change = readForm(onlineMeetingUpdate, call.body, 'onlineMeeting')
      const event = meetingIn(call, tenant)
      const table = optionsOf(tenant)
      const id = idOfMeeting(call.user, event)
      table.put(id, { ...table.get(id), ...change })
      return found(meetingJson(tenant, call, event))
    },
  },
]

const isSameLink = (link: string, asked: string) =>
  link === asked || decodeURIComponent(link) === decodeURIComponent(asked)
