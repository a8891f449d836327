/**
 * A confirmation by form: for a new one, and to change what was understood. What must not stand in a chat (initials,
 * address) is asked for and never shown again: left empty, it stays as it was.
 */
import type { Draft, PartialConfirmation } from '../../../shared/placement/draft.ts'
import type { Role } from '../../../shared/placement/placement.ts'
import { londonDate, londonTime } from '../../../shared/dates/time.ts'
import { FORM_ROLES } from '../../../shared/wire/card-clicks.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import type { Card, Element, Input } from './card.ts'
import { buttons, card, folded, heading, notice, press, quiet, shortened, strong, toggle, write } from './parts.ts'
import { inputFor } from './question-inputs.ts'

const MORE = 'more'

export const FORM_SUMMARY = 'Confirm a placement'

export function formCard(draft: Draft | null, options: { notice?: string; typed?: Record<string, string> } = {}): Card {
  const fields = draft?.fields ?? {}
  const typed = { ...valuesOf(fields), ...options.typed }
  const isNew = draft === null
  return card(
    'A placement is to be confirmed. Please open this in a newer Teams.',
    [
      heading(isNew ? 'Confirm a placement' : 'Change what I understood'),
      quiet('Nothing is sent: the next card shows by when the meeting is due, and times to choose from.'),
      ...(options.notice ? [notice(options.notice)] : []),
      ...NEEDED.map(({ id, text }) => required(inputFor({ id, text }, typed[id]), isNew)),
      secret('child.initials', "The child's initials", isNew || !fields.child?.initials, typed),
      ...start(typed),
      strong('Who'),
      quiet('Name, e-mail address; several with a semicolon between them.'),
      ...FIRST_ROLES.map((role) => person(role, typed)),
      buttons(toggle('More people and details', MORE)),
      folded(MORE, [
        ...FORM_ROLES.filter((role) => !FIRST_ROLES.includes(role)).map((role) => person(role, typed)),
        ...DETAILS.map(({ id, text }) => inputFor({ id, text }, typed[id])),
        secret('placement.address', 'The address, on one line', isNew || !fields.placement?.address, typed),
      ]),
    ],
    [
      press(
        'Show the plan',
        'preview',
        { form: 1, ...(draft && { draftId: draft.id, version: draft.version }) },
        { primary: true },
      ),
      ...(draft
        ? [press('Back', 'showDraft', { draftId: draft.id, version: draft.version }, { withInputs: false })]
        : []),
    ],
  )
}

const NEEDED = [
  { id: 'caseReference', text: "The child's case reference" },
  { id: 'placementReference', text: 'Placement reference' },
  { id: 'child.ageInYears', text: "The child's age when the placement starts" },
  { id: 'placement.type', text: 'Kind of placement' },
  { id: 'placement.basis', text: 'Planned, or an emergency?' },
]

const DETAILS = [
  { id: 'placement.area', text: 'Where is the placement?' },
  { id: 'child.legalStatus', text: "The child's legal status" },
  { id: 'child.firstPlacement', text: 'The first placement of this period of being looked after?' },
  { id: 'child.courtProceedings', text: 'Are there court proceedings?' },
  { id: 'placement.educationDisrupted', text: 'Does the placement disrupt school?' },
]

const FIRST_ROLES: Role[] = [
  'childsSocialWorker',
  'supervisingSocialWorker',
  'fosterCarer',
  'registeredManager',
  'mother',
  'father',
]

const required = (input: Input, isNew: boolean): Input =>
  isNew ? { ...input, isRequired: true, errorMessage: 'Please fill this in.' } : input

function secret(id: string, label: string, isNeeded: boolean, typed: Record<string, string>): Input {
  const input = write(id, label, {
    value: typed[id],
    ...(!isNeeded && { placeholder: 'Given already; write here only to change it' }),
  })
  return isNeeded && id === 'child.initials' ? required(input, true) : input
}

/** A start that is not known yet is left empty. */
const start = (typed: Record<string, string>): Element[] => [
  {
    type: 'Input.Date',
    id: 'startDay',
    label: 'Day on which the placement starts; empty if not known yet',
    value: typed['startDay'],
  },
  { type: 'Input.Time', id: 'startTime', label: 'Time at which it starts', value: typed['startTime'] },
]

const person = (role: Role, typed: Record<string, string>): Input =>
  inputFor({ id: `people:${role}`, text: capital(ROLE_WORDS[role]) }, typed[`people:${role}`])

/** What the draft says already, as far as it may stand in a chat. */
function valuesOf({ caseReference, placementReference, child, placement, people = [] }: PartialConfirmation) {
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
  }
  for (const role of FORM_ROLES) {
    const named = people.filter((one) => one.role === role)
    values[`people:${role}`] = named
      .map(({ name, email }) => shortened([name, email].filter(Boolean).join(', ')))
      .join('; ')
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>
}

const capital = (words: string) => words.replace(/^\w/, (letter) => letter.toUpperCase())
