/**
 * Placements that are queried instead of scheduled: of a child on remand, for whom a detention placement plan takes the
 * place of the placement plan (L-28), and of a child under sixteen in supported accommodation, which the law does not
 * allow (L-27). A person puts the case right, or leaves it without a meeting; a meeting for a child on remand may be held
 * all the same, since an authority may opt in, and then somebody has decided so for a reason.
 */
import type { Question, Warning } from '../meeting/plan.ts'
import { LEGAL_STATUS_WORDS, PLACEMENT_TYPE_WORDS } from '../words.ts'
import type { PartialConfirmation } from './draft.ts'
import { LEGAL_STATUSES, PLACEMENT_TYPES, type LegalStatus, type PlacementType, type Queried } from './placement.ts'

export type Query = 'remand' | 'under16'

type Told = Pick<PartialConfirmation, 'child' | 'placement' | 'choices'>

export function queriesOf({ child, placement }: Told): Query[] {
  const tooYoung = placement?.type === 'supportedAccommodation' && (child?.ageInYears ?? 16) < 16
  return [...(child?.legalStatus === 'remand' ? ['remand' as const] : []), ...(tooYoung ? ['under16' as const] : [])]
}

/** Somebody has decided that it has no meeting. */
export const isLeftUnscheduled = (told: Told): boolean =>
  queriesOf(told).length > 0 && told.choices?.queried?.meeting === 'none'

/** Nothing is planned before a person has said how it stands. */
export const isHeldBack = (told: Told): boolean =>
  queriesOf(told).some((query) => query !== 'remand' || told.choices?.queried?.meeting !== 'hold')

const NO_MEETING = { value: 'none', title: 'No meeting: leave it unscheduled' }

/** Not known is no way to put it right. */
export const OTHER_STATUSES = LEGAL_STATUSES.filter((status) => status !== 'remand' && status !== 'unknown')
export const OTHER_TYPES = PLACEMENT_TYPES.filter((type) => type !== 'supportedAccommodation')
export const OLD_ENOUGH = [16, 17] as const

export function queryQuestions(told: Told): Question[] {
  const { meeting, because, decidedBy } = told.choices?.queried ?? {}
  if (isLeftUnscheduled(told)) return []
  return queriesOf(told).flatMap((query): Question[] => {
    if (query === 'under16') return [UNDER_16]
    if (meeting !== 'hold') return [REMAND]
    return [...(because?.trim() ? [] : [BECAUSE]), ...(decidedBy?.trim() ? [] : [DECIDED_BY])]
  })
}

const REMAND: Question = {
  id: 'remand',
  text: 'A child on remand has a detention placement plan instead. Should a planning meeting be held all the same?',
  requirements: ['L-28'],
  choices: [
    { value: 'hold', title: 'Yes: it is held all the same' },
    NO_MEETING,
    ...OTHER_STATUSES.map((value: LegalStatus) => ({ value, title: `Not on remand: ${LEGAL_STATUS_WORDS[value]}` })),
  ],
}
const BECAUSE: Question = {
  id: 'remandBecause',
  text: 'Why is a planning meeting held for a child on remand?',
  requirements: ['L-28'],
}
const DECIDED_BY: Question = {
  id: 'remandDecidedBy',
  text: 'Who decided that it is held?',
  requirements: ['L-28'],
}
const UNDER_16: Question = {
  id: 'under16',
  text: 'A child under 16 cannot be placed in supported accommodation. Please check the age and the type of placement.',
  requirements: ['L-27'],
  choices: [
    ...OLD_ENOUGH.map((age) => ({ value: `age${age}`, title: `The young person is ${age}` })),
    ...OTHER_TYPES.map((value: PlacementType) => ({
      value,
      title: `It is another kind: ${PLACEMENT_TYPE_WORDS[value]}`,
    })),
    NO_MEETING,
  ],
}

/** What was decided stands with the plan; the reason is kept with the case. */
export function queryWarnings(told: Told): Warning[] {
  const { meeting, decidedBy } = told.choices?.queried ?? {}
  const queries = queriesOf(told)
  if (queries.length === 0) return []
  if (meeting === 'none') return queries.map((query) => LEFT[query])
  if (!queries.includes('remand') || meeting !== 'hold') return []
  return [
    {
      id: 'heldOnRemand',
      text: `The child is on remand. A planning meeting is held all the same${decidedBy ? `, as ${decidedBy} decided` : ''}. In youth detention a detention placement plan takes the place of the placement plan, and the dates below are not its own.`,
      requirements: ['L-28'],
    },
  ]
}

/** Whose decision it was to hold a meeting all the same, and why, for those who may read it. */
export function heldAnyway(told: Told): { words: string; because: string } | null {
  const { meeting, because, decidedBy } = told.choices?.queried ?? {}
  if (meeting !== 'hold' || !because || !decidedBy || !queriesOf(told).includes('remand')) return null
  return { words: `Held although the child is on remand, as ${decidedBy} decided.`, because }
}

const LEFT: Record<Query, Warning> = {
  remand: {
    id: 'leftUnscheduled',
    text: 'No planning meeting is held: the child is on remand, and a detention placement plan takes the place of the placement plan.',
    requirements: ['L-28'],
  },
  under16: {
    id: 'leftUnscheduled',
    text: 'No planning meeting is arranged. A child under 16 cannot be placed in supported accommodation: the placement itself has to be put right.',
    requirements: ['L-27'],
  },
}

/** The confirmation with what a person answered; `undefined` for words that settle nothing. */
export const readRemand = (text: string): Queried['meeting'] | LegalStatus | undefined =>
  (['hold', 'none'] as const).find((one) => one === text) ?? OTHER_STATUSES.find((status) => status === text)

export const readUnder16 = (text: string): 'none' | PlacementType | number | undefined =>
  text === 'none'
    ? text
    : (OTHER_TYPES.find((type) => type === text) ?? OLD_ENOUGH.find((age) => text === `age${age}` || text === `${age}`))

export const withRemand = (fields: PartialConfirmation, said: Queried['meeting'] | LegalStatus): PartialConfirmation =>
  said === 'hold' || said === 'none'
    ? withQueried(fields, { meeting: said })
    : { ...withQueried(fields, undefined), child: { ...fields.child, legalStatus: said } }

export function withUnder16(fields: PartialConfirmation, said: 'none' | PlacementType | number): PartialConfirmation {
  if (said === 'none') return withQueried(fields, { meeting: 'none' })
  if (typeof said === 'number') return { ...fields, child: { ...fields.child, ageInYears: said } }
  return { ...fields, placement: { ...fields.placement, type: said } }
}

/** What completes the decision to hold it. */
export const withDetail = (fields: PartialConfirmation, detail: Partial<Queried>): PartialConfirmation =>
  withQueried(fields, { meeting: 'hold', ...fields.choices?.queried, ...detail })

function withQueried(fields: PartialConfirmation, queried: Queried | undefined): PartialConfirmation {
  const { queried: _, ...choices } = fields.choices ?? {}
  return { ...fields, choices: { ...choices, ...(queried && { queried }) } }
}
