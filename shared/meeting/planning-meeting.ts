/**
 * A planning meeting and its states. The state is a union, so fields that cannot exist together cannot be written
 * together; `events` is Outlook's side of it, kept in step by a job.
 */
import { acceptedAt, endAsking, type HeldTimes } from '../times/held-times.ts'
import type { PersonKey, TriggerKind } from '../placement/placement.ts'
import type { CountedChances } from '../times/chances.ts'
import type { EventKey, MeetingPlan, VenueKind } from './plan.ts'
import type { AskReason } from './further-meeting.ts'
import { eventKeysOf, transactionIdOf } from '../letters/invitation.ts'
import type { FollowUp } from '../record/follow-ups.ts'
import type { Guest } from '../people/guests.ts'
import type { LaterWords } from '../record/later-words.ts'
import type { OutlookConcern } from './outlook-concerns.ts'
import type { Preparation } from '../agenda/preparation.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { SlotReason } from '../times/slot-reasons.ts'
import { isInTime } from '../times/slots.ts'
import type { WayOut, WayTaken } from '../times/ways-out.ts'
import type { Instant, Interval } from '../dates/time.ts'

export type PlacementId = string & { readonly brand: 'PlacementId' }
export type MeetingId = string & { readonly brand: 'MeetingId' }
/** What a meeting is called outside the app, `PPM-7K2D`: says nothing about the child (P-01). */
export type MeetingRef = string & { readonly brand: 'MeetingRef' }

export type Slot = Interval

/** A time that could be offered, with what is known of everybody's diary at it. */
export type OfferedSlot = Slot & {
  /** Starts at or before the deadline. */
  inTime: boolean
  /** Required people who are free, busy, or whose diary nobody can see (never counted as free). */
  busy: PersonKey[]
  optionalBusy: PersonKey[]
  unknown: PersonKey[]
  minimumHolds: boolean
  /** Absent from times that were worked out by an earlier version. */
  reasons?: SlotReason[]
}

export const ANSWERS = ['coming', 'byVideo', 'sendViews', 'cannot'] as const
export type AnswerChoice = (typeof ANSWERS)[number]
/** What someone said about coming, and where they said it. Never counts as having attended (P-51). */
export type Answer = { choice: AnswerChoice; at: Instant; via: 'card' | 'outlook' | 'link' | 'byHand' }

/** Outlook's record of a meeting, for one group of readers. What is wanted stands in the meeting; this is what is there. */
export type OutlookEvent = {
  key: EventKey
  /** Raised each time the event is booked anew, so that a cancelled one is never taken up again. */
  generation: number
  /** Written down before Outlook hears of it, and the same on every try. */
  transactionId: string
  organiser: string
} &
  /** `intended`: Outlook has not heard of it. `booking`: it may have: look before trying again. */
  (
    | { state: 'intended' }
    | ({ state: 'booking' } & Looking & {
          /** Outlook said that it has booked this before, and does not show it. */
          bookedBefore?: true
          /** As below, of the last try. */
          fingerprint?: string
          /** Whom all tries together invite: one may have arrived although somebody is not wanted any more. */
          asking?: string[]
        })
    | ({
        state: 'booked'
        eventId: string
        iCalUId: string
        etag: string
        joinUrl: string | null
        slot: Slot
        /** Of attendees, place and words as last sent: tells whether anything has to be sent again. */
        fingerprint: string
        /** A change is on its way, and may have arrived: look before sending it again. */
        changing?: true
        /** Whom the changes on their way invite: one may have arrived although it is not wanted any more. */
        asking?: string[]
      } & Looking)
    /** Not wanted any more; `eventId` is absent where nobody knows whether it was ever booked. */
    | ({ state: 'cancelling'; eventId?: string; iCalUId?: string } & Looking)
    /** Somebody deleted it in Outlook, which is a decision: it is never booked again unless a person says so. */
    | { state: 'deleted' }
    | { state: 'cancelled' }
  )

/** How often it was looked for in vain since nobody knows what became of the last try. */
type Looking = { looks?: number }

