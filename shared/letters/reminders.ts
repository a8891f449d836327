/**
 * Which reminders a meeting earns, and when: on booking, two working days before, and on the morning. They are planned
 * when a time is settled, and looked at again when they are sent.
 */
import { isHeldBack } from '../meeting/outlook-concerns.ts'
import type { Attendee } from '../meeting/plan.ts'
import type { MeetingId, PlanningMeeting, Slot } from '../meeting/planning-meeting.ts'
import type { PersonKey } from '../placement/placement.ts'
import { atLondon, londonDate, type Instant } from '../dates/time.ts'
import { workingDaysBeforeAsKnown } from '../dates/working-days.ts'

export const REMINDER_KINDS = ['booked', 'twoWorkingDaysBefore', 'morning'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** A message to one person about one meeting, kept until it is due. */
export type Reminder = {
  meetingId: MeetingId
  person: PersonKey
  kind: ReminderKind
  /** The start that it speaks of: a moved meeting never reminds anyone of the old time. */
  meetingStart: Instant
  dueAt: Instant
}

export function remindersFor({ id, plan }: Pick<PlanningMeeting, 'id' | 'plan'>, slot: Slot, now: Instant): Reminder[] {
  const date = londonDate(slot.start)
  const beforehand = atLondon(workingDaysBeforeAsKnown(date, 2), '09:00')
  const morning = atLondon(date, '08:00')
  return plan.attendees.filter(isFirstMention).flatMap((attendee) => {
    const remind = (kind: ReminderKind, dueAt: Instant): Reminder => ({
      meetingId: id,
      person: attendee.key,
      kind,
      meetingStart: slot.start,
      dueAt,
    })
    const due = [
      ...(hearsOnBooking(attendee) ? [remind('booked', now)] : []),
      ...(attendee.event ? [remind('twoWorkingDaysBefore', beforehand), remind('morning', morning)] : []),
    ]
    return reaches(attendee) ? due.filter(({ kind, dueAt }) => kind === 'booked' || dueAt > now) : []
  })
}

/** Somebody who is named in two roles is reminded once. */
const isFirstMention = ({ email, event }: Attendee, index: number, all: Attendee[]) =>
  !email || all.findIndex((one) => one.event === event && one.email?.toLowerCase() === email.toLowerCase()) === index

/** Who comes from outside has Outlook's invitation already; who is asked for views, or is told, has not. */
const hearsOnBooking = ({ reachedBy, event, part }: Attendee) =>
  reachedBy === 'teams' || (reachedBy === 'email' && !event && (part === 'contribute' || part === 'viewsConsidered'))

/** The child is told by a person, never by us; who is not invited hears nothing. */
const reaches = ({ reachedBy }: Attendee) => reachedBy === 'teams' || reachedBy === 'email'

/** Whether a planned reminder still makes sense when its time has come. */
export function isStillDue(reminder: Reminder, meeting: PlanningMeeting, now: Instant): boolean {
  if (meeting.state !== 'arranged' || meeting.slot.start !== reminder.meetingStart || now >= meeting.slot.start)
    return false
  const attendee = meeting.plan.attendees.find(({ key }) => key === reminder.person)
  if (!attendee || !reaches(attendee)) return false
  if (isHeldBack(meeting.concerns, attendee.event)) return false
  return reminder.kind === 'booked' || meeting.answers[reminder.person]?.choice !== 'cannot'
}
