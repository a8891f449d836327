/** The start of the placement in a sentence: a day beside a word of starting. */
import type { Instant } from '../dates/time.ts'
import { daysIn } from './values/british-dates.ts'
import { readMoment } from './values/british-moments.ts'
import { currentWords } from './values/current-words.ts'
import { DATE_DOUBT_WORDS } from './values/date-doubts.ts'
import { asSaid, type Gathered } from './facts.ts'
import { phrasebook, phrasesIn, says, type Phrasebook } from './values/phrases.ts'
import { tidy } from './layout/plain-text.ts'
import { OTHER_DAYS, STARTING } from './vocabulary/said-words.ts'

export function startSaid(text: string, received: Instant | null): Gathered {
  if (!speaksOfStart(text, received)) return { facts: [], doubts: [] }
  const moment = readMoment(aroundDay(currentWords(text), received), received)
  if ('at' in moment)
    return { facts: asSaid('placement.startsAt', { value: moment.at, phrase: moment.phrase }), doubts: [] }
  const day = moment.date && moment.doubt === 'noTime' ? { value: moment.date, phrase: moment.phrase } : null
  return {
    facts: asSaid('startDay', day),
    doubts: [{ field: 'placement.startsAt', why: DATE_DOUBT_WORDS[moment.doubt] }],
  }
}

/** A day whose nearest word is one of starting, and not of a review, a visit or a court. */
function speaksOfStart(text: string, received: Instant | null): boolean {
  const current = currentWords(text)
  const [day] = daysIn(current, received)
  if (!day || !says(text, STARTS)) return false
  const distance = ({ start, end }: { start: number; end: number }) =>
    end <= day.start ? day.start - end : Math.max(0, start - day.end)
  // A large letter inside a sentence belongs to a name, such as Sycamore Court.
  const isWord = ({ phrase, start }: { phrase: string; start: number }) => start === 0 || /^\p{Ll}/u.test(phrase)
  const nearest = (book: Phrasebook<string>) => Math.min(...phrasesIn(current, book).filter(isWord).map(distance))
  return current !== tidy(text) ? nearest(OTHER_DAY) === Infinity : nearest(STARTS) < nearest(OTHER_DAY)
}

/** The words near the day: what else a sentence says does not make its time vague. */
function aroundDay(text: string, received: Instant | null): string {
  const [day] = daysIn(text, received)
  return day ? text.slice(Math.max(0, day.start - 30), day.end + 40) : text
}

/** Whether a sentence gives its day to something else: a review, a visit, a court. */
export const isAboutOtherDays = (text: string): boolean => says(text, OTHER_DAY)

const STARTS = phrasebook({ starts: STARTING })
const OTHER_DAY = phrasebook({ other: OTHER_DAYS })
