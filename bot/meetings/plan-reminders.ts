/** The reminders that a meeting earns at its time, with the jobs that will send them. */
import type { PlanningMeeting, Slot } from '../../shared/meeting/planning-meeting.ts'
import { remindersFor, type Reminder } from '../../shared/letters/reminders.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { PlannedJob } from './ports.ts'

export function planReminders(
  meeting: PlanningMeeting,
  slot: Slot,
  now: Instant,
  isWanted: (reminder: Reminder) => boolean = () => true,
): { reminders: { meetingId: PlanningMeeting['id']; all: Reminder[] }; jobs: PlannedJob[] } {
  const all = remindersFor(meeting, slot, now).filter(isWanted)
  return {
    reminders: { meetingId: meeting.id, all },
    jobs: all.map(({ meetingId, person, kind, meetingStart, dueAt }) => ({
      job: { name: 'sendReminder', meetingId, person, kind, meetingStart },
      ...(dueAt > now && { dueAt }),
      key: `remind/${meetingId}/${person}/${kind}`,
    })),
  }
}