/** Why no time could be booked, in a closed set so that each has words and a next step. */
export type ArrangeProblem =
  'noFreeTime' | 'timeTaken' | 'notSettledOutside' | 'outlookUnreachable' | 'outlookRefused' | 'deletedInOutlook'

export type PlanningMeeting = {
  id: MeetingId
  ref: MeetingRef
  placementId: PlacementId
  /** Raised by every save; a card or page that shows an older one is redrawn instead of obeyed. */
  version: number
  plan: MeetingPlan
  /** Up to three times, best first, as last worked out; and what can be given up where none of them suits. */
  offered: OfferedSlot[]
  ways?: WayOut[]
  /** Kept beside the meeting, and read with it: saving the meeting leaves it as it is. */
  chances?: CountedChances
  /** What was given up for the time it has. */
  wayTaken?: WayTaken
  answers: Partial<Record<PersonKey, Answer>>
  /** When people would rather begin, as last seen in Outlook; `at` is when they said so, where Outlook tells. */
  proposals?: Partial<Record<PersonKey, { start: Instant; at: Instant | null }>>
  /** Those that are wanted first; behind them what is still being taken back. */
  events: OutlookEvent[]
  /** Who came onto an invitation by a forward, and stays on it. */
  guests?: Guest[]
  /** What in Outlook is not as it should be, and a person has to decide. */
  concerns?: OutlookConcern[]
  /** Since when something other than the time waits to be sent. */
  changedAt?: Instant
  /** What has happened in the placement, or is wished for, that called for this meeting. */
  called?: Called
  /** When what has piled up goes to Outlook, if nobody sends it before. */
  sendsAt?: Instant
  /** What people changed by hand other than its time, oldest first. */
  edits?: Edit[]
  lateReason?: string
  /** Each time it was moved, oldest first. */
  moves?: { at: Instant; from: Slot; reason: string }[]
  /** What people have got ready for it. */
  preparation?: Preparation
  /** Said of the record since it was closed, oldest first. */
  laterWords?: LaterWords[]
  /** What people took on, as the record had it when it was closed. */
  followUps?: FollowUp[]
  /** As people outside were last asked which times they can. */
  heldTimes?: HeldTimes
} & MeetingState

export type Called = {
  /** As it was asked for; `null` where another system reported it. */
  reason: AskReason | null
  kind: TriggerKind
  at: Instant
  words?: string
  on: Instant
  /** Who asked for it, by name; and who opened it, by id. */
  by: string
  openedBy: string
}

/** Who comes, or where it is held, was changed by a person; the reason stays with the meeting. */
export type Edit = {
  at: Instant
  by: string
  did: 'personAdded' | 'personRemoved' | 'venueChanged'
  about: PersonKey | VenueKind
  reason: string
}

export type MeetingState =
  | { state: 'toArrange'; problem?: ArrangeProblem }
  /** `before`: what a move that gives something up goes back to where the new time cannot be had. */
  | { state: 'arranging'; slot: Slot; since: Instant; movedFrom?: Slot; before?: BeforeMove }
  | { state: 'arranged'; slot: Slot }
  | { state: 'held'; slot: Slot; closedAt: Instant; closedBy: string }
  /** `wasAt` is absent where it never had a time. */
  | { state: 'cancelled'; reason: string; cancelledAt: Instant; wasAt?: Slot }

export type BeforeMove = { plan: MeetingPlan; wayTaken?: WayTaken }

export type MeetingStateName = MeetingState['state']

/** Why a meeting could not be moved on, in a closed set so that each has words for it. */
export type MeetingRefusal =
  | 'stale'
  | 'notArranged'
  | 'alreadyArranged'
  | 'alreadyClosed'
  | 'questionsOpen'
  | 'lateReasonMissing'
  | 'timePast'
  | 'notYetStarted'

