/**
 * Which meetings a placement calls for as of now, and by when each is due: the first meeting of a placement, and
 * whatever an event, an agreed interval, a review, a request or an ending asks for. One meeting may serve several
 * duties; then the earliest deadline leads, and the others are kept beside it.
 */
import type { Practice } from '../people/attendees.ts'
import { deadlineFrom, onTheDay, type MeetingDeadline } from '../deadlines/deadlines.ts'
import { countMissing, type MissingFinding } from '../deadlines/missing-count.ts'
import type { Basis, PlacementConfirmation, PlacementType, Trigger } from '../placement/placement.ts'
import type { MeetingKind, MeetingTrigger } from './plan.ts'
import {
  firstMeetingRules,
  isEvent,
  type Cell,
  type Event,
  type Further,
  type HoldRule,
  type PracticePack,
} from '../practice/practice-pack.ts'
import { endOfDay, londonDate, momentWords, type Instant } from '../dates/time.ts'

export type MeetingCall = {
  kind: MeetingKind
  combines: MeetingKind[]
  triggers: MeetingTrigger[]
  /** What each duty sets, the earliest first; none where nobody sets a time. */
  due: MeetingDeadline[]
  /** A review takes in what a first meeting would have settled that was not held (E-45). */
  takesInFirst: boolean
  /** The cells that call for it and say by when, of which some may only be proposed. */
  cells: { calls: Cell<unknown>[]; byWhen: Cell<unknown>[] }
}

export type CalledFor = { calls: MeetingCall[]; missing: MissingFinding | null }

export function meetingsCalledFor(
  { placement, trigger }: PlacementConfirmation,
  type: PlacementType,
  basis: Basis,
  practice: Practice,
): CalledFor {
  const { startsAt, shortBreaks } = placement
  // A series of short breaks has no first meeting (L-06); one that was held does not start again.
  const firstIsDue = !shortBreaks && (!trigger || trigger.firstMeetingHeld === false)
  const first = firstIsDue ? firstCall(startsAt, type, basis, practice) : null
  if (!trigger) {
    const introduction = first && introductionCall(startsAt, type, basis, practice)
    return { calls: [...(first ? [first] : []), ...(introduction ? [introduction] : [])], missing: null }
  }
  const missing = trigger.kind === 'missing' ? countMissing(trigger, missingRule(practice)) : null
  const later = laterCall(trigger, missing?.calls ?? [], practice)
  if (!first || !later) return { calls: [first, later].filter((call) => call !== null), missing }
  switch (later.kind) {
    case 'disruption':
      // The placement has ended: there is no first meeting of it to hold any more.
      return { calls: [later], missing }
    case 'duringReview':
      // A review does not make up for a first meeting that was not held: that stays due, or late.
      return { calls: [first, { ...later, takesInFirst: true }], missing }
    default:
      return { calls: [together(first, later)], missing }
  }
}

function firstCall(startsAt: Instant | null, type: PlacementType, basis: Basis, practice: Practice): MeetingCall {
  const rules = firstMeetingRules(practice.pack, practice.fallback, type)
  const cell = rules[basis]
  const emergency = practice.pack.emergencyMeeting?.emergencyPlacement
  const callsForEmergency = basis === 'emergency' && !!emergency?.is.includes(type)
  const due = startsAt
    ? [withWhatIsNext(deadlineFrom(startsAt, cell, 'the placement starts'), startsAt, rules.emergency)]
    : []
  return {
    kind: callsForEmergency ? 'emergency' : 'first',
    combines: callsForEmergency ? ['first', 'emergency'] : ['first'],
    triggers: callsForEmergency ? ['emergencyPlacement'] : [],
    takesInFirst: false,
    due: due.map((one) => (startsAt && type === 'withParents' ? { ...one, mustStartBefore: startsAt } : one)),
    cells: { calls: callsForEmergency ? [emergency!] : [], byWhen: [cell] },
  }
}

/** A planned meeting that was not held before the start comes by when an emergency's would. */
function withWhatIsNext(due: MeetingDeadline, startsAt: Instant, emergency: Cell<HoldRule>): MeetingDeadline {
  if (!due.mustStartBefore || !emergency.is.within) return due
  const next = deadlineFrom(startsAt, emergency, 'the placement starts').deadline
  const words = `If that is missed, the practice holds ${next.rule}: by ${momentWords(next.at)}. It is late all the same.`
  return { ...due, deadline: { ...due.deadline, working: [...due.deadline.working, { words }] }, ifMissed: next }
}

