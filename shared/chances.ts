/** How many times are left at which a meeting can still be held in time with the people who have to be there. */
import { candidatesFor, type SlotQuestion } from './slots.ts'
import type { Instant } from './time.ts'

export type Chances = {
  /** Times that could be taken one after the other: two that overlap are one chance. */
  left: number
  /** When the last of them starts. */
  last: Instant | null
}

/** At so few whoever the convenor turns to hears of it. */
export const FEW_CHANCES = 2

/** `null` where nothing is due: there is always another time. */
export function chancesLeft(question: SlotQuestion): Chances | null {
  if (!question.meeting.deadline) return null
  let left = 0
  let last: Instant | null = null
  let taken = -Infinity
  for (const { from, until, slot } of candidatesFor(question)) {
    if (!slot.inTime || !slot.minimumHolds) continue
    last = slot.start
    if (from < taken) continue
    left += 1
    taken = until
  }
  return { left, last }
}
