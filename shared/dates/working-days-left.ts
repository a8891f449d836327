import type { Deadline } from '../meeting/plan.ts'
import { londonDate, type Instant } from './time.ts'
import { isWithinBankHolidays, workingDaysBetween } from './working-days.ts'

/** Until a deadline, negative once it has passed; `null` where the bank holidays in between are not known. */
export function workingDaysLeft({ at, date }: Pick<Deadline, 'at' | 'date'>, now: Instant): number | null {
  const today = londonDate(now)
  if (!isWithinBankHolidays(today) || !isWithinBankHolidays(date)) return null
  return now <= at ? workingDaysBetween(today, date) : -Math.max(1, workingDaysBetween(date, today))
}
