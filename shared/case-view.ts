/**
 * What one reader may see and do of a placement as a whole, beside one of its meetings: a change that was reported, what
 * others have asked for, and whether they may ask for a further meeting themselves.
 */
import { askWords } from './called-words.ts'
import { missingKnown } from './further-meeting.ts'
import { keepsToDates, mayCallMeeting, mayConfirm, maySeeCase, type Reader } from './permissions.ts'
import type { Placement } from './placement-case.ts'
import type { PlanningMeeting } from './planning-meeting.ts'
import { reportedChange, type ReportedChange } from './reported-change.ts'

export type CaseView = {
  id: string
  /** Of the placement: what is decided on is decided as it was shown. */
  version: number
  may: {
    /** Take over or leave what was reported. */
    decide: boolean
    /** Open a further meeting with a press. */
    call: boolean
    /** Ask for one, which then waits for somebody who may open it. */
    ask: boolean
  }
  /** How many times of being missing are known, and whether a meeting has been held about them since. */
  missing: { known: number; heldSince: boolean }
  change: ReportedChange | null
  asked: { id: string; by: string; words: string }[]
}

export function caseView(reader: Reader, placement: Placement, meetings: PlanningMeeting[]): CaseView {
  const { id, version } = placement
  const sees = maySeeCase(reader, placement, meetings) && !keepsToDates(reader, placement)
  const missing = missingKnown(placement, meetings)
  return {
    id,
    version,
    may: {
      decide: sees && mayConfirm(reader),
      call: sees && mayCallMeeting(reader, placement, meetings),
      ask: sees,
    },
    missing: sees
      ? { known: missing.episodes.length, heldSince: missing.heldOn !== null }
      : { known: 0, heldSince: false },
    change: sees ? reportedChange(placement, meetings) : null,
    asked: sees ? (placement.asked ?? []).map(({ id, by, ask }) => ({ id, by: by.name, words: askWords(ask) })) : [],
  }
}
