/** What was decided, and who does what by when, as short sentences to be read out before everybody goes. */
import type { AttendeeView } from './meeting-view.ts'
import type { Entry, Minutes } from './minutes.ts'
import { ROLES, type Role } from './placement.ts'
import { dayWords } from './time.ts'
import { ROLE_WORDS } from './words.ts'

type Named = Pick<AttendeeView, 'key' | 'name' | 'role'>

export type ReadBack = { decisions: Sentence[]; actions: Sentence[] }
export type Sentence = { id: string; words: string }

export function readBack({ entries }: Pick<Minutes, 'entries'>, people: Named[]): ReadBack {
  const written = entries.filter(({ text }) => text.trim() !== '')
  const sentences = (type: Entry['type'], words: (entry: Entry) => string) =>
    written.filter((entry) => entry.type === type).map((entry) => ({ id: entry.id, words: words(entry) }))
  return {
    decisions: sentences(
      'decision',
      ({ text, who }) => `${stop(text)} Decided by ${inSentence(who || 'childsSocialWorker', people)}.`,
    ),
    actions: sentences('action', ({ text, who, due }) => {
      const owner = who ? nameOf(who, people) : 'Nobody yet'
      return `${owner}: ${stop(text)} ${due ? `By ${dayWords(due)}.` : 'No date yet.'}`
    }),
  }
}

/** A person by name, a role by its word. */
export function nameOf(who: string, people: Named[]): string {
  const person = people.find(({ key }) => key === who)
  if (person) return person.name
  const role = who.split(':')[0] as Role
  return ROLES.includes(role) ? `The ${ROLE_WORDS[role]}` : 'Somebody'
}

const inSentence = (who: string, people: Named[]) => nameOf(who, people).replace(/^The /, 'the ')

const stop = (text: string) => text.trim().replace(/([^.!?…])$/, '$1.')
