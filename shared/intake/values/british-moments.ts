/** A day with a time, on London's clocks: "Fri 18th Dec at 5.30pm", "22/3/27 1100". */
import { atLondon, isDoubtfulLondonTime, readInstant, type Instant, type LocalDate } from '../../dates/time.ts'
import { daysIn, onlyDay } from './british-dates.ts'
import { readClock } from './british-times.ts'
import type { Doubtful } from './date-doubts.ts'
import { blanked } from './phrases.ts'

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
  const phrase = spanning(text, day.phrase, clock.phrase)
  return fitsPartOfDay(text, clock.time)
    ? momentOf(day, clock, phrase)
    : { doubt: 'twelveHourClock', date: day.date, phrase }
}

/** "This evening at 9.30" is not half past nine in the morning, and "last night at 1am" may be either of two days. */
const fitsPartOfDay = (text: string, time: string): boolean =>
  !(/\b(?:afternoon|evening|tonight|night)\b/i.test(text) && time < '12:00') &&
  !(/\bmorning\b/i.test(text) && time >= '13:00')

/** A day and a time, given apart. */
export function momentOf(day: { date: LocalDate }, clock: { time: string }, phrase: string): MomentRead {
  if (isDoubtfulLondonTime(day.date, clock.time)) return { doubt: 'clockChange', date: day.date, phrase }
  return { at: atLondon(day.date, clock.time), phrase }
}

/** A moment in full, with its offset, as systems write it. */
function readExact(text: string): MomentRead | null {
  const match = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})/.exec(text)
  if (!match) return null
  const at = readInstant(`${match[1]}T${match[2]}${match[3] ?? ''}${match[4]}`)
  return at && { at, phrase: match[0] }
}

/** The stretch of a text from one phrase to the other, whichever comes first. */
function spanning(text: string, one: string, other: string): string {
  const [a, b] = [text.indexOf(one), text.indexOf(other)]
  if (a < 0 || b < 0) return one
  return text.slice(Math.min(a, b), Math.max(a + one.length, b + other.length)).trim()
}
