/**
 * Days and times as they are written in Britain, on London's clocks: "Fri 18th Dec at 5.30pm", "22/3/27 1100",
 * "0320 hrs". What could mean two things is a doubt, and never a guess.
 */
import { addDays, atLondon, dayOfWeek, isDoubtfulLondonTime, londonDate, readDate, readInstant } from '../time.ts'
import type { Instant, LocalDate } from '../time.ts'
import { MONTH_NAMES, RELATIVE_DAYS, VAGUE_TIMES, WEEKDAY_NAMES } from './vocabulary/date-words.ts'
import { blanked, firstPhrase, phrasebook, phrasesIn } from './phrases.ts'

export type DateDoubt =
  | 'noDate'
  | 'noTime'
  | 'noYear'
  | 'severalDates'
  | 'severalTimes'
  | 'impossibleDate'
  | 'wrongWeekday'
  | 'vagueTime'
  | 'twelveHourClock'
  | 'clockChange'
  | 'weekdayOnly'

export type Doubtful = { doubt: DateDoubt; phrase: string }
export type DayRead = { date: LocalDate; phrase: string } | Doubtful
export type ClockRead = { time: string; phrase: string } | Doubtful
export type MomentRead = { at: Instant; phrase: string } | (Doubtful & { date?: LocalDate })

/** The moment that a text names. `received` tells which year "18 Dec" and which day "today" is. */
export function readMoment(text: string, received: Instant | null = null): MomentRead {
  const exact = readExact(text)
  if (exact) return exact
  const days = daysIn(text, received)
  const day = onlyDay(days)
  if ('doubt' in day) return day
  const clock = readClock(blanked(text, days))
  if ('doubt' in clock) {
    return {
      doubt: clock.doubt,
      date: day.date,
      phrase: clock.phrase ? spanning(text, day.phrase, clock.phrase) : day.phrase,
    }
  }
  return momentOf(day, clock, spanning(text, day.phrase, clock.phrase))
}

/** A day and a time, given apart. */
export function momentOf(day: { date: LocalDate }, clock: { time: string }, phrase: string): MomentRead {
  if (isDoubtfulLondonTime(day.date, clock.time)) return { doubt: 'clockChange', date: day.date, phrase }
  return { at: atLondon(day.date, clock.time), phrase }
}

/** The one day that a text names. */
export function readDay(text: string, received: Instant | null = null): DayRead {
  return onlyDay(daysIn(text, received))
}

/** The one time of day that a text names. A text that only speaks of "afternoon" or "about 5pm" is in doubt. */
export function readClock(text: string): ClockRead {
  const vague = firstPhrase(text, VAGUE)
  const times = timesIn(text)
  if (vague) return { doubt: 'vagueTime', phrase: times[0]?.phrase ?? vague.phrase }
  const [first, ...more] = times
  if (!first) return { doubt: 'noTime', phrase: '' }
  if ('time' in first && more.some((other) => !('time' in other) || other.time !== first.time)) {
    return { doubt: 'severalTimes', phrase: first.phrase }
  }
  return 'time' in first ? { time: first.time, phrase: first.phrase } : { doubt: first.doubt, phrase: first.phrase }
}

type Span = { start: number; end: number; phrase: string }
export type DaySpan = Span & ({ date: LocalDate } | { doubt: DateDoubt })
type TimeSpan = Span & ({ time: string } | { doubt: DateDoubt })

/** Every day that a text names, from left to right, with a weekday beside it where there is one. */
export function daysIn(text: string, received: Instant | null = null): DaySpan[] {
  const today = received && londonDate(received)
  const found = [...text.matchAll(WRITTEN_DAYS)].map((match) => writtenDay(match, today))
  const spans = found.filter((span) => span !== null).concat(today ? relativeDays(text, found, today) : [])
  spans.sort((a, b) => a.start - b.start)
  const dated = withWeekdays(text, spans, today)
  return dated.length > 0 ? dated : lonelyWeekdays(text)
}