/** Offered before the start where the practice has one, and there is a time before the start that was planned. */
function introductionCall(
  startsAt: Instant | null,
  type: PlacementType,
  basis: Basis,
  { pack, fallback }: Practice,
): MeetingCall | null {
  const cell = pack.introduction ?? fallback.introduction
  if (!startsAt || basis !== 'planned' || !cell?.is.includes(type)) return null
  const before = {
    ...cell,
    is: { sentence: 'before the placement starts', beforeStart: 'must' as const, within: null },
  }
  return {
    kind: 'introduction',
    combines: ['introduction'],
    triggers: [],
    takesInFirst: false,
    due: [deadlineFrom(startsAt, before, 'the placement starts')],
    cells: { calls: [cell], byWhen: [] },
  }
}

function laterCall(trigger: Trigger, counted: Event[], practice: Practice): MeetingCall | null {
  const { kind, at } = trigger
  const events = kind === 'missing' ? counted : isEvent(kind) ? [kind] : []
  if (events.length > 0) return emergencyCall(events, at, practice)
  return kind === 'missing' || isEvent(kind) ? null : furtherCall(kind, at, practice)
}

function emergencyCall(events: Event[], at: Instant, { pack, fallback }: Practice): MeetingCall {
  const calls = events.map((event) =>
    ofEither(pack, fallback, ({ emergencyMeeting }) => emergencyMeeting?.after?.find(({ is }) => is === event)),
  )
  const byWhen = ofEither(pack, fallback, ({ emergencyMeeting }) => emergencyMeeting?.byWhen)
  const requirements = [...new Set([...calls, byWhen].flatMap((cell) => cell.requirements))]
  return {
    kind: 'emergency',
    combines: ['emergency'],
    triggers: events,
    takesInFirst: false,
    due: [deadlineFrom(at, { ...byWhen, requirements }, EVENT_WORDS[events[0]!])],
    cells: { calls, byWhen: [byWhen] },
  }
}

const EVENT_WORDS: Record<Event, string> = {
  seriousIncident: 'the incident',
  missingDuration: 'the return',
  missingOccasions: 'the return',
  otherSeriousEvent: 'the event',
}

const FURTHER_KINDS: Record<Further, MeetingKind> = {
  lacReview: 'duringReview',
  interval: 'interval',
  request: 'interval',
  unplannedEnding: 'disruption',
}

function furtherCall(further: Further, at: Instant, { pack, fallback }: Practice): MeetingCall {
  const cell = ofEither(pack, fallback, ({ furtherMeetings }) => furtherMeetings?.find(({ is }) => is === further))
  const { requirements } = cell
  const due =
    further === 'interval'
      ? [onTheDay(endOfDay(londonDate(at)), 'on the day agreed', 'the day that was agreed', requirements)]
      : further === 'lacReview'
        ? [onTheDay(at, 'during the looked-after review', `the review, ${momentWords(at)}`, requirements)]
        : []
  const kind = FURTHER_KINDS[further]
  return { kind, combines: [kind], triggers: [further], takesInFirst: false, due, cells: { calls: [cell], byWhen: [] } }
}

/** One meeting that serves both duties: it is of the graver kind, and the earlier deadline leads. */
function together(first: MeetingCall, later: MeetingCall): MeetingCall {
  const combines = [...new Set<MeetingKind>([...first.combines, ...later.combines])]
  return {
    kind: combines.includes('emergency') ? 'emergency' : 'first',
    combines,
    triggers: [...new Set([...first.triggers, ...later.triggers])],
    takesInFirst: false,
    due: [...first.due, ...later.due].sort(
      (a, b) => Number(a.deadline.at > b.deadline.at) - Number(a.deadline.at < b.deadline.at),
    ),
    cells: {
      calls: [...first.cells.calls, ...later.cells.calls],
      byWhen: [...first.cells.byWhen, ...later.cells.byWhen],
    },
  }
}

export const missingRule = ({ pack, fallback }: Practice) => ofEither(pack, fallback, ({ missing }) => missing)

/** The pack's own cell, else the statutory default's, which has one for everything that may happen. */
function ofEither<C>(pack: PracticePack, fallback: PracticePack, find: (pack: PracticePack) => C | undefined): C {
  const found = find(pack) ?? find(fallback)
  if (!found) throw new Error(`${fallback.id} has no cell for what may happen in a placement`)
  return found
}
