/** "Not a placement": a draft is put aside. Nothing had been sent, so nothing has to be taken back. */
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import { maySeeDraft, type Reader } from '../../shared/people/permissions.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { showDraftJob } from './outlook-jobs.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export async function dismissDraft(
  id: DraftId,
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<Draft, 'gone' | 'alreadyConfirmed' | 'stale'>> {
  const draft = await store.draft(id)
  if (!draft || !maySeeDraft(by, draft)) return refuse('gone')
  if (draft.state === 'confirmed') return refuse('alreadyConfirmed')
  if (draft.state === 'dismissed') return ok(draft)
  try {
    const saved = await store.save({
      draft: { ...draft, state: 'dismissed' },
      // What came by mail stands in several officers' chats.
      ...(draft.arrived && { jobs: [showDraftJob(id)] }),
      audit: [{ at: clock.now(), by: by.objectId, did: 'draftDismissed' }],
    })
    return ok(saved.draft!)
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