function onlyDay(days: DaySpan[]): DayRead {
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

/** Hours and minutes; the hour alone with am or pm; four figures; noon and midnight. */
const TIMES =
  /(?<![\d/£.+-])(?:(?<hour>\d{1,2})\s?[:.h]\s?(?<minute>\d{2})(?!\d|[/.-]\d)(?::\d{2})?(?:\s?(?<half>am|pm|a\.m\.?|p\.m\.?)(?![a-z]))?|(?<bare>\d{1,2})\s?(?<halfOnly>am|pm|a\.m\.?|p\.m\.?|noon|midday|midnight)(?![a-z])|(?<four>\d{4})(?!\d|[/-]\d)\s?(?<hrs>hrs|hours|h\b)?|(?<oclock>\d{1,2}) ?o['’]?clock)|\b(?<word>noon|midday|midnight)\b/giu

function timesIn(text: string): TimeSpan[] {
  return [...text.matchAll(TIMES)].flatMap((match) => {
    const phrase = match[0].trim()
    const span = { start: match.index, end: match.index + phrase.length, phrase }
    const read = timeOf(match.groups!, text.slice(span.end))
    return read ? [{ ...span, ...read }] : []
  })
}

function timeOf(
  parts: Record<string, string | undefined>,
  after: string,
): { time: string } | { doubt: DateDoubt } | null {
  const word = (parts['word'] ?? parts['halfOnly'])?.toLowerCase()
  if (word === 'noon' || word === 'midday') return parts['bare'] && parts['bare'] !== '12' ? null : { time: '12:00' }
  // Whether midnight ends or begins the day is what people mean two things by.
  if (word === 'midnight') return { doubt: 'twelveHourClock' }
  if (parts['oclock']) return { doubt: 'twelveHourClock' }
  if (parts['four']) {
    const [hour, minute] = [Number(parts['four'].slice(0, 2)), Number(parts['four'].slice(2))]
    return hour < 24 && minute < 60 ? { time: clock(hour, minute) } : null
  }
  const hour = Number(parts['hour'] ?? parts['bare'])
  const minute = Number(parts['minute'] ?? 0)
  const half = (parts['half'] ?? parts['halfOnly'])?.toLowerCase()[0]
  if (minute > 59) return null
  if (!half) return onTwentyFourHours(parts['hour']!, hour, minute, after)
  if (hour > 12) return half === 'p' && hour < 24 ? { time: clock(hour, minute) } : { doubt: 'twelveHourClock' }
  if (hour === 0) return half === 'a' ? { time: clock(0, minute) } : { doubt: 'twelveHourClock' }
  if (half === 'a' && hour === 12 && minute === 0) return { doubt: 'twelveHourClock' }
  return { time: clock((hour % 12) + (half === 'p' ? 12 : 0), minute) }
}

/** Without am or pm, "5.30" may be either; "05:30", "9:30", "17:30" and "5:30 hrs" are the 24-hour clock. */
function onTwentyFourHours(
  written: string,
  hour: number,
  minute: number,
  after: string,
): { time: string } | { doubt: DateDoubt } | null {
  if (hour > 23) return null
  const certain = written.length === 2 || hour === 9 || /^\s?(?:hrs|hours)\b/i.test(after)
  return certain ? { time: clock(hour, minute) } : { doubt: 'twelveHourClock' }
}

const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** A moment in full, with its offset, as systems write it. */
function readExact(text: string): MomentRead | null {
  const match = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})/.exec(text)
  if (!match) return null
  const at = readInstant(`${match[1]}T${match[2]}${match[3] ?? ''}${match[4]}`)
  return at && { at, phrase: match[0] }
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  return readDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** A year in two figures is one of this century. */
const fullYear = (year: string): number => {
  const figures = Number(year.replace(/\D/g, ''))
  return figures < 100 ? 2000 + figures : figures
}

/** The stretch of a text from one phrase to the other, whichever comes first. */
function spanning(text: string, one: string, other: string): string {
  const [a, b] = [text.indexOf(one), text.indexOf(other)]
  if (a < 0 || b < 0) return one
  return text.slice(Math.min(a, b), Math.max(a + one.length, b + other.length)).trim()
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
const VAGUE = phrasebook({ vague: VAGUE_TIMES })
