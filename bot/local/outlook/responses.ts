/** What an invited person answers: kept in their own copy, and told to the organiser if they wish. */
import { findMember, nameFor } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import type { ProposedTime, StoredEvent } from './event.ts'
import { copyOf, saveEvent } from './mailbox-store.ts'
import { deliver, newMessageId } from './post-office.ts'
import { keptHtml } from './words.ts'

export type Answer = 'accepted' | 'tentativelyAccepted' | 'declined'

export type AnswerDetails = { comment: string; sendResponse: boolean; proposed: ProposedTime | null }

const SUBJECT_PREFIX: Record<Answer, string> = {
  accepted: 'Accepted',
  tentativelyAccepted: 'Tentative',
  declined: 'Declined',
}

export function respond(tenant: Tenant, copy: StoredEvent, answer: Answer, details: AnswerDetails): StoredEvent {
  return tenant.state.change(() => {
    const leaves = answer === 'declined' && !tenant.faults.switches.keepDeclined
    const saved = saveEvent(tenant, {
      ...copy,
      response: answer,
      respondedAt: tenant.clock.now(),
      folder: leaves ? 'deleteditems' : 'calendar',
    })
    if (details.sendResponse) tellOrganiser(tenant, saved, answer, details)
    return saved
  })
}

function tellOrganiser(tenant: Tenant, copy: StoredEvent, answer: Answer, { comment, proposed }: AnswerDetails): void {
  const person = { name: nameFor(copy.mailbox), address: findMember(copy.mailbox)?.email ?? copy.mailbox }
  const meeting = copyOf(tenant, copy.organizer.address, copy.iCalUId)
  if (meeting) {
    const attendees = meeting.attendees.map((attendee) =>
      attendee.address.toLowerCase() === copy.mailbox
        ? { ...attendee, response: answer, respondedAt: tenant.clock.now(), proposed }
        : attendee,
    )
    saveEvent(tenant, { ...meeting, attendees })
  }
  deliver(
    tenant,
    {
      kind: 'response',
      subject: `${SUBJECT_PREFIX[answer]}: ${copy.subject}`,
      bodyHtml: keptHtml(comment, 'text'),
      from: person,
      to: [copy.organizer],
      meeting: {
        kind: 'response',
        response: answer,
        iCalUId: copy.iCalUId,
        times: {
          start: copy.start,
          end: copy.end,
          location: copy.locations[0] ?? null,
          isAllDay: copy.isAllDay,
        },
        proposed,
      },
    },
    copy.organizer,
    newMessageId(tenant),
  )
}
