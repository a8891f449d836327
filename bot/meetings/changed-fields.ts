/** In which fields a message differs from what was confirmed: names of fields only, for words and for the audit. */
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'

const WHO_AND_WHEN = ['confirmedAt', 'confirmedBy', 'people', 'child', 'placement']

/** Fields that the message gives and that are not what the placement has. What it does not mention is no change. */
export function changesIn(confirmed: PlacementConfirmation, fields: PartialConfirmation): string[] {
  return [
    ...differing(confirmed.child, fields.child ?? {}, 'child.'),
    ...differing(confirmed.placement, fields.placement ?? {}, 'placement.'),
    ...differing(confirmed, without(fields, WHO_AND_WHEN), ''),
    ...peopleChanges(confirmed, fields),
  ]
}

function peopleChanges(confirmed: PlacementConfirmation, { people = [] }: PartialConfirmation): string[] {
  const had = new Map(
    confirmed.people.map((person) => [`${person.role} ${(person.email ?? person.name).toLowerCase()}`, person]),
  )
  return people.flatMap((person) => {
    const same = had.get(`${person.role} ${(person.email ?? person.name).toLowerCase()}`)
    if (!same) return [`people.${person.role}`]
    const { insideTenant: _, ...said } = person
    return differing(same, said, `people.${person.role}.`)
  })
}

function differing(had: object, has: object, prefix: string): string[] {
  return Object.entries(has)
    .filter(([name, value]) => value !== undefined && !isSame((had as Record<string, unknown>)[name], value))
    .map(([name]) => `${prefix}${name}`)
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const without = (fields: object, names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