/** A time is chosen, and Outlook is to be brought in step with it. */
export function chooseTime(
  meeting: PlanningMeeting,
  slot: Slot,
  now: Instant,
  lateReason?: string,
): Result<PlanningMeeting, MeetingRefusal> {
  if (meeting.state === 'arranging' || meeting.state === 'arranged') return refuse('alreadyArranged')
  if (meeting.state !== 'toArrange') return refuse('alreadyClosed')
  const refusal = refusalOf(meeting, slot, now, lateReason)
  if (refusal) return refuse(refusal)
  const { problem: _, concerns: __, heldTimes, ...rest } = meeting
  return ok({
    ...rest,
    ...(lateReason && { lateReason }),
    ...(heldTimes && { heldTimes: endAsking(heldTimes, 'decided', now) }),
    // Whoever has said by their link that they can at this very time has answered the invitation to it.
    answers: { ...meeting.answers, ...(heldTimes && acceptedAt(heldTimes, slot.start)) },
    state: 'arranging',
    slot,
    since: now,
    events: withEveryInvitation(meeting, () => true),
  })
}

/**
 * One event for each group of readers. What may still stand in Outlook from an earlier try is taken up again, so that
 * nobody is invited twice. What was cancelled is booked anew, under a generation of its own; what somebody deleted in
 * Outlook only where it is meant to be there `again`.
 */
export function withEveryInvitation(meeting: PlanningMeeting, again: (key: EventKey) => boolean): OutlookEvent[] {
  const { events, plan } = meeting
  const generation = Math.max(0, ...events.map((event) => event.generation)) + 1
  const wanted = eventKeysOf(plan).map(
    (key): OutlookEvent =>
      events.find(
        (event) => event.key === key && (isStanding(event) || (event.state === 'deleted' && !again(key))),
      ) ?? {
        key,
        generation,
        transactionId: transactionIdOf(meeting, key, generation),
        organiser: plan.organiserMailbox,
        state: 'intended',
      },
  )
  // Where another convened before is remembered: what surfaces late in that mailbox is looked for there.
  const isElsewhere = ({ organiser }: OutlookEvent) => organiser.toLowerCase() !== plan.organiserMailbox.toLowerCase()
  const isLeft = (event: OutlookEvent) => isOpen(event) || (event.state === 'cancelled' && isElsewhere(event))
  return [...wanted, ...events.filter((event) => isLeft(event) && !wanted.includes(event))]
}

/** The event as one that is to be taken back, with every id by which it may be found. */
export function takenBack(event: OutlookEvent): Extract<OutlookEvent, { state: 'cancelling' }> {
  const { key, generation, transactionId, organiser } = event
  return {
    ...{ key, generation, transactionId, organiser, state: 'cancelling' },
    ...(event.state === 'booked' && { eventId: event.eventId, iCalUId: event.iCalUId }),
  }
}

/** Is meant to be in Outlook. */
export const isStanding = ({ state }: OutlookEvent): boolean =>
  state === 'intended' || state === 'booking' || state === 'booked'

/** May be in Outlook, or come to be: not settled before it is there for good or gone. */
export const isOpen = (event: OutlookEvent): boolean => isStanding(event) || event.state === 'cancelling'

/** What a group of readers has, or had last. */
export const eventFor = ({ events }: Pick<PlanningMeeting, 'events'>, key: EventKey | null): OutlookEvent | undefined =>
  events.find((event) => event.key === key)

/** The same events at another time; answers given for the old one no longer hold. */
export function moveTo(
  meeting: PlanningMeeting,
  slot: Slot,
  now: Instant,
  reason: string,
  lateReason?: string,
): Result<PlanningMeeting, MeetingRefusal> {
  if (meeting.state === 'held' || meeting.state === 'cancelled') return refuse('alreadyClosed')
  if (meeting.state !== 'arranged') return refuse('notArranged')
  const refusal = refusalOf(meeting, slot, now, lateReason)
  if (refusal) return refuse(refusal)
  return ok({
    ...meeting,
    ...(lateReason && { lateReason }),
    state: 'arranging',
    slot,
    since: now,
    movedFrom: meeting.slot,
    moves: [...(meeting.moves ?? []), { at: now, from: meeting.slot, reason }],
    answers: {},
    // Without the core there is no meeting; a parent's invitation that was deleted is not sent again behind their back.
    ...(eventFor(meeting, 'core')?.state === 'deleted' && {
      events: withEveryInvitation(meeting, (key) => key === 'core'),
    }),
    concerns: (meeting.concerns ?? []).filter(isLeftByMove),
  })
}

