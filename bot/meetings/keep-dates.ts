/** Somebody on the case gives days from which something runs; an empty one is taken back. */
import { caseClocks } from '../../shared/deadlines/case-clocks.ts'
import { datesAsked, type CaseDate } from '../../shared/deadlines/case-dates.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { londonDate, type LocalDate } from '../../shared/dates/time.ts'
import { BeyondBankHolidays } from '../../shared/dates/working-days.ts'
import { showJob } from './outlook-jobs.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export type DatesRefusal = 'gone' | 'mayNot' | 'stale' | 'dayToCome' | 'beyondBankHolidays'
export type GivenDates = Partial<Record<CaseDate, LocalDate | ''>>

export async function keepDates(
  { meetingId, dates }: { meetingId: MeetingId; dates: GivenDates },
  by: Reader,
  { store, clock, settings }: Ports,
): Promise<Result<Placement, DatesRefusal>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
  const now = clock.now()
  const practice = settings.practice(placement.pack, startDayOf(placement.confirmation, now))
  const asked = practice ? datesAsked(practice, placement.confirmation) : []
  const given = Object.entries(dates).filter(([date]) => asked.includes(date as CaseDate))
  if (given.some(([, day]) => day > londonDate(now))) return refuse('dayToCome')
  const kept = Object.entries({ ...placement.dates, ...Object.fromEntries(given) }).filter(([, day]) => day !== '')
  const changed: Placement = { ...placement, dates: Object.fromEntries(kept) }
  try {
    if (practice) caseClocks(changed, meeting, practice)
    const saved = await store.save({
      placement: changed,
      jobs: [showJob(meetingId)],
      audit: [
        {
          at: now,
          by: by.objectId,
          did: 'datesGiven',
          placementId: placement.id,
          meetingId,
          detail: { dates: given.length },
        },
      ],
    })
    return ok(saved.placement!)
  } catch (error) {
    if (error instanceof BeyondBankHolidays) return refuse('beyondBankHolidays')
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
