/** What one reader sees of a draft, of a placement that is confirmed already, and of what a text led to. */
import { caseView } from '../../shared/placement/case-view.ts'
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import { arrangedWords, draftView, type DraftView } from '../../shared/placement/draft-view.ts'
import {
  CALLED_OFF,
  confirmedAlready,
  NOT_FOR_YOU,
  NOTHING_TO_CANCEL,
  placementLine,
  seenBeforeWords,
  WITH_SOMEBODY_ELSE,
} from '../../shared/placement/draft-words.ts'
import { mayDo, maySeeCase, maySeeDraft, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { reasonWords } from '../../shared/requirements/reason-words.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { CaseFound, Found } from '../../shared/wire/drafts-api.ts'
import type { Ports } from './ports.ts'
import type { Taken } from './take-confirmation.ts'

export async function showDraft(id: DraftId, by: Reader, ports: Ports): Promise<Result<DraftView, 'gone'>> {
  const draft = await ports.store.draft(id)
  return draft && maySeeDraft(by, draft) ? ok(await viewOf(draft, by, ports)) : refuse('gone')
}

export async function viewOf(draft: Draft, by: Reader, { store, clock }: Ports): Promise<DraftView> {
  const placement = draft.state === 'confirmed' ? await store.placement(draft.placementId) : null
  const meetings = placement ? await store.meetingsOf(placement.id) : []
  return draftView(by, draft, clock.now(), {
    arranged: placement ? theirs(placement, meetings, by) : [],
    reasons: (ids) => Object.fromEntries(ids.map((id) => [id, reasonWords([id])[0]!])),
  })
}

export async function showCase(id: PlacementId, by: Reader, { store }: Ports): Promise<Result<CaseFound, 'gone'>> {
  const placement = await store.placement(id)
  const meetings = placement ? await store.meetingsOf(id) : []
  return placement && maySeeCase(by, placement, meetings) ? ok(caseFound(placement, meetings, by)) : refuse('gone')
}

/** One child's part of a text, as the reader may see it: of what is not theirs no more than whom to ask. */
export function foundIn(taken: Taken, by: Reader): Found {
  if (taken.kind === 'draft') {
    const { draft, calledOff, seenBefore, startWas } = taken
    if (!maySeeDraft(by, draft)) return { is: 'words', notice: WITH_SOMEBODY_ELSE }
    const { caseReference = null, placementReference = null } = draft.fields
    return {
      is: 'draft',
      notice: calledOff ? CALLED_OFF : seenBefore ? seenBeforeWords(draft, startWas) : null,
      id: draft.id,
      caseReference,
      placementReference,
      placement: placementLine(draft.fields, draft.plan),
    }
  }
  const { placement, meetings } = taken
  if (!placement || !maySeeCase(by, placement, meetings))
    return { is: 'words', notice: taken.kind === 'confirmed' ? NOT_FOR_YOU : NOTHING_TO_CANCEL }
  const notice = taken.kind === 'confirmed' ? confirmedAlready(placement, taken.changes) : null
  return { is: 'case', notice, ...caseFound(placement, meetings, by) }
}

function caseFound(placement: Placement, meetings: PlanningMeeting[], by: Reader): CaseFound {
  const { confirmation, plan } = placement
  return {
    placement: caseView(by, placement, meetings),
    caseReference: confirmation.caseReference,
    placementReference: confirmation.placementReference,
    line: placementLine(confirmation, plan),
    meetings: theirs(placement, meetings, by).map(arrangedWords),
  }
}

const theirs = (placement: Placement, meetings: PlanningMeeting[], by: Reader): PlanningMeeting[] =>
  meetings.filter((meeting) => mayDo('seeMeeting', by, placement, meeting))
