/** Passing an invitation on: the organiser finds somebody in the list whom they never invited, and is told so. */
import { nameFor } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { invite } from './delivery.ts'
import type { Attendee, StoredEvent } from './event.ts'
import { copyOf, saveEvent } from './mailbox-store.ts'
import { deliver, newMessageId } from './post-office.ts'
import { escapeHtml, keptHtml } from './words.ts'

export function forwardMeeting(tenant: Tenant, copy: StoredEvent, addresses: string[], comment: string): void {
  tenant.state.change(() => {
    const meeting = copy.isOrganizer ? copy : copyOf(tenant, copy.organizer.address, copy.iCalUId)
    const forwarder = { name: nameFor(copy.mailbox), address: copy.mailbox }
    const newcomers = addresses
      .filter((address) => !isInvited(meeting ?? copy, address))
      .map((address): Attendee => ({
        address,
        name: nameFor(address),
        type: 'optional',
        response: 'none',
        respondedAt: null,
        proposed: null,
      }))
    const known = meeting ? saveEvent(tenant, { ...meeting, attendees: [...meeting.attendees, ...newcomers] }) : copy
    const words = comment ? keptHtml(`<p>${escapeHtml(comment)}</p>${known.bodyHtml}`, 'html') : known.bodyHtml
    invite(tenant, { ...known, bodyHtml: words, subject: `FW: ${known.subject}` }, newcomers, 'newMeetingRequest', {
      from: forwarder,
    })
    if (!copy.isOrganizer && newcomers.length > 0) tellOrganiser(tenant, copy, newcomers)
  })
}

const isInvited = (event: StoredEvent, address: string) =>
  [event.organizer, ...event.attendees].some((person) => person.address.toLowerCase() === address.toLowerCase())

function tellOrganiser(tenant: Tenant, copy: StoredEvent, newcomers: Attendee[]): void {
  const names = newcomers.map(({ name, address }) => `${name} (${address})`).join(', ')
  deliver(
    tenant,
    {
      kind: 'forwardNotice',
      subject: `Meeting Forward Notification: ${copy.subject}`,
      bodyHtml: keptHtml(
        `Your meeting was forwarded. ${nameFor(copy.mailbox)} has forwarded your meeting request to ${names}.`,
        'text',
      ),
      from: { name: nameFor(copy.mailbox), address: copy.mailbox },
      to: [copy.organizer],
      iCalUId: copy.iCalUId,
    },
    copy.organizer,
    newMessageId(tenant),
  )
}
