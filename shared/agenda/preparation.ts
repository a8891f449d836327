/**
 * What people get ready before a meeting. Documents are marked by those who prepare it: whoever arranges it, and those
 * who write its record. Reading what is in them is nobody's right for that.
 */
import type { Contribution } from './contributions.ts'
import { mayDo, type Reader } from '../people/permissions.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import type { ProposedItem, Settled } from './proposed-items.ts'
import type { DocumentMark } from './readiness.ts'

export type Preparation = {
  /** By the document's id in the practice pack. */
  documents?: Record<string, DocumentMark>
  /** Oldest first. */
  contributions?: Contribution[]
  /** What people would have talked about, oldest first; and what became of it, also of what the last meeting left. */
  items?: ProposedItem[]
  settled?: Record<string, Settled>
}

/** Nothing is prepared any more for what is over or does not take place. */
export const isToCome = ({ state }: Pick<PlanningMeeting, 'state'>): boolean =>
  state !== 'held' && state !== 'cancelled'

export const mayPrepare = (reader: Reader, placement: Placement, meeting: PlanningMeeting): boolean =>
  isToCome(meeting) &&
  (mayDo('cancel', reader, placement, meeting) || mayDo('recordMinutes', reader, placement, meeting))
