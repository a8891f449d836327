/** Meeting mails for other systems: iCalendar as RFC 5546 has it, one calendar object for each mail. */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Attendee, FileAttachment, Response, StoredEvent } from './event.ts'
import { plainText } from './words.ts'

const STATUS: Record<Response, ICalAttendeeStatus> = {
  none: ICalAttendeeStatus.NEEDSACTION,
  notResponded: ICalAttendeeStatus.NEEDSACTION,
  organizer: ICalAttendeeStatus.ACCEPTED,
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentativelyAccepted: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
}

type Method = 'REQUEST' | 'CANCEL'

/** `to` sees everybody who is invited, or only themselves where attendees are hidden from each other. */
export function calendarFile(event: StoredEvent, method: Method, to: Attendee): Omit<FileAttachment, 'id'> {
  const shown = event.hideAttendees ? [to] : event.attendees
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Microsoft Corporation', product: 'Exchange Server (stand-in)', language: 'EN' },
  })
  calendar.createEvent({
    id: event.iCalUId,
    sequence: event.sequence,
    stamp: event.changedAt,
    start: event.start,
    end: event.end,
    summary: event.subject,
    description: plainText(event.bodyHtml),
    location: event.locations.map((place) => place.displayName ?? '').join('; '),
    organizer: { name: event.organizer.name, email: event.organizer.address },
    attendees: shown.map((attendee) => ({
      name: attendee.name,
      email: attendee.address,
      rsvp: event.responseRequested,
      role: attendee.type === 'optional' ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      status: STATUS[attendee.response],
    })),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: event.sensitivity === 'normal' ? ICalEventClass.PUBLIC : ICalEventClass.PRIVATE,
    busystatus: method === 'CANCEL' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    x: event.joinUrl ? [{ key: 'X-MICROSOFT-SKYPETEAMSMEETINGURL', value: event.joinUrl }] : [],
  })
  return {
    name: 'invite.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    contentBytes: Buffer.from(calendar.toString(), 'utf8').toString('base64'),
    isInline: false,
  }
}
