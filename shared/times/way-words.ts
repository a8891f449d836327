/** The ways out in words: what each is, when, who would be missing, what it costs and what has to be recorded. */
import type { PersonKey } from '../placement/placement.ts'
import type { MeetingPlan } from '../meeting/plan.ts'
import type { OfferedSlot } from '../meeting/planning-meeting.ts'
import { missingAt } from './slot-reasons.ts'
import { londonDate, minutesBetween, slotWords } from '../dates/time.ts'
import { isWithinBankHolidays, workingDaysBetween } from '../dates/working-days.ts'
import type { Way, WayOut, WayTaken } from './ways-out.ts'

export const WAY_TITLES: Record<Way, string> = {
  shorter: 'Shorter',
  video: 'By video',
  outOfHours: 'Outside working hours',
  split: 'In two parts',
  reduced: 'In time, without everybody',
  late: 'Late, with everybody',
}

/** On the button that takes it. */
export const WAY_BUTTONS: Record<Way, string> = {
  shorter: 'Book the shorter one',
  video: 'Book it by video',
  outOfHours: 'Book it, they have agreed',
  split: 'Book both parts',
  reduced: 'Book it without them',
  late: 'Book it late',
}

/** Those that stand side by side, and those below them in the order in which they are to be tried (E-43). */
export const SIDE_BY_SIDE: Way[] = ['reduced', 'late']

/** What somebody has to write before it can be booked. */
export const needsWords = (way: Way): boolean => way === 'late' || way === 'outOfHours'

export const WAY_INPUT =
  'For a late time: why it cannot be held in time. For one outside working hours: who has agreed. It is kept with the meeting.'

type Named = (people: PersonKey[]) => string
type Plan = Pick<MeetingPlan, 'deadline' | 'durationMinutes' | 'minimum'>

export const wayTitle = ({ way, slot }: WayOut): string =>
  way === 'late' && slot.busy.length > 0 ? 'Late, with most of them' : WAY_TITLES[way]

export const whenWords = ({ slot, family }: WayOut): string =>
  family ? `${slotWords(slot)}; with the family ${slotWords(family)}` : slotWords(slot)

/** Who would not be there, and whether that leaves the minimum. */
export function missingWords({ slot, way }: WayOut, named: Named): string[] {
  const missing = missingAt(slot).map(
    ({ people, words, required }) => `${named(people)}: ${words}${required ? '' : ' (not required)'}`,
  )
  if (!SIDE_BY_SIDE.includes(way)) return missing
  return [...(missing.length > 0 ? missing : ['Nobody is missing.']), minimumWords(slot)]
}

const minimumWords = ({ minimumHolds }: OfferedSlot) =>
  minimumHolds
    ? 'The minimum of people holds.'
    : 'Below the minimum of people: it would have to be completed before the last day.'

/** What it costs, and what is then kept on record. */
export function costWords({ way, slot, family }: WayOut, { deadline, durationMinutes }: Plan): string {
  switch (way) {
    case 'shorter':
      return `${minutesBetween(slot.start, slot.end)} minutes instead of ${durationMinutes}: each item of the agenda has less time.`
    case 'video':
      return 'Nobody travels, and nobody sees where the child lives.'
    case 'outOfHours':
      return 'Everybody has to agree first; who has is kept with the meeting.'
    case 'split':
      return `The family’s part takes ${family ? minutesBetween(family.start, family.end) : 30} minutes; whoever leads comes to both, and each has a record of its own.`
    case 'reduced':
      return 'To be recorded: who was not there, why, and how their views were heard.'
    case 'late': {
      const days = deadline && daysLate(deadline.date, slot)
      const late = days ? `Held late, by ${days} working day${days === 1 ? '' : 's'}. ` : ''
      return `${late}To be recorded: why it could not be held in time. The last day stays as it is.`
    }
  }
}

function daysLate(last: NonNullable<Plan['deadline']>['date'], { start }: OfferedSlot): number | null {
  const day = londonDate(start)
  return isWithinBankHolidays(last) && isWithinBankHolidays(day) ? workingDaysBetween(last, day) : null
}

/** Of a meeting that has a time: what was given up for it. */
export function takenWords({ way, part, minutes, consent }: WayTaken): string {
  switch (way) {
    case 'shorter':
      return `Shortened to ${minutes} minutes, since no full time was free.`
    case 'video':
      return 'By video, since there was no time to travel.'
    case 'outOfHours':
      return `Outside working hours. Agreed: ${consent}`
    case 'split':
      return part === 'family' ? 'The second part: with the family.' : 'The first part; the family’s part follows.'
    case 'reduced':
      return 'Held without everybody who should come: record how they were heard.'
    case 'late':
      return 'Held late: the reason is kept with the meeting.'
  }
}
