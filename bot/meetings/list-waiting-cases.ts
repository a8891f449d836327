/** Cases without a meeting that wait for an answer: for whoever may confirm, so that none is seen on one card alone. */
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import { waitingDraft, waitingPlacement, type WaitingCase } from '../../shared/placement/waiting-case.ts'
import type { Ports } from './ports.ts'

export async function listWaitingCases(by: Reader, { store }: Pick<Ports, 'store'>): Promise<WaitingCase[]> {
  if (!mayConfirm(by)) return []
  const { placements, drafts } = await store.casesWithoutMeeting()
  return [...placements.map(waitingPlacement), ...drafts.map(waitingDraft)]
}
