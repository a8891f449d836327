/**
 * A practice pack: one authority's practice as data. Every cell says what holds, in which words the source says so, and
 * whether the source states it, the law does, or it is a gap that the authority still has to confirm. A pack that is
 * silent on a cell leaves it to the statutory default. The packs themselves are the YAML files in `packs/`.
 */
import type { Basis, Part, PlacementType, Role } from '../placement/placement.ts'
import type { SiblingTimes } from '../placement/siblings.ts'
import type { ClosingRule } from '../dates/closing-rule.ts'
import type { FollowUpRule } from '../deadlines/follow-up-rule.ts'
import type { FactId, MeetingKind, MeetingTrigger, RequirementId, RuleStatus } from '../meeting/plan.ts'
import type { TentativePolicy } from '../times/slots.ts'
import type { LocalDate } from '../dates/time.ts'

export type Provenance = 'stated' | 'law' | 'gap'

export type Cell<Value> = {
  is: Value
  /** The source's own words, or the gap in ours. */
  says: string
  from: Provenance
  fact?: FactId
  requirements: RequirementId[]
}

export type TimeUnit = 'workingDay' | 'calendarDay' | 'hour'

/** By when something is held or due, read from a sentence such as "within 3 working days of the placement starting". */
export type HoldRule = {
  sentence: string
  /** `must`: only before the start is in time. `may`: before it, or within the time after. */
  beforeStart: 'must' | 'may' | 'no'
  within: { count: number; unit: TimeUnit; unitGiven: boolean } | null
}

export type FirstMeetingCell = {
  for: PlacementType[]
  planned: Cell<HoldRule>
  emergency: Cell<HoldRule>
}

/** `choose`: the pack leaves it open, and a person has to be asked each time. */
export type RoleCell = Cell<Role | 'choose'> & {
  for: PlacementType[]
  /** Only for emergencies or only outside them, or only while somebody is named in the role; always when absent. */
  when?: 'emergency' | 'routine' | 'named'
  /** Only for these kinds of meeting; for all when absent. */
  meeting?: MeetingKind[]
  /** Who may stand in when the holder is away, by name and before invitations go. */
  delegate?: Role
}

export type MinimumCell = Cell<Role[]> & { for: PlacementType[] }

export type VenueCell = Cell<'placement' | 'office' | 'online'> & { for: PlacementType[] }

export type AttendanceWhen = 'proceedings' | 'from16'

/** How somebody in a role takes part unless a person decides otherwise. */
export type AttendanceCell = Cell<Part | 'informed'> & {
  role: Role
  for?: PlacementType[]
  when?: AttendanceWhen
  /** Somebody in this role is thought of where nobody is named. */
  suggest?: boolean
}

export type DocumentWhen = 'from16' | 'newlyLookedAfter' | 'laterMeeting'
export type DocumentCell = Cell<string> & { id: string; for?: PlacementType[]; when?: DocumentWhen }

/** What may happen in a placement and call for an emergency meeting. */
export const EVENTS = ['seriousIncident', 'missingDuration', 'missingOccasions', 'otherSeriousEvent'] as const
export type Event = (typeof EVENTS)[number] & MeetingTrigger
export const isEvent = (kind: string): kind is Event => (EVENTS as readonly string[]).includes(kind)

/** What calls for a further meeting that is no emergency. */
export const FURTHER = ['lacReview', 'interval', 'request', 'unplannedEnding'] as const
export type Further = (typeof FURTHER)[number] & MeetingTrigger

/** How a pack counts the times a child was missing. */
export type MissingCells = {
  /** So many hours missing call for a meeting; where so many dates are touched in less, a person is asked. */
  duration: Cell<number> & { askFromDates: number }
  /** So many times missing in one placement, counted afresh after a meeting held because of it. */
  occasions: Cell<number> & { withinDays?: number }
}

/** Clocks of the law that start with the placement; a practice may be stricter, never laxer (2.4). */
export const STATUTORY_CLOCKS = ['placementPlan', 'carePlan', 'pep', 'visit', 'notifications'] as const
export type StatutoryClock = (typeof STATUTORY_CLOCKS)[number]
export type DeadlineCell = Cell<HoldRule> & { clock: StatutoryClock; for?: PlacementType[] }

/** A task that follows from a placement, a review or an ending, beyond those that the law sets everywhere. */
export type FollowUpCell = Cell<FollowUpRule> & {
  clock: string
  title: string
  owner: Role
  status?: RuleStatus
  for?: PlacementType[]
  /** Only where the end of the placement is planned, or after an emergency placement; always when absent. */
  when?: 'plannedEnd' | 'emergency'
}

/** What a source also says, and this app carries elsewhere than by counting or inviting. */
export const MATTERS = [
  'covers', 'workflowStart', 'lateReason', 'remote', 'purpose', 'agenda', 'emergencyChecklist', 'chairsChecklist',
  'riskAssessment', 'delegatedAuthority', 'notifications', 'planAuthor', 'planSigned', 'completeness', 'outcome',
  'circulation', 'revision', 'ending', 'oversight', 'attendance',
] as const // prettier-ignore
export type Matter = (typeof MATTERS)[number]
export type StatementCell = Cell<string> & {
  about: Matter
  /** Items of the agenda and lines of the checklists that carry it. */
  items?: string[]
}

/** What the practice is read with, and where it stands. */
export type GuidanceCell = Cell<string> & { link: string; status: RuleStatus }

