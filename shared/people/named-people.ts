/** Everybody who has a role, named anew: who is named still keeps what is known of them, and nobody else stays. */
import type { PartialConfirmation } from '../placement/draft.ts'
import { readPeople } from '../intake/people.ts'
import type { Person, Role } from '../placement/placement.ts'
import { ok, refuse, type Result } from '../result.ts'

/** `words`: names with addresses, parted by semicolons or lines; none for nobody. */
export function namePeople(
  fields: PartialConfirmation,
  role: Role,
  words: string,
): Result<PartialConfirmation, 'notAccepted'> {
  const read = readPeople(words.replaceAll(';', '\n'))
  if (read.length === 0 && words.trim() !== '') {
    return refuse('notAccepted', 'a name and an e-mail address, such as "Glenys Harrop, glenys.harrop@example.org"')
  }
  const people = fields.people ?? []
  const before = people.filter((person) => person.role === role)
  const named = read.map(({ name, email }): Person => {
    const known = before.find((person) => isSame(person, name, email))
    return { ...known, role, name, email: email ?? null, ...(known?.email !== email && { insideTenant: undefined }) }
  })
  const others = people.filter((person) => person.role !== role)
  const at = people.findIndex((person) => person.role === role)
  const place = at < 0 ? others.length : at
  return ok({ ...fields, people: [...others.slice(0, place), ...named, ...others.slice(place)] })
}

const isSame = (person: Person, name: string, email: string | undefined) =>
  person.email && email
    ? person.email.toLowerCase() === email.toLowerCase()
    : person.name.toLowerCase() === name.toLowerCase()
