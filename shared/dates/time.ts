/**
 * Days and moments. "Within five working days" is a day in London, "within 72 hours" is a moment; they are different
 * types, so that comparing them by accident does not compile. Only this file, and those two with the sums that it stands
 * on, know calendars, clocks and time zones; "now" always comes in as an argument.
 */
import { Temporal } from 'temporal-polyfill'
import { dayNumber, dayOfNumber, weekdayOf } from './day-numbers.ts'
import {
  DAY_SECONDS,
  FAR,
  fromWallClock,
  instantOf,
  isPlain,
  londonOffset,
  secondsIn,
  secondsOf,
  wallClockOf,
} from './london-seconds.ts'

/** A day in London, `2026-12-18`. Days compare as text. */
export type LocalDate = string & { readonly brand: 'LocalDate' }

/** A moment, always UTC with whole seconds, `2026-12-18T17:30:00Z`. Moments compare as text. */
export type Instant = string & { readonly brand: 'Instant' }

/** A stretch of time; `end` is not part of it. */
export type Interval = { start: Instant; end: Instant }

export const LONDON = 'Europe/London'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads ISO 8601 with an offset or `Z`; `null` for anything else, a time without an offset and impossible dates included. */
export function readInstant(text: string): Instant | null {
  if (!INSTANT.test(text)) return null
  try {
    return fromTemporal(Temporal.Instant.from(text))
  } catch {
    return null
  }
}

/** As {@link readInstant}, for text that is known to be a moment. Throws a RangeError when it is not. */
export function instant(text: string): Instant {
  const read = readInstant(text)
  if (!read) throw new RangeError('a moment must be ISO 8601 with an offset, such as 2026-12-18T17:30:00+00:00')
  return read
}

/** Reads `YYYY-MM-DD`; `null` for anything else, impossible dates included. */
export function readDate(text: string): LocalDate | null {
  if (!DAY.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate
  } catch {
    return null
  }
}

/** As {@link readDate}, for text that is known to be a day. Throws a RangeError when it is not. */
export function day(text: string): LocalDate {
  const read = readDate(text)
  if (!read) throw new RangeError('a day must be written YYYY-MM-DD')
  return read
}

export const fromEpochMs = (ms: number): Instant =>
  ms >= SUMS_HOLD.from && ms < SUMS_HOLD.until
    ? instantOf(Math.floor(ms / 1000))
    : fromTemporal(Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)))
/** From 1973 until 2060. */
const SUMS_HOLD = { from: 3 * 366 * DAY_SECONDS * 1000, until: 90 * 365 * DAY_SECONDS * 1000 }
export const toEpochMs = (at: Instant): number =>
  isPlain(at) ? secondsOf(at) * 1000 : Temporal.Instant.from(at).epochMilliseconds

/** The day it is in London at a moment. */
export const londonDate = (at: Instant): LocalDate => wallClockInLondon(at).slice(0, 10) as LocalDate

/** The wall-clock time in London at a moment, `17:30`. */
export const londonTime = (at: Instant): string => wallClockInLondon(at).slice(11, 16)

/** Minutes since midnight on London's wall clock. */
export const londonMinuteOfDay = (at: Instant): number => {
  const wall = wallClockInLondon(at)
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}

/** ISO 8601 with the offset that London has at that moment: `2026-06-18T17:30:00+01:00`. */
export const londonIso = (at: Instant): string =>
  isPlain(at)
    ? `${wallClockInLondon(at)}${londonOffset(secondsOf(at)) === 0 ? '+00:00' : '+01:00'}`
    : inLondon(at).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** London's wall clock without an offset, `2026-12-18T17:30:00`, as Graph wants it beside a zone name. */
export const londonWallClock = (at: Instant): string => wallClockInLondon(at)

