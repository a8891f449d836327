/** A placement that may not go ahead, or does not: what is known, and the press that an officer decides with (E-12). */
import { cancelledWords, doubtWords } from '../../../shared/placement/case-words.ts'
import { mayConfirm, type Reader } from '../../../shared/people/permissions.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import { caseInputs } from '../../../shared/wire/case-clicks.ts'
import type { Action, Element } from './card.ts'
import { buttons, folded, notice, press, quiet, strong, text, toggle, write } from './parts.ts'

const OFF = 'off'

const dataOf = ({ id, version }: Placement) => ({ placementId: id, version })

const cancelParts = (): Element[] => [
  text(
    'All its meetings to come are cancelled, and everybody invited is told by Outlook that they do not take place, and not why. Nothing is due any more; the case is kept.',
  ),
  write(caseInputs.reason, 'Why does the placement not go ahead? This is kept with the case.', {
    isMultiline: true,
    maxLength: 500,
  }),
]

/** Said before everything else about the placement. */
export function caseStands(placement: Placement, reader: Reader): Element[] {
  const { cancelled, doubt } = placement
  if (cancelled) return [notice(cancelledWords(cancelled))]
  if (!doubt) return []
  if (!mayConfirm(reader)) return [notice(doubtWords(doubt)), quiet('A placement officer decides.')]
  return [
    notice(doubtWords(doubt), 'attention'),
    ...cancelParts(),
    buttons(
      press('Cancel the placement', 'cancelPlacement', dataOf(placement)),
      press('It goes ahead', 'keepPlacement', dataOf(placement), { withInputs: false }),
    ),
  ]
}

/** Folded away until somebody wants to: the press that cancels a placement which nothing has called into doubt. */
export const caseOffSection = (placement: Placement, reader: Reader): Element[] =>
  isOffered(placement, reader)
    ? [
        folded(OFF, [
          strong('The placement does not go ahead'),
          ...cancelParts(),
          buttons(press('Cancel the placement', 'cancelPlacement', dataOf(placement))),
        ]),
      ]
    : []

export const caseOffAction = (placement: Placement, reader: Reader): Action[] =>
  isOffered(placement, reader) ? [toggle('Placement off …', OFF)] : []

const isOffered = ({ cancelled, doubt }: Placement, reader: Reader) => !cancelled && !doubt && mayConfirm(reader)
