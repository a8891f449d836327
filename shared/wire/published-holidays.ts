/** The list of bank holidays as GOV.UK publishes it, read into ours. */
import { z } from 'zod'
import type { BankHolidays } from '../dates/bank-holidays.ts'
import { refuse, ok, type Result } from '../result.ts'
import { readDate, type LocalDate } from '../dates/time.ts'

const published = z.object({
  'england-and-wales': z.object({
    events: z.array(z.object({ title: z.string().min(1), date: z.string(), notes: z.string().nullish() })),
  }),
})

/** New Year, Good Friday, Easter Monday, two in May, one in August, Christmas and Boxing Day: no year has fewer. */
const FEWEST_IN_A_YEAR = 8

/**
 * What is known with the published list: its years in place of ours, and our years before it. Refused where the list is
 * not of that shape, holds only part of a year, or reaches less far than what is known already.
 */
export function withPublished(
  known: BankHolidays,
  json: unknown,
): Result<BankHolidays, 'notTheList' | 'partOfAYear' | 'reachesLessFar'> {
  const read = published.safeParse(json)
  if (!read.success) return refuse('notTheList')
  const days = new Map<LocalDate, string>()
  for (const { title, date, notes } of read.data['england-and-wales'].events) {
    const day = readDate(date)
    if (!day) return refuse('notTheList', `the date of “${title}” cannot be read`)
    days.set(day, /substitute/i.test(notes ?? '') ? `${title} (substitute day)` : title)
  }
  const years = [...new Set([...days.keys()].map(yearOf))].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return refuse('notTheList', 'it holds no days')
  for (let year = first; year <= last; year += 1) {
    const count = [...days.keys()].filter((day) => yearOf(day) === year).length
    if (count < FEWEST_IN_A_YEAR) return refuse('partOfAYear', `${year} has ${count} days`)
  }
  const isBefore = (day: LocalDate) => yearOf(day) < first
  if (last < yearOf(known.knownUntil) || first > yearOf(known.knownUntil) + 1)
    return refuse('reachesLessFar', `it runs from ${first} to ${last}`)
  const all = [...[...known.days].filter(([day]) => isBefore(day)), ...days].sort(([a], [b]) => (a < b ? -1 : 1))
  return ok({
    knownFrom: first < yearOf(known.knownFrom) ? (`${first}-01-01` as LocalDate) : known.knownFrom,
    knownUntil: `${last}-12-31` as LocalDate,
    days: new Map(all),
  })
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))