/** What the clocks of a time zone (by its IANA name) show at a moment, without an offset. */
export const wallClockIn = (zone: string, at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** The moment at which the clocks of a time zone show a time; doubtful times are read as by {@link atLondon}. */
export const momentIn = (zone: string, wallClock: string): Instant =>
  fromTemporal(
    Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant(),
  )

/**
 * The moment at which London's clocks show a time (`HH:MM` or `HH:MM:SS`) on a day. The hour that occurs twice in
 * October is read as the earlier one; a time inside the missing hour in March as the same stretch after midnight.
 */
export function atLondon(date: LocalDate, time: string): Instant {
  if (isPlain(date)) return fromWallClock(dayNumber(date) * DAY_SECONDS + secondsIn(time))
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  return fromTemporal(wall.toZonedDateTime(LONDON, { disambiguation: 'compatible' }).toInstant())
}

/** True where London's clocks show this time twice on this day, or never. */
export function isDoubtfulLondonTime(date: LocalDate, time: string): boolean {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  try {
    wall.toZonedDateTime(LONDON, { disambiguation: 'reject' })
    return false
  } catch {
    return true
  }
}

export const startOfDay = (date: LocalDate): Instant => atLondon(date, '00:00')

/** 23:59:59 in London: where a deadline counted in days ends. */
export const endOfDay = (date: LocalDate): Instant => atLondon(date, '23:59:59')

/** Elapsed minutes later, through nights, holidays and clock changes. */
export const addMinutes = (at: Instant, minutes: number): Instant => {
  const seconds = Math.round(minutes * 60)
  if (isPlain(at) && Math.abs(seconds) < FAR) return instantOf(secondsOf(at) + seconds)
  return fromTemporal(Temporal.Instant.from(at).add({ seconds }))
}

/** Elapsed hours later, through nights, holidays and clock changes. */
export const addHours = (at: Instant, hours: number): Instant => addMinutes(at, hours * 60)

export const minutesBetween = (from: Instant, to: Instant): number => (toEpochMs(to) - toEpochMs(from)) / 60_000

export const addDays = (date: LocalDate, days: number): LocalDate =>
  isPlain(date) && Math.abs(days) * DAY_SECONDS < FAR
    ? dayOfNumber(dayNumber(date) + days)
    : (Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate)

/** Calendar months later; the last day of a shorter month stands for a day that it does not have. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate

export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** Whole years lived on a day, for someone born on another. */
export const yearsBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'year' }).years

/** 1 is Monday, 7 is Sunday. */
export const dayOfWeek = (date: LocalDate): number => weekdayOf(dayNumber(date))

export const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) >= 6

export const earlier = <T extends Instant | LocalDate>(a: T, b: T): T => (a <= b ? a : b)
export const later = <T extends Instant | LocalDate>(a: T, b: T): T => (a >= b ? a : b)

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const LONG_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const LONG_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

/** `Fri 18 Dec 2026`: the screen's way to write a day. */
export const dayWords = (date: LocalDate): string =>
  `${WEEKDAYS[dayOfWeek(date) - 1]} ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4))}`

/** `Friday 18 December`: a letter's way to write a day. */
export function longDayWords(date: LocalDate): string {
  const { dayOfWeek, day, month } = Temporal.PlainDate.from(date)
  return `${LONG_WEEKDAYS[dayOfWeek - 1]} ${day} ${LONG_MONTHS[month - 1]}`
}

/** `18 December`: the day of any year. */
export const dayOfYear = (date: LocalDate): string =>
  `${Number(date.slice(8, 10))} ${LONG_MONTHS[Number(date.slice(5, 7)) - 1]}`

/** `Fri 18 Dec 2026 17:30`, in London. */
export const momentWords = (at: Instant): string => `${dayWords(londonDate(at))} ${londonTime(at)}`

/** `Fri 18 Dec 2026, 17:30 to 18:30`, in London. */
export const slotWords = ({ start, end }: Interval): string =>
  `${dayWords(londonDate(start))}, ${londonTime(start)} to ${londonTime(end)}`

/** `today`, `tomorrow`, `in 5 days`, `3 days ago`: how far a day is from another. */
export function daysAwayWords(from: LocalDate, to: LocalDate): string {
  const days = daysBetween(from, to)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** `1 minute`, `45 minutes`, `1 hour 20 minutes`. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes - hours * 60)
  const parts = [hours > 0 && counted(hours, 'hour'), (rest > 0 || hours === 0) && counted(rest, 'minute')]
  return parts.filter(Boolean).join(' ')
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** `10 am`, `5.30 pm`: a letter's way to write a time of day in London. */
export function clockWords(at: Instant): string {
  const { hour, minute } = inLondon(at)
  const half = hour < 12 ? 'am' : 'pm'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  if (minute === 0) return hour === 12 ? '12 noon' : `${shown} ${half}`
  return `${shown}.${String(minute).padStart(2, '0')} ${half}`
}

const inLondon = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(LONDON)
const fromTemporal = (at: Temporal.Instant): Instant => at.toString({ smallestUnit: 'second' }) as Instant

const wallClockInLondon = (at: Instant): string => {
  if (!isPlain(at)) return wallClockIn(LONDON, at)
  const seconds = secondsOf(at)
  return wallClockOf(seconds + londonOffset(seconds))
}
