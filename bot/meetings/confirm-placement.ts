/**
 * Somebody who may confirm presses Schedule: the draft becomes a placement, each of its meetings gets the time that was
 * chosen, and Outlook is brought in step by a job. All of it is saved together or not at all; a second press, or a
 * second officer, finds what is there.
 */
import { randomUUID } from 'node:crypto'
import type { Ask, Draft, DraftId } from '../../shared/placement/draft.ts'
import { applyAnswer } from '../../shared/placement/answers.ts'
import { isAsking, outsidersOf, timesToAsk, type AskRefusal } from '../../shared/times/held-times.ts'
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { isLeftUnscheduled } from '../../shared/placement/queried.ts'
import { FAMILY_QUESTION, type FamilyId } from '../../shared/placement/siblings.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import {
  chooseTime,
  type OfferedSlot,
  type PlacementId,
  type PlanningMeeting,
  type Slot,
} from '../../shared/meeting/planning-meeting.ts'
import { CONFIRMERS } from '../../shared/placement/questions.ts'
import { wordsThatHold } from '../../shared/placement/taken-together.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isFull } from '../../shared/times/slots.ts'
import { takeWay, type WayRefusal } from '../../shared/times/take-way.ts'
import { addMinutes, type Instant, type Interval } from '../../shared/dates/time.ts'
import type { Way, WayOut } from '../../shared/times/ways-out.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { changeForAsking, withTimesHeld } from './ask-outside.ts'
import { withFamilySaid, withSiblingsAnew } from './families.ts'
import { meetingsOf } from './choose-way-out.ts'
import { meetingToArrange } from './meetings-of-plan.ts'
import { diariesToRead, judgeTime } from './offer-times.ts'
import { SavedByAnother, TimeTaken, type Change, type PlannedJob, type Ports } from './ports.ts'
import { withPlan } from './take-confirmation.ts'
import { delegateJobs } from './tell-no-delegate.ts'

export type ConfirmRefusal =
  | 'gone'
  | 'dismissed'
  | 'stale'
  | 'mayNotConfirm'
  | 'answerNotUnderstood'
  | 'fieldsMissing'
  | 'questionsOpen'
  | 'noMeeting'
  | 'timeNotOffered'
  | 'timeTaken'
  | WayRefusal
  | AskRefusal

/** `already`: somebody had confirmed it before this press. */
export type Confirmed = { placement: Placement; meetings: PlanningMeeting[]; already?: true }

export type ConfirmClick = {
  draftId: DraftId
  /** The draft's version as the card showed it. */
  version: number
  /** What was typed into the card, by question id or field name; empty ones are left out. */
  answers: Record<string, string>
  /** For each of the plan's meetings the start that was chosen; the best one offered when absent. */
  chosen: (Instant | undefined)[]
  lateReason?: string
  /** One of the ways out that were offered for one of its meetings, where no time suits everybody (E-43). */
  wayOut?: { nth: number; way: Way; start: Instant }
  /** People outside are asked first which of the times they can, where there are any. */
  outsideFirst?: boolean
}

/** The refusal comes with the draft as it now stands, so that the card can be drawn again with what was answered. */
export type ConfirmOutcome =
  { ok: true; value: Confirmed } | { ok: false; reason: ConfirmRefusal; detail?: string; draft: Draft | null }

