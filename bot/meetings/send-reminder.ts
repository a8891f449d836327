/**
 * The job that sends one planned reminder, if it still makes sense: worked out from the meeting as it is now, so that a
 * moved or cancelled meeting never reminds anyone of the old time. In Teams first, by letter otherwise, never both.
 */
import { reminderLetter } from '../../shared/letters/letters.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { isStillDue, type ReminderKind } from '../../shared/letters/reminders.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { makeLink } from './personal-link.ts'
import type { Ports } from './ports.ts'

export type ReminderToSend = { meetingId: MeetingId; person: PersonKey; kind: ReminderKind; meetingStart: Instant }

export async function sendReminder(wanted: ReminderToSend, ports: Ports): Promise<void> {
  const { store, clock, announcer, mail, people, settings } = ports
  const { meetingId, person, kind, meetingStart } = wanted
  const reminder = await store.reminder(meetingId, person, kind)
  if (!reminder || reminder.sentAt || reminder.meetingStart !== meetingStart) return
  const meeting = await store.meeting(meetingId)
  const now = clock.now()
  const attendee = meeting?.plan.attendees.find(({ key }) => key === person)
  const mark = (how: string) => store.markReminder(reminder, { at: now, how })
  if (!meeting || !attendee?.email || meeting.state !== 'arranged' || !isStillDue(reminder, meeting, now)) {
    return mark('skipped')
  }
  const inTeams = attendee.reachedBy === 'teams' ? await people.byEmail(attendee.email) : null
  if (inTeams && (await announcer.remind(inTeams, meeting, { kind, key: person }))) return mark('teams')
  // Whoever Teams does not reach answers by a link, as others do on their card.
  const url = attendee.event ? await makeLink(meeting, person, ports) : null
  await mail.send(
    settings.contact.serviceMailbox,
    reminderLetter(meeting, meeting.slot, attendee, kind, settings.contact, url),
  )
  return mark('email')
}
