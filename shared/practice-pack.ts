/**
 * A practice pack: one authority's practice as data. Every cell says what holds, in which words the source says so, and
 * whether the source states it, the law does, or it is a gap that the authority still has to confirm. A pack that is
 * silent on a cell leaves it to the statutory default. The packs themselves are the YAML files in `packs/`.
 */
import type { Basis, Part, PlacementType, Role } from './placement.ts'
import type { FactId, MeetingKind, RequirementId, RuleStatus } from './plan.ts'
import type { LocalDate } from './time.ts'

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

/** When a meeting has to be held, read from a sentence such as "within 3 working days of the placement starting". */
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
  /** Only where the placement was made so, or only while somebody is named in the role; always when absent. */
  when?: 'emergency' | 'routine' | 'named'
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
}

export type DocumentWhen = 'from16' | 'newlyLookedAfter' | 'laterMeeting'
export type DocumentCell = Cell<string> & { id: string; for?: PlacementType[]; when?: DocumentWhen }

export type PracticePack = {
  id: string
  name: string
  version: string
  effectiveFrom: LocalDate
  source: string
  record: Cell<string> & { system: string }
  firstMeeting: FirstMeetingCell[]
  emergencyMeeting?: {
    /** The placement types for which an emergency placement calls for an emergency meeting. */
    emergencyPlacement: Cell<PlacementType[]>
  }
  convenor: RoleCell[]
  chair: RoleCell[]
  minimum: MinimumCell[]
  venue: VenueCell[]
  attendance: AttendanceCell[]
  documents: DocumentCell[]
  /** Lines of the chair's checklist beyond those that every pack has. */
  chairsChecklist?: Cell<string[]>
  carePlan?: Cell<RuleStatus> & { everyPlacement: boolean }
  durationMinutes: Cell<Partial<Record<MeetingKind, number>>>
  roleWords?: Partial<Record<Role, string>>
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

/** The rule for the first meeting of a placement. Every type is covered by the statutory default. */
export function firstMeetingRule(pack: PracticePack, fallback: PracticePack, type: PlacementType, basis: Basis) {
  const cell = cellFor(pack, fallback, ({ firstMeeting }) => firstMeeting, type)
  if (!cell) throw new Error(`No rule for the first meeting of a ${type} placement in ${pack.id} or ${fallback.id}`)
  return cell[basis]
}

const HOLD_SENTENCE =
  /^(?:(before the placement starts)|(before the placement starts, or within|within) (\d{1,3}) (working days?|calendar days?|days?|hours?) of (?:the placement|it) starting)$/

/** Reads a rule's sentence; `null` for one that is not of a known form. */
export function readHoldRule(sentence: string): HoldRule | null {
  const match = HOLD_SENTENCE.exec(sentence)
  if (!match) return null
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
