/** How asking people outside stands, for whoever arranges the meeting: who can when, and whose answer is missing. */
import { isAsking, timesLeft, type AskingEnd } from './held-times.ts'
import type { PersonKey, Role } from '../placement/placement.ts'
import type { PlanningMeeting, Slot } from '../meeting/planning-meeting.ts'
import { dayWords, londonDate, londonTime, momentWords, type Instant } from '../dates/time.ts'
import { ROLE_WORDS } from '../words.ts'

export type HeldTimesView = {
  open: boolean
  ended: AskingEnd | null
  closesAt: Instant
  times: Slot[]
  people: {
    key: PersonKey
    role: Role
    name: string
    /** The starts that they can; `null` as long as they have not answered. */
    can: Instant[] | null
    /** Answered after the time was settled or the hour had passed. */
    late: boolean
    hasLink: boolean
  }[]
}

/** `null` where nobody was asked, or the meeting has found its time. */
export function heldTimesView(meeting: PlanningMeeting): HeldTimesView | null {
  const { heldTimes, plan } = meeting
  if (!heldTimes || meeting.state !== 'toArrange') return null
  const { ended, answers, letters } = heldTimes
  return {
    open: isAsking(meeting),
    ended: ended?.how ?? null,
    closesAt: heldTimes.closesAt,
    times: timesLeft(heldTimes).map(({ start, end }) => ({ start, end })),
    people: heldTimes.asked.flatMap((key) => {
      const one = plan.attendees.find((attendee) => attendee.key === key)
      const said = answers[key]
      if (!one) return []
      return [
        {
          key,
          role: one.role,
          name: one.name,
          can: said?.can ?? null,
          late: ended !== undefined && said !== undefined && said.at > ended.at,
          hasLink: letters[key] !== undefined,
        },
      ]
    }),
  }
}

/** `Mon 21 Dec 2026 10:00 or Tue 22 Dec 2026 14:00`. */
export const startsInWords = (starts: Instant[]): string =>
  starts.map((start) => `${dayWords(londonDate(start))} ${londonTime(start)}`).join(' or ')

/** What one person has said. */
export function saidWords({ can, late, hasLink }: HeldTimesView['people'][number], open: boolean): string {
  if (can === null) return hasLink ? (open ? 'no answer yet' : 'did not answer') : 'no link: it was withdrawn'
  const said = can.length > 0 ? `can ${startsInWords(can)}` : 'can at none of these times'
  return late ? `${said} (answered late)` : said
}

/** By role, as a card says it: names are in Planning. */
export function heldTimesLines(view: HeldTimesView): string[] {
  const people = view.people.map((one) => `${capital(ROLE_WORDS[one.role])}: ${saidWords(one, view.open)}`)
  return view.open
    ? [
        `Those outside are asked until ${momentWords(view.closesAt)}. Held for them: ${startsInWords(view.times.map(({ start }) => start))}. The first answers that suffice book the meeting.`,
        ...people,
      ]
    : people
}

const capital = (words: string) => words.replace(/^\w/, (letter) => letter.toUpperCase())
