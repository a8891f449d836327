/** Days as they are written in Britain: "Fri 18th Dec", "22/3/27", "today". What could mean two things is a doubt. */
import { addDays, dayOfWeek, londonDate, readDate, type Instant, type LocalDate } from '../../dates/time.ts'
import type { DateDoubt, Doubtful } from './date-doubts.ts'
import { phrasebook, phrasesIn } from './phrases.ts'
import { MONTH_NAMES, RELATIVE_DAYS, WEEKDAY_NAMES } from '../vocabulary/date-words.ts'

export type DayRead = { date: LocalDate; phrase: string } | Doubtful
export type DaySpan = { start: number; end: number; phrase: string } & ({ date: LocalDate } | { doubt: DateDoubt })

/** The one day that a text names. */
export function readDay(text: string, received: Instant | null = null): DayRead {
  return onlyDay(daysIn(text, received))
}

/** Every day that a text names, from left to right, with a weekday beside it where there is one. */
export function daysIn(text: string, received: Instant | null = null): DaySpan[] {
  const today = received && londonDate(received)
  const found = [...text.matchAll(WRITTEN_DAYS)].map((match) => writtenDay(match, today))
  const spans = found.filter((span) => span !== null).concat(today ? relativeDays(text, found, today) : [])
  spans.sort((a, b) => a.start - b.start)
  const dated = withWeekdays(text, spans, today)
  return dated.length > 0 ? dated : lonelyWeekdays(text)
}

export function onlyDay(days: DaySpan[]): DayRead {
  const [first, ...more] = days
  if (!first) return { doubt: 'noDate', phrase: '' }
  if ('doubt' in first) return { doubt: first.doubt, phrase: first.phrase }
  if (more.some((other) => 'doubt' in other || other.date !== first.date)) {
    return { doubt: 'severalDates', phrase: first.phrase }
  }
  return { date: first.date, phrase: first.phrase }
}

const MONTH = Object.keys(MONTH_NAMES).join('|')
/** ISO; day, month and year in figures; day and named month; named month and day. */
const WRITTEN_DAYS = new RegExp(
  [
    String.raw`(?<![\d/.-])(?<isoYear>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})(?!\d)`,
    String.raw`(?<![\d/.:£-])(?<day>\d{1,2})(?<mark> ?[/.-] ?)(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/])`,
    String.raw`(?<![\d/.:£-])(?<shortDay>\d{1,2})/(?<shortMonth>\d{1,2})(?![\d/])`,
    String.raw`(?<!\d)(?<dayNamed>\d{1,2})(?:st|nd|rd|th)?(?: of| day of)?[ ./-]?\s?(?<monthNamed>${MONTH})\b\.?(?:[ ,./-]{1,2}(?<yearNamed>(?:19|20)\d{2}|['’]?\d{2})(?![\d:.]\d|\d| ?(?:am|pm|hrs|hours|h\b)))?`,
    String.raw`\b(?<monthFirst>${MONTH})\b\.? (?<dayAfter>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?:,? (?<yearAfter>(?:19|20)\d{2})(?!\d| ?hrs| ?hours))?`,
  ].join('|'),
  'giu',
)

function writtenDay(match: RegExpMatchArray, today: LocalDate | null): DaySpan | null {
  const parts = match.groups!
  const span = { start: match.index!, end: match.index! + match[0].trimEnd().length, phrase: match[0].trim() }
  const year = parts['isoYear'] ?? parts['year'] ?? parts['yearNamed'] ?? parts['yearAfter']
  const name = parts['monthNamed'] ?? parts['monthFirst']
  const month = name
    ? MONTH_NAMES[name.toLowerCase() as keyof typeof MONTH_NAMES]
    : Number(parts['isoMonth'] ?? parts['month'] ?? parts['shortMonth'])
  const day = Number(parts['isoDay'] ?? parts['day'] ?? parts['shortDay'] ?? parts['dayNamed'] ?? parts['dayAfter'])
  if (year !== undefined) {
    const date = dateOf(fullYear(year), month, day)
    return date ? { ...span, date } : { ...span, doubt: 'impossibleDate' }
  }
  return { ...span, ...withoutYear(month, day, today) }
}

