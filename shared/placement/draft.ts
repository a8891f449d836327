/**
 * A placement confirmation on its way in: what was understood so far, the words it came from, and what is still to be
 * asked. A draft sends nothing; it becomes a placement when somebody who may confirm it presses Schedule.
 */
import type { Chances } from '../times/chances.ts'
import type { Arrival } from '../letters/arrived-mail.ts'
import type { PlacementConfirmation, Role } from './placement.ts'
import type { PlacementNeeds } from './placement-needs.ts'
import type { Plan } from '../meeting/plan.ts'
import type { FamilyId, Siblings } from './siblings.ts'
import type { MeetingRef, OfferedSlot, PlacementId } from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'
import type { WayOut } from '../times/ways-out.ts'

export type DraftId = string & { readonly brand: 'DraftId' }

/** Where a confirmation came in. */
export type Door = 'chat' | 'sharedChat' | 'form' | 'messageAction' | 'tab' | 'api' | 'file' | 'mailbox'

/** A confirmation in the making: any field may be missing. */
export type PartialConfirmation = Omit<
  Partial<PlacementConfirmation>,
  'child' | 'placement' | 'confirmedBy' | 'people'
> & {
  child?: Partial<PlacementConfirmation['child']>
  placement?: Partial<PlacementConfirmation['placement']>
  confirmedBy?: Partial<PlacementConfirmation['confirmedBy']>
  people?: PlacementConfirmation['people']
}

/** A message that is kept with a case, by its chat and id: what becomes of it later is a change of the case (B9). */
export type KeptMessage = {
  chat: string
  id: string
  /** The directory's id of whoever brought it in. */
  by: string
  /** It stood where others read along, and whoever brought it in was asked to have it deleted there. */
  removalAsked?: boolean
  deletedAt?: Instant
}

export type Verdict = 'confirmation' | 'amendment' | 'cancellation' | 'notAConfirmation' | 'suspicious'

/** The phrase in the message that gave a field its value: `placement.startsAt`, `people.2`, `part:mother`. */
export type Words = { field: string; phrase: string }
/** Something to ask before anything is sent, by field name or by the question ids of the plan. */
/** `among`: the values that it can only be, where the message says so much. */
export type Ask = { field: string; text: string; among?: string[] }

/** What the intake grammar makes of a message; one entry per child. */
export type Reading = {
  verdict: Verdict
  confirmations: {
    fields: PartialConfirmation
    words: Words[]
    asks: Ask[]
    /** What a record of the national standard says that the placement has to meet. */
    needs?: PlacementNeeds
    /** Of the children of one message who are placed in one home on one day. */
    family?: FamilyId
  }[]
}

export type Draft = {
  id: DraftId
  version: number
  createdAt: Instant
  createdBy: { objectId: string; name: string; email: string; role: Role | null }
  door: Door
  /** The message as it came, kept with the case; `null` where there was none (form, API). */
  source: string | null
  messages?: KeptMessage[]
  /** How the newest mail that is in it came; absent where none is. */
  arrived?: Arrival
  fields: PartialConfirmation
  words: Words[]
  asks: Ask[]
  needs?: PlacementNeeds
  /** Of brothers and sisters who are placed together; absent where none is known of. */
  family?: FamilyId
  siblings?: Siblings
  /**
   * Children of other cases who are placed in that home on that day: an officer, and nobody else, is asked whether they
   * are siblings. Empty once it is said that they are not.
   */
  besides?: { ref: MeetingRef; family: FamilyId }[]
  /** Made whenever the fields form a whole confirmation. */
  plan: Plan | null
  /** For each of the plan's meetings, the times that can be offered; `null` while Outlook cannot be asked. */
  offered: (OfferedSlot[] | null)[]
  /** For each of them what can be given up where no time suits, and how many are left; absent from older drafts. */
  ways?: WayOut[][]
  chances?: (Chances | null)[]
} & ({ state: 'open' } | { state: 'confirmed'; placementId: PlacementId } | { state: 'dismissed' })
