/** What a person is to be asked before anything is sent: what is missing, and what the message leaves open. */
import type { Ask, PartialConfirmation } from '../placement/draft.ts'
import { isParentRole, withKeys, type Person, type PlacementType, type Role } from '../placement/placement.ts'
import { ROLE_WORDS } from '../words.ts'
import type { Doubt } from './facts.ts'

/** Whether everything that a confirmation needs is asked for, or only what the message leaves open and which placement it means. */
export type Asking = 'allThatIsMissing' | 'onlyDoubts' | 'references'

export function asksFor(fields: PartialConfirmation, doubts: Doubt[], asking: Asking): Ask[] {
  const asks = new Map<string, Ask>()
  const open = doubts.map(({ field, why, among }) => ({ field: QUESTION_OF[field] ?? field, why, among }))
  for (const { field, why, among } of open) {
    if (!isSettled(fields, field) && !asks.has(field))
      asks.set(field, { field, text: wording(field, why), ...(among && { among }) })
  }
  if (asking === 'allThatIsMissing') {
    for (const field of missingIn(fields)) if (!asks.has(field)) asks.set(field, { field, text: wording(field, null) })
  } else if (!fields.caseReference && !fields.placementReference && !asks.has('placementReference')) {
    asks.set('placementReference', { field: 'placementReference', text: wording('placementReference', null) })
  }
  return [...asks.values()]
}

/** Two fields are asked for under the plan's question ids. */
const QUESTION_OF: Record<string, string> = {
  'placement.type': 'placementType',
  'placement.basis': 'basis',
  bornOn: 'child.ageInYears',
  startDay: 'placement.startsAt',
  startClock: 'placement.startsAt',
  lookedAfterSince: 'child.newlyLookedAfterOn',
}

const NEEDED: [string, (fields: PartialConfirmation) => unknown][] = [
  ['caseReference', ({ caseReference }) => caseReference],
  ['placementReference', ({ placementReference }) => placementReference],
  ['child.initials', ({ child }) => child?.initials],
  ['child.ageInYears', ({ child }) => child?.ageInYears],
  ['placementType', ({ placement }) => placement?.type],
  ['basis', ({ placement }) => placement?.basis],
  ['placement.startsAt', ({ placement }) => placement?.startsAt],
  ['placement.area', ({ placement }) => placement?.area],
]

/** Whoever has to be named for a placement of a type to be planned at all. */
const NEEDED_ROLES: Record<PlacementType, Role[]> = {
  foster: ['fosterCarer', 'supervisingSocialWorker'],
  connectedCarer: ['connectedCarer'],
  residential: ['registeredManager'],
  secure: ['registeredManager'],
  withParents: [],
  supportedAccommodation: [],
}

function missingIn(fields: PartialConfirmation): string[] {
  const people = fields.people ?? []
  const roles: Role[] = ['childsSocialWorker', ...(fields.placement?.type ? NEEDED_ROLES[fields.placement.type] : [])]
  const parts = people.flatMap((person, n) =>
    isParentRole(person.role) && !person.decision ? [`part:${partKey(people, n)}`] : [],
  )
  const child = people.some(({ role, decision }) => role === 'child' && decision)
  return [
    ...NEEDED.filter(([, value]) => value(fields) === undefined).map(([field]) => field),
    ...roles.filter((role) => !people.some((person) => person.role === role)).map((role) => `missingRole:${role}`),
    ...(child ? [] : ['part:child']),
    ...parts,
  ]
}

/** A doubt about something that is certain from elsewhere in the message need not be asked. */
function isSettled(fields: PartialConfirmation, field: string): boolean {
  const needed = NEEDED.find(([name]) => name === field)
  if (needed) return needed[1](fields) !== undefined
  if (field.startsWith('missingRole:')) {
    return (fields.people ?? []).some(({ role }) => role === field.slice('missingRole:'.length))
  }
  const [group, key] = field.split('.') as [keyof PartialConfirmation, string?]
  const value = fields[group] as Record<string, unknown> | undefined
  return key !== undefined && value?.[key] !== undefined
}

function wording(field: string, why: string | null): string {
  const question = QUESTIONS[field] ?? questionAbout(field)
  return why === null || field.startsWith('missingRole:') ? question : `${question} In the message it ${why}.`
}

const QUESTIONS: Record<string, string> = {
  caseReference: "What is the child's case reference?",
  placementReference: 'What is the placement reference?',
  'child.initials': "What are the child's initials?",
  'child.ageInYears': 'How old is the child when the placement starts?',
  'child.legalStatus': "What is the child's legal status?",
  'child.firstPlacement': 'Is this the first placement of this period of being looked after?',
  'child.newlyLookedAfterOn': 'Since when has the child been looked after, and has the first review been held?',
  'child.missingHistory': 'Has the child been missing before?',
  'child.missingNow': 'Is the child missing at the moment?',
  'child.protectionConcern': 'Is there a child protection concern?',
  'child.keyStage4': 'Is the child in year 10 or 11?',
  placementType: 'What kind of placement is it?',
  basis: 'Is the placement planned, or an emergency?',
  'placement.startsAt': 'On which day and at what time does the placement start?',
  'placement.area': "Is the placement in the authority's area, in an adjoining one, or at a distance?",
  'placement.educationDisrupted': "Does the placement disrupt the child's education?",
  'part:child': 'Will the child come to the meeting, or take part in another way?',
}

function questionAbout(field: string): string {
  const [what, role, nth] = field.split(':') as [string, Role?, string?]
  const who = role && role in ROLE_WORDS ? `${ROLE_WORDS[role]}${nth ? ` (number ${nth})` : ''}` : 'person'
  switch (what) {
    case 'missingRole':
      return `Who is the ${who}?`
    case 'part':
      return `Does the ${who} come to the meeting, take part in another way, or not?`
    case 'ground':
      return `On what ground is the ${who} not invited?`
    default:
      return 'Please check this.'
  }
}

/** `mother`, and `parent:2` where a role is held by several. */
export function partKey(people: Person[], n: number): string {
  const { role } = people[n]!
  return people.filter((person) => person.role === role).length > 1 ? withKeys(people)[n]!.key : role
}
