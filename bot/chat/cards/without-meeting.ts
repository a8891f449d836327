/** A placement that has no meeting: why, and the answers by which one is arranged, or is not. */
import { mayConfirm, type Reader } from '../../../shared/people/permissions.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import { isLeftUnscheduled } from '../../../shared/placement/queried.ts'
import type { Element } from './card.ts'
import { buttons, notice, press, strong, text } from './parts.ts'
import { questionInputs } from './question-inputs.ts'

export function withoutMeeting({ id, version, confirmation, plan, cancelled }: Placement, reader: Reader): Element[] {
  const { questions, warnings } = plan
  if (isLeftUnscheduled(confirmation) && !cancelled) return warnings.map((warning) => notice(warning.text))
  if (questions.length === 0 || cancelled) return [text('No planning meeting is due for this placement.')]
  if (!mayConfirm(reader))
    return [text('No meeting is arranged yet: a placement officer has something to answer first.')]
  return [
    notice('No meeting is arranged. Nothing has been sent.'),
    strong(questions.length === 1 ? 'This needs an answer' : `${questions.length} things need an answer`),
    ...questionInputs(questions),
    buttons(press('Answer', 'answerCase', { placementId: id, version }, { primary: true })),
  ]
}
