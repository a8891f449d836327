/** Brings a meeting to those invited: a copy into each calendar, and the mail that says so. */
import { findMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import type { Address, Attendee, MeetingContent, StoredEvent } from './event.ts'
import { isFree } from './free-busy.ts'
import { planDeeds } from './planned-deeds.ts'
import { calendarFile } from './itip.ts'
import { copyOf, newKey, saveEvent } from './mailbox-store.ts'
import type { MeetingMail } from './message.ts'
import { canReach, newMessageId, putMessage, send, type Mail } from './post-office.ts'
import { respond } from './responses.ts'
import { escapeHtml, keptHtml } from './words.ts'

export type RequestKind = Extract<MeetingMail, { kind: 'request' }>['request']

const CONTENT = [
  'subject',
  'bodyHtml',
  'start',
  'end',
  'startZone',
  'endZone',
  'isAllDay',
  'locations',
  'importance',
  'sensitivity',
  'showAs',
  'responseRequested',
  'allowNewTimeProposals',
  'hideAttendees',
  'isOnlineMeeting',
  'joinUrl',
] as const satisfies (keyof MeetingContent)[]

const contentOf = (event: StoredEvent): MeetingContent =>
  Object.fromEntries(CONTENT.map((name) => [name, event[name]])) as MeetingContent

const timesOf = (event: StoredEvent) => ({
  start: event.start,
  end: event.end,
  location: event.locations[0] ?? null,
  isAllDay: event.isAllDay,
})

const isOrganiser = (event: StoredEvent, person: Address) =>
  person.address.toLowerCase() === event.organizer.address.toLowerCase()

/** Invites, or tells of a change. `previous` is the meeting as these people know it. `from` differs for a forward. */
export function invite(
  tenant: Tenant,
  meeting: StoredEvent,
  attendees: Attendee[],
  request: RequestKind,
  options: { previous?: StoredEvent; from?: Address } = {},
): void {
  const guests = attendees.filter((attendee) => !isOrganiser(meeting, attendee))
  const { previous, from = meeting.organizer } = options
  const isNew = request === 'newMeetingRequest'
  sendAll(tenant, meeting, guests, {
    kind: isNew ? 'invitation' : 'update',
    subject: meeting.subject,
    bodyHtml: meeting.bodyHtml,
    from,
    method: 'REQUEST',
    meeting: {
      kind: 'request',
      request,
      iCalUId: meeting.iCalUId,
      times: timesOf(meeting),
      previous: previous ? timesOf(previous) : null,
      responseRequested: meeting.responseRequested,
      allowNewTimeProposals: meeting.allowNewTimeProposals,
    },
  })
  const timeChanged = previous !== undefined && (previous.start !== meeting.start || previous.end !== meeting.end)
  for (const guest of guests) {
    if (!canReach(tenant, guest.address)) continue
    putCopy(tenant, meeting, guest, timeChanged)
    planDeeds(tenant, guest.address, meeting.iCalUId)
  }
  for (const guest of guests) if (findMember(guest.address)?.kind === 'room') answerForRoom(tenant, meeting, guest)
}

/** Tells people that they are no longer invited, or that the meeting is off. */
export function uninvite(tenant: Tenant, meeting: StoredEvent, attendees: Attendee[], comment: string): void {
  const guests = attendees.filter((attendee) => !isOrganiser(meeting, attendee))
  const called = `Canceled: ${meeting.subject}`
  sendAll(tenant, { ...meeting, subject: called }, guests, {
    kind: 'cancellation',
    subject: called,
    bodyHtml: comment ? keptHtml(`<p>${escapeHtml(comment)}</p>`, 'html') : keptHtml('', 'html'),
    from: meeting.organizer,
    method: 'CANCEL',
    meeting: { kind: 'cancellation', iCalUId: meeting.iCalUId, times: timesOf(meeting) },
  })
  for (const guest of guests) {
    const copy = copyOf(tenant, guest.address, meeting.iCalUId)
    if (!copy) continue
    const folder = findMember(guest.address)?.kind === 'room' ? 'deleteditems' : 'calendar'
    saveEvent(tenant, { ...copy, subject: called, isCancelled: true, folder })
  }
}

type Sending = Pick<Mail, 'kind' | 'subject' | 'bodyHtml' | 'from' | 'meeting'> & { method: 'REQUEST' | 'CANCEL' }

function sendAll(tenant: Tenant, meeting: StoredEvent, guests: Attendee[], { method, ...mail }: Sending): void {
  if (guests.length === 0) return
  const internetMessageId = newMessageId(tenant)
  const everyone = guests.map(({ name, address }) => ({ name, address }))
  const at = tenant.clock.now()
  putMessage(tenant, { ...mail, to: everyone }, mail.from?.address ?? '', {
    folder: 'sentitems',
    internetMessageId,
    sentAt: at,
    receivedAt: at,
  })
  for (const guest of guests) {
    const member = findMember(guest.address)
    if (member?.kind === 'room') continue // rooms work through their mail by themselves
    const to = meeting.hideAttendees ? [{ name: guest.name, address: guest.address }] : everyone
    const forOthers = {
      meeting: null,
      iCalUId: meeting.iCalUId,
      sequence: meeting.sequence,
      attachments: [{ id: '', ...calendarFile(meeting, method, guest) }],
    }
    send(tenant, { ...mail, to, ...(member ? {} : forOthers) }, guest, internetMessageId)
  }
}

function putCopy(tenant: Tenant, meeting: StoredEvent, guest: Attendee, timeChanged: boolean): void {
  const own = copyOf(tenant, guest.address, meeting.iCalUId)
  const forgets = timeChanged && tenant.faults.switches.moveResetsResponses
  const seen = meeting.hideAttendees
    ? meeting.attendees.filter(({ address }) => address.toLowerCase() === guest.address.toLowerCase())
    : meeting.attendees
  saveEvent(tenant, {
    key: newKey(tenant, 'event'),
    createdAt: tenant.clock.now(),
    folder: 'calendar',
    categories: [],
    isReminderOn: meeting.isReminderOn,
    reminderMinutesBeforeStart: meeting.reminderMinutesBeforeStart,
    extendedProperties: [],
    extensions: [],
    ...own,
    ...contentOf(meeting),
    mailbox: guest.address.toLowerCase(),
    iCalUId: meeting.iCalUId,
    transactionId: null,
    organizer: meeting.organizer,
    isOrganizer: false,
    isCancelled: false,
    sequence: meeting.sequence,
    attachments: meeting.attachments,
    attendees: seen.map((attendee) => ({ ...attendee, response: 'none', respondedAt: null, proposed: null })),
    response: own && !forgets ? own.response : 'notResponded',
    respondedAt: own && !forgets ? own.respondedAt : null,
  })
}

/** A room takes what fits and turns down what does not, at once. */
function answerForRoom(tenant: Tenant, meeting: StoredEvent, room: Attendee): void {
  const copy = copyOf(tenant, room.address, meeting.iCalUId)
  if (!copy) return
  const free = isFree(tenant, room.address, { start: meeting.start, end: meeting.end }, meeting.iCalUId)
  respond(tenant, copy, free ? 'accepted' : 'declined', { comment: '', sendResponse: true, proposed: null })
}
