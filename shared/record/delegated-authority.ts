/**
 * Who decides what for a child who lives with carers: one row for each area, and in it everybody who may decide there,
 * each carer apart (L-13, R-170 to R-176).
 */
import type { Gap } from './minutes-gaps.ts'
import type { AuthorityRow, Decider, Minutes } from './minutes.ts'
import type { PersonKey, PlacementType, Role } from '../placement/placement.ts'
import { dayWords } from '../dates/time.ts'

export const AUTHORITY_ITEM = 'AG-17'

/** The areas that are usually listed (L-13); a council may settle more under "Anything else". */
export const AUTHORITY_AREAS = [
  { id: 'medical', title: 'Medical and dental', such: 'check-ups, medicines, first aid, treatment that is planned' },
  { id: 'education', title: 'Education', such: 'school trips, parents’ evenings, clubs, photographs at school' },
  { id: 'homeLife', title: 'Leisure and home life', such: 'nights at friends’, haircuts, hobbies, holidays' },
  { id: 'faith', title: 'Faith', such: 'worship, festivals, food and clothes' },
  { id: 'online', title: 'Phone and social media', such: 'a phone, accounts, games, pictures' },
  { id: 'other', title: 'Anything else', such: 'passports, piercings, driving, whatever this child asks about' },
] as const
export type AuthorityAreaId = (typeof AUTHORITY_AREAS)[number]['id']

export type DeciderView = { id: Decider; words: string; lives: boolean }
export type AuthorityDuties = {
  deciders: DeciderView[]
  /** In foster care no area may stay blank; elsewhere only once the table has been begun. */
  required: boolean
}

type Person = { key: PersonKey; role: Role; name: string }

const FOSTERING: PlacementType[] = ['foster', 'connectedCarer']

export function authorityDuties(people: Person[], type: PlacementType | null): AuthorityDuties {
  const carers = people.filter(({ role }) => role === 'fosterCarer' || role === 'connectedCarer')
  const living: DeciderView[] =
    carers.length > 0
      ? carers.map(({ key, name }) => ({ id: key, words: name, lives: true }))
      : type === 'withParents'
        ? []
        : [{ id: 'home', words: type && FOSTERING.includes(type) ? 'The carers' : 'The home', lives: true }]
  return {
    deciders: [
      ...living,
      { id: 'authority', words: 'The council', lives: false },
      { id: 'parents', words: 'Parents', lives: type === 'withParents' },
    ],
    required: type !== null && FOSTERING.includes(type),
  }
}

const rowOf = ({ authority = {} }: Pick<Minutes, 'authority'>, area: string): AuthorityRow =>
  authority[area] ?? { deciders: [] }

/** Nothing is said about any area. */
export const isUntouched = (minutes: Pick<Minutes, 'authority'>): boolean =>
  AUTHORITY_AREAS.every(({ id }) => {
    const { deciders, later, view, why } = rowOf(minutes, id)
    return deciders.length === 0 && !later && !view?.trim() && !why?.trim()
  })

/** Day-to-day authority belongs to whoever the child lives with, unless there is a reason against it (L-13). */
export const isDelegated = ({ deciders }: AuthorityRow, { deciders: all }: AuthorityDuties): boolean =>
  all.some(({ id, lives }) => lives && deciders.includes(id))

export function authorityGaps(duties: AuthorityDuties, minutes: Pick<Minutes, 'authority'>): Gap[] {
  if (!duties.required && isUntouched(minutes)) return []
  return AUTHORITY_AREAS.flatMap(({ id, title }): Gap[] => {
    const row = rowOf(minutes, id)
    const at = { kind: 'authority' as const, id }
    if (row.later) {
      return row.by ? [] : [{ at, words: `Who decides, ${lower(title)}: by when is missing`, requirements: ['R-170'] }]
    }
    if (row.deciders.length === 0) {
      return [{ at, words: `Who decides, ${lower(title)}: nobody is named`, requirements: ['R-170', 'R-176'] }]
    }
    if (!isDelegated(row, duties) && !row.why?.trim()) {
      const reason = 'why those the child lives with do not'
      return [{ at, words: `Who decides, ${lower(title)}: ${reason} is missing`, requirements: ['R-170', 'R-174'] }]
    }
    return []
  })
}

/** One area in a sentence: for the record, and for the page that the carer takes along. */
export function authorityWords(area: string, duties: AuthorityDuties, minutes: Pick<Minutes, 'authority'>): string {
  const { deciders, later, by } = rowOf(minutes, area)
  if (later) return `Not settled yet${by ? `; to be settled by ${dayWords(by)}` : ''}`
  const names = duties.deciders.filter(({ id }) => deciders.includes(id)).map(({ words }) => words)
  return names.length === 0 ? 'Nobody is named yet' : names.join(', or ')
}

/** The whole table as lines of text, without areas about which nothing was said. */
export const authorityText = (duties: AuthorityDuties, minutes: Pick<Minutes, 'authority'>): string[] =>
  AUTHORITY_AREAS.flatMap(({ id, title }) => {
    const { deciders, later, why, view } = rowOf(minutes, id)
    if (deciders.length === 0 && !later && !why?.trim() && !view?.trim()) return []
    const more = [why?.trim() && `because ${why.trim()}`, view?.trim() && `the child’s view: ${view.trim()}`]
    return [[`${title}: ${authorityWords(id, duties, minutes)}`, ...more.filter(Boolean)].join('; ')]
  })

const lower = (title: string) => title.replace(/^\w/, (letter) => letter.toLowerCase())
