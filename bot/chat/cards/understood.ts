/** Each value that was read, with the words it came from. Whatever is about the child or a home stays out of the card. */
import type { Draft } from '../../../shared/placement/draft.ts'
import { READ_LABELS } from '../../../shared/placement/read-values.ts'
import { fieldOf } from '../../../shared/placement/taken-together.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import type { Element } from './card.ts'
import { folded, listed, plain, quiet, strong } from './parts.ts'

export const UNDERSTOOD = 'understood'

/** Shown with their words, which are dates and terms of practice. */
const SHOWN = [
  'caseReference',
  'placementReference',
  'placement.type',
  'placement.basis',
  'placement.startsAt',
  'placement.plannedEndOn',
  'placement.area',
]

export function understood({ fields, words, source }: Draft): Element {
  const shown = words.flatMap(({ field, phrase }) =>
    SHOWN.includes(fieldOf(field)) ? [quiet(`${READ_LABELS[fieldOf(field)]}: “${plain(phrase, 80)}”`)] : [],
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
