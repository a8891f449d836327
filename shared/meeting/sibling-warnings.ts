/** Where a confirmation names a brother or sister in the household: what the practice says of their meetings (E-16). */
import type { Practice } from '../people/attendees.ts'
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { SiblingTimes } from '../placement/siblings.ts'
import { siblingTimesRule } from '../practice/practice-pack.ts'
import type { Warning } from './plan.ts'

export function siblingWarnings({ placement }: PlacementConfirmation, practice: Practice): Warning[] {
  if (!placement.household?.some(isOfTheChild)) return []
  const cell = practice.pack.siblings ?? practice.fallback.siblings
  const proposed = cell?.from === 'gap' ? ' This is proposed, and for the authority to confirm.' : ''
  return [
    {
      id: 'siblings',
      text: `A brother or sister lives there, too. ${MEANS[siblingTimesRule(practice)]} Each child has a meeting, a record, an agenda and invitations of their own in any case.${proposed}`,
      requirements: ['E-16', 'P-23'],
    },
  ]
}

/** Somebody else's brothers and sisters, such as a carer's, are none of the child's. */
const isOfTheChild = (who: string): boolean =>
  /\b(brother|sister|sibling|twin)s?\b/i.test(who) &&
  !/\b(carer|worker|mother|father|parent)(['’]?s['’]?| of)?\b/i.test(who)

const MEANS: Record<SiblingTimes, string> = {
  together: 'Where both are placed on the same day, one time can serve the meetings of both.',
  oneAfterTheOther: 'Where both are placed on the same day, their meetings go one directly after the other.',
  apart: 'Their meetings are held at times of their own.',
}
