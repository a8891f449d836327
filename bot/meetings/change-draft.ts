/**
 * What was understood is put right before anything is sent: answers to open questions, fields and people from the form.
 * The plan and the times follow; without any change they are worked out anew.
 */
import type { Draft, DraftId, PartialConfirmation } from '../../shared/placement/draft.ts'
import { namePeople } from '../../shared/people/named-people.ts'
import { maySeeDraft, type Reader } from '../../shared/people/permissions.ts'
import { ROLES, type Role } from '../../shared/placement/placement.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { answerDraft } from './confirm-placement.ts'
import { SavedByAnother, type Ports } from './ports.ts'
import { delegateJobs } from './tell-no-delegate.ts'
import { withPlan } from './take-confirmation.ts'

export type ChangeRefusal =
  | 'gone'
  | 'stale'
  | 'dismissed'
  | 'alreadyConfirmed'
  | 'answerNotUnderstood'
  /** The references were changed to those of another draft or placement. */
  | 'alreadyThere'

/** `people`: by role, everybody who has it, in words; none for nobody. Roles that are left out stay as they are. */
export type DraftChange = { answers: Record<string, string>; people: Record<string, string> }

/** A refusal comes with the draft as it stands, so that the card can be drawn again. */
export type ChangeOutcome =
  { ok: true; value: Draft } | { ok: false; reason: ChangeRefusal; detail?: string; draft: Draft | null }

export async function changeDraft(
  { draftId, version, ...change }: DraftChange & { draftId: DraftId; version: number },
  by: Reader,
  ports: Ports,
): Promise<ChangeOutcome> {
  const { store, clock } = ports
  const draft = await store.draft(draftId)
  if (!draft || !maySeeDraft(by, draft)) return { ok: false, reason: 'gone', draft: null }
  const refused = (reason: ChangeRefusal, detail?: string): ChangeOutcome => ({ ok: false, reason, detail, draft })
  if (draft.state !== 'open') return refused(draft.state === 'dismissed' ? 'dismissed' : 'alreadyConfirmed')
  if (draft.version !== version) return refused('stale')
  const changed = await changedDraft(draft, change, ports)
  if (!changed.ok) return refused('answerNotUnderstood', changed.refusal.detail)
  if (await isTaken(changed.value, draft, ports)) return refused('alreadyThere')
  try {
    const saved = await store.save({
      draft: changed.value,
      jobs: delegateJobs(changed.value.plan, draft.plan, { of: 'draft', id: draftId }, clock.now()),
      audit: [{ at: clock.now(), by: by.objectId, did: 'draftChanged' }],
    })
    return { ok: true, value: saved.draft! }
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return { ok: false, reason: 'stale', draft: await store.draft(draftId) }
  }
}

async function changedDraft(
  draft: Draft,
  { answers, people }: DraftChange,
  ports: Ports,
): Promise<Result<Draft, 'answerNotUnderstood'>> {
  const named = withPeople(draft.fields, people)
  if (!named.ok) return named
  const asks = draft.asks.filter(({ field }) => !isNamed(field, people))
  const answered = await answerDraft({ ...draft, fields: named.value, asks }, answers, ports)
  if (!answered.ok) return answered
  // Answers bring a new plan with them; people alone, or a second look at the times, do not.
  return Object.keys(answers).length > 0 ? answered : ok(await withPlan(answered.value, ports))
}

/** Everybody who is named by role, in the fields of a confirmation. */
export function withPeople(
  fields: PartialConfirmation,
  people: Record<string, string>,
): Result<PartialConfirmation, 'answerNotUnderstood'> {
  let named = fields
  for (const [role, words] of Object.entries(people)) {
    if (!isRole(role)) return refuse('answerNotUnderstood')
    const read = namePeople(named, role, words)
    if (!read.ok) return refuse('answerNotUnderstood', read.refusal.detail)
    named = read.value
  }
  return ok(named)
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

const isNamed = (field: string, people: Record<string, string>) =>
  field.startsWith('missingRole:') && !!people[field.slice('missingRole:'.length)]

async function isTaken(changed: Draft, before: Draft, { store }: Ports): Promise<boolean> {
  const { caseReference, placementReference } = changed.fields
  if (!caseReference || !placementReference) return false
  if (before.fields.caseReference === caseReference && before.fields.placementReference === placementReference)
    return false
  const other = await store.draftFor(caseReference, placementReference)
  return (
    (other !== null && other.id !== changed.id) ||
    (await store.placementFor(caseReference, placementReference)) !== null
  )
}
