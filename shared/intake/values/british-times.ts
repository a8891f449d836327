/** Times of day as they are written in Britain: "5.30pm", "0320 hrs", "12 noon". */
import type { DateDoubt, Doubtful } from './date-doubts.ts'
import { firstPhrase, phrasebook } from './phrases.ts'
import { VAGUE_TIMES } from '../vocabulary/date-words.ts'

export type ClockRead = { time: string; phrase: string } | Doubtful

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

type TimeSpan = { start: number; end: number; phrase: string } & ({ time: string } | { doubt: DateDoubt })

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
  if (parts['oclock']) return inPartOfDay(Number.parseInt(parts['oclock'], 10), 0, after)
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
  return certain ? { time: clock(hour, minute) } : inPartOfDay(hour, minute, after)
}

/** "4 o'clock in the afternoon": the part of the day says which of the two it is. */
function inPartOfDay(hour: number, minute: number, after: string): { time: string } | { doubt: DateDoubt } {
  const part = /^\s?(?:in the|this) (morning|afternoon|evening)\b/i.exec(after)?.[1]?.toLowerCase()
  if (part === 'morning' && hour >= 5 && hour <= 11) return { time: clock(hour, minute) }
  if (part === 'afternoon' && hour >= 1 && hour <= 6) return { time: clock(hour + 12, minute) }
  if (part === 'evening' && hour >= 5 && hour <= 11) return { time: clock(hour + 12, minute) }
  return { doubt: 'twelveHourClock' }
}

const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

const VAGUE = phrasebook({ vague: VAGUE_TIMES })
