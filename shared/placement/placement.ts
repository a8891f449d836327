/**
 * What a placement confirmation says. One shape, whichever door it came in by; times are moments, days are London
 * days. What is absent is not known: it is asked for where something depends on it, never guessed.
 */
import type { Instant, LocalDate } from '../dates/time.ts'

export const ROLES = [
  'child',
  'mother',
  'father',
  'parent',
  'otherWithParentalResponsibility',
  'childsSocialWorker',
  'teamManager',
  'supervisingSocialWorker',
  'fosterCarer',
  'connectedCarer',
  'registeredManager',
  'managersDelegate',
  'keyWorker',
  'placementOfficer',
  'financeOfficer',
  'designatedManager',
  'independentReviewingOfficer',
  'childrensGuardian',
  'virtualSchoolHead',
  'designatedTeacher',
  'healthTeam',
  'advocate',
  'personalAdviser',
  'interpreter',
  'minuteTaker',
  'emergencyDutyTeam',
] as const
export type Role = (typeof ROLES)[number]

/** People whose part is decided one by one, and who have an invitation of their own (P-06, P-40). */
export const PARENT_ROLES = ['mother', 'father', 'parent', 'otherWithParentalResponsibility'] as const
export type ParentRole = (typeof PARENT_ROLES)[number]
export const isParentRole = (role: Role): role is ParentRole => (PARENT_ROLES as readonly Role[]).includes(role)

/** What the child is called in a list of people: a confirmation never holds the name. */
export const CHILD_AS_ATTENDEE = 'the child'

export const PLACEMENT_TYPES = [
  'foster',
  'connectedCarer',
  'residential',
  'secure',
  'withParents',
  'supportedAccommodation',
] as const
export type PlacementType = (typeof PLACEMENT_TYPES)[number]

export const LEGAL_STATUSES = [
  'section20',
  'interimCareOrder',
  'careOrder',
  'remand',
  'policeProtection',
  'emergencyProtectionOrder',
  'unknown',
] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

export const BASES = ['planned', 'emergency'] as const
/** Planned or emergency: which rules a placement follows. Not to be mixed up with an emergency meeting. */
export type Basis = (typeof BASES)[number]

export const AREAS = ['inside', 'adjoining', 'distant'] as const
export type Area = (typeof AREAS)[number]

export const VENUE_KINDS = ['placement', 'office', 'online', 'hybrid'] as const
/** Where a meeting is held. */
export type VenueKind = (typeof VENUE_KINDS)[number]

export const PROVIDER_KINDS = ['authority', 'independent'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

export const PARTS = ['attend', 'contribute', 'viewsConsidered', 'notInvited'] as const
/** The four ways in which someone may take part in a meeting; they are never merged (K-07, R-069). */
export type Part = (typeof PARTS)[number]

export const GROUNDS = ['courtOrder', 'riskToChild', 'riskToAttendee', 'whereaboutsUnknown', 'childsWishes'] as const
/** Why someone is not invited (P-40). */
export type Ground = (typeof GROUNDS)[number]

export const TRIGGER_KINDS = [
  'seriousIncident',
  'missing',
  'missingDuration',
  'missingOccasions',
  'otherSeriousEvent',
  'interval',
  'lacReview',
  'request',
  'unplannedEnding',
] as const
export type TriggerKind = (typeof TRIGGER_KINDS)[number]

export type Child = {
  /** Never put into a calendar, card or log. */
  initials: string
  ageInYears: number
  legalStatus?: LegalStatus
  firstPlacement?: boolean
  newlyLookedAfterOn?: LocalDate | null
  turns18On?: LocalDate | null
  keyStage4?: boolean
  missingHistory?: boolean
  /** At this moment: the meeting is held all the same (E-26). */
  missingNow?: boolean
  protectionConcern?: boolean
  courtProceedings?: boolean
  unaccompaniedAsylumSeeking?: boolean
  /** Every week, where meetings keep out of it if they can. */
  familyTime?: FamilyTime[]
}

/** "Keeping safe" may then not be put off. */
export const needsSafetyPlan = ({ missingHistory, missingNow, protectionConcern }: Child): boolean =>
  missingHistory === true || missingNow === true || protectionConcern === true

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** On London's clocks, `16:00`. */
export type FamilyTime = { weekday: Weekday; from: string; until: string }

export type PlacementDetails = {
  type?: PlacementType
  basis?: Basis
  /** `null` while the placement is still being found. */
  startsAt: Instant | null
  plannedEndOn?: LocalDate | null
  /** A series under regulation 48, for which no first meeting is due (L-06). */
  shortBreaks?: boolean
  area?: Area
  providerName?: string
  providerUrn?: string | null
  providerKind?: ProviderKind
  /** Protected unless every reader is cleared for it (P-03). */
  address?: string | null
  educationDisrupted?: boolean
  household?: string[]
}

export type Decision = {
  part: Part
  ground?: Ground
  decidedBy?: string
  decidedOn?: LocalDate
  viewsObtainedBy?: string
}

export type Person = {
  role: Role
  name: string
  email?: string | null
  insideTenant?: boolean
  onLeave?: { from: LocalDate; to: LocalDate }[]
  parentalResponsibility?: boolean
  decision?: Decision
  /** Absent: not yet decided, which behaves as no (P-34). */
  clearedForAddress?: boolean
  separateFrom?: Role[]
}

export type Trigger = {
  kind: TriggerKind
  at: Instant
  reason?: string
  firstMeetingHeld?: boolean
  episodes?: { from: Instant; to: Instant }[]
  missingMeetingHeldOn?: LocalDate | null
  /** Who leads the safeguarding process and agrees that the meeting is held, where it is about an allegation (E-48). */
  agreedBy?: string
}

/** What a person decided of a placement that is queried instead of scheduled; who decided, and why, where it is held. */
export type Queried = { meeting: 'hold' | 'none'; because?: string; decidedBy?: string }

export type Choices = {
  chair?: string
  convenor?: string
  lateReason?: string
  venue?: VenueKind
  queried?: Queried
}

export type PlacementConfirmation = {
  caseReference: string
  placementReference: string
  child: Child
  placement: PlacementDetails
  confirmedAt: Instant
  confirmedBy: { name: string; email: string; role?: Role }
  people: Person[]
  trigger?: Trigger | null
  choices?: Choices
}

/** Which of a placement's people: the role and the how-manieth of that role, `fosterCarer:2`. Stable while people are only added. */
export type PersonKey = `${Role}:${number}`

/** Every person with the key that meetings, answers and minutes know them by. */
export function withKeys(people: Person[]): { key: PersonKey; person: Person }[] {
  const seen = new Map<Role, number>()
  return people.map((person) => {
    const nth = (seen.get(person.role) ?? 0) + 1
    seen.set(person.role, nth)
    return { key: `${person.role}:${nth}` as const, person }
  })
}

export const roleOf = (key: PersonKey): Role => key.split(':')[0] as Role
