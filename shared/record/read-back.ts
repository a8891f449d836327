/** What was decided, and who does what by when, as short sentences to be read out before everybody goes. */
import type { AttendeeView, MeetingView } from '../meeting/meeting-view.ts'
import type { ChecklistLine } from './checklists.ts'
import { AUTHORITY_AREAS } from './delegated-authority.ts'
import type { Minutes } from './minutes.ts'
import type { AgendaItem } from '../meeting/plan.ts'
import { ROLES, type PersonKey, type Role } from '../placement/placement.ts'
import { addDays, dayWords, londonDate, type LocalDate } from '../dates/time.ts'
import { ROLE_WORDS } from '../words.ts'
import { addWorkingDays, isWithinBankHolidays } from '../dates/working-days.ts'

type Named = Pick<AttendeeView, 'key' | 'name' | 'role'>

/** Something to do: written as an action, or an answer or item that somebody takes on. */
export type ToDo = { id: string; words: string; owner: PersonKey | Role | null; by: LocalDate | null }

export type ReadBack = { decisions: Sentence[]; actions: Sentence[] }
export type Sentence = { id: string; words: string }

/** The day of a meeting that has a time. */
export const meetingDay = ({ slot }: Pick<MeetingView, 'slot'>): LocalDate | null => slot && londonDate(slot.start)

type Asked = {
  people: Named[]
  agenda: Pick<AgendaItem, 'item' | 'title'>[]
  lines: ChecklistLine[]
  /** The day of the meeting, from which some of it is counted. */
  heldOn: LocalDate | null
}

export function readBack(minutes: Minutes, { people, ...asked }: Asked): ReadBack {
  const written = minutes.entries.filter(({ text }) => text.trim() !== '')
  const decisions = written.filter(({ type }) => type === 'decision')
  return {
    decisions: decisions.map(({ id, text, who }) => ({
      id,
      words: `${stop(text)} Decided by ${inSentence(who || 'childsSocialWorker', people)}.`,
    })),
    actions: toDos(minutes, asked).map(({ id, words, owner, by }) => ({
      id,
      words: `${owner ? nameOf(owner, people) : 'Nobody yet'}: ${words} ${by ? `By ${dayWords(by)}.` : 'No date yet.'}`,
    })),
  }
}

/** Each as a short sentence, with who does it and by when. */
export function toDos(minutes: Minutes, { agenda, lines, heldOn }: Omit<Asked, 'people'>): ToDo[] {
  const written = minutes.entries.filter(({ text }) => text.trim() !== '')
  const toDo = (id: string, words: string, owner?: PersonKey | Role | '', by?: LocalDate | '' | null): ToDo => ({
    id,
    words: stop(words),
    owner: owner || null,
    by: by || null,
  })
  return [
    ...written.filter(({ type }) => type === 'action').map(({ id, text, who, due }) => toDo(id, text, who, due)),
    // An answer that names an owner and a day is something to do, and so is an item that was put off.
    ...lines.flatMap((line) => {
      const { owner, by, text } = minutes.lines[line.id] ?? {}
      const { needs = [], task = line.title } = optionAt(line, minutes.lines[line.id]?.answer) ?? {}
      return needs.includes('owner') ? [toDo(line.id, text?.trim() || task, owner, by)] : []
    }),
    ...lines.flatMap((line) =>
      (optionAt(line, minutes.lines[line.id]?.answer)?.raises ?? []).map((task) =>
        toDo(`${line.id}/${task.owner}`, task.words, task.owner, daysOn(heldOn, 1)),
      ),
    ),
    ...AUTHORITY_AREAS.flatMap(({ id, title }) => {
      const { deciders, later, by } = minutes.authority?.[id] ?? { deciders: [] }
      const open = later && deciders.length === 0
      return open
        ? [toDo(`authority:${id}`, `Settle who decides about ${inside(title)}`, 'childsSocialWorker', by)]
        : []
    }),
    ...agenda.flatMap(({ item, title }) => {
      const { notDiscussed, owner, by } = minutes.items[item] ?? {}
      const silent = !written.some((entry) => entry.item === item)
      return notDiscussed && silent ? [toDo(item, `Take up “${title}”, which was not discussed`, owner, by)] : []
    }),
  ]
}

const optionAt = ({ options }: ChecklistLine, answer: string | undefined) =>
  options.find(({ value }) => value === answer)

/** So many working days on; open where nothing is known of those to come. */
export const daysOn = (day: LocalDate | null, workingDays: number): LocalDate | null =>
  day && isWithinBankHolidays(addDays(day, 21)) ? addWorkingDays(day, workingDays) : null

/** A person by name, a role by its word. */
export function nameOf(who: string, people: Named[]): string {
  const person = people.find(({ key }) => key === who)
  if (person) return person.name
  const role = who.split(':')[0] as Role
  return ROLES.includes(role) ? `The ${ROLE_WORDS[role]}` : 'Somebody'
}

/** The same inside a sentence. */
export const inSentence = (who: string, people: Named[]): string => nameOf(who, people).replace(/^The /, 'the ')

const inside = (title: string) => title.replace(/^\w/, (letter) => letter.toLowerCase())

const stop = (text: string) => text.trim().replace(/([^.!?…])$/, '$1.')
