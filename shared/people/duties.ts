/**
 * Who convenes, who chairs, who has to be there, and whose mailbox owns the Outlook event. Convenor and chair are roles
 * of practice; the organiser is only a mailbox.
 */
import type { KeyedPerson, Practice } from './attendees.ts'
import {
  isParentRole,
  type Person,
  type PlacementConfirmation,
  type PlacementType,
  type Role,
} from '../placement/placement.ts'
import type { Deadline, MeetingKind, RoleHolder } from '../meeting/plan.ts'
import { cellFor, type MinimumCell, type PracticePack, type RoleCell } from '../practice/practice-pack.ts'
import { addDays, londonDate, type Instant, type LocalDate } from '../dates/time.ts'
import { whyNotWorkingAsKnown } from '../dates/working-days.ts'

/** The stretch of days in which the meeting can still be held in time or, once it is late, in the week to come. */
export type Window = { from: LocalDate; until: LocalDate }

export type Duties = {
  convenor: RoleHolder
  /** On leave on every working day that is left. */
  convenorAway: boolean
  chair: RoleHolder
  /** Who has to be asked for: a delegate of the home's manager by name (E-13), or anybody to take the chair. */
  chairOpen: 'delegate' | 'anybody' | null
  /** The pack leaves the convenor to be named each time. */
  convenorOpen: boolean
  minimum: Role[]
  cells: { convenor: RoleCell | null; chair: RoleCell | null; minimum: MinimumCell | null }
}

export function windowUntil(deadline: Deadline | null, now: Instant): Window {
  const from = londonDate(now)
  const until = deadline?.date ?? addDays(from, 14)
  return { from, until: until < from ? addDays(from, 7) : until }
}

/** What decides who holds a meeting, beside the placement: its kind, and whether it follows an emergency. */
export type Occasion = { kind: MeetingKind; urgency: 'emergency' | 'routine' }

export function dutiesOf(
  { choices, confirmedBy }: PlacementConfirmation,
  people: KeyedPerson[],
  type: PlacementType,
  { kind, urgency }: Occasion,
  { pack, fallback }: Practice,
  window: Window,
): Duties {
  const isNamed = (role: Role | 'choose') => people.some(({ person }) => person.role === role)
  const duty = (list: (pack: PracticePack) => RoleCell[]) =>
    cellFor(
      pack,
      fallback,
      list,
      type,
      ({ when, is, meeting }) =>
        (!meeting || meeting.includes(kind)) && (!when || when === urgency || (when === 'named' && isNamed(is))),
    )
  const cells = {
    convenor: duty(({ convenor }) => convenor),
    chair: duty(({ chair }) => chair),
    minimum: cellFor(pack, fallback, ({ minimum }) => minimum, type),
  }
  // A convenor on leave still convenes: what is sent goes from an authority's mailbox either way.
  const named = holderOf(
    cells.convenor && { ...cells.convenor, delegate: undefined },
    people,
    choices?.convenor,
    window,
  )
  // Whoever confirmed holds the role already, also where the list of people leaves them out.
  const convenor = !named.key && named.role === confirmedBy.role ? { ...named, person: confirmedBy.name } : named
  const chair = holderOf(cells.chair, people, choices?.chair, window)
  const chairOpen = chair.away ? standInFor(cells.chair) : cells.chair?.is === 'choose' && !chair.key ? 'anybody' : null
  return {
    convenor: bare(convenor),
    convenorAway: convenor.away,
    convenorOpen: cells.convenor?.is === 'choose' && !convenor.key,
    chair: chairOpen
      ? { ...bare(chair), role: chairOpen === 'delegate' ? chair.role : null, person: null, key: null }
      : bare(chair),
    chairOpen,
    minimum: (cells.minimum?.is ?? []).map((role) => standIn(role, people, window)),
    cells,
  }
}

/** Who holds a duty. `away`: everybody whom the pack names for it is on leave for as long as it can be done in time. */
export type Holder = RoleHolder & { away: boolean }

/** The person whom the pack names for a duty, else the one who may stand in, unless somebody was chosen by e-mail. */
export function holderOf(
  cell: RoleCell | null,
  people: KeyedPerson[],
  chosen: string | undefined,
  window: Window,
): Holder {
  const nobody = { role: null, person: null, key: null, requirements: cell?.requirements ?? [], away: false }
  const found = chosen && people.find(({ person }) => isHolder(person, chosen))
  if (found) return { ...nobody, ...asHolder(found) }
  if (!cell || cell.is === 'choose') return nobody
  const [holder, ...more] = people.filter(({ person }) => person.role === cell.is)
  const standIns = people.filter(({ person }) => person.role === cell.delegate)
  const present = [...(holder ? [holder, ...more] : []), ...standIns].find(({ person }) => !isAway(person, window))
  if (present) return { ...nobody, ...asHolder(present) }
  return holder ? { ...nobody, ...asHolder(holder), away: true } : { ...nobody, role: cell.is }
}

/** One person may be named twice, as a carer and as family: it is not as family that somebody holds a duty. */
const isHolder = ({ role, email }: Person, chosen: string) =>
  email?.toLowerCase() === chosen.toLowerCase() && role !== 'child' && !isParentRole(role)

const standInFor = (cell: RoleCell | null) => (cell?.delegate === 'managersDelegate' ? 'delegate' : 'anybody')

/** Where the home's manager is away, or nobody is named, a delegate who is named stands for the home. */
function standIn(role: Role, people: KeyedPerson[], window: Window): Role {
  const present = (one: Role) => people.some(({ person }) => person.role === one && !isAway(person, window))
  return role === 'registeredManager' && !present(role) && present('managersDelegate') ? 'managersDelegate' : role
}

/** On leave on every working day that is left (E-13). */
export function isAway({ onLeave = [] }: Person, { from, until }: Window): boolean {
  if (onLeave.length === 0) return false
  let workingDays = 0
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (whyNotWorkingAsKnown(date)) continue
    workingDays += 1
    if (!onLeave.some((leave) => leave.from <= date && date <= leave.to)) return false
  }
  return workingDays > 0
}

/** The mailbox that owns the event: the convenor's, else the chair's, else the social worker's, else the service's. */
export function organiserMailbox(
  { convenor, chair }: Pick<Duties, 'convenor' | 'chair'>,
  people: KeyedPerson[],
  confirmer: string,
  serviceMailbox: string,
): string {
  if (convenor.person && !convenor.key) return confirmer
  const candidates = [
    people.find(({ key }) => key === convenor.key),
    people.find(({ key }) => key === chair.key),
    people.find(({ person }) => person.role === 'childsSocialWorker'),
  ]
  return candidates.find((one) => one?.inside && one.person.email)?.person.email ?? serviceMailbox
}

const bare = ({ role, person, key, requirements }: RoleHolder): RoleHolder => ({ role, person, key, requirements })
const asHolder = ({ key, person }: KeyedPerson) => ({ key, role: person.role, person: person.name })