export async function confirmPlacement(click: ConfirmClick, by: Reader, ports: Ports): Promise<ConfirmOutcome> {
  const { store } = ports
  const found = await store.draft(click.draftId)
  if (!found) return { ok: false, reason: 'gone', draft: null }
  if (found.state === 'confirmed') return { ok: true, value: await confirmedAs(found.placementId, ports) }
  if (found.state === 'dismissed') return { ok: false, reason: 'dismissed', draft: found }
  if (found.version !== click.version) return { ok: false, reason: 'stale', draft: found }
  if (!mayConfirm(by)) return { ok: false, reason: 'mayNotConfirm', draft: found }

  const answered = await answerDraft(asksForConfirmer(found) ? confirmedBy(found, by) : found, click.answers, ports)
  if (!answered.ok) return { ok: false, reason: 'answerNotUnderstood', detail: answered.refusal.detail, draft: found }
  const draft = await withChosenTimes(answered.value, found, click, ports)
  const decided = decide(draft, click, ports)
  if (!decided.ok) return { ok: false, ...decided.refusal, draft: await keep(draft, found, ports) }
  try {
    return { ok: true, value: await schedule(draft, decided.value, click, by, ports) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason, draft: await keep(draft, found, ports) }
    if (error instanceof TimeTaken)
      return { ok: false, reason: 'timeTaken', draft: await keep(await withPlan(draft, ports), found, ports) }
    if (error instanceof SavedByAnother) return await seeWhatIsThere(click, ports)
    throw error
  }
}

/** The answers worked into the draft, with the plan and the times that follow from them. */
export async function answerDraft(
  draft: Draft,
  answers: Record<string, string>,
  ports: Ports,
): Promise<Result<Draft, 'answerNotUnderstood'>> {
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== '')
  // The press may have answered who confirms it.
  if (given.length === 0 && !(asksForConfirmer(draft) && hasConfirmer(draft))) return ok(draft)
  const said = answers[FAMILY_QUESTION]
  const known = said ? withFamilySaid(draft, said) : draft
  if (!known) return refuse('answerNotUnderstood')
  let { fields, asks } = known
  for (const [id, value] of [...given, ...otherOfTwo(asks, given)]) {
    if (id === FAMILY_QUESTION) continue
    const applied = applyAnswer(fields, id, value)
    if (!applied.ok) return refuse('answerNotUnderstood', applied.refusal.detail)
    fields = applied.value
    asks = asks.filter(({ field }) => field !== id)
  }
  const words = wordsThatHold(draft.words, draft.fields, fields, Object.keys(answers))
  return ok(await withPlan({ ...known, fields, asks, words }, ports))
}

/** Of two fields that can only be one of the same two values, the one that is said leaves the other to the other. */
function otherOfTwo(asks: Ask[], given: [string, string][]): [string, string][] {
  const isGiven = (field: string) => given.some(([id]) => id === field)
  return asks.flatMap(({ field, among = [] }): [string, string][] => {
    const partner = asks.find((ask) => ask.field !== field && ask.among?.join() === among.join())
    const said = among.length === 2 && partner && given.find(([id]) => id === partner.field)?.[1].trim()
    const other = said && among.includes(said) ? among.find((value) => value !== said) : undefined
    return other && !isGiven(field) ? [[field, other]] : []
  })
}

/**
 * A time that was shown and picked stands, though the answers given with it make others better, as long as everybody who
 * has to come can.
 */
async function withChosenTimes(draft: Draft, shown: Draft, { chosen }: ConfirmClick, ports: Ports): Promise<Draft> {
  const read = draft === shown || !draft.plan ? null : readConfirmationJson(draft.fields)
  if (!draft.plan || !read?.ok) return draft
  const offered = [...draft.offered]
  for (const [index, plan] of draft.plan.meetings.entries()) {
    const start = chosen[index]
    const now = offered[index]
    const before = shown.offered[index]?.find((one) => one.start === start)
    if (!before || !now || now.some((one) => one.start === start)) continue
    const slot = { start: before.start, end: addMinutes(before.start, plan.durationMinutes) }
    const judged = await judgeTime({ plan, of: { ...draft, confirmation: read.value } }, slot, ports)
    if (judged?.inTime && isFull(judged)) offered[index] = [...now, judged]
  }
  return { ...draft, offered }
}

/** For each meeting the time or the way out to book, or the times to hold while people outside are asked. */
type Chosen = OfferedSlot | WayOut | { toAsk: OfferedSlot[] }
type Decision = { plan: Plan; slots: Chosen[] }

