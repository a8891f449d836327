/**
 * A meeting as a calendar file, for calendars that Outlook's invitation does not reach. It says no more than the
 * invitation (P-01): a time, a reference and whom to ring. Saved again after a move or a cancellation it takes the place
 * of the one before: its UID stays, and its SEQUENCE rises with every change.
 */
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { subjectOf, type Contact } from '../../shared/letters/invitation.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'

/** `null` while the meeting has no time, and for one that never had any. */
export function calendarFile(meeting: PlanningMeeting, contact: Contact, now: Instant): string | null {
  const slot = meeting.state === 'cancelled' ? meeting.wasAt : meeting.state === 'toArrange' ? null : meeting.slot
  if (!slot) return null
  const cancelled = meeting.state === 'cancelled'
  const core = meeting.events.find(({ key }) => key === 'core')
  const joinUrl = !cancelled && core?.state === 'booked' ? core.joinUrl : null
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: contact.council, product: 'Placement Planning', language: 'EN' },
  })
  calendar.createEvent({
    id: meeting.id,
    sequence: meeting.version,
    stamp: now,
    start: slot.start,
    end: slot.end,
    summary: subjectOf(meeting.ref),
    description: [
      cancelled ? 'This meeting does not take place.' : '',
      joinUrl ? `To join by video: ${joinUrl}` : '',
      `Questions: ${contact.council}, ${contact.phone}. Please give the reference ${meeting.ref}.`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
  })
  return calendar.toString()
}
