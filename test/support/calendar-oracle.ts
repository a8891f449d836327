/**
 * The calendar by another road than the app's, so that both have to agree: days as numbers, Easter by its old table of
 * remainders, bank holidays by the customs that proclamations follow. Working days are looked up, not walked.
 */

/** Days since 1 January 1970. */
export function dayNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** `2026-12-18`. */
export function dayText(number: number): string {
  for (let year = 1970 + Math.floor(number / 366); ; year += 1) {
    if (dayNumber(year + 1, 1, 1) <= number) continue
    const month = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].find((m) => dayNumber(year, m, 1) <= number)!
    const two = (n: number) => String(n).padStart(2, '0')
    return `${year}-${two(month)}-${two(number - dayNumber(year, month, 1) + 1)}`
  }
}

export const numberOf = (text: string): number => {
  const [year, month, date] = text.split('-').map(Number)
  return dayNumber(year!, month!, date!)
}

/** 1 is Monday. The first day of 1970 was a Thursday. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

const onOrAfter = (number: number, day: number) => number + ((day - weekday(number) + 7) % 7)
export const firstMonday = (year: number, month: number) => onOrAfter(dayNumber(year, month, 1), 1)
export const lastOfMonth = (year: number, month: number, day: number) =>
  onOrAfter(dayNumber(year, month + 1, 1) - 7, day)

/** Easter Sunday, by Gauss. */
export function easter(year: number): number {
  const a = year % 19
  const k = Math.floor(year / 100)
  const m = (15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4)) % 30
  const n = (4 + k - Math.floor(k / 4)) % 7
  const d = (19 * a + m) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
  if (d === 29 && e === 6) return dayNumber(year, 4, 19)
  if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) return dayNumber(year, 4, 18)
  return dayNumber(year, 3, 22) + d + e
}

/** Days moved or added by proclamation, which no custom foretells. */
export const MOVED: Record<string, string> = { '2020-05-04': '2020-05-08', '2022-05-30': '2022-06-02' }
export const ADDED = ['2022-06-03', '2022-09-19', '2023-05-08']

export function bankHolidaysOf(year: number): string[] {
  const newYear = dayNumber(year, 1, 1)
  const christmas = dayNumber(year, 12, 25)
  const substitute: Record<number, number[]> = { 5: [0, 3], 6: [2, 3], 7: [2, 1] }
  const [first, second] = substitute[weekday(christmas)] ?? [0, 1]
  const days = [
    weekday(newYear) >= 6 ? onOrAfter(newYear, 1) : newYear,
    easter(year) - 2,
    easter(year) + 1,
    firstMonday(year, 5),
    lastOfMonth(year, 5, 1),
    lastOfMonth(year, 8, 1),
    christmas + first!,
    christmas + second!,
  ].map(dayText)
  return [...days.map((day) => MOVED[day] ?? day), ...ADDED.filter((day) => day.startsWith(`${year}-`))].sort()
}

/** Every working day of these years, in order. */
export function workingDaysOf(from: number, until: number): number[] {
  const out = new Set<number>()
  for (let year = from; year <= until; year += 1) {
    for (const day of bankHolidaysOf(year)) out.add(numberOf(day))
    out.add(dayNumber(year, 12, 25))
  }
  const length = dayNumber(until + 1, 1, 1) - dayNumber(from, 1, 1)
  return Array.from({ length }, (_, n) => dayNumber(from, 1, 1) + n).filter((n) => weekday(n) <= 5 && !out.has(n))
}

/** London's clocks change at 01:00 UTC on the last Sundays of March and October. */
export const clockChangesOf = (year: number): string[] =>
  [3, 10].map((month) => `${dayText(lastOfMonth(year, month, 7))}T01:00:00Z`)
