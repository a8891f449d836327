/** Time as it passes in offices: from nine to half past five on working days, and not otherwise. */
import { OFFICE_HOURS } from '../times/slots.ts'
import { addDays, addMinutes, londonDate, londonMinuteOfDay, startOfDay, type Instant } from './time.ts'
import { whyNotWorkingAsKnown } from './working-days.ts'

export function afterWorkingMinutes(from: Instant, minutes: number): Instant {
  const { startMinute, endMinute } = OFFICE_HOURS
  let day = londonDate(from)
  let minute = Math.max(londonMinuteOfDay(from), startMinute)
  for (let left = minutes; ; minute = startMinute) {
    const open = whyNotWorkingAsKnown(day) ? 0 : Math.max(0, endMinute - minute)
    if (left <= open) return addMinutes(startOfDay(day), minute + left)
    left -= open
    day = addDays(day, 1)
  }
}