/** A day without a year is certain where only one of the years around makes sense: a month back to half a year ahead. */
function withoutYear(month: number, day: number, today: LocalDate | null): { date: LocalDate } | { doubt: DateDoubt } {
  if (!dateOf(2024, month, day)) return { doubt: 'impossibleDate' }
  if (!today) return { doubt: 'noYear' }
  const thisYear = Number(today.slice(0, 4))
  const near = [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => dateOf(year, month, day))
    .filter((date) => date !== null && date >= addDays(today, -31) && date <= addDays(today, 183))
  return near.length === 1 ? { date: near[0]! } : { doubt: 'noYear' }
}

/** A weekday beside a date must be that date's; it also settles a year that was left out. */
function withWeekdays(text: string, spans: DaySpan[], today: LocalDate | null): DaySpan[] {
  const weekdays = phrasesIn(text, WEEKDAYS)
  return spans.map((span) => {
    const beside = weekdays.find(
      ({ start, end }) =>
        /^[\s,.(]{0,3}(?:the )?$/.test(text.slice(end, span.start)) ||
        /^[\s,(]{1,2}$/.test(text.slice(span.end, start)),
    )
    if (!beside) return span
    const start = Math.min(beside.start, span.start)
    const end = Math.max(beside.end, span.end)
    const wide = { start, end, phrase: text.slice(start, end) }
    const weekday = WEEKDAY_NAMES.indexOf(beside.meaning) + 1
    if ('date' in span && dayOfWeek(span.date) === weekday) return { ...span, ...wide }
    const settled = hasNoYear(span) && today ? yearByWeekday(span.phrase, weekday, today) : null
    if (settled) return { ...wide, date: settled }
    return 'doubt' in span && span.doubt === 'impossibleDate' ? span : { ...wide, doubt: 'wrongWeekday' }
  })
}

const hasNoYear = (span: DaySpan): boolean =>
  !/\d{4}|[/.-]\d{1,2}[/.-]|['’]?\d{2}$/.test(span.phrase) || /^\d{1,2}\/\d{1,2}$/.test(span.phrase)

function yearByWeekday(phrase: string, weekday: number, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4))
  const fitting = [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => daysIn(`${phrase.replace(/[.,\s]+$/, '')}${phrase.includes('/') ? '/' : ' '}${year}`)[0])
    .flatMap((span) => (span && 'date' in span && dayOfWeek(span.date) === weekday ? [span.date] : []))
    .filter((date) => date >= addDays(today, -62) && date <= addDays(today, 270))
  return fitting.length === 1 ? fitting[0]! : null
}

function relativeDays(text: string, written: (DaySpan | null)[], today: LocalDate): DaySpan[] {
  if (written.length > 0) return []
  return phrasesIn(text, RELATIVE).map(({ meaning, start, end, phrase }) => ({
    start,
    end,
    phrase,
    date: addDays(today, Number(meaning)),
  }))
}

const lonelyWeekdays = (text: string): DaySpan[] =>
  phrasesIn(text, WEEKDAYS).map(({ start, end, phrase }) => ({ start, end, phrase, doubt: 'weekdayOnly' }))

function dateOf(year: number, month: number, day: number): LocalDate | null {
  return readDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** A year in two figures is one of this century. */
const fullYear = (year: string): number => {
  const figures = Number(year.replace(/\D/g, ''))
  return figures < 100 ? 2000 + figures : figures
}

const WEEKDAYS = phrasebook(
  Object.fromEntries(
    WEEKDAY_NAMES.map((name, n) => [
      name,
      [name, name.slice(0, 3), ...([['tues'], ['weds'], ['thur', 'thurs']][n - 1] ?? [])],
    ]),
  ) as Record<(typeof WEEKDAY_NAMES)[number], string[]>,
)
const RELATIVE = phrasebook(RELATIVE_DAYS)
