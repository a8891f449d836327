/** Weeks and the geometry of a calendar. */
import {
  addDays,
  addMinutes,
  dayOfWeek,
  isWeekend,
  londonDate,
  londonMinuteOfDay,
  startOfDay,
  type Instant,
  type Interval,
  type LocalDate,
} from '../../../../shared/dates/time.ts'
import { BeyondBankHolidays, whyNotWorking } from '../../../../shared/dates/working-days.ts'
import type { Calendar, Entry } from './outlook-api.ts'

export const mondayOf = (at: Instant): LocalDate => {
  const date = londonDate(at)
  return addDays(date, 1 - dayOfWeek(date))
}

export const weekFrom = (monday: LocalDate): Interval => ({
  start: startOfDay(monday),
  end: startOfDay(addDays(monday, 7)),
})

/** Monday to Friday, and a day at the weekend when a meeting falls on it. */
export function daysToShow(monday: LocalDate, calendars: Calendar[]): LocalDate[] {
  const used = new Set(calendars.flatMap(meetingsIn).map(({ start }) => londonDate(start)))
  return [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n)).filter((date, n) => n < 5 || used.has(date))
}

export const meetingsIn = ({ entries }: Calendar): Entry[] => entries.filter(({ meeting }) => meeting !== null)

export type Hours = { from: number; to: number }

/** Eight to six, and further where a meeting begins earlier or ends later. */
export function hoursToShow(calendars: Calendar[]): Hours {
  const meetings = calendars.flatMap(meetingsIn)
  const from = Math.min(8, ...meetings.map(({ start }) => Math.floor(londonMinuteOfDay(start) / 60)))
  // The last minute belongs to the day on which it ends: midnight is 24 o'clock.
  const to = Math.max(18, ...meetings.map(({ end }) => Math.ceil((londonMinuteOfDay(addMinutes(end, -1)) + 1) / 60)))
  return { from, to }
}

/** Where something stands between the first and the last hour shown, as parts of the whole; `null` outside. */
export function placeIn({ from, to }: Hours, startMinute: number, endMinute: number) {
  const whole = (to - from) * 60
  const top = Math.max(0, startMinute - from * 60)
  const bottom = Math.min(whole, endMinute - from * 60)
  return bottom > top ? { top: top / whole, height: (bottom - top) / whole } : null
}

/** What an entry takes of one day, in minutes since midnight; `null` where it takes nothing. */
export function minutesOn(date: LocalDate, { start, end }: Interval): { start: number; end: number } | null {
  const day = { start: startOfDay(date), end: startOfDay(addDays(date, 1)) }
  if (end <= day.start || start >= day.end) return null
  return {
    start: start <= day.start ? 0 : londonMinuteOfDay(start),
    end: end >= day.end ? 24 * 60 : londonMinuteOfDay(end),
  }
}

/** The name of a bank holiday; `null` for any other day, and where nobody has proclaimed them yet. */
export function holidayOn(date: LocalDate): string | null {
  try {
    return isWeekend(date) ? null : whyNotWorking(date)
  } catch (error) {
    if (error instanceof BeyondBankHolidays) return null
    throw error
  }
}

/** A part of the whole, as styles have it. */
export const percent = (part: number): string => `${(part * 100).toFixed(3)}%`
