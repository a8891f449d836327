/**
 * The placements F1 to F8 on which the requirement catalogue counts, told with invented people, and the practices under
 * which they are planned. Family live apart; the home is an independent one outside the tenant.
 */
import { loadPacks } from '../../bot/practice-packs.ts'
import type { Practice } from '../../shared/people/attendees.ts'
import type { Child, Person, PlacementConfirmation, PlacementDetails, Role } from '../../shared/placement/placement.ts'
import { planFor } from '../../shared/meeting/plan-placement.ts'
import type { MeetingPlan, Plan } from '../../shared/meeting/plan.ts'
import { day, instant, londonDate, type Instant } from '../../shared/dates/time.ts'
import { aConfirmation } from './builders.ts'

const packs = loadPacks()

export const SERVICE_MAILBOX = 'placement.planning@brackenshire.example'
export const PACK_IDS = [
  'england-default',
  'standards-lcs',
  'homes-care-planning',
  'wm-mosaic',
  'south-glos',
  'leicester',
] as const
export type PackId = (typeof PACK_IDS)[number]

export function practiceOf(id: string): Practice {
  const practice = packs.practice(id, day('2026-10-26'))
  if (!practice) throw new Error(`no pack ${id}`)
  return practice
}

export const planUnder = (
  confirmation: PlacementConfirmation,
  practice: Practice,
  now = confirmation.confirmedAt,
): Plan => planFor(confirmation, practice, now, { serviceMailbox: SERVICE_MAILBOX })
export const planOf = (confirmation: PlacementConfirmation, pack: PackId, now?: Instant): Plan =>
  planUnder(confirmation, practiceOf(pack), now)

/** The first meeting of a placement, of which there is exactly one; an introduction may come besides. */
export function meetingOf(confirmation: PlacementConfirmation, pack: PackId, now?: Instant): MeetingPlan {
  const [meeting, ...more] = planOf(confirmation, pack, now).meetings.filter(({ combines }) =>
    combines.includes('first'),
  )
  if (!meeting || more.length > 0) throw new Error('exactly one first meeting was expected (R-001)')
  return meeting
}

/** The one meeting that something in a placement calls for. */
export function onlyMeetingOf(confirmation: PlacementConfirmation, pack: PackId, now?: Instant): MeetingPlan {
  const [meeting, ...more] = planOf(confirmation, pack, now).meetings
  if (!meeting || more.length > 0) throw new Error('exactly one meeting was expected')
  return meeting
}

export const questionIds = (confirmation: PlacementConfirmation, pack: PackId = 'england-default', now?: Instant) =>
  planOf(confirmation, pack, now).questions.map(({ id }) => id)
export const warningIds = (confirmation: PlacementConfirmation, pack: PackId = 'england-default', now?: Instant) =>
  planOf(confirmation, pack, now).warnings.map(({ id }) => id)

