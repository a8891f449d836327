/**
 * Who may send in views, and who reads them: those who may read the record, and whoever sent them. Nobody else learns
 * what they say.
 */
import { cameInWords } from './contributions.ts'
import { keepsToDates, mayDo, type Reader } from '../people/permissions.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PersonKey } from '../placement/placement.ts'
import type { Attendee, AttendeePart } from '../meeting/plan.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { isToCome } from './preparation.ts'

const TAKES_PART: AttendeePart[] = ['attend', 'contribute', 'viewsConsidered']

/** As whom somebody may send in their own; `null` for whoever keeps to dates, or is neither asked nor reads the record. */
export function sendsAs(reader: Reader, placement: Placement, meeting: PlanningMeeting): PersonKey | null {
  if (!isToCome(meeting) || !mayDo('seeMeeting', reader, placement, meeting)) return null
  if (keepsToDates(reader, placement)) return null
  const mine = meeting.plan.attendees.filter(({ email }) => email?.toLowerCase() === reader.email.toLowerCase())
  const reads = mayDo('seeRecord', reader, placement, meeting)
  return mine.find(({ part }) => TAKES_PART.includes(part) || (reads && part === 'informed'))?.key ?? null
}

export type ContributionsView = {
  received: { id: string; who: string; how: string; text: string; keptBy: string | null }[]
  /** Who was asked for their views, or said that they send them, and has not yet. */
  awaited: string[]
  /** The reader's own may be sent in; those of others written down. */
  may: { send: boolean; keep: boolean }
}

export function contributionsView(reader: Reader, placement: Placement, meeting: PlanningMeeting): ContributionsView {
  const { plan, answers, preparation } = meeting
  const kept = preparation?.contributions ?? []
  const reads = mayDo('seeRecord', reader, placement, meeting) || mayDo('recordMinutes', reader, placement, meeting)
  const nameOf = (key: PersonKey) => called(plan.attendees.find((one) => one.key === key))
  const isAwaited = ({ key, part }: Attendee) =>
    (part === 'contribute' || part === 'viewsConsidered' || answers[key]?.choice === 'sendViews') &&
    !kept.some(({ who }) => who === key)
  return {
    received: kept
      .filter(({ by }) => reads || by.objectId === reader.objectId)
      .map((one) => ({
        id: one.id,
        who: nameOf(one.who),
        how: cameInWords(one),
        text: one.text,
        keptBy: one.via === 'planning' ? null : one.by.name,
      })),
    awaited: reads && isToCome(meeting) ? plan.attendees.filter(isAwaited).map(called) : [],
    may: {
      send: sendsAs(reader, placement, meeting) !== null,
      keep: isToCome(meeting) && mayDo('recordMinutes', reader, placement, meeting),
    },
  }
}

/** The child's name is nowhere on the page. */
const called = (attendee: Attendee | undefined) =>
  attendee === undefined ? 'Somebody' : attendee.role === 'child' ? 'The child' : attendee.name

/** Whose words can be kept: everybody's of the case, whether they come, are only told, or are not invited. */
export const maySendIn = ({ plan }: PlanningMeeting, who: PersonKey): boolean =>
  plan.attendees.some(({ key }) => key === who)
