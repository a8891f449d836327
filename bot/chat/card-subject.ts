/** What the cards about a placement are kept under: the card of one that was a draft once goes on as that draft's. */
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Ports } from '../meetings/ports.ts'
import type { Subject } from './posted-cards.ts'

export async function subjectOf({ id, confirmation }: Placement, { store }: Pick<Ports, 'store'>): Promise<Subject> {
  const draft = await store.draftFor(confirmation.caseReference, confirmation.placementReference)
  return draft ? { kind: 'draft', subjectId: draft.id } : { kind: 'meeting', subjectId: id }
}
