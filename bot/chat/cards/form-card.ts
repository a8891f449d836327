/**
 * A confirmation by form: for a new one, and to change what was understood. What must not stand in a chat (initials,
 * address) is asked for and never shown again: left empty, it stays as it was.
 */
import type { Draft } from '../../../shared/placement/draft.ts'
import {
  ADDRESS,
  DETAILS,
  FIRST_ROLES,
  formValues,
  FURTHER_ROLES,
  GIVEN_ALREADY,
  HOW_PEOPLE,
  INITIALS,
  NEEDED,
  personField,
  START_DAY,
  START_TIME,
} from '../../../shared/placement/confirmation-form.ts'
import type { Role } from '../../../shared/placement/placement.ts'
import type { Card, Element, Input } from './card.ts'
import { buttons, card, folded, heading, notice, press, quiet, shortened, strong, toggle, write } from './parts.ts'
import { inputFor } from './question-inputs.ts'

const MORE = 'more'

export const FORM_SUMMARY = 'Confirm a placement'

export function formCard(draft: Draft | null, options: { notice?: string; typed?: Record<string, string> } = {}): Card {
  const fields = draft?.fields ?? {}
  const typed = { ...formValues(fields), ...options.typed }
  const isNew = draft === null
  return card(
    'A placement is to be confirmed. Please open this in a newer Teams.',
    [
      heading(isNew ? 'Confirm a placement' : 'Change what I understood'),
      quiet('Nothing is sent: the next card shows by when the meeting is due, and times to choose from.'),
      ...(options.notice ? [notice(options.notice)] : []),
      ...NEEDED.map(({ id, text }) => required(inputFor({ id, text }, typed[id]), isNew)),
      secret(INITIALS, isNew || !fields.child?.initials, typed),
      ...start(typed),
      strong('Who'),
      quiet(HOW_PEOPLE),
      ...FIRST_ROLES.map((role) => person(role, typed)),
      buttons(toggle('More people and details', MORE)),
      folded(MORE, [
        ...FURTHER_ROLES.map((role) => person(role, typed)),
        ...DETAILS.map(({ id, text }) => inputFor({ id, text }, typed[id])),
        secret(ADDRESS, isNew || !fields.placement?.address, typed),
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

const required = (input: Input, isNew: boolean): Input =>
  isNew ? { ...input, isRequired: true, errorMessage: 'Please fill this in.' } : input

function secret({ id, text }: typeof INITIALS, isNeeded: boolean, typed: Record<string, string>): Input {
  const input = write(id, text, { value: typed[id], ...(!isNeeded && { placeholder: GIVEN_ALREADY }) })
  return isNeeded && id === INITIALS.id ? required(input, true) : input
}

/** A start that is not known yet is left empty. */
const start = (typed: Record<string, string>): Element[] => [
  {
    type: 'Input.Date',
    id: 'startDay',
    label: START_DAY,
    value: typed['startDay'],
  },
  { type: 'Input.Time', id: 'startTime', label: START_TIME, value: typed['startTime'] },
]

const person = (role: Role, typed: Record<string, string>): Input => {
  const field = personField(role)
  const each = typed[field.id]?.split('; ').map((one) => shortened(one))
  return inputFor(field, each?.join('; '))
}
