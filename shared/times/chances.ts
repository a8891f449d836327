/** How many times are left at which a meeting can still be held in time with the people who have to be there. */
import { candidatesFor, type Candidate, type SlotQuestion } from './slots.ts'
import { momentWords, type Instant } from '../dates/time.ts'

export type Chances = {
  /** Times that could be taken one after the other: two that overlap are one chance. */
  left: number
  /** When the last of them starts. */
  last: Instant | null
}

/** As last counted, and what has been said of it: once each, however often it is counted. */
export type CountedChances = Chances & { countedAt: Instant; toldFew?: Instant; toldNone?: Instant }

/** At so few whoever the convenor turns to hears of it. */
export const FEW_CHANCES = 2

/** `null` where nothing is due: there is always another time. */
export function chancesLeft(question: SlotQuestion, all: Candidate[] = candidatesFor(question)): Chances | null {
  if (!question.meeting.deadline) return null
  let left = 0
  let last: Instant | null = null
  let taken = -Infinity
  for (const { from, until, slot } of all) {
    if (!slot.inTime || !slot.minimumHolds) continue
    last = slot.start
    if (from < taken) continue
    left += 1
    taken = until
  }
  return { left, last }
}

/** What has to be said now and has not been said before: that few are left, or none. */
export const newsIn = ({ left, toldFew, toldNone }: CountedChances): 'few' | 'none' | null =>
  left === 0 ? (toldNone ? null : 'none') : left <= FEW_CHANCES && !toldFew && !toldNone ? 'few' : null

export function chancesWords({ left, last }: Chances): string {
  if (left === 0 || !last) return 'No time is left before the last day at which those who must be there could meet.'
  return left === 1
    ? `One time is left at which those who must be there can meet: ${momentWords(last)}.`
    : `${left} times are left at which those who must be there can meet, the last one ${momentWords(last)}.`
}
