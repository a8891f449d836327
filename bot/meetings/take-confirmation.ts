/**
 * A confirmation comes in, by whichever door: what was understood becomes a draft, with the plan that follows from it
 * and the times that can be offered. Nothing is sent. The same placement is one draft, however often it comes (E-10).
 */
import { randomUUID } from 'node:crypto'
import type {
  Ask,
  Door,
  Draft,
  DraftId,
  KeptMessage,
  PartialConfirmation,
  Reading,
  Words,
} from '../../shared/placement/draft.ts'
import type { Arrival } from '../../shared/letters/arrived-mail.ts'
import { jsonIn, readJson } from '../../shared/placement/json-confirmation.ts'
import { ownSource } from '../../shared/intake/own-source.ts'
import { referencesIn } from '../../shared/intake/read-further.ts'
import { readMessage } from '../../shared/intake/read-message.ts'
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { PlacementNeeds } from '../../shared/placement/placement-needs.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { CONFIRMERS } from '../../shared/placement/questions.ts'
import { asksTogether, fieldsTogether, wordsTogether } from '../../shared/placement/taken-together.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { FamilyId } from '../../shared/placement/siblings.ts'
import type { TimesFound } from '../../shared/times/times-found.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import type { Fault } from '../../shared/wire/faults.ts'
import { changesIn } from './changed-fields.ts'
import { putInDoubt } from './cancel-placement.ts'
import { meantBy } from './find-cases.ts'
import { makePlan, withTenancy } from './make-plan.ts'
import { familiesIn, withSiblings } from './families.ts'
import { offerTimes } from './offer-times.ts'
import { delegateJobs } from './tell-no-delegate.ts'
import { settleReferences } from './settle-references.ts'
import { showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type MessageId, type Ports } from './ports.ts'
import { proposeChange } from './propose-change.ts'

/** What one child's part of a message led to. */
export type Taken =
  | { kind: 'draft'; draft: Draft; seenBefore: boolean; calledOff?: true; startWas?: Instant }
  /** The placement is confirmed already; `changes` names the fields in which the message differs. */
  | { kind: 'confirmed'; placement: Placement; meetings: PlanningMeeting[]; changes: string[] }
  /** It says that a placement does not go ahead; without one, that there is none that the sender may know of. */
  | { kind: 'cancellation'; placement: Placement | null; meetings: PlanningMeeting[] }

export type TakenMessage = {
  verdict: Reading['verdict']
  taken: Taken[]
  /** JSON that breaks its shape: what it was taken for, and what is wrong with it. Nothing is kept of it. */
  refused?: { what: 'record' | 'confirmation'; faults: Fault[] }
}

/**
 * Reads a typed or pasted message and keeps what it confirms. `written`: when and by whom, where that was not just now by
 * whoever brings it in; "today" is the day on which it was written.
 */
export async function takeMessage(
  text: string,
  by: Reader,
  door: Door,
  ports: Ports,
  {
    at = null,
    author = null,
    message = null,
  }: {
    at?: Instant | null
    author?: { name: string; email: string } | null
    /** Where it stands: the same one again, changed, speaks of the same case. */
    message?: (MessageId & { removalAsked?: boolean }) | null
  } = {},
): Promise<TakenMessage> {
  const json = readJson(jsonIn(text))
  if (json && !json.ok) return { verdict: 'confirmation', taken: [], refused: json }
  const reading = json?.reading ?? readMessage(text, { received: at ?? ports.clock.now(), from: author ?? by })
  if (!message) return takeReading(reading, text, by, door, ports)
  const kept = { ...message, by: by.objectId }
  return takeReading(await aboutTheSame(reading, message, ports), text, by, door, ports, { message: kept })
}

/** What an edited message does not say any more of its references, the case that it was kept with does. */
async function aboutTheSame(reading: Reading, message: MessageId, { store }: Ports): Promise<Reading> {
  const [known, ...others] = await store.casesOfMessage(message)
  if (!known || others.length > 0 || reading.confirmations.length !== 1) return reading
  const { caseReference, placementReference } =
    known.kind === 'draft' ? known.draft.fields : known.placement.confirmation
  const [one] = reading.confirmations as [Reading['confirmations'][number]]
  const isSame =
    (one.fields.caseReference ?? caseReference) === caseReference &&
    (one.fields.placementReference ?? placementReference) === placementReference
  if (!isSame) return reading
  const fields = {
    ...one.fields,
    ...(caseReference && { caseReference }),
    ...(placementReference && { placementReference }),
  }
  return { ...reading, confirmations: [{ ...one, fields }] }
}

/** A mail may be taken twice: what it becomes the second time has the id that it had the first time. */
export type ByMail = { arrival: Arrival; draftId: (n: number) => DraftId }

