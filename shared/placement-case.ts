/** A placement as it was confirmed, with the plan that was made from it and the version of the practice in force then. */
import type { Door } from './draft.ts'
import type { PlacementConfirmation } from './placement.ts'
import type { PlacementNeeds } from './placement-needs.ts'
import type { Plan } from './plan.ts'
import type { PlacementId } from './planning-meeting.ts'

export type Placement = {
  id: PlacementId
  version: number
  pack: string
  packVersion: string
  confirmation: PlacementConfirmation
  /** From a record of the national standard, where there was one. */
  needs?: PlacementNeeds
  plan: Plan
  confirmedVia: Door
  /** The message that confirmed it, kept with the case; `null` where there was none. */
  source: string | null
}
