/** Who comes, and where, folded away until somebody wants to change it; and what of it Outlook is still to be told. */
import { mayLeave } from '../../../shared/people/changing-people.ts'
import { pendingChanges, pendingSentences } from '../../../shared/meeting/pending-changes.ts'
import { venuesFor } from '../../../shared/meeting/venue.ts'
import { ROLES, type PersonKey, type Role } from '../../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { clockWords } from '../../../shared/dates/time.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import { ROLE_WORDS, VENUE_WORDS } from '../../../shared/words.ts'
import type { ChoiceInput, Element } from './card.ts'
import { buttons, folded, notice, press, quiet, strong, toggle, write } from './parts.ts'

const editId = (n: number) => `edit.${n}`

/** By role: names are in Planning. */
export function pendingParts(meeting: PlanningMeeting, n: number): Element[] {
  const { id, version, sendsAt } = meeting
  const sentences = sendsAt ? pendingSentences(pendingChanges(meeting), ({ role }) => `the ${ROLE_WORDS[role]}`) : []
  if (!sendsAt || sentences.length === 0) return []
  const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase())
  return [
    notice(`Goes to Outlook at ${clockWords(sendsAt)}, unless more is changed. ${sentences.map(capital).join(' ')}`),
    buttons(press('Send now', 'sendNow', { meetingId: id, version, nth: n }, { withInputs: false })),
  ]
}

/** With a button of its own, for a card has room for five beneath it. */
export const editSection = (meeting: PlanningMeeting, n: number): Element[] => [
  buttons(toggle('Who comes, and where …', editId(n))),
  editForm(meeting, n),
]

function editForm(meeting: PlanningMeeting, n: number): Element {
  const data = { meetingId: meeting.id, version: meeting.version, nth: n }
  const leaving = meeting.plan.attendees.filter((attendee) => mayLeave(meeting.plan, attendee))
  return folded(editId(n), [
    strong('Who comes, and where'),
    quiet('Only those whom it concerns are written to, two minutes after the last change, and nobody reads why.'),
    write(inputs.editReason(n), 'Why? This is kept with the meeting.', { maxLength: 500 }),
    pick(
      inputs.addRole(n),
      'Ask somebody to come: who they are',
      ROLES.filter((role) => role !== 'child').map((role) => ({ title: ROLE_WORDS[role], value: role })),
    ),
    write(inputs.addName(n), 'Their name', { maxLength: 200 }),
    write(inputs.addEmail(n), 'Their e-mail address', { maxLength: 254 }),
    pick(inputs.addCleared(n), 'May they know where the child lives? As usual for who they are, unless you say.', [
      { title: 'No', value: 'no' },
      { title: 'Yes', value: 'yes' },
    ]),
    buttons(press('Ask them to come', 'addPerson', data)),
    ...(leaving.length > 0
      ? [
          pick(
            inputs.leaving(n),
            'Take somebody off, who is asked for their views instead',
            leaving.map(({ key, role }) => ({ title: nthWords(key, role), value: key })),
          ),
          buttons(press('Take off', 'removePerson', data)),
        ]
      : []),
    pick(
      inputs.venue(n),
      'Where it is held',
      venuesFor(meeting.plan.kind).map((kind) => ({ title: VENUE_WORDS[kind], value: kind })),
      meeting.plan.venue.kind,
    ),
    buttons(press('Hold it there', 'changeVenue', data)),
  ])
}

/** By role alone (P-09): `foster carer`, and `foster carer 2` for the second. */
const nthWords = (key: PersonKey, role: Role) =>
  `${ROLE_WORDS[role]}${key.endsWith(':1') ? '' : ` ${key.split(':')[1]}`}`

const pick = (id: string, label: string, choices: ChoiceInput['choices'], value?: string): ChoiceInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  wrap: true,
  choices,
  ...(value !== undefined && { value }),
})
