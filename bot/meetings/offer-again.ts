/**
 * The job that works the times of a draft out anew, once the meeting of a brother or sister has got its time or lost it:
 * the draft proposes the same one first (E-16). Whoever decides about the draft meanwhile is left alone.
 */
import { isDeepStrictEqual } from 'node:util'
import type { DraftId } from '../../shared/placement/draft.ts'
import { SavedByAnother, type Ports } from './ports.ts'
import { withPlan } from './take-confirmation.ts'

export async function offerAgain(id: DraftId, ports: Ports): Promise<void> {
  const { store, announcer } = ports
  const draft = await store.draft(id)
  if (draft?.state !== 'open') return
  const planned = await withPlan(draft, ports)
  // What Outlook cannot be asked just now stays as it was shown.
  if (planned.offered.includes(null) || isDeepStrictEqual(planned.offered, draft.offered)) return
  try {
    await announcer.showDraft((await store.save({ draft: planned })).draft!)
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
  }
}
