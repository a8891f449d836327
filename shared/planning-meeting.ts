/**
 * A planning meeting and its states. The state is a union, so fields that cannot exist together cannot be written
 * together; `events` is Outlook's side of it, kept in step by a job.
 */
import type { PersonKey } from './placement.ts'
import type { EventKey, MeetingPlan } from './plan.ts'
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
} & (
  | { state: 'intended' }
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
} & MeetingState

export type MeetingState =
  | { state: 'toArrange'; problem?: ArrangeProblem }
  | { state: 'arranging'; slot: Slot; movedFrom?: Slot }
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
