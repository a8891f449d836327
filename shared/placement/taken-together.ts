/**
 * Two messages about one placement, taken together (E-10): what the newer one says counts, and what it does not mention
 * stays as it was.
 */
import type { Ask, PartialConfirmation, Words } from './draft.ts'
import { withKeys, type Person } from './placement.ts'

export function fieldsTogether(before: PartialConfirmation, newer: PartialConfirmation): PartialConfirmation {
  return {
    ...before,
    ...said(newer),
    child: { ...before.child, ...said(newer.child ?? {}) },
    placement: { ...before.placement, ...said(newer.placement ?? {}) },
    ...((before.choices || newer.choices) && { choices: { ...before.choices, ...said(newer.choices ?? {}) } }),
    people: peopleTogether(before.people ?? [], newer.people ?? []),
  }
}

/** Whoever is named for a role takes the place of those who were; what is known of somebody named again stays known. */
function peopleTogether(before: Person[], newer: Person[]): Person[] {
  const named = new Set(newer.map(({ role }) => role))
  return [
    ...before.filter(({ role }) => !named.has(role)),
    ...newer.map((person) => ({ ...before.find((one) => isSame(one, person)), ...said(person) })),
  ]
}

const isSame = (one: Person, other: Person) =>
  one.role === other.role &&
  (one.role === 'child' ||
    (one.email && other.email
      ? one.email.toLowerCase() === other.email.toLowerCase()
      : one.name.toLowerCase() === other.name.toLowerCase()))

const said = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

export const wordsTogether = (before: Words[], newer: Words[]): Words[] => [
  ...newer,
  ...before.filter(({ field }) => !newer.some((one) => one.field === field)),
]

/** Words stay beside a value as long as it is the one that they gave. */
export const wordsThatHold = (
  words: Words[],
  before: PartialConfirmation,
  after: PartialConfirmation,
  answered: string[],
): Words[] =>
  words.filter(({ field }) =>
    field.includes(':')
      ? !answered.includes(field)
      : JSON.stringify(valueAt(before, field)) === JSON.stringify(valueAt(after, field)),
  )

/** What either message left open and neither settles. */
export function asksTogether(before: Ask[], newer: Ask[], fields: PartialConfirmation): Ask[] {
  const all = [...newer, ...before.filter(({ field }) => !newer.some((one) => one.field === field))]
  return all.filter(({ field }) => !isSettled(field, fields))
}

function isSettled(field: string, fields: PartialConfirmation): boolean {
  const people = fields.people ?? []
  const [what, ...key] = field.split(':')
  if (what === 'missingRole') return people.some(({ role }) => role === key[0])
  if (what === 'part') {
    const [role, nth = '1'] = key
    return withKeys(people).some((one) => one.key === `${role}:${nth}` && one.person.decision !== undefined)
  }
  return valueAt(fields, field) !== undefined
}

/** What a field or question is about, by its name: `placement.startsAt`. */
export const valueAt = (fields: PartialConfirmation, id: string): unknown =>
  fieldOf(id)
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], fields)

/** Two fields are asked for under the plan's question ids. */
export const fieldOf = (id: string): string => SAME_AS[id] ?? id

const SAME_AS: Record<string, string> = { placementType: 'placement.type', basis: 'placement.basis' }