function decide(
  draft: Draft,
  { chosen, wayOut, outsideFirst }: ConfirmClick,
  { clock }: Ports,
): Result<Decision, ConfirmRefusal> {
  const { plan } = draft
  if (!plan) return refuse('fieldsMissing')
  if (plan.status === 'asks' || plan.status === 'provisional') return refuse('questionsOpen')
  // Left without a meeting, the case is kept as it was decided.
  if (plan.status === 'noMeeting')
    return isLeftUnscheduled(draft.fields) ? ok({ plan, slots: [] }) : refuse('noMeeting')
  const slots: Chosen[] = []
  const taken: Interval[] = []
  for (const [index, meeting] of plan.meetings.entries()) {
    const offered = draft.offered[index] ?? []
    const wanted = chosen[index]
    // Two meetings of one placement have the same people, more or less: they do not meet twice at once.
    const isFree = (one: Interval) => !taken.some((other) => one.start < other.end && other.start < one.end)
    if (wayOut?.nth === index) {
      const way = draft.ways?.[index]?.find(({ way, slot }) => way === wayOut.way && slot.start === wayOut.start)
      if (!way || ![way.slot, ...(way.family ? [way.family] : [])].every(isFree)) return refuse('timeTaken')
      slots.push(way)
      taken.push(way.slot, ...(way.family ? [way.family] : []))
      continue
    }
    const free = offered.filter(isFree)
    if (outsideFirst && outsidersOf(meeting).length > 0) {
      const toAsk = timesToAsk(free, clock.now())
      slots.push({ toAsk })
      taken.push(...toAsk)
      continue
    }
    const slot = wanted === undefined ? free[0] : free.find(({ start }) => start === wanted)
    if (!slot) return refuse(offered.length === 0 ? 'timeNotOffered' : 'timeTaken')
    slots.push(slot)
    taken.push(slot)
  }
  return ok({ plan, slots })
}

async function schedule(
  draft: Draft,
  { plan, slots }: Decision,
  click: ConfirmClick,
  by: Reader,
  ports: Ports,
): Promise<Confirmed> {
  const now = ports.clock.now()
  const placement = placementFrom(confirmedBy(draft, by), plan, ports)
  const settled: { meeting: PlanningMeeting; slots: Slot[] }[] = []
  for (const [index, meetingPlan] of plan.meetings.entries()) {
    const toArrange = await meetingToArrange(meetingPlan, placement.id, ports, draft.offered[index] ?? [])
    settled.push(...(await settledAs(slots[index]!, toArrange, placement, click, ports)))
  }
  const meetings = settled.map(({ meeting }) => meeting)
  const asking = meetings.filter(isAsking).map((meeting) => changeForAsking(meeting, by, ports))
  const chosen = meetings.filter((meeting) => !isAsking(meeting))
  const change: Change = {
    draft: { ...withoutState(draft), state: 'confirmed', placementId: placement.id },
    placement,
    meetings,
    holds: settled.map(({ meeting, slots }) => ({
      meetingId: meeting.id,
      emails: diariesToRead(meeting.plan),
      slots,
    })),
    jobs: [
      ...chosen.flatMap(({ id }): PlannedJob[] => [
        { job: { name: 'bringOutlookInStep', meetingId: id }, key: `outlook/${id}` },
        { job: { name: 'showMeeting', meetingId: id }, key: `show/${id}` },
      ]),
      ...asking.flatMap(({ jobs }) => jobs),
    ],
    audit: [
      { at: now, by: by.objectId, did: 'placementConfirmed', placementId: placement.id, detail: { door: draft.door } },
      ...asking.flatMap(({ audit }) => audit),
      ...chosen.map(({ id }) => ({
        at: now,
        by: by.objectId,
        did: 'timeChosen',
        placementId: placement.id,
        meetingId: id,
      })),
    ],
  }
  const saved = await ports.store.save(change)
  return { placement: saved.placement!, meetings: saved.meetings }
}

