/** Each value that was read, with the words it came from. Whatever is about the child or a home stays out of the card. */
import type { Draft } from '../../../shared/placement/draft.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import type { Element } from './card.ts'
import { folded, listed, plain, quiet, strong } from './parts.ts'

export const UNDERSTOOD = 'understood'

/** Shown with their words, which are dates and terms of practice. */
const SHOWN: Record<string, string> = {
  caseReference: 'Case reference',
  placementReference: 'Placement reference',
  'placement.type': 'Kind of placement',
  placementType: 'Kind of placement',
  'placement.basis': 'Planned or emergency',
  basis: 'Planned or emergency',
  'placement.startsAt': 'Start',
  'placement.plannedEndOn': 'Planned end',
  'placement.area': 'Area',
}

export function understood({ fields, words, source }: Draft): Element {
  const shown = words.flatMap(({ field, phrase }) =>
    SHOWN[field] ? [quiet(`${SHOWN[field]}: “${plain(phrase, 80)}”`)] : [],
  )
  const roles = [...new Set((fields.people ?? []).map(({ role }) => ROLE_WORDS[role]))]
  const hidden = hiddenFields(fields)
  return folded(UNDERSTOOD, [
    strong(source ? 'What I understood, and from which words' : 'What was entered'),
    ...shown,
    ...(roles.length > 0 ? [quiet(`People named: ${listed(roles)}`)] : []),
    ...(hidden.length > 0 ? [quiet(`Understood too, and not shown in chat: ${listed(hidden)}`)] : []),
  ])
}

function hiddenFields({ child = {}, placement = {} }: Draft['fields']): string[] {
  return [
    child.initials !== undefined && "the child's initials",
    child.ageInYears !== undefined && 'age',
    child.legalStatus !== undefined && 'legal status',
    child.familyTime !== undefined && 'family time',
    placement.address != null && 'the address',
    placement.providerName !== undefined && 'the provider',
  ].filter((words) => words !== false)
}
