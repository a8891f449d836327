/** Names of fields that differ, in words; what differs is never said. */
import { ROLES } from './placement.ts'
import { ROLE_WORDS } from '../words.ts'
import { listed } from '../people/who-is-told.ts'

const FIELDS: Record<string, string> = {
  'placement.startsAt': 'the start',
  'placement.plannedEndOn': 'the planned end',
  'placement.type': 'the kind of placement',
  'placement.basis': 'planned or emergency',
  'placement.address': 'the address',
  'placement.area': 'the area',
  cancelled: 'that it goes ahead after all',
  needs: 'what the placement has to meet',
}

export const changeWords = (changes: string[]): string => listed([...new Set(changes.map(words))])

function words(field: string): string {
  if (FIELDS[field]) return FIELDS[field]
  const [group, name] = field.split('.')
  if (group === 'child') return "the child's details"
  const role = ROLES.find((one) => one === name)
  if (group === 'people' && role) return `the ${ROLE_WORDS[role]}`
  return 'other details'
}
