/** How timely the planning meetings of a manager's cases were in the last year. */
import { addDays, londonDate, startOfDay } from '../../shared/dates/time.ts'
import { timelinessOf, type TimelinessReport } from '../../shared/meeting/timeliness.ts'
import { mayDo, seesTimeliness, type Reader } from '../../shared/people/permissions.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Ports } from './ports.ts'

const A_YEAR = 365

export async function showTimeliness(
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<TimelinessReport, 'notManager'>> {
  if (!seesTimeliness(by)) return refuse('notManager')
  const now = clock.now()
  const since = addDays(londonDate(now), -A_YEAR)
  const from = startOfDay(since)
  const known = await store.meetings(from, { email: by.email, seesAll: false })
  const theirs = known.filter(
    ({ meeting, placement }) =>
      mayDo('seeMeeting', by, placement, meeting) && (meeting.plan.deadline?.at ?? from) >= from,
  )
  return ok({ rows: timelinessOf(theirs, now), since })
}
