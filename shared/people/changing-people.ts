/**
 * Somebody is to come as well, or not any more: what the confirmation says then. Whoever a decision keeps away is not let
 * in by another door, and family never comes onto the invitation of the others (P-06, P-40, P-44).
 */
import {
  isParentRole,
  withKeys,
  type Decision,
  type PersonKey,
  type PlacementConfirmation,
  type Role,
} from '../placement/placement.ts'
import type { Attendee, MeetingPlan } from '../meeting/plan.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { LocalDate } from '../dates/time.ts'

/** How somebody takes part who does not come. */
export const INSTEAD = ['contribute', 'viewsConsidered'] as const

export type PeopleChange =
  | { does: 'add'; role: Role; name: string; email: string | null; insideTenant: boolean; cleared?: boolean }
  | { does: 'remove'; person: PersonKey; instead: (typeof INSTEAD)[number] }

export type PeopleRefusal =
  'notToBeInvited' | 'ownInvitation' | 'alreadyComes' | 'notComing' | 'holdsDuty' | 'childIsTold'

export type Decided = { by: string; on: LocalDate }

export function withChangedPeople(
  confirmation: PlacementConfirmation,
  plan: MeetingPlan,
  change: PeopleChange,
  decided: Decided,
): Result<{ confirmation: PlacementConfirmation; about: PersonKey }, PeopleRefusal> {
  return change.does === 'add'
    ? withAdded(confirmation, plan, change, decided)
    : withRemoved(confirmation, plan, change, decided)
}

function withAdded(
  confirmation: PlacementConfirmation,
  plan: MeetingPlan,
  { role, name, email, insideTenant, cleared }: Extract<PeopleChange, { does: 'add' }>,
  decided: Decided,
): ReturnType<typeof withChangedPeople> {
  if (role === 'child') return refuse('childIsTold')
  const known = withKeys(confirmation.people)
  const isThem = ({ person }: (typeof known)[number]) =>
    email && person.email
      ? person.email.toLowerCase() === email.toLowerCase()
      : person.role === role && person.name.trim().toLowerCase() === name.trim().toLowerCase()
  const them = known.filter(isThem)
  if (them.some(({ person }) => person.decision?.part === 'notInvited')) return refuse('notToBeInvited')
  if (them.some(({ person }) => person.role !== role && (isParentRole(person.role) || isParentRole(role))))
    return refuse('ownInvitation')
  if (them.some(({ key }) => plan.attendees.some((one) => one.key === key && one.part === 'attend')))
    return refuse('alreadyComes')
  const same = them.find(({ person }) => person.role === role)
  const decision: Decision = { part: 'attend', decidedBy: decided.by, decidedOn: decided.on }
  const said = { decision, ...(cleared !== undefined && { clearedForAddress: cleared }) }
  const people = same
    ? confirmation.people.map((person) =>
        person === same.person ? { ...person, email: person.email ?? email, ...said } : person,
      )
    : [...confirmation.people, { role, name, email, insideTenant, ...said }]
  const about = same?.key ?? withKeys(people).at(-1)!.key
  return ok({ confirmation: { ...confirmation, people }, about })
}

export const mayLeave = ({ chair, convenor }: MeetingPlan, { key, role, part }: Attendee): boolean =>
  part === 'attend' && role !== 'child' && key !== chair.key && key !== convenor.key

function withRemoved(
  confirmation: PlacementConfirmation,
  plan: MeetingPlan,
  { person: key, instead }: Extract<PeopleChange, { does: 'remove' }>,
  decided: Decided,
): ReturnType<typeof withChangedPeople> {
  const attendee = plan.attendees.find((one) => one.key === key)
  if (!attendee || attendee.part !== 'attend') return refuse('notComing')
  if (attendee.role === 'child') return refuse('childIsTold')
  if (!mayLeave(plan, attendee)) return refuse('holdsDuty')
  const decision: Decision = { part: instead, decidedBy: decided.by, decidedOn: decided.on }
  const people = withKeys(confirmation.people).map(({ key: one, person }) =>
    one === key ? { ...person, decision } : person,
  )
  return ok({ confirmation: { ...confirmation, people }, about: key })
}
