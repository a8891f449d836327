/** What was read of a confirmation, value by value, each beside the words it came from, and how it is put right. */
import { dayWords, londonDate, londonTime, momentWords, readDate, type Instant, type LocalDate } from '../dates/time.ts'
import { capital } from '../meeting/standing.ts'
import { PART_WORDS, ROLE_WORDS } from '../words.ts'
import { peopleIn } from './confirmation-form.ts'
import type { Draft, Words } from './draft.ts'
import { choicesFor, exampleFor, type Choice } from './open-questions.ts'
import { withKeys, type Person, type Role } from './placement.ts'
import { questionKey } from './questions.ts'
import { valueAt } from './taken-together.ts'

export type ReadValue = {
  /** As an answer names it: a correction is sent under it. People are `people:` and their role. */
  id: string
  label: string
  /** `null` for what this reader is not shown. */
  value: string | null
  /** The words in the message; `null` for what was entered, or follows from something else. */
  from: string | null
  /** What an input to put it right begins with, and what it offers. */
  given: string
  choices: Choice[] | null
  example: string | null
}

export const READ_LABELS: Record<string, string> = {
  caseReference: 'Case reference',
  placementReference: 'Placement reference',
  'placement.type': 'Kind of placement',
  'placement.basis': 'Planned or emergency',
  'placement.startsAt': 'Start',
  'placement.plannedEndOn': 'Planned end',
  'placement.shortBreaks': 'Short breaks',
  'placement.area': 'Area',
  'placement.providerKind': 'Kind of provider',
  'placement.providerName': 'Provider',
  'placement.providerUrn': 'Ofsted number',
  'placement.address': 'Address',
  'placement.household': 'Who else lives there',
  'placement.educationDisrupted': 'School is disrupted',
  'child.initials': "Child's initials",
  'child.ageInYears': "Child's age",
  'child.legalStatus': 'Legal status',
  'child.firstPlacement': 'First placement',
  'child.newlyLookedAfterOn': 'Became looked after',
  'child.turns18On': 'Turns 18',
  'child.keyStage4': 'In an exam year',
  'child.missingHistory': 'Has been missing before',
  'child.protectionConcern': 'Protection concern',
  'child.courtProceedings': 'Court proceedings',
  'child.unaccompaniedAsylumSeeking': 'Unaccompanied, seeking asylum',
}

/** Known to whoever brought it in, and shown to nobody else before it is decided who may know (P-34). */
const KEPT_BACK = ['child.initials', 'placement.address']

/** `isOwn`: the reader is who brought it in. */
export function readValues({ fields, words }: Pick<Draft, 'fields' | 'words'>, isOwn: boolean): ReadValue[] {
  return [
    ...Object.entries(READ_LABELS).flatMap(([id, label]): ReadValue[] => {
      const value = valueAt(fields, id)
      const said = wordsOf(id, value)
      if (said === null) return []
      const isHidden = !isOwn && KEPT_BACK.includes(id)
      return [
        {
          id,
          label,
          value: isHidden ? null : said,
          from: isHidden ? null : quoted(words, ({ field }) => field === id, fields, isOwn),
          given: isHidden ? '' : answerOf(id, value),
          choices: choicesFor(id),
          example: exampleFor(id) ?? null,
        },
      ]
    }),
    ...peopleRead(fields.people ?? [], { fields, words }, isOwn),
  ]
}

function peopleRead(people: Person[], { fields, words }: Pick<Draft, 'fields' | 'words'>, isOwn: boolean): ReadValue[] {
  const keyed = withKeys(people)
  const roles = [...new Set(people.map(({ role }) => role))]
  return roles.flatMap((role): ReadValue[] => {
    const those = keyed.filter(({ person }) => person.role === role)
    const about = (what: string, said: (person: Person) => string | null, label: string): ReadValue[] =>
      those.flatMap(({ key, person }) => {
        const value = said(person)
        if (value === null) return []
        const id = `${what}:${questionKey(key, keyed)}`
        const which = those.length > 1 ? `${label}: ${person.name}` : label
        const from = quoted(words, ({ field }) => field === id || field === `${what}:${key}`, fields, isOwn)
        const [chosen] = choicesFor(id)!.filter(({ title }) => title.toLowerCase() === value.toLowerCase())
        const given = what === 'part' ? person.decision!.part : (chosen?.value ?? '')
        return [{ id, label: which, value, from, given, choices: choicesFor(id), example: null }]
      })
    return [
      ...(role === 'child' ? [] : [namedRow(role, people, words)]),
      ...about('part', ({ decision }) => (decision ? capital(PART_WORDS[decision.part]) : null), `${whose(role)} part`),
      ...about(
        'clearedForAddress',
        ({ clearedForAddress: may }) => (may === undefined ? null : may ? 'Yes' : 'No'),
        `${capital(ROLE_WORDS[role])} may have the address`,
      ),
    ]
  })
}

/** Everybody of one role, named together as they are put right together. */
function namedRow(role: Role, people: Person[], words: Words[]): ReadValue {
  const those = people.filter((one) => one.role === role)
  const phrases = words.filter(
    ({ field, phrase }) => field.startsWith('people.') && those.some((person) => isNamedIn(phrase, person)),
  )
  return {
    id: `people:${role}`,
    label: capital(ROLE_WORDS[role]),
    value: peopleIn(people, role),
    from: phrases.length > 0 ? phrases.map(({ phrase }) => phrase).join('; ') : null,
    given: peopleIn(people, role),
    choices: null,
    example: exampleFor(`people:${role}`) ?? null,
  }
}

/** People are found by what the words say of them: their places change when others are named. */
const isNamedIn = (phrase: string, { name, email }: Person): boolean => {
  const said = phrase.toLowerCase()
  return said.includes(name.toLowerCase()) || (!!email && said.includes(email.toLowerCase()))
}

/** Words that hold an address are for whoever wrote them, whatever else they say. */
function quoted(
  words: Words[],
  which: (one: Words) => boolean,
  { placement }: Draft['fields'],
  isOwn: boolean,
): string | null {
  const phrase = words.find(which)?.phrase ?? null
  const street = placement?.address?.split(',')[0]?.trim().toLowerCase()
  return !isOwn && street && phrase?.toLowerCase().includes(street) ? null : phrase
}

const whose = (role: Role) => `${capital(ROLE_WORDS[role])}’s`

/** A value in the words of a page; `null` for what is not known. */
function wordsOf(id: string, value: unknown): string | null {
  if (value === undefined) return null
  if (value === null) return NOTHING[id] ?? null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.length > 0 ? value.join('; ') : 'Nobody'
  const chosen = choicesFor(id)?.find((choice) => choice.value === value)
  if (chosen) return capital(chosen.title)
  if (id === 'placement.startsAt') return momentWords(value as Instant)
  return isDay(value) ? dayWords(value) : `${value as string | number}`
}

const NOTHING: Record<string, string> = {
  'placement.startsAt': 'Not known yet',
  'child.newlyLookedAfterOn': 'The first review has been held',
}

/** The same as an answer gives it. */
function answerOf(id: string, value: unknown): string {
  if (value === null) return id === 'placement.startsAt' ? 'not known' : 'no'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.join('; ') : 'nobody'
  if (id === 'placement.startsAt') {
    const at = value as Instant
    return `${slashed(londonDate(at))} ${londonTime(at)}`
  }
  return isDay(value) ? slashed(value) : `${value as string | number}`
}

const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && readDate(value) !== null
const slashed = (day: LocalDate) => day.split('-').reverse().join('/')
