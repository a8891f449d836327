/** Answers about one person: the part in the meeting, why somebody is not invited, who may have the address (P-34, P-40). */
import type { PartialConfirmation } from './draft.ts'
import { readDay } from '../intake/values/british-dates.ts'
import { readYesNo } from '../intake/values/field-values.ts'
import { groundIn, readPart } from '../intake/values/parts.ts'
import { CHILD_AS_ATTENDEE, GROUNDS, PARTS, withKeys, type Decision, type Person, type Role } from './placement.ts'
import { ok, refuse, type Result } from '../result.ts'

type PartAnswer = { accepted: string; apply: (person: Person, text: string) => Person | null }

/** `part:mother`, `ground:parent:2`: changes what is known of that person. */
export function decideOn(
  fields: PartialConfirmation,
  id: string,
  what: string,
  role: Role,
  nth: string | undefined,
  text: string,
): Result<PartialConfirmation, 'unknownQuestion' | 'notAccepted'> {
  const answer = Object.hasOwn(PART_ANSWERS, what) ? PART_ANSWERS[what] : undefined
  if (!answer) return refuse('unknownQuestion', 'there is no such question')
  const people = [...(fields.people ?? [])]
  if (role === 'child' && !people.some((person) => person.role === 'child'))
    people.push({ role: 'child', name: CHILD_AS_ATTENDEE })
  const index = withKeys(people).findIndex(({ key }) => key === `${role}:${nth ?? 1}`)
  const person = people[index]
  if (!person) return refuse('notAccepted', `${id}: nobody is named in that role yet; please name them first`)
  const changed = text === '' ? null : answer.apply(person, text)
  if (!changed) return refuse('notAccepted', `${id}: please give ${answer.accepted}`)
  people[index] = changed
  return ok({ ...fields, people })
}

const PART_ANSWERS: Record<string, PartAnswer> = {
  part: {
    accepted: `one of ${PARTS.join(', ')}`,
    apply: (person, text) => {
      const part = PARTS.find((one) => one === text) ?? readPart(text)?.decision?.part
      if (!part) return null
      // What was said about not inviting somebody does not outlive the decision.
      return { ...person, decision: part === person.decision?.part ? person.decision : { part } }
    },
  },
  ground: {
    accepted: `one of ${GROUNDS.join(', ')}`,
    apply: (person, text) => {
      const ground = GROUNDS.find((one) => one === text) ?? groundIn(text).ground
      return ground ? withDetail(person, { ground }) : null
    },
  },
  decidedBy: {
    accepted: 'the name of whoever decided',
    apply: (person, text) => (isLine(text) ? withDetail(person, { decidedBy: text }) : null),
  },
  decidedOn: {
    accepted: 'the day of the decision, such as 18/12/2026',
    apply: (person, text) => {
      const day = readDay(text)
      return 'date' in day ? withDetail(person, { decidedOn: day.date }) : null
    },
  },
  viewsObtainedBy: {
    accepted: 'how, or through whom, the views are heard',
    apply: (person, text) =>
      isLine(text) ? withDetail(person, { viewsObtainedBy: text }, person.decision?.part) : null,
  },
  clearedForAddress: {
    accepted: 'yes or no',
    apply: (person, text) => {
      const said = readYesNo(text)
      return said && { ...person, clearedForAddress: said.value }
    },
  },
}

/** A ground or a decision-maker belongs to a decision not to invite, and makes one where there is none. */
const withDetail = (person: Person, detail: Partial<Decision>, part: Decision['part'] = 'notInvited'): Person => ({
  ...person,
  decision: { ...(person.decision?.part === part ? person.decision : { part }), ...detail },
})

const isLine = (text: string): boolean => text.length <= 200 && !/\p{Cc}/u.test(text)
