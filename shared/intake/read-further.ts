/**
 * Reads a typed sentence that asks for a further meeting: "PPM-7K2D needs a disruption meeting, placement ended unplanned
 * on Friday". What it says fills a form that somebody looks at and presses; what is not certain stays empty there.
 */
import { ASKED_FOR, type AskReason } from '../meeting/further-meeting.ts'
import { addDays, dayOfWeek, londonDate, type Instant, type LocalDate } from '../dates/time.ts'
import { daysIn, onlyDay } from './values/british-dates.ts'
import { readClock } from './values/british-times.ts'
import { blanked, firstPhrase, phrasebook, phrasesIn, says } from './values/phrases.ts'
import { WEEKDAY_NAMES } from './vocabulary/date-words.ts'
import { ASKING_VERBS, BACK_WORDS, MEETING_WORDS, OTHER_WISHES, REASON_WORDS } from './vocabulary/further-words.ts'

export type DayAndTime = { day?: LocalDate; time?: string }

export type FurtherRead = {
  /** As they stand there, the first first. */
  references: string[]
  reason: AskReason | null
  at: DayAndTime
  /** Of a time of being missing. */
  from: DayAndTime
}

/** Longer messages are mails about something else. */
const LONGEST = 400

/** `null` for whatever asks for no meeting. */
export function readFurther(text: string, received: Instant): FurtherRead | null {
  const words = text.trim()
  if (words.length > LONGEST || says(words, OTHERS) || !says(words, MEETING) || !says(words, ASKING)) return null
  const references = referencesIn(words)
  const reason = reasonIn(words)
  if (references.length === 0 && !reason) return null
  const bare = blanked(
    words,
    [...words.matchAll(REFERENCE)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  )
  return { references, reason, ...whenIn(bare, reason, received) }
}

/** What looks like a reference, the first first; whether it is one, and whose, only the cases tell. */
export const referencesIn = (text: string): string[] => [
  ...new Set([...text.slice(0, LONGEST_SEARCHED).matchAll(REFERENCE)].map(([reference]) => reference)),
]
const LONGEST_SEARCHED = 2_000

/** A meeting's own; letters with figures, joined by at most a hyphen or stroke; or a long number. */
const REFERENCE =
  /(?<![\p{L}\p{N}/-])(?:PPM-[\p{L}\p{N}]{4}|\p{L}{1,5}[-/]?(?=[\p{L}\p{N}]*\d)[\p{L}\p{N}]{2,14}(?:[-/]\d{1,6})?|[1-9]\d{4,9})(?![\p{L}\p{N}/-])/giu

/** What is spoken of. Where several things are, the graver name is not taken for them all: a person chooses. */
function reasonIn(text: string): AskReason | null {
  const found = new Set(phrasesIn(text, REASONS).map(({ meaning }) => meaning))
  // "Issues", "difficulties" and "arrangements" are said of everything; a plainer word beside them counts.
  const plain = [...found].filter((one) => !VAGUE.includes(one))
  const [only, ...more] = plain.length > 0 ? plain : [...found]
  return only && more.length === 0 ? only : null
}
const VAGUE: AskReason[] = ['dayToDay', 'difficulties']

function whenIn(text: string, reason: AskReason | null, received: Instant): Pick<FurtherRead, 'at' | 'from'> {
  if (!reason || ASKED_FOR[reason].when === null) return { at: {}, from: {} }
  const ahead = ASKED_FOR[reason].when === 'agreed' || ASKED_FOR[reason].when === 'review'
  if (reason !== 'missing') return { at: momentIn(text, received, ahead), from: {} }
  const back = firstPhrase(text, BACK)
  return {
    from: momentIn(back ? text.slice(0, back.start) : text, received, false),
    at: back ? momentIn(text.slice(back.end), received, false) : {},
  }
}

function momentIn(text: string, received: Instant, ahead: boolean): DayAndTime {
  const days = daysIn(text, received)
  const read = onlyDay(days)
  const day =
    'date' in read ? read.date : read.doubt === 'weekdayOnly' ? nearest(read.phrase, received, ahead) : undefined
  const clock = readClock(blanked(text, days))
  return { ...(day && { day }), ...(day && 'time' in clock && { time: clock.time }) }
}

/** "On Friday" of what has happened is the last one before today, of what is to come the next; today's own name may mean either. */
function nearest(phrase: string, received: Instant, ahead: boolean): LocalDate | undefined {
  const today = londonDate(received)
  const wanted = WEEKDAY_NAMES.findIndex((name) => phrase.toLowerCase().startsWith(name.slice(0, 3))) + 1
  if (wanted === 0 || wanted === dayOfWeek(today)) return undefined
  return Array.from({ length: 6 }, (_, n) => addDays(today, ahead ? n + 1 : -n - 1)).find(
    (date) => dayOfWeek(date) === wanted,
  )
}

const ASKING = phrasebook({ asking: ASKING_VERBS })
const MEETING = phrasebook({ meeting: MEETING_WORDS })
const OTHERS = phrasebook({ other: OTHER_WISHES })
const BACK = phrasebook({ back: BACK_WORDS })
const REASONS = phrasebook(REASON_WORDS)
