/**
 * Convenor, chair, who is invited, who must be there, and how each is reached. Convenor and chair are roles of practice;
 * the organiser is only the mailbox that owns the Outlook event.
 */
import {
  isParentRole,
  withKeys,
  type Part,
  type Person,
  type PersonKey,
  type PlacementConfirmation,
  type PlacementType,
  type Role,
} from './placement.ts'
import type { Attendee, AttendeePart, EventKey, ReachedBy, RoleHolder } from './plan.ts'
import { cellFor, type PracticePack, type RoleCell } from './practice-pack.ts'
import { addDays, type LocalDate } from './time.ts'
import { isWorkingDay } from './working-days.ts'

export type Practice = { pack: PracticePack; fallback: PracticePack }

/** The stretch of days in which the meeting can still be held in time. */
export type Window = { from: LocalDate; until: LocalDate }

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

/** The person whom the pack names for a duty, unless somebody was chosen by e-mail. */
export function holderOf(
  cell: RoleCell | null,
  people: KeyedPerson[],
  chosen: string | undefined,
  window: Window,
): RoleHolder & { delegateNeeded: boolean } {
  const nobody = { role: null, person: null, key: null, requirements: cell?.requirements ?? [], delegateNeeded: false }
  if (chosen) {
    const found = people.find(({ person }) => sameAddress(person.email, chosen))
    if (found) return { ...nobody, ...named(found) }
  }
  if (!cell || cell.is === 'choose') return nobody
  const holder = people.find(({ person }) => person.role === cell.is)
  if (!holder) return { ...nobody, role: cell.is }
  if (!isAway(holder.person, window)) return { ...nobody, ...named(holder) }
  const standIn = cell.delegate && people.find(({ person }) => person.role === cell.delegate && !isAway(person, window))
  if (standIn) return { ...nobody, ...named(standIn) }
  return { ...nobody, ...named(holder), delegateNeeded: cell.delegate !== undefined }
}

/** On leave on every working day that is left (E-13). */
export function isAway({ onLeave = [] }: Person, { from, until }: Window): boolean {
  if (onLeave.length === 0) return false
  let workingDays = 0
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (!isWorkingDay(date)) continue
    workingDays += 1
    if (!onLeave.some((leave) => leave.from <= date && date <= leave.to)) return false
  }
  return workingDays > 0
}

/** The mailbox that owns the event: the convenor's, else the chair's, else the social worker's, else the service's. */
export function organiserMailbox(
  convenor: RoleHolder,
  chair: RoleHolder,
  people: KeyedPerson[],
  serviceMailbox: string,
): string {
  const candidates = [
    people.find(({ key }) => key === convenor.key),
    people.find(({ key }) => key === chair.key),
    people.find(({ person }) => person.role === 'childsSocialWorker'),
  ]
  return candidates.find((one) => one?.inside && one.person.email)?.person.email ?? serviceMailbox
}

/** How each person takes part, in the order in which they are to be shown. */
export function attendeesOf(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  type: PlacementType,
  practice: Practice,
  duties: { convenor: RoleHolder; chair: RoleHolder; minimum: Role[] },
): Attendee[] {
  let families = 0
  return people.map(({ key, person, inside }) => {
    const { part, requirements } = partOf(person, key, confirmation, type, practice, duties)
    const attends = part === 'attend' && person.role !== 'child'
    const event: EventKey | null = !attends ? null : isParentRole(person.role) ? `family:${(families += 1)}` : 'core'
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
  { convenor, chair }: { convenor: RoleHolder; chair: RoleHolder },
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
    ({ role, when }) => {
      if (role !== person.role) return false
      if (when === 'proceedings') return confirmation.child.courtProceedings === true
      if (when === 'from16') return confirmation.child.ageInYears >= 16
      return true
    },
  )
  return cell ? { part: cell.is, requirements: cell.requirements } : { part: 'informed', requirements: ['R-040'] }
}

/** A parent who is not invited stays undecided until the ground and the decision-maker are known (P-40). */
const settledPart = ({ decision }: Person): Part | 'undecided' =>
  !decision || (decision.part === 'notInvited' && !(decision.ground && decision.decidedBy))
    ? 'undecided'
    : decision.part

const isRequired = (key: PersonKey, role: Role, { chair, minimum }: { chair: RoleHolder; minimum: Role[] }) =>
  key === chair.key || minimum.includes(role) || role === 'interpreter'

function reachedBy(person: Person, inside: boolean, part: AttendeePart): ReachedBy {
  if (part === 'notInvited' || part === 'undecided') return 'none'
  if (person.role === 'child' || !person.email) return 'person'
  return inside ? 'teams' : 'email'
}

const named = ({ key, person }: KeyedPerson) => ({ key, role: person.role, person: person.name })
const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
const sameAddress = (a: string | null | undefined, b: string) => a?.toLowerCase() === b.toLowerCase()
