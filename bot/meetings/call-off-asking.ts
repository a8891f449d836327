/**
 * A meeting is cancelled while people outside are being asked: what was held for it is let go, also in the calendars of
 * those inside, their links open nothing any more, and each of them hears that it is off.
 */
import { isAsking, type Asking } from '../../shared/times/held-times.ts'
import { askingOffLetter } from '../../shared/letters/letters.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { holdsJobs } from './outlook-jobs.ts'
import type { Change, PlannedJob, Ports } from './ports.ts'

type CalledOff = Required<Pick<Change, 'release' | 'revokeLinks' | 'jobs'>>

/** What is done together with the cancelling; nothing where nobody was being asked. */
export function callOffAsking(meetings: PlanningMeeting[]): CalledOff {
  const asking = meetings.filter(isAsking)
  return {
    release: asking.map(({ id }) => id),
    revokeLinks: asking.map(({ id }) => ({ meetingId: id })),
    jobs: asking.flatMap((meeting) => [...holdsJobs(meeting), ...lettersAbout(meeting)]),
  }
}

/** Whoever had a link; from whom it was withdrawn, nothing is expected any more. */
const lettersAbout = ({ id, heldTimes: { asked, letters, round } }: Asking) =>
  asked
    .filter((person) => letters[person] !== undefined)
    .map((person): PlannedJob => ({
      job: { name: 'sayItIsOff', meetingId: id, person, round },
      key: `link/${id}/${person}`,
    }))

export type Off = { meetingId: MeetingId; person: PersonKey; round: number }

/** The job that writes to one of them. */
export async function sayItIsOff({ meetingId, person, round }: Off, { store, mail, settings }: Ports): Promise<void> {
  const meeting = await store.meeting(meetingId)
  const attendee = meeting?.plan.attendees.find(({ key }) => key === person)
  const { heldTimes } = meeting ?? {}
  if (meeting?.state !== 'cancelled' || heldTimes?.round !== round || !attendee?.email) return
  await mail.send(
    settings.contact.serviceMailbox,
    askingOffLetter({ ...meeting, heldTimes }, attendee, settings.contact),
  )
}
