/**
 * The rules that every practice pack has to obey (2.4): stricter than the law is welcome, laxer is refused, and no cell
 * stands where it would never be read. What the shape alone does not show.
 */
import { AGENDA_ITEMS } from '../agenda/agenda-items.ts'
import { CHAIRS_ITEMS } from '../record/chairs-checklist.ts'
import { EMERGENCY_ITEMS } from '../record/emergency-checklist.ts'
import { ENGLAND } from '../dates/bank-holidays.ts'
import { lastDayWithin } from '../deadlines/deadlines.ts'
import { PLACEMENT_TYPES, type PlacementType } from '../placement/placement.ts'
import { MEETING_KINDS } from '../meeting/plan.ts'
import type { DeadlineCell, PracticePack } from './practice-pack.ts'
import { STATUTORY_LIMITS } from '../deadlines/statutory-limits.ts'
import { addDays, dayWords, type LocalDate } from '../dates/time.ts'

export type PackFault = { cell: string; problem: string }

export const brokenPackRules = (pack: PracticePack): PackFault[] => [
  ...lawWithoutFact(pack, ''),
  ...neverRead(pack),
  ...unknownItems(pack),
  ...laxerThanLaw(pack),
  ...graceWithParents(pack),
  ...tasksOfTheLaw(pack),
]

/** A cell that claims the law has to say which fact of it. */
function lawWithoutFact(value: unknown, path: string): PackFault[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'is' in value && 'from' in value && value.from === 'law' && !('fact' in value && value.fact)
      ? [{ cell: `${path}.fact`, problem: 'a cell from the law has to name the fact that it rests on, such as L-01' }]
      : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => lawWithoutFact(inner, path ? `${path}.${key}` : key)),
  ]
}

/** Of two cells for the same case only the first would ever be read. */
function neverRead(pack: PracticePack): PackFault[] {
  const types = ({ for: own }: { for?: PlacementType[] }) => own ?? PLACEMENT_TYPES
  const roles = (list: 'convenor' | 'chair') =>
    repeated(list, pack[list], (cell) =>
      types(cell).flatMap((type) =>
        (cell.meeting ?? MEETING_KINDS).map((kind) => `${type} ${cell.when ?? ''} ${cell.meeting ? kind : ''}`),
      ),
    )
  return [
    ...repeated('firstMeeting', pack.firstMeeting, types),
    ...roles('convenor'),
    ...roles('chair'),
    ...repeated('minimum', pack.minimum, types),
    ...repeated('venue', pack.venue, types),
    ...repeated('attendance', pack.attendance, (cell) =>
      types(cell).map((type) => `${cell.role} ${type} ${cell.when ?? ''}`),
    ),
    ...repeated('documents', pack.documents, (cell) => types(cell).map((type) => `${cell.id} ${type}`)),
    ...repeated('deadlines', pack.deadlines ?? [], (cell) => types(cell).map((type) => `${cell.clock} ${type}`)),
    ...repeated('followUp', pack.followUp ?? [], (cell) => types(cell).map((type) => `${cell.clock} ${type}`)),
    ...repeated('guidance', pack.guidance ?? [], ({ link }) => [link]),
    ...repeated('emergencyMeeting.after', pack.emergencyMeeting?.after ?? [], ({ is }) => [is]),
    ...repeated('furtherMeetings', pack.furtherMeetings ?? [], ({ is }) => [is]),
  ]
}

function repeated<C>(list: string, cells: C[], cases: (cell: C) => readonly string[]): PackFault[] {
  const seen = new Map<string, number>()
  return cells.flatMap((cell, index) => {
    const own = [...new Set(cases(cell))]
    const earlier = own.map((one) => seen.get(one)).find((at) => at !== undefined)
    for (const one of own) if (!seen.has(one)) seen.set(one, index)
    return earlier === undefined
      ? []
      : [{ cell: `${list}.${index}`, problem: `${list}.${earlier} says the same case already; one of them has to go` }]
  })
}

const ITEMS = new Set<string>([...Object.keys(AGENDA_ITEMS), ...CHAIRS_ITEMS, ...EMERGENCY_ITEMS])