const INSIDE = 'brackenshire.example'
const inside = (role: Role, name: string): Person => ({
  role,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@${INSIDE}`,
  insideTenant: true,
})

export const CHILD: Person = { role: 'child', name: 'the child', decision: { part: 'attend' } }
export const MOTHER: Person = {
  role: 'mother',
  name: 'Petra Vandermolen',
  email: 'petra.v@post.example',
  insideTenant: false,
  parentalResponsibility: true,
  decision: { part: 'attend' },
  clearedForAddress: true,
}
export const FATHER: Person = {
  role: 'father',
  name: 'Anselm Vandermolen',
  email: 'anselm@post.example',
  insideTenant: false,
  parentalResponsibility: true,
  decision: { part: 'contribute' },
}
export const SOCIAL_WORKER = inside('childsSocialWorker', 'Rosalind Achterberg')
export const SUPERVISING = inside('supervisingSocialWorker', 'Tobias Greenhalgh')
export const TEAM_MANAGER = inside('teamManager', 'Imelda Castellano')
export const REVIEWING = inside('independentReviewingOfficer', 'Barnaby Okonkwo')
export const CARER: Person = {
  role: 'fosterCarer',
  name: 'Marguerite Oyelaran',
  email: 'm.oyelaran@homefires.example',
  insideTenant: false,
}
export const HOME_MANAGER: Person = {
  role: 'registeredManager',
  name: 'Seraphina Holt',
  email: 'manager@willowbank.example',
  insideTenant: false,
}
export const DELEGATE: Person = {
  ...HOME_MANAGER,
  role: 'managersDelegate',
  name: 'Cosmo Reddy',
  email: 'deputy@willowbank.example',
}
export const KIN_CARER: Person = {
  role: 'connectedCarer',
  name: 'Hepzibah Adeyemi',
  email: 'hepzibah@post.example',
  insideTenant: false,
}
export const PLACING = inside('placementOfficer', 'Lennox Abernathy')
export const KEY_WORKER: Person = {
  ...HOME_MANAGER,
  role: 'keyWorker',
  name: 'Isolde Tran',
  email: 'isolde@willowbank.example',
}

export const fosterPeople = (): Person[] => [CHILD, MOTHER, SOCIAL_WORKER, SUPERVISING, CARER, REVIEWING]
export const homePeople = (): Person[] => [
  CHILD,
  MOTHER,
  SOCIAL_WORKER,
  TEAM_MANAGER,
  HOME_MANAGER,
  KEY_WORKER,
  REVIEWING,
]

export const kinPeople = (): Person[] => [CHILD, MOTHER, SOCIAL_WORKER, KIN_CARER, REVIEWING]
export const parentsPeople = (): Person[] => [CHILD, MOTHER, SOCIAL_WORKER, TEAM_MANAGER, REVIEWING]

/** The same people with some of them changed, by role; `null` takes the role away. */
export function withPeople(people: Person[], change: Partial<Record<Role, Partial<Person> | null>>): Person[] {
  return people.flatMap((person) => {
    const over = change[person.role]
    return over === null ? [] : [{ ...person, ...over }]
  })
}

type Over = Omit<Partial<PlacementConfirmation>, 'child' | 'placement'> & {
  child?: Partial<Child>
  placement?: Partial<PlacementDetails>
}
const fixture =
  (
    type: PlacementDetails['type'],
    basis: PlacementDetails['basis'],
    confirmed: string,
    starts: string,
    people: () => Person[],
  ) =>
  ({ child, placement, ...over }: Over = {}): PlacementConfirmation =>
    aConfirmation({
      child: { newlyLookedAfterOn: londonDate(instant(starts)), ...child },
      placement: { type, basis, startsAt: instant(starts), ...placement },
      confirmedAt: instant(confirmed),
      people: people(),
      ...over,
    })

export const F1 = fixture('foster', 'planned', '2026-10-26T09:30:00+00:00', '2026-11-02T10:00:00+00:00', fosterPeople)
export const F2 = fixture('foster', 'emergency', '2026-12-18T16:05:00+00:00', '2026-12-18T17:30:00+00:00', fosterPeople)
export const F3 = fixture(
  'residential',
  'emergency',
  '2026-12-24T15:40:00+00:00',
  '2026-12-24T17:30:00+00:00',
  homePeople,
)
export const F4 = fixture(
  'residential',
  'planned',
  '2027-03-15T10:00:00+00:00',
  '2027-03-22T11:00:00+00:00',
  homePeople,
)
export const F5 = fixture('secure', 'emergency', '2027-03-25T13:00:00+00:00', '2027-03-25T16:00:00+00:00', homePeople)
export const F6 = fixture('foster', 'emergency', '2027-03-26T16:30:00+00:00', '2027-03-26T18:00:00+00:00', fosterPeople)

export const F7 = fixture(
  'connectedCarer',
  'emergency',
  '2027-04-30T14:00:00+01:00',
  '2027-04-30T17:00:00+01:00',
  kinPeople,
)
export const F8 = (over: Over = {}) =>
  fixture(
    'withParents',
    'planned',
    '2027-01-25T09:00:00+00:00',
    '2027-02-01T10:00:00+00:00',
    parentsPeople,
  )({ ...over, child: { legalStatus: 'careOrder', ...over.child } })

export const FIXTURES = { F1, F2, F3, F4, F5, F6, F7, F8 } as const
export type FixtureId = keyof typeof FIXTURES
export const FIXTURE_IDS = Object.keys(FIXTURES) as FixtureId[]
