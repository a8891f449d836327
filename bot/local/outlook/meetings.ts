/** What an organiser does with a meeting: make it, change it, call it off. */
import { iCalUIdOf } from '../ids.ts'
import { findMember, nameFor, type DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { invite, uninvite } from './delivery.ts'
import type {
  Attendee,
  AttendeeType,
  ExtendedProperty,
  FileAttachment,
  MeetingContent,
  OwnSettings,
  StoredEvent,
} from './event.ts'
import { hasJoinBlock, makeJoinUrl, withJoinBlock } from './join-link.ts'
import { allEvents, newKey, saveEvent } from './mailbox-store.ts'

export type Invited = { address: string; name?: string | null; type: AttendeeType }

export type MeetingWishes = Omit<MeetingContent, 'joinUrl'> &
  OwnSettings & {
    attendees: Invited[]
    extendedProperties: ExtendedProperty[]
    extensions: StoredEvent['extensions']
    attachments: FileAttachment[]
    transactionId: string | null
  }

/** The event that this id was used for before, even where it has since been deleted. */
export const withTransactionId = (tenant: Tenant, mailbox: string, transactionId: string): StoredEvent | undefined =>
  allEvents(tenant, mailbox).find((event) => event.transactionId === transactionId)

export function createMeeting(tenant: Tenant, organiser: DirectoryMember, wishes: MeetingWishes): StoredEvent {
  return tenant.state.change(() => {
    const key = newKey(tenant, 'event')
    const { attendees, ...rest } = wishes
    const joinUrl =
      wishes.isOnlineMeeting && canMeetOnline(tenant, organiser) ? makeJoinUrl(tenant, organiser.email, key) : null
    const event = saveEvent(tenant, {
      ...rest,
      key,
      mailbox: organiser.email.toLowerCase(),
      folder: 'calendar',
      createdAt: tenant.clock.now(),
      iCalUId: iCalUIdOf(key),
      isOnlineMeeting: joinUrl !== null,
      joinUrl,
      bodyHtml: joinUrl ? withJoinBlock(wishes.bodyHtml, joinUrl) : wishes.bodyHtml,
      organizer: { name: organiser.name, address: organiser.email },
      isOrganizer: true,
      attendees: attendees.map((invited) => toAttendee(invited, [])),
      response: 'organizer',
      respondedAt: null,
      isCancelled: false,
      sequence: 0,
    })
    invite(tenant, event, event.attendees, 'newMeetingRequest')
    return event
  })
}

const canMeetOnline = (tenant: Tenant, organiser: DirectoryMember | undefined) =>
  organiser?.teams === true && !tenant.faults.switches.joinLinkMissing

/** The service takes the name that the directory has over none, and one person once. */
function toAttendee({ address, name, type }: Invited, known: Attendee[]): Attendee {
  const before = known.find((attendee) => attendee.address.toLowerCase() === address.toLowerCase())
  return {
    response: 'none',
    respondedAt: null,
    proposed: null,
    ...before,
    address,
    name: name ?? before?.name ?? nameFor(address),
    type,
  }
}

export type MeetingChange = Partial<Omit<MeetingWishes, 'transactionId' | 'attachments'>>

/** What people are mailed about; everything else changes quietly. */
const TOLD = ['subject', 'bodyHtml', 'start', 'end', 'isAllDay', 'locations', 'joinUrl'] as const

/** Whoever organises it changes the meeting for all; anybody else only their own copy, and nobody hears of it. */
export function changeMeeting(tenant: Tenant, before: StoredEvent, change: MeetingChange): StoredEvent {
  const { attendees: invited, ...rest } = change
  if (!before.isOrganizer) return saveEvent(tenant, { ...before, ...rest })
  return tenant.state.change(() => {
    const wanted = withOnlineMeeting(tenant, before, { ...before, ...rest })
    const timeChanged = wanted.start !== before.start || wanted.end !== before.end
    const isTold = TOLD.some((name) => JSON.stringify(wanted[name]) !== JSON.stringify(before[name]))
    const resets = timeChanged && tenant.faults.switches.moveResetsResponses
    const staying = (invited ? invited.map((person) => toAttendee(person, before.attendees)) : before.attendees).map(
      (attendee) => (resets ? { ...attendee, response: 'none' as const, respondedAt: null, proposed: null } : attendee),
    )
    const removed = before.attendees.filter((attendee) => !includes(staying, attendee))
    const added = staying.filter((attendee) => !includes(before.attendees, attendee))
    const after = saveEvent(tenant, {
      ...wanted,
      attendees: staying,
      sequence: before.sequence + (isTold || removed.length > 0 ? 1 : 0),
    })
    uninvite(tenant, { ...after, ...timesAndSubject(before) }, removed, '')
    invite(tenant, after, added, 'newMeetingRequest')
    if (isTold) {
      const known = staying.filter((attendee) => !includes(added, attendee))
      invite(tenant, after, known, timeChanged ? 'fullUpdate' : 'informationalUpdate', { previous: before })
    }
    return after
  })
}

const includes = (list: Attendee[], person: Attendee) =>
  list.some((attendee) => attendee.address.toLowerCase() === person.address.toLowerCase())

const timesAndSubject = ({ start, end, startZone, endZone, subject }: StoredEvent) => ({
  start,
  end,
  startZone,
  endZone,
  subject,
})

/**
 * Teams lives in the words of the invitation: a new body without the block ends the online meeting. Once a meeting is
 * online, asking for anything else has no effect.
 */
function withOnlineMeeting(tenant: Tenant, before: StoredEvent, wanted: StoredEvent): StoredEvent {
  const { joinUrl } = before
  if (joinUrl === null) {
    const starts = wanted.isOnlineMeeting && wanted.isOrganizer && canMeetOnline(tenant, findMember(wanted.mailbox))
    if (!starts) return { ...wanted, isOnlineMeeting: false }
    const url = makeJoinUrl(tenant, wanted.mailbox, `${wanted.key} ${wanted.version}`)
    return { ...wanted, joinUrl: url, bodyHtml: withJoinBlock(wanted.bodyHtml, url) }
  }
  if (wanted.bodyHtml === before.bodyHtml) return { ...wanted, isOnlineMeeting: true, joinUrl }
  if (!hasJoinBlock(wanted.bodyHtml, joinUrl)) return { ...wanted, isOnlineMeeting: false, joinUrl: null }
  if (!tenant.faults.switches.bodyChangeRenewsLink) return { ...wanted, isOnlineMeeting: true, joinUrl }
  const renewed = makeJoinUrl(tenant, wanted.mailbox, `${wanted.key} ${wanted.version}`)
  const bodyHtml = wanted.bodyHtml
    .replaceAll(joinUrl.replaceAll('&', '&amp;'), renewed.replaceAll('&', '&amp;'))
    .replaceAll(joinUrl, renewed)
  return { ...wanted, isOnlineMeeting: true, joinUrl: renewed, bodyHtml }
}

/** Calls the meeting off: everybody is told, and the organiser's event goes to Deleted Items. */
export function cancelMeeting(tenant: Tenant, event: StoredEvent, comment: string): void {
  tenant.state.change(() => {
    const gone = saveEvent(tenant, {
      ...event,
      folder: 'deleteditems',
      isCancelled: event.attendees.length > 0,
      sequence: event.sequence + 1,
    })
    uninvite(tenant, { ...gone, subject: event.subject }, event.attendees, comment)
  })
}

/** What deleting does: an organiser calls the meeting off without a word, anybody else only loses their own copy. */
export function deleteEvent(tenant: Tenant, event: StoredEvent): void {
  if (event.isOrganizer) cancelMeeting(tenant, event, '')
  else saveEvent(tenant, { ...event, folder: 'deleteditems' })
}
