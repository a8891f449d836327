/**
 * What an answer changes: the id of a question or of a missing field, and the text that a card or page sends back. An
 * answer that cannot be read is refused, saying what would be accepted; nothing is guessed.
 */
import type { PartialConfirmation } from './draft.ts'
import { FIELD_ANSWERS, type FieldAnswer } from './field-answers.ts'
import { decideOn } from './part-answers.ts'
import { ROLES, type Person, type Role } from './placement.ts'
import { ok, refuse, type Result } from '../result.ts'
import { readPeople } from '../intake/people.ts'

export type AnswerRefusal = 'unknownQuestion' | 'notAccepted'
export type Answered = Result<PartialConfirmation, AnswerRefusal>

export function applyAnswer(fields: PartialConfirmation, questionId: string, value: string): Answered {
  const text = value.trim().slice(0, LONGEST_ANSWER)
  const [what, role, nth] = questionId.split(':') as [string, string?, string?]
  if (role !== undefined) {
    if (!isRole(role)) return unknownQuestion(questionId)
    return what === 'missingRole'
      ? addPerson(fields, questionId, role, text)
      : decideOn(fields, questionId, what, role, nth, text)
  }
  if (questionId === 'delegate') return addPerson(fields, questionId, 'managersDelegate', text)
  const field = Object.hasOwn(FIELD_ANSWERS, questionId) ? FIELD_ANSWERS[questionId] : undefined
  return field ? answerField(fields, questionId, field, text) : unknownQuestion(questionId)
}

const LONGEST_ANSWER = 2000

function answerField(
  fields: PartialConfirmation,
  id: string,
  { accepted, read, put }: FieldAnswer,
  text: string,
): Answered {
  const said = text === '' ? undefined : read(text, fields)
  return said === undefined ? notAccepted(id, accepted) : ok(put(fields, said))
}

const A_PERSON =
  'a name and an e-mail address, such as "Glenys Harrop, glenys.harrop@example.org"; the address may be left out'

function addPerson(fields: PartialConfirmation, id: string, role: Role, text: string): Answered {
  const read = readPeople(text)
  if (read.length === 0) return notAccepted(id, A_PERSON)
  const people = [...(fields.people ?? [])]
  for (const { name, email } of read) {
    const person: Person = { role, name, email: email ?? null }
    const same = people.findIndex((other) => other.role === role && isSame(other, person))
    if (same >= 0) people[same] = { ...people[same]!, ...person, email: person.email ?? people[same]!.email }
    else people.push(person)
  }
  return ok({ ...fields, people })
}

const isSame = (one: Person, other: Person): boolean =>
  one.email && other.email
    ? one.email.toLowerCase() === other.email.toLowerCase()
    : one.name.toLowerCase() === other.name.toLowerCase()

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

/** The question is named only where its name cannot be somebody's words. */
const unknownQuestion = (id: string): Answered =>
  refuse(
    'unknownQuestion',
    /^[A-Za-z0-9.:]{1,60}$/.test(id) ? `${id}: there is no such question` : 'there is no such question',
  )

const notAccepted = (id: string, accepted: string): Answered => refuse('notAccepted', `${id}: please give ${accepted}`)
