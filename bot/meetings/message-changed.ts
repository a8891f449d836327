/**
 * A message that was kept with a case is edited or deleted (B9). An edit is a changed confirmation, read again in full; a
 * deletion, or an edit after which nothing is confirmed any more, puts the placement in doubt. Nothing follows from either
 * before an officer has pressed.
 */
import type { KeptMessage } from '../../shared/draft.ts'
import type { Draft } from '../../shared/draft.ts'
import type { Placement } from '../../shared/placement-case.ts'
import type { PlanningMeeting } from '../../shared/planning-meeting.ts'
import { putInDoubt } from './cancel-placement.ts'
import { SavedByAnother, type DirectoryPerson, type MessageId, type Ports } from './ports.ts'
import { takeMessage, type TakenMessage } from './take-confirmation.ts'

/** Told to whoever brought the message in, whoever wrote it. */
export type MessageNews = { person: DirectoryPerson } & (
  | { kind: 'taken'; result: TakenMessage; elsewhere: boolean }
  | { kind: 'doubt'; placement: Placement; meetings: PlanningMeeting[] }
  | { kind: 'emptied' | 'deleted'; draft: Draft }
  /** Deleted where others read along, as it was asked for: what it said is kept here. */
  | { kind: 'removedAsAsked' }
)

/** `null` for a message that is none of ours. */
export async function messageEdited(message: MessageId, text: string, ports: Ports): Promise<MessageNews | null> {
  const found = await whose(message, ports)
  if (!found) return null
  const { person, kept, known } = found
  const result = await takeMessage(text, person, 'messageAction', ports, { message: { ...message, removalAsked: kept.removalAsked } }) // prettier-ignore
  if (result.taken.length > 0 || result.refused) {
    const here = known.kind === 'draft' ? known.draft.id : known.placement.id
    return { kind: 'taken', person, result, elsewhere: !result.taken.some((one) => idOf(one) === here) }
  }
  if (known.kind === 'draft') return { kind: 'emptied', person, draft: known.draft }
  return doubt(known.placement, 'messageChanged', text, person, ports)
}

export async function messageDeleted(message: MessageId, ports: Ports): Promise<MessageNews | null> {
  const found = await whose(message, ports)
  if (!found || found.kept.deletedAt) return null
  const { person, kept, known } = found
  const marked = await mark(known, message, ports)
  if (kept.removalAsked) return { kind: 'removedAsAsked', person }
  if (marked.kind === 'draft') return { kind: 'deleted', person, draft: marked.draft }
  return doubt(marked.placement, 'messageDeleted', null, person, ports)
}

async function doubt(
  placement: Placement,
  because: 'messageDeleted' | 'messageChanged',
  source: string | null,
  person: DirectoryPerson,
  ports: Ports,
): Promise<MessageNews> {
  const asked = await putInDoubt(placement, because, { by: person.objectId, source }, ports)
  return { kind: 'doubt', person, placement: asked, meetings: await ports.store.meetingsOf(asked.id) }
}

type Known = { kind: 'draft'; draft: Draft } | { kind: 'placement'; placement: Placement }

async function whose(message: MessageId, { store, people }: Ports) {
  const known = await store.caseOfMessage(message)
  const kept = known && messagesOf(known).find((one) => isSame(one, message))
  const person = kept && (await people.byObjectId(kept.by))
  return known && kept && person ? { known, kept, person } : null
}

const messagesOf = (known: Known): KeptMessage[] =>
  (known.kind === 'draft' ? known.draft.messages : known.placement.messages) ?? []

const isSame = (one: MessageId, other: MessageId) => one.chat === other.chat && one.id === other.id

async function mark(known: Known, message: MessageId, ports: Ports): Promise<Known> {
  const { store, clock } = ports
  const messages = messagesOf(known).map((one) => (isSame(one, message) ? { ...one, deletedAt: clock.now() } : one))
  const line = { at: clock.now(), by: 'app', did: 'messageDeleted' }
  try {
    if (known.kind === 'draft') {
      const saved = await store.save({ draft: { ...known.draft, messages }, audit: [line] })
      return { kind: 'draft', draft: saved.draft! }
    }
    const { placement } = known
    const saved = await store.save({
      placement: { ...placement, messages },
      audit: [{ ...line, placementId: placement.id }],
    })
    return { kind: 'placement', placement: saved.placement! }
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    const again = await store.caseOfMessage(message)
    return again ? mark(again, message, ports) : known
  }
}

const idOf = (taken: TakenMessage['taken'][number]) =>
  taken.kind === 'draft' ? taken.draft.id : (taken.placement?.id ?? null)