export type PracticePack = {
  id: string
  name: string
  version: string
  /** The first day on which placements may start under this version. */
  effectiveFrom: LocalDate
  source: string
  record: Cell<string> & { system: string }
  firstMeeting: FirstMeetingCell[]
  /** The placement types before whose planned start an introduction meeting is offered. */
  introduction?: Cell<PlacementType[]>
  emergencyMeeting?: {
    /** The placement types for which an emergency placement calls for an emergency meeting. */
    emergencyPlacement?: Cell<PlacementType[]>
    /** What else calls for one. */
    after?: Cell<Event>[]
    byWhen?: Cell<HoldRule>
  }
  missing?: MissingCells
  furtherMeetings?: Cell<Further>[]
  convenor: RoleCell[]
  chair: RoleCell[]
  minimum: MinimumCell[]
  /** `29 December`: working days all the same, on which few people are there. */
  officesShut?: Cell<string[]>
  /** Whether what somebody has pencilled in stops them from coming. */
  tentative?: Cell<TentativePolicy>
  /** Who hears of it, of the people on the case, where a meeting is about to run out of times. */
  runningOut?: Cell<Role>
  venue: VenueCell[]
  attendance: AttendanceCell[]
  documents: DocumentCell[]
  /** Lines of the chair's checklist beyond those that every pack has. */
  chairsChecklist?: Cell<string[]>
  carePlan?: Cell<RuleStatus> & { everyPlacement: boolean; for?: PlacementType[] }
  deadlines?: DeadlineCell[]
  followUp?: FollowUpCell[]
  guidance?: GuidanceCell[]
  rest?: StatementCell[]
  durationMinutes: Cell<Partial<Record<MeetingKind, number>>>
  /** Whether one time may serve the meetings of brothers and sisters who are placed together (E-16). */
  siblings?: Cell<SiblingTimes>
  /** Until when people outside may say which of the times that are held for them they can (E-44). */
  outsideAnswers?: Cell<ClosingRule>
  roleWords?: Partial<Record<Role, string>>
}

/**
 * Of a pack's versions the one for placements that start on a day: a placement keeps the version in force at its start,
 * however the practice changes afterwards. Before the first version there is nothing else to go by than that one.
 */
export function versionInForce(versions: PracticePack[], startsOn: LocalDate): PracticePack {
  const inOrder = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  return inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= startsOn) ?? inOrder[0]!
}

/** The cell of a list that is meant for a placement type, the pack's own first, else the statutory default's. */
export function cellFor<C extends { for?: PlacementType[] }>(
  pack: PracticePack,
  fallback: PracticePack,
  list: (pack: PracticePack) => C[],
  type: PlacementType,
  fits: (cell: C) => boolean = () => true,
): C | null {
  const find = (from: PracticePack) => list(from).find((cell) => (!cell.for || cell.for.includes(type)) && fits(cell))
  return find(pack) ?? find(fallback) ?? null
}

/** What a pack says itself of a clock of the law, which may be stricter. */
export const deadlineCell = (pack: PracticePack, clock: StatutoryClock, type: PlacementType | undefined) =>
  pack.deadlines?.find((cell) => cell.clock === clock && (!cell.for || (!!type && cell.for.includes(type)))) ?? null

/** Until when people outside are waited for: the pack's own word, else the statutory default's. */
export function outsideAnswersRule({ pack, fallback }: { pack: PracticePack; fallback: PracticePack }): ClosingRule {
  const cell = pack.outsideAnswers ?? fallback.outsideAnswers
  if (!cell) throw new Error(`Neither ${pack.id} nor ${fallback.id} says until when answers are waited for`)
  return cell.is
}

/** Nobody is promised what no practice allows. */
export const siblingTimesRule = ({ pack, fallback }: { pack: PracticePack; fallback: PracticePack }): SiblingTimes =>
  (pack.siblings ?? fallback.siblings)?.is ?? 'apart'

/** The rules for the first meeting of a placement. Every type is covered by the statutory default. */
export function firstMeetingRules(
  pack: PracticePack,
  fallback: PracticePack,
  type: PlacementType,
): Record<Basis, Cell<HoldRule>> {
  const cell = cellFor(pack, fallback, ({ firstMeeting }) => firstMeeting, type)
  if (!cell) throw new Error(`No rule for the first meeting of a ${type} placement in ${pack.id} or ${fallback.id}`)
  return cell
}

const HOLD_SENTENCE =
  /^(?:(before the placement starts)|(before the placement starts, or within|within) (\d{1,3}) (working days?|calendar days?|days?|hours?) of (?:(?:the placement|it) starting|(the event)))$/

/** Reads the sentence of a rule that starts with the placement; `null` for one that is not of a known form. */
export function readHoldRule(sentence: string): HoldRule | null {
  const match = HOLD_SENTENCE.exec(sentence)
  return match && !match[5] ? asHoldRule(sentence, match) : null
}

/** As {@link readHoldRule}, for a rule that starts with an event in the placement. */
export function readEventRule(sentence: string): HoldRule | null {
  const match = HOLD_SENTENCE.exec(sentence)
  return match?.[5] && match[2] === 'within' ? asHoldRule(sentence, match) : null
}

function asHoldRule(sentence: string, match: RegExpExecArray): HoldRule {
  const [, before, opening, count, unit] = match
  if (before) return { sentence, beforeStart: 'must', within: null }
  return {
    sentence,
    beforeStart: opening === 'within' ? 'no' : 'may',
    within: {
      count: Number(count),
      unit: unit!.startsWith('working') ? 'workingDay' : unit!.startsWith('hour') ? 'hour' : 'calendarDay',
      unitGiven: unit!.startsWith('working') || unit!.startsWith('calendar') || unit!.startsWith('hour'),
    },
  }
}

export const HOLD_FORMS = [
  'before the placement starts',
  'within 3 working days of the placement starting',
  'within 72 hours of the placement starting',
  'before the placement starts, or within 5 working days of it starting',
]

export const EVENT_FORMS = ['within 3 working days of the event', 'within 72 hours of the event']
