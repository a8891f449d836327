/** Days that something is usually due on, counted in working days from today: one choice instead of a calendar. */
import { addDays, dayWords, type LocalDate } from './time.ts'
import { addWorkingDays, isWithinBankHolidays, workingDaysBetween } from './working-days.ts'

const USUAL = [1, 2, 3, 5, 10, 20]
/** Nothing usual lies further ahead than this. */
const FAR = 45

export type WorkingDayChoice = { date: LocalDate; words: string }

/** Not later than `lastDay`, where one is given; nothing where the bank holidays are not known. */
export function workingDayChoices(today: LocalDate, lastDay?: LocalDate): WorkingDayChoice[] {
  if (!reaches(today)) return []
  return USUAL.map((count) => ({ count, date: addWorkingDays(today, count) }))
    .filter(({ date }) => !lastDay || date <= lastDay)
    .map(({ count, date }) => ({ date, words: `${countWords(count)}: ${dayWords(date)}` }))
}

/** `Wed 11 Nov 2026, in 5 working days`; only the day where none can be counted. */
export function dueWords(date: LocalDate, today: LocalDate): string {
  if (date <= today || !isWithinBankHolidays(today) || !isWithinBankHolidays(date)) return dayWords(date)
  return `${dayWords(date)}, in ${countWords(workingDaysBetween(today, date))}`
}

const countWords = (count: number) => `${count} working day${count === 1 ? '' : 's'}`

const reaches = (today: LocalDate) => isWithinBankHolidays(today) && isWithinBankHolidays(addDays(today, FAR))
