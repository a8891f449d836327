/** What a labelled value says, as facts of a placement confirmation with the words that say them. */
import type { Area, Basis, FamilyTime, LegalStatus, PlacementType, ProviderKind } from '../placement/placement.ts'
import type { Instant, LocalDate } from '../dates/time.ts'

/** Everything that can be read from a message about the child and the placement; the last few only lead to others. */
export type FactValues = {
  caseReference: string
  placementReference: string
  'child.initials': string
  'child.ageInYears': number
  'child.legalStatus': LegalStatus
  'child.firstPlacement': boolean
  'child.newlyLookedAfterOn': LocalDate | null
  'child.turns18On': LocalDate
  'child.keyStage4': boolean
  'child.missingHistory': boolean
  'child.missingNow': boolean
  'child.protectionConcern': boolean
  'child.courtProceedings': boolean
  'child.unaccompaniedAsylumSeeking': boolean
  'child.familyTime': FamilyTime[]
  'placement.type': PlacementType
  'placement.basis': Basis
  'placement.startsAt': Instant
  'placement.plannedEndOn': LocalDate
  'placement.shortBreaks': boolean
  'placement.area': Area
  'placement.providerName': string
  'placement.providerUrn': string
  'placement.providerKind': ProviderKind
  'placement.address': string
  'placement.educationDisrupted': boolean
  'placement.household': string[]
  /** The e-mail address or the name of one of the people. */
  'choices.chair': string
  eitherReference: string
  bornOn: LocalDate
  lookedAfterSince: LocalDate
  startDay: LocalDate
  startClock: string
}
export type FactName = keyof FactValues

/** How much a source counts: a correction above the message, a label, something said in another label's value, prose. */
export const WEIGHTS = { corrected: 0, labelled: 1, besides: 2, said: 3 } as const
export type Weight = (typeof WEIGHTS)[keyof typeof WEIGHTS]

export type Fact = {
  [Name in FactName]: { name: Name; value: FactValues[Name]; phrase: string; weight: Weight }
}[FactName]

/** A fact that a sentence gives in passing, where it does. */
export function asSaid<Name extends FactName>(
  name: Name,
  said: { value: FactValues[Name]; phrase: string } | null,
  weight: Weight = WEIGHTS.said,
): Fact[] {
  return said ? [{ name, value: said.value, phrase: said.phrase, weight } as Fact] : []
}

/** A field that was spoken about without being certain; `field` is a fact's name or one of the plan's question ids. */
/** `among`: what it can only be. */
export type Doubt = { field: string; why: string; among?: string[] }

export type Gathered = { facts: Fact[]; doubts: Doubt[] }
