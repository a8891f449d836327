/** Days on which a council shuts its offices: working days by law, so that every clock runs on, and few people are there. */
import type { Practice } from '../people/attendees.ts'
import type { Warning } from '../meeting/plan.ts'
import { addDays, dayOfYear, dayWords, earlier, type LocalDate } from './time.ts'
import { listed } from '../people/who-is-told.ts'
import { whyNotWorkingAsKnown } from './working-days.ts'

/** `29 December`, as a pack has it. */
export const isDayOfYear = (words: string): boolean => YEAR.has(words)

/** Those of a leap year, by the words that they go by. */
const YEAR = new Set(Array.from({ length: 366 }, (_, n) => dayOfYear(addDays('2028-01-01' as LocalDate, n))))

/** Nobody looks further ahead for a meeting that has no last day near. */
const MOST_DAYS = 60

/** Said as soon as the meeting is planned, however long before (E-04). */
export function officesShutWarnings(from: LocalDate, until: LocalDate, { pack, fallback }: Practice): Warning[] {
  const cell = pack.officesShut ?? fallback.officesShut
  if (!cell) return []
  const days: LocalDate[] = []
  for (let day = from; day <= earlier(until, addDays(from, MOST_DAYS)); day = addDays(day, 1)) {
    if (cell.is.includes(dayOfYear(day)) && !whyNotWorkingAsKnown(day)) days.push(day)
  }
  if (days.length === 0) return []
  const shut = `${cell.from === 'gap' ? 'Offices may be shut' : 'Offices are shut'} on ${listed(days.map(dayWords))}`
  return [
    {
      id: 'officesShut',
      text: `${shut}. These count as working days all the same, and no clock stops. Hold the meeting before, or ask now which duty staff can come.`,
      requirements: ['E-04', 'A-01'],
    },
  ]
}