/** Keeps what a message, mail or form was understood to say. */
export async function takeReading(
  reading: Reading,
  source: string | null,
  by: Reader,
  door: Door,
  ports: Ports,
  { message, mail }: { message?: KeptMessage; mail?: ByMail } = {},
): Promise<TakenMessage> {
  const { verdict } = reading
  if (verdict === 'notAConfirmation' || verdict === 'suspicious') return { verdict, taken: [] }
  const taken: Taken[] = []
  const families = await familiesIn(reading.confirmations, ports.store)
  for (const [n, child] of reading.confirmations.entries()) {
    const { fields, words, asks, needs } = await settleReferences(child, ports.store)
    const own = source && ownSource(source, child, reading.confirmations)
    const arrived = mail && { arrival: mail.arrival, draftId: mail.draftId(n) }
    if (verdict === 'cancellation') taken.push(...(await calledOff(fields, source, by, ports)))
    else
      taken.push(
        await takeOne(
          {
            ...{ fields, words, asks, needs, source: own, by, door, message, arrived },
            ...{ amends: verdict === 'amendment', family: families[n] },
          },
          ports,
        ),
      )
  }
  return { verdict, taken }
}

type Incoming = {
  fields: PartialConfirmation
  words: Words[]
  asks: Ask[]
  needs?: PlacementNeeds
  source: string | null
  by: Reader
  door: Door
  message?: KeptMessage
  amends: boolean
  family: FamilyId | undefined
  arrived?: { arrival: Arrival; draftId: DraftId }
}

/** Two may bring in the same placement at once: whoever comes second finds what the first has kept. */
async function takeOne(incoming: Incoming, ports: Ports): Promise<Taken> {
  try {
    return await takeOnce(incoming, ports)
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return takeOnce(incoming, ports)
  }
}

async function takeOnce(incoming: Incoming, ports: Ports): Promise<Taken> {
  const { store } = ports
  const { caseReference, placementReference } = incoming.fields
  const known = caseReference && placementReference ? await store.placementFor(caseReference, placementReference) : null
  if (known) {
    const changes = changesIn(known.confirmation, incoming.fields)
    const placement = await proposeChange(await withMessage(known, incoming, ports), incoming, ports)
    return { kind: 'confirmed', placement, meetings: await store.meetingsOf(known.id), changes }
  }
  const { arrived } = incoming
  const own = arrived ? await store.draft(arrived.draftId) : null
  // Taken before, and somebody has decided since.
  if (own && own.state !== 'open') return { kind: 'draft', draft: own, seenBefore: false }
  const before =
    (caseReference && placementReference ? await store.draftFor(caseReference, placementReference) : null) ?? own
  const now = ports.clock.now()
  const newer = withConfirmer(incoming, before, now)
  // Mails overtake each other: the words that count are those of the mail that came in last.
  const isLate = arrived && before?.arrived && arrived.arrival.at < before.arrived.at
  const together = isLate ? fieldsTogether(newer, before.fields) : fieldsTogether(before?.fields ?? {}, newer)
  const draft: Draft =
    before && before.state === 'open'
      ? {
          ...before,
          ...messagesWith(before.messages, incoming.message),
          ...(arrived && !isLate && { arrived: arrived.arrival }),
          fields: together,
          words: wordsTogether(before.words, incoming.words),
          asks: asksTogether(before.asks, incoming.asks, together),
          ...(incoming.needs && { needs: incoming.needs }),
          ...familyWith(before, incoming),
          source: incoming.source ?? before.source,
        }
      : {
          id: arrived?.draftId ?? (randomUUID() as DraftId),
          version: 0,
          ...(arrived && { arrived: arrived.arrival }),
          createdAt: now,
          createdBy: incoming.by,
          door: incoming.door,
          source: incoming.source,
          ...messagesWith(undefined, incoming.message),
          fields: { people: [], ...withConfirmer(incoming, null, now) },
          words: incoming.words,
          asks: incoming.asks,
          ...(incoming.needs && { needs: incoming.needs }),
          ...familyWith(null, incoming),
          plan: null,
          offered: [],
          state: 'open',
        }
  const planned = await withPlan(draft, ports)
  const saved = await store.save({
    draft: planned,
    jobs: delegateJobs(planned.plan, before?.plan, { of: 'draft', id: draft.id }, now),
    audit: [
      {
        at: now,
        by: incoming.by.objectId,
        did: before ? 'draftTakenAgain' : 'draftTaken',
        detail: { door: incoming.door },
      },
    ],
  })
  const startWas = before?.fields.placement?.startsAt
  return {
    kind: 'draft',
    draft: saved.draft!,
    seenBefore: before !== null && before.id !== arrived?.draftId,
    ...(startWas && { startWas }),
  }
}

/** Once known as brothers and sisters, they stay so, however often they come again. */
const familyWith = (before: Draft | null, { family }: Incoming): { family?: FamilyId } => {
  const known = before?.family ?? family
  return known ? { family: known } : {}
}

