/**
 * England and Wales bank holidays as proclaimed, substitutes included (L-29, L-30). The days stand in
 * `bank-holidays.json`, which `npm run bank-holidays` brings up to date; they are data and not a calculation, since an
 * extra day is proclaimed now and then. Nothing is counted before `knownFrom` or beyond `knownUntil`.
 */
import list from './bank-holidays.json' with { type: 'json' }
import type { Warning } from '../meeting/plan.ts'
import { addDays, dayWords, type LocalDate } from './time.ts'

export type BankHolidays = {
  knownFrom: LocalDate
  knownUntil: LocalDate
  days: Map<LocalDate, string>
}

export const ENGLAND: BankHolidays = {
  knownFrom: list.knownFrom as LocalDate,
  knownUntil: list.knownUntil as LocalDate,
  days: new Map(Object.entries(list.days) as [LocalDate, string][]),
}

/** So long before they run out it is said: the next year's have been published by then for a long time. */
const WARNED_DAYS = 90

/** That the bank holidays run out soon, or have: without them nothing can be counted. */
export function bankHolidaysEnding(today: LocalDate, { knownUntil }: BankHolidays = ENGLAND): Warning | null {
  if (today < addDays(knownUntil, -WARNED_DAYS)) return null
  const words = today > knownUntil ? 'ended' : 'end'
  return {
    id: 'bankHolidaysEnd',
    text: `The bank holidays loaded ${words} on ${dayWords(knownUntil)}, and nothing can be counted beyond that day. Whoever runs the app brings them up to date: npm run bank-holidays.`,
    requirements: ['R-028', 'L-30'],
  }
}
