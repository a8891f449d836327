/**
 * Counting in working days: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday (L-29, R-028). Days on
 * which a council merely shuts its offices stay working days.
 */
import { ENGLAND, type BankHolidays } from './bank-holidays.ts'
import { dayNumber, dayOfNumber } from './day-numbers.ts'
import type { WorkingLine } from '../meeting/plan.ts'
import { addDays, dayOfWeek, dayWords, type LocalDate } from './time.ts'

/** The loaded bank holidays do not reach this day: nothing can be counted on it. */
export class BeyondBankHolidays extends Error {
  override name = 'BeyondBankHolidays'
  readonly date: LocalDate
  constructor(date: LocalDate, { knownFrom, knownUntil }: BankHolidays) {
    super(
      `${dayWords(date)} lies outside the loaded bank holidays, which run from ${dayWords(knownFrom)} to ${dayWords(knownUntil)}.`,
    )
    this.date = date
  }
}

/** Whether working days can be counted on this day at all. */
export const isWithinBankHolidays = (date: LocalDate, { knownFrom, knownUntil }: BankHolidays = ENGLAND): boolean =>
  knownFrom <= date && date <= knownUntil

/** Why a day does not count, in words; `null` for a working day. Throws {@link BeyondBankHolidays}. */
export function whyNotWorking(date: LocalDate, holidays: BankHolidays = ENGLAND): string | null {
  if (!isWithinBankHolidays(date, holidays)) throw new BeyondBankHolidays(date, holidays)
  return whyNotWorkingAsKnown(date, holidays)
}

/**
 * As far as anybody knows: beyond the loaded bank holidays only weekends and Christmas Day are seen. For remarks and
 * reminders, which must not fail because of a day that nothing is counted on; no deadline is ever worked out so.
 */
export function whyNotWorkingAsKnown(date: LocalDate, holidays: BankHolidays = ENGLAND): string | null {
  if (dayOfWeek(date) === 6) return 'Saturday'
  if (dayOfWeek(date) === 7) return 'Sunday'
  // Always out by law, also where the proclaimed holiday is another day.
  if (date.endsWith('-12-25')) return 'Christmas Day'
  return holidays.days.get(date) ?? null
}

/** As {@link whyNotWorkingAsKnown}: so many working days before a day. */
export function workingDaysBeforeAsKnown(date: LocalDate, count: number, holidays: BankHolidays = ENGLAND): LocalDate {
  let day = date
  for (let left = count; left > 0;) {
    day = addDays(day, -1)
    if (whyNotWorkingAsKnown(day, holidays) === null) left -= 1
  }
  return day
}

export const isWorkingDay = (date: LocalDate, holidays: BankHolidays = ENGLAND): boolean =>
  whyNotWorking(date, holidays) === null

/** The day `count` working days after `from`, which is day 0 (L-31, A-02); before it when `count` is negative. */
export function addWorkingDays(from: LocalDate, count: number, holidays: BankHolidays = ENGLAND): LocalDate {
  if (count === 0) return from
  const { days, upTo, first, last } = workingDaysOf(holidays)
  const start = dayNumber(from)
  const next = count > 0 ? start + 1 : start - 1
  if (next < first || next > last) throw new BeyondBankHolidays(dayOfNumber(next), holidays)
  const found = days[count > 0 ? upTo(start) + count - 1 : upTo(start - 1) + count]
  if (found === undefined) throw new BeyondBankHolidays(dayOfNumber(count > 0 ? last + 1 : first - 1), holidays)
  return dayOfNumber(found)
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays: BankHolidays = ENGLAND): number {
  if (from >= to) return 0
  for (const date of [addDays(from, 1), to])
    if (!isWithinBankHolidays(date, holidays)) throw new BeyondBankHolidays(date, holidays)
  const { upTo } = workingDaysOf(holidays)
  return upTo(dayNumber(to)) - upTo(dayNumber(from))
}

type WorkingDays = {
  first: number
  last: number
  /** Every working day, in order. */
  days: number[]
  /** How many of them lie up to and including a day. */
  upTo: (day: number) => number
}
const known = new WeakMap<BankHolidays, WorkingDays>()

/** Looked up rather than walked: a practice is tried on every day of years. */
function workingDaysOf(holidays: BankHolidays): WorkingDays {
  const found = known.get(holidays)
  if (found) return found
  const [first, last] = [dayNumber(holidays.knownFrom), dayNumber(holidays.knownUntil)]
  const days: number[] = []
  const counts = Array.from({ length: last - first + 1 }, (_, n) => {
    if (isWorkingDay(dayOfNumber(first + n), holidays)) days.push(first + n)
    return days.length
  })
  const made = { first, last, days, upTo: (day: number) => counts[Math.min(day, last) - first] ?? 0 }
  known.set(holidays, made)
  return made
}

/** The last working day that is not after `date`. */
export const workingDayOnOrBefore = (date: LocalDate, holidays: BankHolidays = ENGLAND): LocalDate =>
  isWorkingDay(date, holidays) ? date : addWorkingDays(date, -1, holidays)

/** The first working day that is not before `date`. */
export const workingDayOnOrAfter = (date: LocalDate, holidays: BankHolidays = ENGLAND): LocalDate =>
  isWorkingDay(date, holidays) ? date : addWorkingDays(date, 1, holidays)

/** The count written out day by day: "Fri 25 Dec 2026: Christmas Day, not counted". */
export function workingDaysWritten(
  from: LocalDate,
  count: number,
  what: string,
  holidays: BankHolidays = ENGLAND,
): WorkingLine[] {
  const lines: WorkingLine[] = [{ date: from, words: `${dayWords(from)}: ${what}, day 0, not counted` }]
  let date = from
  for (let counted = 0; counted < count;) {
    date = addDays(date, 1)
    const why = whyNotWorking(date, holidays)
    if (why) lines.push({ date, words: `${dayWords(date)}: ${why}, not counted` })
    else {
      counted += 1
      lines.push({ date, counted, words: `${dayWords(date)}: working day ${counted}` })
    }
  }
  return lines
}
