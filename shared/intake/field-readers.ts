/** Reads the value behind a label that asks for a fact. */
import type { Instant } from '../dates/time.ts'
import { CHILD_READERS } from './child-readers.ts'
import { currentWords } from './values/current-words.ts'
import type { Gathered } from './facts.ts'
import { readReference } from './values/field-values.ts'
import { emailsIn } from './values/names.ts'
import { readPeople } from './people.ts'
import { PLACEMENT_READERS } from './placement-readers.ts'
import { certain, fact, gathered, NOTHING, type FieldReader } from './reading-a-value.ts'
import type { LabelledField } from './vocabulary/field-labels.ts'

export function readField(field: LabelledField, value: string, label: string, received: Instant | null): Gathered {
  const current = currentWords(value)
  return current === '' ? NOTHING : READERS[field]({ value: current, label, received })
}

const READERS: Record<LabelledField, FieldReader> = {
  ...CHILD_READERS,
  ...PLACEMENT_READERS,
  caseReference: certain('caseReference', readReference),
  placementReference: certain('placementReference', readReference),
  'choices.chair': ({ value }) => {
    const [person] = readPeople(value)
    const chair = emailsIn(value)[0] ?? person?.name
    return chair ? gathered([fact('choices.chair', { value: chair, phrase: chair })]) : NOTHING
  },
  parents: () => NOTHING,
  reference: () => NOTHING,
}