/** Each once; one that comes again is there again, whatever had become of it. */
function messagesWith(before: KeptMessage[] = [], message: KeptMessage | undefined): { messages?: KeptMessage[] } {
  const others = before.filter(({ chat, id }) => chat !== message?.chat || id !== message.id)
  const messages = message ? [...others, message] : before
  return messages.length > 0 ? { messages } : {}
}

async function withMessage(known: Placement, { message, by }: Incoming, ports: Ports): Promise<Placement> {
  const { store, clock } = ports
  if (!message || known.messages?.some(({ chat, id }) => chat === message.chat && id === message.id)) return known
  try {
    const saved = await store.save({
      placement: { ...known, ...messagesWith(known.messages, message) },
      jobs: showPlacementJobs(known.id),
      audit: [{ at: clock.now(), by: by.objectId, did: 'messageKept', placementId: known.id }],
    })
    return saved.placement!
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return (await store.placement(known.id)) ?? known
  }
}

/** Who brings it in confirms it, if they may; else whoever did before, or the message says, and an officer's press. */
function withConfirmer({ fields, by }: Incoming, before: Draft | null, now: PlacementConfirmation['confirmedAt']) {
  const mine = { name: by.name, email: by.email, ...(by.role && { role: by.role }) }
  const earlier = before?.fields.confirmedBy
  const said = isConfirmers(earlier) ? earlier : fields.confirmedBy
  return {
    ...fields,
    confirmedAt: fields.confirmedAt ?? before?.fields.confirmedAt ?? now,
    confirmedBy: mayConfirm(by) || !said?.email ? mine : said,
  } satisfies PartialConfirmation
}

const isConfirmers = (confirmedBy: PartialConfirmation['confirmedBy']): boolean =>
  confirmedBy?.role !== undefined && CONFIRMERS.includes(confirmedBy.role)

/** Every placement that the message may mean is put in doubt: an officer is asked, and nothing is cancelled by that. */
async function calledOff(
  { caseReference, placementReference }: PartialConfirmation,
  source: string | null,
  by: Reader,
  ports: Ports,
): Promise<Taken[]> {
  const { store } = ports
  if (caseReference && placementReference && !(await store.placementFor(caseReference, placementReference))) {
    const draft = await store.draftFor(caseReference, placementReference)
    if (draft?.state === 'open') return [{ kind: 'draft', draft, seenBefore: true, calledOff: true }]
  }
  const named = [caseReference, placementReference].filter((reference) => reference !== undefined)
  const placements = await meantBy(named.length > 0 ? named : referencesIn(source ?? ''), by, ports)
  if (placements.length === 0) return [{ kind: 'cancellation', placement: null, meetings: [] }]
  const taken: Taken[] = []
  for (const known of placements) {
    const placement = await putInDoubt(known, 'calledOff', { by: by.objectId, source }, ports)
    taken.push({ kind: 'cancellation', placement, meetings: await store.meetingsOf(placement.id) })
  }
  return taken
}

/** The draft with the plan that its fields allow, and the times that Outlook allows. */
export async function withPlan(draft: Draft, ports: Ports): Promise<Draft> {
  const fields = await withTenancy(draft.fields, ports)
  const read = readConfirmationJson(fields)
  if (!read.ok) {
    const asks = [...draft.asks]
    for (const { field, accepted } of read.faults) {
      if (!asks.some((ask) => ask.field === field)) asks.push({ field, text: `Needed: ${accepted}` })
    }
    return { ...draft, fields, asks, plan: null, offered: [] }
  }
  const made = makePlan(read.value, ports, draft.needs)
  if (!made.ok) {
    const asks = [
      ...draft.asks.filter(({ field }) => field !== 'placement.startsAt'),
      {
        field: 'placement.startsAt',
        text: `On which day and at what time does the placement start? ${made.why} Put it right, or ask the administrator to load more of them.`,
      },
    ]
    return { ...draft, fields, asks, plan: null, offered: [] }
  }
  const { plan } = made
  const together = await withSiblings({ ...draft, fields }, read.value, ports)
  const found: (TimesFound | null)[] = []
  for (const meeting of plan.meetings) {
    found.push(
      plan.status === 'provisional'
        ? { offered: [], ways: [], chances: null }
        : await offerTimes({ plan: meeting, of: { ...together, confirmation: read.value } }, ports),
    )
  }
  return {
    ...together,
    asks: stillOpen(draft.asks, read.value, plan),
    plan,
    offered: found.map((one) => one && one.offered),
    ways: found.map((one) => one?.ways ?? []),
    chances: found.map((one) => one?.chances ?? null),
  }
}

/** What the grammar asked for and nobody has settled since; the plan asks the rest itself. */
function stillOpen(asks: Ask[], { placement }: PlacementConfirmation, plan: Plan): Ask[] {
  return asks.filter(({ field }) => {
    if (plan.questions.some(({ id }) => id === field)) return false
    if (field === 'basis') return placement.basis === undefined
    if (field === 'placementType') return placement.type === undefined
    if (field === 'placement.area') return placement.area === undefined
    return false
  })
}
