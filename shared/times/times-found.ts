/** All that a look at everybody's diary yields for one meeting. */
import { chancesLeft, type Chances } from './chances.ts'
import type { OfferedSlot } from '../meeting/planning-meeting.ts'
import { candidatesFor, offerSlots, type SlotQuestion } from './slots.ts'
import { waysOut, type Leads, type WayOut } from './ways-out.ts'

export type TimesFound = {
  /** Up to three times, best first. */
  offered: OfferedSlot[]
  /** What can be given up where none in time suits everybody who has to come (E-43). */
  ways: WayOut[]
  /** How many times are left at which the minimum can meet in time; `null` where nothing is due. */
  chances: Chances | null
}

export function findTimes(question: SlotQuestion, leads: Leads): TimesFound {
  const all = candidatesFor(question)
  return {
    offered: offerSlots(question, all),
    ways: waysOut(question, leads, all),
    chances: chancesLeft(question, all),
  }
}
