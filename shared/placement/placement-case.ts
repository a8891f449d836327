/** A placement as it was confirmed, with the plan that was made from it and the version of the practice in force then. */
import type { CaseDates } from '../deadlines/case-dates.ts'
import type { Door, KeptMessage } from './draft.ts'
import type { PlacementConfirmation } from './placement.ts'
import type { Episode, FurtherAsk } from '../meeting/further-meeting.ts'
import type { PlacementNeeds } from './placement-needs.ts'
import type { FamilyId, Siblings } from './siblings.ts'
import type { Plan } from '../meeting/plan.ts'
import type { PlacementId } from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'

export type Placement = {
  id: PlacementId
  version: number
  pack: string
  packVersion: string
  confirmation: PlacementConfirmation
  /** From a record of the national standard, where there was one. */
  needs?: PlacementNeeds
  /** Absent from placements that were confirmed under an earlier version. */
  family?: FamilyId
  /** Who is placed together with the child, as the confirmation has it now. */
  siblings?: Siblings
  plan: Plan
  /** Days that somebody has given since, from which something runs. */
  dates?: CaseDates
  /** What a newer message says otherwise, and what would follow from it: an officer takes it over, or not. */
  proposed?: {
    confirmation: PlacementConfirmation
    plan: Plan
    needs?: PlacementNeeds
    /** The names of the fields that differ. */
    changes: string[]
    reportedAt: Instant
    reportedBy: string
    source: string | null
  }
  /** Every time that the child was missing from this placement and came back, also where no meeting followed. */
  missingEpisodes?: Episode[]
  /** Further meetings that somebody who may not call them has asked for: an officer presses for each. */
  asked?: Asked[]
  /** Something says that the placement may not go ahead, and nobody has decided yet. */
  doubt?: Doubt
  /** It does not go ahead (E-12). */
  cancelled?: { at: Instant; by: string; reason: string }
  confirmedVia: Door
  /** The message that confirmed it, kept with the case; `null` where there was none. */
  source: string | null
  /** Messages that confirmed or changed it, as far as the app may hear of them again. */
  messages?: KeptMessage[]
}

export type Asked = { id: string; ask: FurtherAsk; on: Instant; by: { objectId: string; name: string } }

/** `by`: the directory's id of whoever said so, or `app`. */
export type Doubt = {
  because: 'calledOff' | 'messageDeleted' | 'messageChanged'
  at: Instant
  by: string
  source: string | null
}
