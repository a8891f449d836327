/** What a form asks for, where there is no message to paste: the same on the bot's card and in the tab. */
import { londonDate, londonTime, readDate } from '../dates/time.ts'
import { ROLE_WORDS } from '../words.ts'
import type { PartialConfirmation } from './draft.ts'
import type { Person, Role } from './placement.ts'

/** People whom the form asks for, each role on a line of its own: `people:fosterCarer`. */
export const FORM_ROLES: Role[] = [
  'childsSocialWorker',
  'supervisingSocialWorker',
  'fosterCarer',
  'connectedCarer',
  'registeredManager',
  'managersDelegate',
  'keyWorker',
  'mother',
  'father',
  'independentReviewingOfficer',
  'teamManager',
  'virtualSchoolHead',
]

export const FIRST_ROLES: Role[] = [
  'childsSocialWorker',
  'supervisingSocialWorker',
  'fosterCarer',
  'registeredManager',
  'mother',
  'father',
]
export const FURTHER_ROLES: Role[] = FORM_ROLES.filter((role) => !FIRST_ROLES.includes(role))

type FormField = { id: string; text: string }

export const NEEDED: FormField[] = [
  { id: 'caseReference', text: "The child's case reference" },
  { id: 'placementReference', text: 'Placement reference' },
  { id: 'child.ageInYears', text: "The child's age when the placement starts" },
  { id: 'placement.type', text: 'Kind of placement' },
  { id: 'placement.basis', text: 'Planned, or an emergency?' },
]

export const DETAILS: FormField[] = [
  { id: 'placement.area', text: 'Where is the placement?' },
  { id: 'child.legalStatus', text: "The child's legal status" },
  { id: 'child.firstPlacement', text: 'The first placement of this period of being looked after?' },
  { id: 'child.courtProceedings', text: 'Are there court proceedings?' },
  { id: 'placement.educationDisrupted', text: 'Does the placement disrupt school?' },
]

export const INITIALS: FormField = { id: 'child.initials', text: "The child's initials" }
export const ADDRESS: FormField = { id: 'placement.address', text: 'The address, on one line' }
export const START_DAY = 'Day on which the placement starts; empty if not known yet'
export const START_TIME = 'Time at which it starts'
export const HOW_PEOPLE = 'Name, e-mail address; several with a semicolon between them.'
/** In the place of what is not shown again. */
export const GIVEN_ALREADY = 'Given already; write here only to change it'

export const personField = (role: Role): FormField => ({
  id: `people:${role}`,
  text: ROLE_WORDS[role].replace(/^\w/, (letter) => letter.toUpperCase()),
})

/** `Glenys Harrop, glenys.harrop@example.org; Idris Vaughan`: everybody of a role, as an answer gives them. */
export const peopleIn = (people: Person[], role: Role): string =>
  people
    .filter((one) => one.role === role)
    .map(({ name, email }) => [name, email].filter(Boolean).join(', '))
    .join('; ')

/** The form's day and time of the clock, as an answer gives them: `18/12/2026 17:30`. */
export function startAnswer(startDay: unknown, startTime: unknown): string | null {
  const day = typeof startDay === 'string' ? readDate(startDay) : null
  const time = typeof startTime === 'string' ? startTime.slice(0, 5) : ''
  return day && [day.split('-').reverse().join('/'), time].filter(Boolean).join(' ')
}

/** What the form holds of what is known already; neither initials nor address, which it never shows. */
export function formValues({ caseReference, placementReference, child, placement, people = [] }: PartialConfirmation) {
  const yesOrNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no')
  const values: Record<string, string | undefined> = {
    caseReference,
    placementReference,
    'child.ageInYears': child?.ageInYears?.toString(),
    'placement.type': placement?.type,
    'placement.basis': placement?.basis,
    'placement.area': placement?.area,
    'child.firstPlacement': yesOrNo(child?.firstPlacement),
    'child.courtProceedings': yesOrNo(child?.courtProceedings),
    'placement.educationDisrupted': yesOrNo(placement?.educationDisrupted),
    startDay: placement?.startsAt ? londonDate(placement.startsAt) : undefined,
    startTime: placement?.startsAt ? londonTime(placement.startsAt) : undefined,
    ...Object.fromEntries(FORM_ROLES.map((role) => [`people:${role}`, peopleIn(people, role)])),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>
}
