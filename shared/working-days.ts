/**
 * Counting in working days: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday (L-29, R-028). Days on
 * which a council merely shuts its offices stay working days.
 */
import { ENGLAND, type BankHolidays } from './bank-holidays.ts'
import type { WorkingLine } from './plan.ts'
import { addDays, dayOfWeek, dayWords, type LocalDate } from './time.ts'

/** The loaded bank holidays do not reach this day: nothing can be counted on it. */
export class BeyondBankHolidays extends Error {
  override name = 'BeyondBankHolidays'
  readonly date: LocalDate
  constructor(date: LocalDate, { knownFrom, knownUntil }: BankHolidays) {
    super(
      `${date} lies outside the loaded bank holidays, which run from ${dayWords(knownFrom)} to ${dayWords(knownUntil)}.`,
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
  if (dayOfWeek(date) === 6) return 'Saturday'
  if (dayOfWeek(date) === 7) return 'Sunday'
  // Always out by law, also where the proclaimed holiday is another day.
  if (date.endsWith('-12-25')) return 'Christmas Day'
  return holidays.days.get(date) ?? null
}

export const isWorkingDay = (date: LocalDate, holidays: BankHolidays = ENGLAND): boolean =>
  whyNotWorking(date, holidays) === null

/** The day `count` working days after `from`, which is day 0 (L-31, A-02); before it when `count` is negative. */
export function addWorkingDays(from: LocalDate, count: number, holidays: BankHolidays = ENGLAND): LocalDate {
  const step = count < 0 ? -1 : 1
  let date = from
  for (let left = Math.abs(count); left > 0;) {
    date = addDays(date, step)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays: BankHolidays = ENGLAND): number {
  let count = 0
  for (let date = from; date < to;) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) count += 1
  }
  return count
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
