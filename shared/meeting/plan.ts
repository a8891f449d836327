/**
 * What a practice pack makes of a placement confirmation: the meetings, clocks, questions and warnings. Plain data;
 * every part carries the ids of the requirements it comes from, so that the app can show why.
 */
import type { Area, Basis, Part, PersonKey, PlacementType, Role, VenueKind } from '../placement/placement.ts'
import type { Instant, LocalDate } from '../dates/time.ts'

/** `R-…`, `P-…`, `A-…`, `E-…`, `K-…`: an entry of the requirement catalogue. */
export type RequirementId = string
/** `L-…`: a fact from the law beyond the sources. */
export type FactId = string

export type RuleStatus = 'law' | 'statutoryGuidance' | 'localPractice'

/** One line of a deadline's working: a day and whether it counted, or a plain sentence. */
export type WorkingLine = { date?: LocalDate; counted?: number; words: string }

export type Deadline = {
  /** The last moment that is in time: 23:59:59 in London for rules in days. */
  at: Instant
  date: LocalDate
  rule: string
  status: RuleStatus
  requirements: RequirementId[]
  /** Day by day, how the date comes about, in sentences fit for a case note. */
  working: WorkingLine[]
}

export const MEETING_KINDS = ['first', 'emergency', 'introduction', 'interval', 'duringReview', 'disruption'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const MEETING_TRIGGERS = [
  'emergencyPlacement',
  'seriousIncident',
  'missingDuration',
  'missingOccasions',
  'otherSeriousEvent',
  'interval',
  'lacReview',
  'request',
  'unplannedEnding',
] as const
export type MeetingTrigger = (typeof MEETING_TRIGGERS)[number]

/** A part in the meeting, or why there is none yet: `informed` is told of it, `undecided` waits for a person's decision. */
export type AttendeePart = Part | 'informed' | 'undecided'

/** Microsoft Teams inside the tenant, e-mail outside, a named worker for the child, or nobody. */
export type ReachedBy = 'teams' | 'email' | 'person' | 'none'

/** Which Outlook event carries someone: all professionals and carers share one, each attending parent has one of their own (P-06). */
export type EventKey = 'core' | `family:${number}`

export type Attendee = {
  key: PersonKey
  role: Role
  name: string
  email: string | null
  part: AttendeePart
  required: boolean
  reachedBy: ReachedBy
  event: EventKey | null
  requirements: RequirementId[]
}

export type RoleHolder = {
  role: Role | null
  person: string | null
  key: PersonKey | null
  requirements: RequirementId[]
}

export type { VenueKind }
export type Venue = { kind: VenueKind; shownTo: Role[]; requirements: RequirementId[] }

export type Audience = 'all' | 'professionals'
export type AgendaItem = {
  item: string
  title: string
  prompts: string[]
  audience: Audience
  minutes: number
  requirements: RequirementId[]
}

export type EmergencyLine = { item: string; requirements: RequirementId[] }
export type ChairsLine = { item: string; preset: 'needed' | 'notNeeded' | null; requirements: RequirementId[] }
export type MeetingDocument = { id: string; requirements: RequirementId[] }

export type MeetingPlan = {
  kind: MeetingKind
  combines: MeetingKind[]
  triggers: MeetingTrigger[]
  deadline: Deadline | null
  notBefore: Instant | null
  mustStartBefore: Instant | null
  durationMinutes: number
  convenor: RoleHolder
  chair: RoleHolder
  organiserMailbox: string
  minimum: Role[]
  attendees: Attendee[]
  venue: Venue
  agenda: AgendaItem[]
  emergencyChecklist: EmergencyLine[]
  chairsChecklist: ChairsLine[]
  documents: MeetingDocument[]
}

export type Clock = {
  id: string
  title: string
  due: LocalDate | Instant
  /** The day that holds if a placement's `due` before the start was not reasonably practicable. */
  fallback?: LocalDate
  owner: Role
  status: RuleStatus
  requirements: RequirementId[]
  facts: FactId[]
  working: WorkingLine[]
}

export type Question = {
  id: string
  text: string
  requirements: RequirementId[]
  choices?: { value: string; title: string }[]
}
export type Warning = { id: string; text: string; requirements: RequirementId[] }

export const PLAN_STATUSES = ['ready', 'asks', 'provisional', 'noMeeting'] as const
/** `asks`: questions must be answered before anything is sent. */
export type PlanStatus = (typeof PLAN_STATUSES)[number]

export type Plan = {
  pack: string
  packVersion: string
  status: PlanStatus
  basis: { value: Basis | null; stated: boolean }
  placementType: PlacementType | null
  area: Area | null
  meetings: MeetingPlan[]
  clocks: Clock[]
  questions: Question[]
  warnings: Warning[]
}
