/** What reading the value behind a label comes to: facts, facts in passing, or a doubt. */
import type { Instant } from '../dates/time.ts'
import { WEIGHTS, type Doubt, type Fact, type FactName, type FactValues, type Gathered, type Weight } from './facts.ts'
import { readYesNo, type Said } from './values/field-values.ts'

/** A value and the label before it, which is heard too: "Out of area?" turns a yes around. */
export type Asked = { value: string; label: string; received: Instant | null }
export type FieldReader = (asked: Asked) => Gathered

export const NOTHING: Gathered = { facts: [], doubts: [] }

export function fact<Name extends FactName>(
  name: Name,
  said: Said<FactValues[Name]>,
  weight: Weight = WEIGHTS.labelled,
): Fact {
  return { name, value: said.value, phrase: said.phrase, weight } as Fact
}
export const gathered = (facts: Fact[], doubts: Doubt[] = []): Gathered => ({ facts, doubts })
export const doubt = (field: string, why = 'is not clear'): Gathered => gathered([], [{ field, why }])

/** The value as a fact, or a doubt about it. */
export function certain<Name extends FactName>(
  name: Name,
  read: (text: string) => Said<FactValues[Name]> | null,
  field: string = name,
): FieldReader {
  return ({ value }) => {
    const said = read(value)
    return said ? gathered([fact(name, said)]) : doubt(field)
  }
}

export function yesOrNo(name: FactName & `${'child' | 'placement'}.${string}`, turnedAround = false): FieldReader {
  return ({ value }) => {
    const said = readYesNo(value)
    if (!said) return doubt(name)
    return gathered([fact(name, { ...said, value: said.value !== turnedAround })])
  }
}

/** A further fact that a value gives away, where it does. */
export function besides<Name extends FactName>(name: Name, said: Said<FactValues[Name]> | null): Fact[] {
  return said ? [fact(name, said, WEIGHTS.besides)] : []
}