/** Ends a meeting that will not take place. Outlook's events follow. */
export function cancel(
  meeting: PlanningMeeting,
  reason: string,
  now: Instant,
): Result<PlanningMeeting, MeetingRefusal> {
  if (meeting.state === 'held' || meeting.state === 'cancelled') return refuse('alreadyClosed')
  const concerns = (meeting.concerns ?? []).filter(isLeftByCancelling)
  const wasAt = meeting.state === 'arranged' ? { wasAt: meeting.slot } : {}
  const heldTimes = meeting.heldTimes && { heldTimes: endAsking(meeting.heldTimes, 'cancelled', now) }
  return ok({
    ...basicsOf({ ...meeting, concerns, ...heldTimes }),
    state: 'cancelled',
    reason,
    cancelledAt: now,
    ...wasAt,
  })
}

/** Outlook has what was wanted. */
export function arranged(meeting: PlanningMeeting & { state: 'arranging' }): PlanningMeeting {
  return { ...basicsOf(meeting), state: 'arranged', slot: meeting.slot }
}

/** The chosen time cannot be had after all; another one has to be chosen. */
export function backToArrange(
  meeting: PlanningMeeting,
  problem: ArrangeProblem,
  offered: OfferedSlot[],
  ways: WayOut[] = [],
): PlanningMeeting {
  return { ...basicsOf(meeting), state: 'toArrange', problem, offered, ways }
}

/** The record is whole and the meeting done. */
export function close(meeting: PlanningMeeting, by: string, now: Instant): Result<PlanningMeeting, MeetingRefusal> {
  if (meeting.state === 'held') return refuse('alreadyClosed')
  if (meeting.state !== 'arranged') return refuse('notArranged')
  if (now < meeting.slot.start) return refuse('notYetStarted')
  return ok({ ...basicsOf(meeting), state: 'held', slot: meeting.slot, closedAt: now, closedBy: by })
}

function refusalOf(meeting: PlanningMeeting, slot: Slot, now: Instant, lateReason?: string): MeetingRefusal | null {
  if (slot.start <= now) return 'timePast'
  if (!isInTime(slot.start, meeting.plan) && !lateReason?.trim()) return 'lateReasonMissing'
  return null
}

const LEFT_BY_MOVE: OutlookConcern['kind'][] = [
  'joinLinkMissing',
  'joinLinkChanged',
  'eventDoubled',
  'joinedByForward',
  'roomDeclined',
  'otherOrganiser',
]

/** What a move does not settle, and what even the end of a meeting does not. */
const isLeftByMove = (concern: OutlookConcern) =>
  LEFT_BY_MOVE.includes(concern.kind) || (concern.kind === 'eventDeleted' && concern.event !== 'core')
const isLeftByCancelling = ({ kind }: OutlookConcern) => kind === 'eventDoubled'

function basicsOf(meeting: PlanningMeeting) {
  const { id, ref, placementId, version, plan, offered, answers, events, called } = meeting
  const { lateReason, moves, concerns, wayTaken, proposals, edits, heldTimes, guests, preparation } = meeting
  return {
    id,
    ref,
    placementId,
    version,
    plan,
    offered,
    answers,
    events,
    ...(called && { called }),
    ...(lateReason && { lateReason }),
    ...(moves && { moves }),
    ...(wayTaken && { wayTaken }),
    ...(proposals && { proposals }),
    ...(edits && { edits }),
    ...(guests && guests.length > 0 && { guests }),
    ...(concerns && concerns.length > 0 && { concerns }),
    ...(heldTimes && { heldTimes }),
    ...(preparation && { preparation }),
  }
}