function unknownItems(pack: PracticePack): PackFault[] {
  const unknown = (cell: string, ids: string[], known: (id: string) => boolean) =>
    ids.flatMap((id, index) =>
      known(id)
        ? []
        : [{ cell: `${cell}.${index}`, problem: 'is no item of the agenda and no line of the checklists' }],
    )
  return [
    ...(pack.rest ?? []).flatMap(({ items = [] }, index) =>
      unknown(`rest.${index}.items`, items, (id) => ITEMS.has(id)),
    ),
    ...unknown('chairsChecklist.is', pack.chairsChecklist?.is ?? [], (id) => CHAIRS_ITEMS.includes(id)),
  ]
}

function laxerThanLaw({ deadlines = [] }: PracticePack): PackFault[] {
  return deadlines.flatMap((cell, index) => {
    const start = startThatIsLater(cell)
    if (!start) return []
    const { law, own } = lastDays(cell, start)
    const { fact } = STATUTORY_LIMITS[cell.clock]
    const problem = `is laxer than the law: a placement that starts on ${dayWords(start)} would have until ${dayWords(own)}, and the law leaves until ${dayWords(law)} (${fact}). A pack may be stricter, never laxer`
    return [{ cell: `deadlines.${index}.is`, problem }]
  })
}

/** With parents the plan is there before the placement takes effect, whatever a practice says (L-04, E-41). */
function graceWithParents({ deadlines = [] }: PracticePack): PackFault[] {
  return deadlines.flatMap(({ clock, is, for: types = [] }, index) =>
    clock === 'placementPlan' && is.within && types.includes('withParents')
      ? [
          {
            cell: `deadlines.${index}.for`,
            problem:
              'a placement with parents has its plan before it starts, and no days after that (L-04); take withParents out of this cell',
          },
        ]
      : [],
  )
}

/** Clocks that the law starts and no practice sets: under these names a task of its own would be taken for them. */
const CLOCKS_OF_THE_LAW: readonly string[] = [
  ...Object.keys(STATUTORY_LIMITS),
  'firstReview', 'secondReview', 'healthAssessment', 'nextVisit', 'reviewingOfficerInformed', 'informationToCarer',
  'returnInterview', 'withParentsApproval', 'outOfAreaApproval', 'areaAuthorityConsulted', 'keyStage4Approval',
  'secureAuthority', 'secureCriteriaReview',
] // prettier-ignore

function tasksOfTheLaw({ followUp = [] }: PracticePack): PackFault[] {
  return followUp.flatMap(({ clock, status, fact }, index) => [
    ...(CLOCKS_OF_THE_LAW.includes(clock)
      ? [
          {
            cell: `followUp.${index}.clock`,
            problem: `${clock} is a clock of the law and no task of a practice; a stricter time for it stands under deadlines`,
          },
        ]
      : []),
    ...((status === 'law' || status === 'statutoryGuidance') && !fact
      ? [
          {
            cell: `followUp.${index}.fact`,
            problem: `a task that is ${status === 'law' ? 'law' : 'statutory guidance'} has to name the fact that it rests on, such as L-20`,
          },
        ]
      : []),
  ])
}

/** Tried on every day whose holidays are known: which of two rules is the later one changes over Christmas and Easter. */
function startThatIsLater(cell: DeadlineCell): LocalDate | null {
  if (!cell.is.within) return null
  const last = addDays(ENGLAND.knownUntil, -2 * LONGEST_DAYS)
  if (cell.is.within.count > LONGEST_DAYS * (cell.is.within.unit === 'hour' ? 24 : 1)) return ENGLAND.knownFrom
  for (let start = ENGLAND.knownFrom; start <= last; start = addDays(start, 1)) {
    const { law, own } = lastDays(cell, start)
    if (own > law) return start
  }
  return null
}

/** No limit of the law is longer, holidays included. */
const LONGEST_DAYS = 60

const lastDays = ({ is, clock }: DeadlineCell, start: LocalDate) => ({
  law: lastDayWithin(STATUTORY_LIMITS[clock], start),
  own: lastDayWithin(is.within!, start),
})
