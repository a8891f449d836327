/**
 * The record of one planning meeting as plain data: attendance, entries under each agenda item, and the answers to both
 * checklists. Everything may be incomplete while it is being written; `minutes-gaps.ts` says what is still missing.
 */
import type { PersonKey, Role } from '../placement/placement.ts'
import type { Instant, LocalDate } from '../dates/time.ts'

export const ATTENDANCE_STATES = [
  'present',
  'presentInPart',
  'byVideo',
  'contributed',
  'viewsConsidered',
  'apologies',
  'noReply',
  'notInvited',
] as const
/** What happened, never merged and never taken from a calendar's "accepted" (P-50, P-51, R-069). */
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

export type Attendance = {
  state?: AttendanceState
  /** For `contributed` and `viewsConsidered`: how, or whose words and from where. */
  how?: string
  /** When somebody stepped out and came back; the child may at any time. */
  steppedOut?: { out: Instant; back?: Instant }[]
}

export const ENTRY_TYPES = ['note', 'decision', 'action', 'view'] as const
export type EntryType = (typeof ENTRY_TYPES)[number]

export type Entry = {
  id: string
  /** The agenda item that it stands under. */
  item: string
  type: EntryType
  text: string
  /** For a view: whose. For a decision: which role decided. For an action: who does it. */
  who?: PersonKey | Role | ''
  due?: LocalDate | ''
  /** Who was out of the room while it was talked about. */
  without?: PersonKey | ''
}

/** How an agenda item ended: talked about, or not, with who takes it on and by when. */
export type ItemOutcome = { notDiscussed?: boolean; owner?: PersonKey | Role | ''; by?: LocalDate | ''; why?: string }

/** The answer to one line of a checklist. Which values a line takes stands with the line, in `checklists.ts`. */
export type LineAnswer = {
  answer?: string
  why?: string
  owner?: PersonKey | Role | ''
  by?: LocalDate | ''
  text?: string
}

/** Whoever may decide for the child in some area: a person, the home, the council, or the parents. */
export type Decider = PersonKey | 'home' | 'authority' | 'parents'

/** Who decides in one area; `later` where that is to be settled, with the day. */
export type AuthorityRow = {
  deciders: Decider[]
  /** Why those the child lives with do not decide. */
  why?: string
  /** What the child thinks of it. */
  view?: string
  later?: boolean
  by?: LocalDate | ''
}

/** Somebody of the household; `added` is when, for those whom the chair has added. */
export type HouseholdRow = { added?: Instant; who?: string; text?: string }

export const POSITIONS = ['agree', 'inPart', 'disagree'] as const
/** What somebody says to what was read back to them, and their words for it. */
export type Position = { answer?: (typeof POSITIONS)[number]; text?: string }

/** What the chair changed about an item of the agenda; `added` for one that is the chair's own. */
export type AgendaChange = { place?: number; title?: string; added?: Instant }

/** When people really began and ended, whatever was booked: told by the call in Teams, or by hand. */
export type MeetingTimes = { began?: Instant; ended?: Instant }

export type Minutes = {
  attendance: Partial<Record<PersonKey, Attendance>>
  entries: Entry[]
  items: Record<string, ItemOutcome>
  /** By line id: `EM-2a`, `CH-3b`, and the closing questions of the record such as `childsVoice`. */
  lines: Record<string, LineAnswer>
  /** By area, as in `delegated-authority.ts`. */
  authority?: Record<string, AuthorityRow>
  household?: Record<string, HouseholdRow>
  agenda?: Record<string, AgendaChange>
  positions?: Partial<Record<PersonKey, Position>>
  times?: MeetingTimes
  /** What the child is given to keep, in plain words. */
  childsSummary?: string
}

export const NO_MINUTES: Minutes = { attendance: {}, entries: [], items: {}, lines: {} }
