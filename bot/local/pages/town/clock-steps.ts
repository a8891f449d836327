/** How far the clock can be moved with one press. */
import { addDays, addMinutes, atLondon, londonDate, londonTime, type Instant } from '../../../../shared/dates/time.ts'
import { addWorkingDays, BeyondBankHolidays } from '../../../../shared/dates/working-days.ts'
import { townApi } from './town-api.ts'

export const CLOCK_STEPS: { words: string; to: (now: Instant) => Promise<Instant | null> }[] = [
  { words: '+1 hour', to: (now) => Promise.resolve(addMinutes(now, 60)) },
  { words: '+1 working day', to: (now) => Promise.resolve(nextWorkingDay(now)) },
  { words: 'To the next meeting', to: () => townApi.nextMeeting() },
]

/** The same time of day on the next working day; of the next day where the holidays are not known. */
export function nextWorkingDay(now: Instant): Instant {
  const today = londonDate(now)
  try {
    return atLondon(addWorkingDays(today, 1), londonTime(now))
  } catch (error) {
    if (!(error instanceof BeyondBankHolidays)) throw error
    return atLondon(addDays(today, 1), londonTime(now))
  }
}
