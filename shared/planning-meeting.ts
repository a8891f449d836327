/**
 * A planning meeting and its states. The state is a union, so fields that cannot exist together cannot be written
 * together; `events` is Outlook's side of it, kept in step by a job.
 */
import type { PersonKey } from './placement.ts'
import type { EventKey, MeetingPlan } from './plan.ts'
import { eventKeysOf, transactionIdOf } from './invitation.ts'
import { ok, refuse, type Result } from './result.ts'
import { isInTime } from './slots.ts'
import type { Instant, Interval } from './time.ts'

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
    | { state: 'intended' | 'booking' }
    | {
        state: 'booked'
        eventId: string
        iCalUId: string
        etag: string
        joinUrl: string | null
        slot: Slot
        /** Of attendees, place and words as last sent: tells whether anything has to be sent again. */
        fingerprint: string
      }
    | { state: 'cancelled' }
  )

/** Why no time could be booked, in a closed set so that each has words and a next step. */
export type ArrangeProblem = 'noFreeTime' | 'timeTaken' | 'outlookUnreachable' | 'outlookRefused'

export type PlanningMeeting = {
  id: MeetingId
  ref: MeetingRef
  placementId: PlacementId
  /** Raised by every save; a card or page that shows an older one is redrawn instead of obeyed. */
  version: number
  plan: MeetingPlan
  /** Up to three times, best first, as last worked out. */
  offered: OfferedSlot[]
  answers: Partial<Record<PersonKey, Answer>>
  events: OutlookEvent[]
  lateReason?: string
  /** Each time it was moved, oldest first. */
  moves?: { at: Instant; from: Slot; reason: string }[]
} & MeetingState

export type MeetingState =
  | { state: 'toArrange'; problem?: ArrangeProblem }
  | { state: 'arranging'; slot: Slot; since: Instant; movedFrom?: Slot }
  | { state: 'arranged'; slot: Slot }
  | { state: 'held'; slot: Slot; closedAt: Instant; closedBy: string }
  | { state: 'cancelled'; reason: string; cancelledAt: Instant }

export type MeetingStateName = MeetingState['state']

/** The words shown for each state, on cards and in the tab alike. */
export const MEETING_STATE_WORDS: Record<MeetingStateName, string> = {
  toArrange: 'not yet arranged',
  arranging: 'being arranged',
  arranged: 'arranged',
  held: 'held',
  cancelled: 'cancelled',
}

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
  const generation = Math.max(0, ...meeting.events.map((event) => event.generation)) + 1
  const events = eventKeysOf(meeting.plan).map((key) => ({
    key,
    generation,
    transactionId: transactionIdOf(meeting, key, generation),
    organiser: meeting.plan.organiserMailbox,
    state: 'intended' as const,
  }))
  const { problem: _, ...rest } = meeting
  return ok({
    ...rest,
    ...(lateReason && { lateReason }),
    state: 'arranging',
    slot,
    since: now,
    events: [...meeting.events.filter(({ state }) => state === 'booked'), ...events],
  })
}

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
  })
}

/** Ends a meeting that will not take place. Outlook's events follow. */
export function cancel(
  meeting: PlanningMeeting,
  reason: string,
  now: Instant,
): Result<PlanningMeeting, MeetingRefusal> {
  if (meeting.state === 'held' || meeting.state === 'cancelled') return refuse('alreadyClosed')
  return ok({ ...basicsOf(meeting), state: 'cancelled', reason, cancelledAt: now })
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
): PlanningMeeting {
  return { ...basicsOf(meeting), state: 'toArrange', problem, offered }
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

function basicsOf(meeting: PlanningMeeting) {
  const { id, ref, placementId, version, plan, offered, answers, events, lateReason, moves } = meeting
  return {
    id,
    ref,
    placementId,
    version,
    plan,
    offered,
    answers,
    events,
    ...(lateReason && { lateReason }),
    ...(moves && { moves }),
  }
}
