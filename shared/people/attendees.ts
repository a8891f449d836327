/** Who takes part in the meeting and how: who is invited, who must be there, and how each is reached. */
import {
  isParentRole,
  withKeys,
  type Part,
  type Person,
  type PersonKey,
  type PlacementConfirmation,
  type PlacementType,
  type Role,
} from '../placement/placement.ts'
import type { Attendee, AttendeePart, EventKey, MeetingKind, ReachedBy } from '../meeting/plan.ts'
import type { Duties } from './duties.ts'
import { cellFor, type AttendanceWhen, type PracticePack } from '../practice/practice-pack.ts'

export type Practice = { pack: PracticePack; fallback: PracticePack }

export type KeyedPerson = { key: PersonKey; person: Person; inside: boolean }

/** Everybody whom the confirmation names. Inside the tenant is as stated, else whoever shares the confirmer's mail domain. */
export function everybody(confirmation: PlacementConfirmation): KeyedPerson[] {
  const home = domainOf(confirmation.confirmedBy.email)
  return withKeys(confirmation.people).map(({ key, person }) => ({
    key,
    person,
    inside: person.insideTenant ?? (!!person.email && domainOf(person.email) === home),
  }))
}

/** How each person takes part, in the order in which they are to be shown. */
export function attendeesOf(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  type: PlacementType,
  practice: Practice,
  duties: Duties,
  kind: MeetingKind,
): Attendee[] {
  // Whoever comes to a review has its invitation; there is no second one for what is planned within it.
  const invites = kind !== 'duringReview'
  let families = 0
  return people.map(({ key, person, inside }) => {
    const { part, requirements } = partOf(person, key, confirmation, type, practice, duties)
    const attends = part === 'attend' && person.role !== 'child'
    const event: EventKey | null =
      !attends || !invites ? null : isParentRole(person.role) ? `family:${(families += 1)}` : 'core'
    return {
      key,
      role: person.role,
      name: person.name,
      email: person.email ?? null,
      part,
      required: attends && isRequired(key, person.role, duties),
      reachedBy: reachedBy(person, inside, part),
      event,
      requirements,
    }
  })
}

function partOf(
  person: Person,
  key: PersonKey,
  confirmation: PlacementConfirmation,
  type: PlacementType,
  { pack, fallback }: Practice,
  { convenor, chair }: Duties,
): { part: AttendeePart; requirements: string[] } {
  if (person.role === 'child') return { part: person.decision?.part ?? 'undecided', requirements: ['R-056'] }
  if (isParentRole(person.role)) {
    const part = settledPart(person)
    return { part, requirements: part === 'notInvited' ? ['R-057', 'P-40'] : ['R-057', 'P-06'] }
  }
  if (person.decision) return { part: person.decision.part, requirements: ['R-069'] }
  if (key === chair.key) return { part: 'attend', requirements: chair.requirements }
  if (key === convenor.key && person.role !== 'placementOfficer')
    return { part: 'attend', requirements: convenor.requirements }
  const cell = cellFor(
    pack,
    fallback,
    ({ attendance }) => attendance,
    type,
    ({ role, when }) => role === person.role && holds(when, confirmation),
  )
  return cell ? { part: cell.is, requirements: cell.requirements } : { part: 'informed', requirements: ['R-040'] }
}

export function holds(when: AttendanceWhen | undefined, { child }: PlacementConfirmation): boolean {
  if (when === 'proceedings') return child.courtProceedings === true
  return when !== 'from16' || child.ageInYears >= 16
}

/** A parent who is not invited stays undecided until the ground and the decision-maker are known (P-40). */
const settledPart = ({ decision }: Person): Part | 'undecided' =>
  !decision || (decision.part === 'notInvited' && !(decision.ground && decision.decidedBy))
    ? 'undecided'
    : decision.part

/** Never the child or a parent as such: without them a meeting counts, with the reason in its record. */
const isRequired = (key: PersonKey, role: Role, { chair, minimum }: Duties) =>
  key === chair.key || minimum.includes(role) || role === 'interpreter'

function reachedBy(person: Person, inside: boolean, part: AttendeePart): ReachedBy {
  if (part === 'notInvited' || part === 'undecided') return 'none'
  if (person.role === 'child' || !person.email) return 'person'
  return inside ? 'teams' : 'email'
}

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
