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
  const references = [...new Set([...named, ...possibleReferences(words)])]
  const { placements, drafts } = await store.casesWith(references)
  return onlyOf(placements, drafts) ?? onlyOf(placements.filter(bothIn(references)), drafts.filter(bothIn(references)))
}

function onlyOf(placements: Placement[], drafts: Draft[]): Case | null {
  if (placements.length === 1 && drafts.length === 0) return { placement: placements[0]!, draft: null }
  return drafts.length === 1 && placements.length === 0 ? { placement: null, draft: drafts[0]! } : null
}

/** Of several cases that share a reference, the one of which both are named is meant, whoever they are called after. */
const bothIn =
  (references: string[]) =>
  (one: Placement | Draft): boolean => {
    const { caseReference, placementReference } = 'confirmation' in one ? one.confirmation : one.fields
    return [caseReference, placementReference].every((reference) => reference && references.includes(reference))
  }

export const referencesOf = ({ placement, draft }: Case): PartialConfirmation => {
  const { caseReference, placementReference } = placement?.confirmation ?? draft?.fields ?? {}
  return { ...(caseReference && { caseReference }), ...(placementReference && { placementReference }) }
}
