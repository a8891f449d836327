/** What needs an answer, as inputs. An input has the id of its question, which says what the answer changes. */
import type { Ask } from '../../../shared/placement/draft.ts'
import { AREAS, LEGAL_STATUSES, PLACEMENT_TYPES, PROVIDER_KINDS } from '../../../shared/placement/placement.ts'
import type { Question } from '../../../shared/meeting/plan.ts'
import { GROUND_CHOICES, PART_CHOICES } from '../../../shared/placement/questions.ts'
import { LEGAL_STATUS_WORDS, PLACEMENT_TYPE_WORDS } from '../../../shared/words.ts'
import type { Choice, Input } from './card.ts'
import { choose, shortened, write } from './parts.ts'

export type Open = Pick<Question, 'id' | 'text' | 'choices'>

/** The plan's questions, and what the message left open beside them; each once. */
export function openQuestions(questions: Question[], asks: Ask[]): Open[] {
  const asked = new Set(questions.map(({ id }) => id))
  return [
    ...questions,
    ...asks.filter(({ field }) => !asked.has(field)).map(({ field, text }) => ({ id: field, text })),
  ]
}

export const questionInputs = (open: Open[], typed: Record<string, string> = {}): Input[] =>
  open.map((question) => inputFor(question, typed[question.id]))

export function inputFor({ id, text, choices }: Open, value?: string): Input {
  const label = shortened(text, 300)
  const among = choices ?? choicesFor(id)
  if (among) {
    const titled = among.map((choice) => ({ ...choice, title: shortened(choice.title, 100) }))
    return choose(id, label, titled, value)
  }
  return write(id, label, { maxLength: 500, placeholder: PLACEHOLDERS[id] ?? placeholderFor(id), value })
}

function choicesFor(id: string): Choice[] | null {
  if (id.startsWith('part:')) return PART_CHOICES
  if (id.startsWith('ground:')) return GROUND_CHOICES
  if (YES_OR_NO.includes(id) || id.startsWith('clearedForAddress:')) return [YES, NO]
  return CHOICES[id] ?? null
}

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
const PLACEHOLDERS: Record<string, string> = {
  'placement.startsAt': '18/12/2026 17:30, or: not known',
  'placement.plannedEndOn': '18/12/2026',
  'child.turns18On': '18/12/2026',
  'child.newlyLookedAfterOn': '18/12/2026, or: no',
  confirmer: A_PERSON,
  delegate: A_PERSON,
}
const placeholderFor = (id: string): string | undefined =>
  id.startsWith('missingRole:') || id.startsWith('people:') ? A_PERSON : undefined
