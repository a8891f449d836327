/**
 * A message that was kept with a case is edited or deleted (B9). An edit is a changed confirmation, read again in full; a
 * deletion, or an edit after which nothing is confirmed any more, puts the placement in doubt. Nothing follows from either
 * before an officer has pressed.
 */
import type { KeptMessage } from '../../shared/placement/draft.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { putInDoubt } from './cancel-placement.ts'
import { SavedByAnother, type CaseOfMessage, type DirectoryPerson, type MessageId, type Ports } from './ports.ts'
import { takeMessage, type TakenMessage } from './take-confirmation.ts'

/** Told to whoever brought the message in, whoever wrote it. */
export type MessageNews = { person: DirectoryPerson } & (
  | { kind: 'taken'; result: TakenMessage; elsewhere: boolean }
  | { kind: 'doubt'; placement: Placement; meetings: PlanningMeeting[] }
  | { kind: 'emptied' | 'deleted'; draft: Draft }
  /** Deleted where others read along, as it was asked for: what it said is kept here. */
  | { kind: 'removedAsAsked' }
)

/** Of each case that the message was kept with; none for a message that is none of ours. */
export async function messageEdited(message: MessageId, text: string, ports: Ports): Promise<MessageNews[]> {
  const found = await whose(message, ports)
  if (!found) return []
  const { person, kept, cases } = found
  const result = await takeMessage(text, person, 'messageAction', ports, { message: { ...message, removalAsked: kept.removalAsked } }) // prettier-ignore
  const taken = result.taken.map(idOf)
  const lost = cases.filter((one) => !taken.includes(caseId(one)))
  const elsewhere = lost.length === cases.length
  const news: MessageNews[] = []
  if (taken.length > 0 || result.refused) {
    news.push({ kind: 'taken', person, result, elsewhere })
    // It speaks of another placement, or cannot be read: nothing was said about the former one.
    if (elsewhere) return news
  }
  for (const one of lost) {
    if (one.kind === 'placement') news.push(await doubt(one.placement, 'messageChanged', text, person, ports))
    else news.push({ kind: 'emptied', person, draft: one.draft })
  }
  return news
}

export async function messageDeleted(message: MessageId, ports: Ports): Promise<MessageNews[]> {
  const found = await whose(message, ports)
  if (!found) return []
  const { person, kept } = found
  const cases = found.cases.filter((one) => !keptIn(one, message)?.deletedAt)
  const marked = []
  for (const one of cases) marked.push(await mark(one, message, ports))
  if (kept.removalAsked) return marked.length > 0 ? [{ kind: 'removedAsAsked', person }] : []
  const news: MessageNews[] = []
  for (const one of marked) {
    if (one.kind === 'draft') news.push({ kind: 'deleted', person, draft: one.draft })
    else news.push(await doubt(one.placement, 'messageDeleted', null, person, ports))
  }
  return news
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

async function whose(message: MessageId, { store, people }: Ports) {
  const cases = await store.casesOfMessage(message)
  const kept = cases[0] && keptIn(cases[0], message)
  const person = kept && (await people.byObjectId(kept.by))
  return kept && person ? { cases, kept, person } : null
}

const messagesOf = (known: CaseOfMessage): KeptMessage[] =>
  (known.kind === 'draft' ? known.draft.messages : known.placement.messages) ?? []

const keptIn = (known: CaseOfMessage, message: MessageId) => messagesOf(known).find((one) => isSame(one, message))

const isSame = (one: MessageId, other: MessageId) => one.chat === other.chat && one.id === other.id

async function mark(known: CaseOfMessage, message: MessageId, ports: Ports): Promise<CaseOfMessage> {
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
    const again = (await store.casesOfMessage(message)).find((one) => caseId(one) === caseId(known))
    return again ? mark(again, message, ports) : known
  }
}

const caseId = (known: CaseOfMessage) => (known.kind === 'draft' ? known.draft.id : known.placement.id)
const idOf = (taken: TakenMessage['taken'][number]) =>
  taken.kind === 'draft' ? taken.draft.id : (taken.placement?.id ?? null)
