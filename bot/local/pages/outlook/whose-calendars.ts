/** Whose calendars are worth seeing side by side. */
import type { Role } from '../../../../shared/placement/placement.ts'
import type { Calendar } from './outlook-api.ts'
import { meetingsIn } from './week.ts'
import { isPlanningMeeting } from './words.ts'

const USUAL: Role[] = [
  'childsSocialWorker',
  'supervisingSocialWorker',
  'teamManager',
  'registeredManager',
  'independentReviewingOfficer',
]

const MOST = 7

/** Those who meet this week; before anybody does, those who usually would. */
export function usualCalendars(calendars: Calendar[]): string[] {
  const meeting = calendars.filter((calendar) => meetingsIn(calendar).some(({ subject }) => isPlanningMeeting(subject)))
  if (meeting.length > 0) return meeting.slice(0, MOST).map(({ email }) => email)
  return USUAL.flatMap(
    (role) => calendars.find((calendar) => calendar.role === role && calendar.insideTenant) ?? [],
  ).map(({ email }) => email)
}
