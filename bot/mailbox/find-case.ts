/** Which case a message about a change is about: by both references, or by any one that only one case has. */
import type { Draft, PartialConfirmation } from '../../shared/placement/draft.ts'
import { possibleReferences } from '../../shared/intake/references.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Store } from '../meetings/ports.ts'

export type Case = { placement: Placement; draft: null } | { placement: null; draft: Draft }

/** `null` where no case has these references, or several have. `words`: where others may stand that nobody named. */
export async function findCase(
  { caseReference, placementReference }: PartialConfirmation,
  words: string,
  { store }: { store: Pick<Store, 'casesWith' | 'placementFor' | 'draftFor'> },
): Promise<Case | null> {
  if (caseReference && placementReference) {
    const placement = await store.placementFor(caseReference, placementReference)
    if (placement) return { placement, draft: null }
    const draft = await store.draftFor(caseReference, placementReference)
    if (draft?.state === 'open') return { placement: null, draft }
    // Both were named, and together they are of no case: one of them alone may be anybody's.
    return null
  }
  const named = [caseReference, placementReference].filter((reference) => reference !== undefined)
  const { placements, drafts } = await store.casesWith([...new Set([...named, ...possibleReferences(words)])])
  if (placements.length === 1 && drafts.length === 0) return { placement: placements[0]!, draft: null }
  return drafts.length === 1 && placements.length === 0 ? { placement: null, draft: drafts[0]! } : null
}

export const referencesOf = ({ placement, draft }: Case): PartialConfirmation => {
  const { caseReference, placementReference } = placement?.confirmation ?? draft?.fields ?? {}
  return { ...(caseReference && { caseReference }), ...(placementReference && { placementReference }) }
}
