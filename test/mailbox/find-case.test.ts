/** Which case a mail about a change is about, where it names references and not whose they are. */
import { expect, test } from '@jest/globals'
import { findCase } from '../../bot/mailbox/find-case.ts'
import type { PlacementId } from '../../shared/meeting/planning-meeting.ts'
import { aConfirmation, aPlacement } from '../support/builders.ts'
import { MemoryStore } from '../support/memory-store.ts'

test('of two placements of one child the one that has both references, in whatever order they stand', async () => {
  const store = new MemoryStore()
  for (const placementReference of ['WX-30951', 'WX-30952']) {
    const confirmation = aConfirmation({ caseReference: 'BKS-204417', placementReference })
    await store.save({ placement: aPlacement({ id: placementReference as PlacementId, confirmation }) })
  }
  const found = async (words: string) =>
    (await findCase({}, words, { store }))?.placement?.confirmation.placementReference
  expect(await found('Cancelled: WX-30952 BKS-204417')).toBe('WX-30952')
  expect(await found('BKS-204417 / WX-30951 will not go ahead')).toBe('WX-30951')
  // The child alone may be either, and both are not one.
  expect(await found('Cancelled: BKS-204417')).toBeUndefined()
  expect(await found('Cancelled: BKS-204417, WX-30951, WX-30952')).toBeUndefined()
})
