/**
 * Of two references that a message names, and of which nothing in it says whose they are, the cases that are known may
 * tell: where exactly one has them both, one as its child's and the other as its placement's, it is meant.
 */
import type { PartialConfirmation, Reading } from '../../shared/placement/draft.ts'
import type { Store } from './ports.ts'

type Confirmation = Reading['confirmations'][number]
const REFERENCES = ['caseReference', 'placementReference']

export async function settleReferences(
  confirmation: Confirmation,
  store: Pick<Store, 'casesWith'>,
): Promise<Confirmation> {
  const two = confirmation.asks.find(({ field, among }) => REFERENCES.includes(field) && among?.length === 2)?.among
  const found = two && (await caseWithBoth(two, store))
  if (!found) return confirmation
  return {
    ...confirmation,
    fields: { ...confirmation.fields, ...found },
    asks: confirmation.asks.filter(({ field }) => !REFERENCES.includes(field)),
  }
}

async function caseWithBoth(
  two: string[],
  store: Pick<Store, 'casesWith'>,
): Promise<Pick<PartialConfirmation, 'caseReference' | 'placementReference'> | null> {
  const { placements, drafts } = await store.casesWith(two)
  const all = [...placements.map(({ confirmation }) => confirmation), ...drafts.map(({ fields }) => fields)]
    .map(({ caseReference = '', placementReference = '' }) => ({ caseReference, placementReference }))
    .filter((one) => one.caseReference !== one.placementReference)
    .filter((one) => two.includes(one.caseReference) && two.includes(one.placementReference))
  const [only, ...more] = all.filter(
    (one, n) => all.findIndex(({ caseReference }) => caseReference === one.caseReference) === n,
  )
  return only && more.length === 0 ? only : null
}
