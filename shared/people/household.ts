/** What the placement means for everybody who lives in the house: some are known, others are added. */
import type { Gap } from '../record/minutes-gaps.ts'
import type { Minutes } from '../record/minutes.ts'
import type { PersonKey, Role } from '../placement/placement.ts'

export const HOUSE_QUESTION = 'What does it mean for the whole house, and for each person in it?'

export type Resident = { id: string; words: string }
export type ResidentRow = { id: string; who: string; text: string; isKnown: boolean }

/** The carers, and whoever the confirmation says lives there too. */
export const residentsOf = (
  people: { key: PersonKey; role: Role; name: string }[],
  household: string[] = [],
): Resident[] => [
  ...people
    .filter(({ role }) => role === 'fosterCarer' || role === 'connectedCarer')
    .map(({ key, name }) => ({ id: key, words: name })),
  ...household.map((words, nth) => ({ id: `resident:${nth + 1}`, words })),
]

/** A line for each: those who are known to live there first, then whoever was added, in the order of being added. */
export function householdOf(known: Resident[], { household = {} }: Pick<Minutes, 'household'>): ResidentRow[] {
  const added = Object.entries(household)
    .filter(([id, { added }]) => added && !known.some((one) => one.id === id))
    .sort(([one, { added: first }], [other, { added: second }]) => (first! + one < second! + other ? -1 : 1))
  return [
    ...known.map(({ id, words }) => ({ id, who: words, text: household[id]?.text ?? '', isKnown: true })),
    ...added.map(([id, { who = '', text = '' }]) => ({ id, who, text, isKnown: false })),
  ]
}

/** Once it is said what the placement means for one of them, none of the others is passed over in silence. */
export function householdGaps(known: Resident[], minutes: Pick<Minutes, 'household'>): Gap[] {
  const rows = householdOf(known, minutes)
  if (rows.every(({ text, isKnown }) => isKnown && text.trim() === '')) return []
  return rows
    .filter(({ text }) => text.trim() === '')
    .map(({ id, who }) => ({
      at: { kind: 'resident', id },
      words: `The household: what it means for ${who.trim() || 'somebody who was added'} is missing`,
      requirements: ['R-185'],
    }))
}

export const householdText = (known: Resident[], minutes: Pick<Minutes, 'household'>): string[] =>
  householdOf(known, minutes)
    .filter(({ text }) => text.trim() !== '')
    .map(({ who, text }) => `What it means for ${who.trim() || 'somebody who lives here'}: ${text.trim()}`)
