/** What still needs an answer before anything is sent, each with what can be chosen or how an answer looks: for cards and pages. */
import type { Question } from '../meeting/plan.ts'
import { LEGAL_STATUS_WORDS, PLACEMENT_TYPE_WORDS } from '../words.ts'
import type { Draft } from './draft.ts'
import { AREAS, LEGAL_STATUSES, PLACEMENT_TYPES, PROVIDER_KINDS } from './placement.ts'
import { GROUND_CHOICES, PART_CHOICES } from './questions.ts'

export type Choice = { value: string; title: string }
export type Open = Pick<Question, 'id' | 'text' | 'choices'>

/**
 * The plan's questions, and what the message left open beside them; each once. Who confirms the placement is answered by
 * the press of somebody who may.
 */
export function openQuestions({ plan, asks }: Pick<Draft, 'plan' | 'asks'>, mayConfirm: boolean): Open[] {
  const questions = (plan?.questions ?? []).filter(({ id }) => !(mayConfirm && id === 'confirmer'))
  const asked = new Set(questions.map(({ id }) => id))
  return [
    ...questions,
    ...asks
      .filter(({ field }) => !asked.has(field))
      .map(({ field, text, among }) => ({
        id: field,
        text,
        ...(among && { choices: among.map((value) => ({ value, title: value })) }),
      })),
  ]
}

/** What can be chosen for a question or a field; `null` where it is answered in words. */
export function choicesFor(id: string): Choice[] | null {
  if (id.startsWith('part:')) return PART_CHOICES
  if (id.startsWith('ground:')) return GROUND_CHOICES
  if (YES_OR_NO.includes(id) || id.startsWith('clearedForAddress:')) return [YES, NO]
  return CHOICES[id] ?? null
}

/** How an answer in words looks, where that does not go without saying. */
export const exampleFor = (id: string): string | undefined =>
  EXAMPLES[id] ?? (id.startsWith('missingRole:') || id.startsWith('people:') ? A_PERSON : undefined)

const worded = <Value extends string>(values: readonly Value[], words: Record<Value, string>): Choice[] =>
  values.map((value) => ({ value, title: words[value] }))

const TYPES = worded(PLACEMENT_TYPES, PLACEMENT_TYPE_WORDS)
const BASIS_CHOICES = [
  { value: 'planned', title: 'Planned' },
  { value: 'emergency', title: 'Emergency' },
]
const CHOICES: Record<string, Choice[]> = {
  placementType: TYPES,
  'placement.type': TYPES,
  basis: BASIS_CHOICES,
  'placement.basis': BASIS_CHOICES,
  'placement.area': worded(AREAS, {
    inside: "In the authority's area",
    adjoining: 'In an adjoining area',
    distant: 'At a distance',
  }),
  'placement.providerKind': worded(PROVIDER_KINDS, { authority: "The authority's own", independent: 'Independent' }),
  'child.legalStatus': worded(LEGAL_STATUSES, LEGAL_STATUS_WORDS),
}
const YES = { value: 'yes', title: 'Yes' }
const NO = { value: 'no', title: 'No' }
const YES_OR_NO = [
  'child.firstPlacement',
  'child.keyStage4',
  'child.missingHistory',
  'child.missingNow',
  'child.protectionConcern',
  'child.courtProceedings',
  'child.unaccompaniedAsylumSeeking',
  'placement.shortBreaks',
  'placement.educationDisrupted',
]

const A_PERSON = 'Name, e-mail address'
const EXAMPLES: Record<string, string> = {
  'placement.startsAt': '18/12/2026 17:30, or: not known',
  'placement.plannedEndOn': '18/12/2026',
  'child.turns18On': '18/12/2026',
  'child.newlyLookedAfterOn': '18/12/2026, or: no',
  confirmer: A_PERSON,
  delegate: A_PERSON,
}
