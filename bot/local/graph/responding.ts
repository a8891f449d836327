/** What an attendee does with an invitation through Graph: accept, accept tentatively, decline, forward. */
import { forwardMeeting } from '../outlook/forwarding.ts'
import { respond, type Answer } from '../outlook/responses.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { accepted, badRequest } from './answer.ts'
import type { Operation } from './call.ts'
import { acceptAction, forwardAction, proposingAction } from './event-forms.ts'
import { readMoment } from './event-reading.ts'
import { eventIn } from './event-lookup.ts'
import { readAction } from './form.ts'

const permission = { mailbox: 'calendar' } as const

const refuseOrganiser = (event: StoredEvent) => {
  if (event.isOrganizer)
    throw badRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      'ErrorInvalidRequest',
    )
}

const answering = (action: string, answer: Answer): Operation => ({
  method: 'POST',
  path: `/users/:user/events/:event/${action}`,
  permission,
  handle(call, tenant) {
    const form = readAction(answer === 'accepted' ? acceptAction : proposingAction, call.body, action)
    const event = eventIn(call, tenant)
    refuseOrganiser(event)
    const sendResponse = form.sendResponse ?? true
    const slot = form.proposedNewTime
    if (slot && (!event.allowNewTimeProposals || !sendResponse))
      throw badRequest('A new time cannot be proposed for this meeting.', 'ErrorInvalidRequest')
    if (sendResponse && !event.responseRequested)
      throw badRequest(
        "Your request can't be completed. The meeting organizer hasn't requested a response.",
        'ErrorInvalidRequest',
      )
    const proposed = slot ? { start: readMoment(slot.start).at, end: readMoment(slot.end).at } : null
    respond(tenant, event, answer, { comment: form.comment ?? '', sendResponse, proposed })
    return accepted
  },
})

export const respondingOperations: Operation[] = [
  answering('accept', 'accepted'),
  answering('tentativelyAccept', 'tentativelyAccepted'),
  answering('decline', 'declined'),
  {
    method: 'POST',
    path: '/users/:user/events/:event/forward',
    permission,
    handle(call, tenant) {
      const { toRecipients, comment } = readAction(forwardAction, call.body, 'forward')
      const event = eventIn(call, tenant)
      const addresses = toRecipients.map(({ emailAddress }) => emailAddress?.address?.trim() ?? '')
      if (addresses.length === 0 || addresses.some((address) => !address.includes('@')))
        throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
      forwardMeeting(tenant, event, addresses, comment ?? '')
      return accepted
    },
  },
]
