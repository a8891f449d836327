/**
 * Days as numbers, so that counting thousands of them takes no time: 0 is 1 January 1970. Every day of the years 1 to
 * 9999 has one, in the calendar in use today; `time.ts` says what the days mean.
 */
import type { LocalDate } from './time.ts'

export function dayNumber(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  // A year that begins in March has its leap day last, so that months are counted by one formula.
  const y = month <= 2 ? year - 1 : year
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ofYear - 719_468
}

export function dayOfNumber(number: number): LocalDate {
  const n = number + 719_468
  const era = Math.floor(n / 146_097)
  const ofEra = n - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = ofYear - Math.floor((153 * shifted + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as LocalDate
}

/** 1 is Monday, 7 is Sunday. 1 January 1970 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)
