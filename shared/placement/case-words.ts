/** How a placement stands that may not go ahead, or does not, in words that may stand on any card. */
import type { Doubt, Placement } from './placement-case.ts'
import { momentWords } from '../dates/time.ts'

const BECAUSE: Record<Doubt['because'], string> = {
  calledOff: 'A message says that this placement does not go ahead.',
  messageDeleted: 'The message that this placement was confirmed with has been deleted. What it said is kept here.',
  messageChanged:
    'The message that this placement was confirmed with has been changed, and holds no confirmation any more. What it said is kept here.',
}

export const doubtWords = ({ because, at }: Doubt): string =>
  `${BECAUSE[because]} ${momentWords(at)}. Nothing has been cancelled: does the placement go ahead?`

export const cancelledWords = ({ at }: NonNullable<Placement['cancelled']>): string =>
  `This placement does not go ahead: so recorded ${momentWords(at)}. Its meetings to come are cancelled, everybody invited is told by Outlook without a reason, and nothing is due any more.`