/** The meeting at the time that was chosen, in two parts where it is held in two; or with the times that are held for it. */
async function settledAs(
  chosen: Chosen,
  meeting: PlanningMeeting,
  placement: Placement,
  { lateReason }: ConfirmClick,
  ports: Ports,
): Promise<{ meeting: PlanningMeeting; slots: Slot[] }[]> {
  const now = ports.clock.now()
  if ('toAsk' in chosen) {
    const asking = withTimesHeld(meeting, placement, chosen.toAsk, ports)
    if (!asking.ok) throw new Refused(asking.refusal.reason)
    return [{ meeting: asking.value, slots: chosen.toAsk }]
  }
  if ('way' in chosen) {
    const taken = takeWay(meeting, chosen, lateReason, now)
    if (!taken.ok) throw new Refused(taken.refusal.reason)
    return meetingsOf(taken.value, ports)
  }
  const slot = { start: chosen.start, end: chosen.end }
  const arranging = chooseTime(meeting, slot, now, lateReason)
  if (!arranging.ok) throw new Refused(arranging.refusal.reason)
  return [{ meeting: arranging.value, slots: [slot] }]
}

/** What came by mail, or from somebody who may not confirm, is confirmed by whoever presses. */
const confirmedBy = (draft: Draft, { name, email, role }: Reader): Draft =>
  hasConfirmer(draft)
    ? draft
    : { ...draft, fields: { ...draft.fields, confirmedBy: { name, email, ...(role && { role }) } } }

const hasConfirmer = ({ fields: { confirmedBy } }: Draft): boolean =>
  confirmedBy?.role !== undefined && CONFIRMERS.includes(confirmedBy.role)

const asksForConfirmer = ({ plan }: Draft): boolean => plan?.questions.some(({ id }) => id === 'confirmer') === true

/** A placement from a draft whose fields are whole. */
export function placementFrom(draft: Draft, plan: Plan, ports: Pick<Ports, 'settings' | 'clock'>): Placement {
  const read = readConfirmationJson(draft.fields)
  if (!read.ok) throw new Error('A draft with a plan has fields that are not whole')
  const placement: Placement = {
    id: randomUUID() as PlacementId,
    version: 0,
    pack: plan.pack,
    packVersion: plan.packVersion,
    confirmation: read.value,
    ...(draft.needs && { needs: draft.needs }),
    family: draft.family ?? (randomUUID() as FamilyId),
    plan,
    ...(draft.messages && { messages: draft.messages }),
    confirmedVia: draft.door,
    source: draft.source,
  }
  return withSiblingsAnew(placement, ports)
}

async function confirmedAs(id: PlacementId, { store }: Ports): Promise<Confirmed> {
  const placement = await store.placement(id)
  if (!placement) throw new Error(`The placement ${id} of a confirmed draft is missing`)
  return { placement, meetings: await store.meetingsOf(id), already: true }
}

/** Somebody else pressed first: theirs counts. */
async function seeWhatIsThere(click: ConfirmClick, ports: Ports): Promise<ConfirmOutcome> {
  const draft = await ports.store.draft(click.draftId)
  if (draft?.state === 'confirmed') return { ok: true, value: await confirmedAs(draft.placementId, ports) }
  const { caseReference, placementReference } = draft?.fields ?? {}
  const placement =
    caseReference && placementReference ? await ports.store.placementFor(caseReference, placementReference) : null
  if (placement) return { ok: true, value: await confirmedAs(placement.id, ports) }
  return { ok: false, reason: 'stale', draft }
}

/** Keeps what was answered, so that nobody is asked twice. */
async function keep(draft: Draft, before: Draft, ports: Ports): Promise<Draft> {
  if (draft === before) return before
  try {
    const jobs = delegateJobs(draft.plan, before.plan, { of: 'draft', id: draft.id }, ports.clock.now())
    return (await ports.store.save({ draft, jobs })).draft!
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return (await ports.store.draft(draft.id)) ?? before
  }
}

function withoutState({ state: _, ...draft }: Draft): Omit<Draft, 'state'> {
  const { placementId: __, ...rest } = draft as Omit<Draft, 'state'> & { placementId?: PlacementId }
  return rest
}

class Refused extends Error {
  readonly reason: ConfirmRefusal
  constructor(reason: ConfirmRefusal) {
    super(reason)
    this.reason = reason
  }
}
