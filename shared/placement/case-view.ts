/**
 * What one reader may see and do of a placement as a whole, beside one of its meetings: a change that was reported, what
 * others have asked for, and whether they may ask for a further meeting themselves.
 */
import { askWords } from '../meeting/called-words.ts'
import { cancelledWords, doubtWords } from './case-words.ts'
import { missingKnown } from '../meeting/further-meeting.ts'
import { keepsToDates, mayCallMeeting, mayConfirm, maySeeCase, type Reader } from '../people/permissions.ts'
import type { Placement } from './placement-case.ts'
import { heldAnyway } from './queried.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { reportedChange, type ReportedChange } from './reported-change.ts'

export type CaseView = {
  id: string
  /** Of the placement: what is decided on is decided as it was shown. */
  version: number
  may: {
    /** Take over or leave what was reported, and say that the placement does not go ahead. */
    decide: boolean
    /** Open a further meeting with a press. */
    call: boolean
    /** Ask for one, which then waits for somebody who may open it. */
    ask: boolean
  }
  /** How many times of being missing are known, and whether a meeting has been held about them since. */
  missing: { known: number; heldSince: boolean }
  change: ReportedChange | null
  /** That it may not go ahead, or does not, in words. */
  doubt: string | null
  cancelled: { words: string; reason: string | null } | null
  asked: { id: string; by: string; words: string }[]
  /** That a meeting is held although the placement was queried, by whose decision, and why: for officers. */
  heldAnyway?: { words: string; because: string } | null
}

export function caseView(reader: Reader, placement: Placement, meetings: PlanningMeeting[]): CaseView {
  const { id, version, doubt, cancelled } = placement
  const sees = maySeeCase(reader, placement, meetings) && !keepsToDates(reader, placement)
  const missing = missingKnown(placement, meetings)
  return {
    id,
    version,
    may: {
      decide: sees && mayConfirm(reader),
      call: sees && !cancelled && mayCallMeeting(reader, placement, meetings),
      ask: sees && !cancelled,
    },
    missing: sees
      ? { known: missing.episodes.length, heldSince: missing.heldOn !== null }
      : { known: 0, heldSince: false },
    change: sees ? reportedChange(placement, meetings) : null,
    doubt: sees && doubt ? doubtWords(doubt) : null,
    cancelled: cancelled
      ? { words: cancelledWords(cancelled), reason: sees && mayConfirm(reader) ? cancelled.reason : null }
      : null,
    heldAnyway: sees && mayConfirm(reader) ? heldAnyway(placement.confirmation) : null,
    asked: sees ? (placement.asked ?? []).map(({ id, by, ask }) => ({ id, by: by.name, words: askWords(ask) })) : [],
  }
}
