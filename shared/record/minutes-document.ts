/**
 * The minutes as a document that several people can write at once, also without a connection: a Yjs document. Short
 * values keep the last one written; texts merge letter by letter; entries are only ever added or struck out. Nothing
 * nested is created twice for one fact, which is what would lose somebody's words when two documents meet.
 */
import * as Y from 'yjs'
import {
  ATTENDANCE_STATES,
  ENTRY_TYPES,
  POSITIONS,
  type AgendaChange,
  type Attendance,
  type AttendanceState,
  type AuthorityRow,
  type Entry,
  type EntryType,
  type HouseholdRow,
  type LineAnswer,
  type ItemOutcome,
  type Minutes,
  type Position,
} from './minutes.ts'
import { changeText } from './change-text.ts'
import { ROLES, type PersonKey, type Role } from '../placement/placement.ts'
import { readDate, readInstant, type Instant } from '../dates/time.ts'

const SECTIONS = [
  'attendance',
  'lines',
  'items',
  'authority',
  'household',
  'positions',
  'summary',
  'agenda',
  'meeting',
] as const
type Section = (typeof SECTIONS)[number]

/** One fact of the minutes with a short value: `attendance/mother:1/state`, `lines/CH-1/answer`, `items/AG-05/by`. */
export type FactPath = `${Section}/${string}/${string}`
/** One that is written in words: `lines/EM-1/text`, `attendance/child:1/how`. */
export type WordsPath = FactPath

const WORDS = ['text', 'why', 'how', 'view', 'who', 'title']

const factsOf = (doc: Y.Doc) => doc.getMap<string>('facts')
const entriesOf = (doc: Y.Doc) => doc.getArray<unknown>('entries')
const stepsOf = (doc: Y.Doc) => doc.getArray<{ person: string; kind: 'out' | 'back'; at: string }>('steps')
/** Words have a text of their own at the top of the document, which exists for everybody from the start. */
const wordsOf = (doc: Y.Doc, path: WordsPath) => doc.getText(path)

export const fact = (doc: Y.Doc, path: FactPath): string => factsOf(doc).get(path) ?? ''

export function setFact(doc: Y.Doc, path: FactPath, value: string): void {
  if (fact(doc, path) === value) return
  if (value === '') factsOf(doc).delete(path)
  else factsOf(doc).set(path, value)
}

export const words = (doc: Y.Doc, path: WordsPath): string => wordsOf(doc, path).toJSON()

export const setWords = (doc: Y.Doc, path: WordsPath, value: string): void => changeText(wordsOf(doc, path), value)

/** Adds an entry at the end of its item, or right after another one; returns nothing, the id is the caller's. */
export function addEntry(doc: Y.Doc, entry: Entry, after?: string): void {
  const map = new Y.Map<unknown>()
  map.set('id', entry.id)
  map.set('item', entry.item)
  map.set('type', entry.type)
  map.set('text', new Y.Text(entry.text))
  if (entry.who) map.set('who', entry.who)
  if (entry.due) map.set('due', entry.due)
  if (entry.without) map.set('without', entry.without)
  const entries = entriesOf(doc)
  const at = after === undefined ? -1 : indexOf(doc, after)
  entries.insert(at < 0 ? entries.length : at + 1, [map])
}

export function changeEntry(doc: Y.Doc, id: string, change: Partial<Omit<Entry, 'id'>>): void {
  const entry: unknown = entriesOf(doc).get(indexOf(doc, id))
  if (!(entry instanceof Y.Map)) return
  doc.transact(() => {
    for (const [name, value] of Object.entries(change)) {
      const text: unknown = name === 'text' ? entry.get(name) : null
      if (text instanceof Y.Text) changeText(text, value)
      else if (entry.get(name) !== value) entry.set(name, value)
    }
  })
}

export function removeEntry(doc: Y.Doc, id: string): void {
  const at = indexOf(doc, id)
  if (at >= 0) entriesOf(doc).delete(at)
}

/** Somebody leaves the room, or comes back. */
export const stepOut = (doc: Y.Doc, person: PersonKey, at: Instant) => stepsOf(doc).push([{ person, kind: 'out', at }])
/** The child may at any time, and was then present in part, whatever was recorded before. */
export function childStepsOut(doc: Y.Doc, child: PersonKey, at: Instant): void {
  doc.transact(() => {
    setFact(doc, `attendance/${child}/state`, 'presentInPart')
    stepOut(doc, child, at)
  })
}
export const stepBack = (doc: Y.Doc, person: PersonKey, at: Instant) =>
  stepsOf(doc).push([{ person, kind: 'back', at }])

/** The document as plain data. Whatever in it is not of a known kind is left out, whoever wrote it. */
export function readMinutes(doc: Y.Doc): Minutes {
  const minutes: Minutes = { attendance: {}, entries: [], items: {}, lines: {} }
  const seen = new Set<string>()
  const put = (path: string, value: string) => {
    const [section, id, name] = path.split('/')
    if (value === '' || !section || !id || !name || !isOneOf(SECTIONS, section)) return
    PUT[section](minutes, id, name, value)
  }
  // In the order of their names, so that two copies that agree read the same byte for byte.
  for (const [path, value] of [...factsOf(doc)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (typeof value === 'string') put(path, value)
  }
  for (const path of [...doc.share.keys()].sort()) {
    if (WORDS.includes(path.split('/')[2] ?? '')) put(path, doc.getText(path).toJSON())
  }
  for (const step of stepsOf(doc)) putStep(minutes, step)
  for (const one of entriesOf(doc)) {
    const entry = readEntry(one)
    if (entry && !seen.has(entry.id)) minutes.entries.push(entry)
    if (entry) seen.add(entry.id)
  }
  return minutes
}

/** The document that is kept on the server, from its stored state and what a writer adds to it. */
export function documentFrom(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

export const encodeDocument = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc)
export const encodeMissing = (doc: Y.Doc, stateVector: Uint8Array): Uint8Array =>
  Y.encodeStateAsUpdate(doc, stateVector)
export const stateVectorOf = (doc: Y.Doc): Uint8Array => Y.encodeStateVector(doc)

/** Ids that the record knows; anything else in a path is somebody's invention, `__proto__` among them. */
const ID = /^[A-Za-z]+(?:[-:][A-Za-z0-9]+)?$/
const isPersonKey = (id: string): id is PersonKey => /^[A-Za-z]+:[1-9]\d{0,2}$/.test(id) && isRole(id.split(':')[0]!)
const isRole = (text: string): text is Role => isOneOf(ROLES, text)

type Put = (minutes: Minutes, id: string, name: string, value: string) => void

/** How a fact of each section is read; one whose id or value the record does not know is left out. */
const PUT: Record<Section, Put> = {
  attendance({ attendance }, id, name, value) {
    if (!isPersonKey(id)) return
    const one: Attendance = at(attendance, id)
    if (name === 'state' && isOneOf(ATTENDANCE_STATES, value)) one.state = value satisfies AttendanceState
    if (name === 'how') one.how = value
  },
  items({ items }, id, name, value) {
    if (!ID.test(id)) return
    const outcome: ItemOutcome = at(items, id)
    if (name === 'notDiscussed') outcome.notDiscussed = value === 'yes'
    if (name === 'owner') outcome.owner = ownerFrom(value)
    if (name === 'by') outcome.by = readDate(value) ?? ''
    if (name === 'why') outcome.why = value
  },
  lines({ lines }, id, name, value) {
    if (!ID.test(id)) return
    const answer: LineAnswer = at(lines, id)
    if (name === 'answer' || name === 'why' || name === 'text') answer[name] = value
    if (name === 'owner') answer.owner = ownerFrom(value)
    if (name === 'by') answer.by = readDate(value) ?? ''
  },
  authority(minutes, id, name, value) {
    if (!ID.test(id)) return
    const row: AuthorityRow = at((minutes.authority ??= {}), id)
    row.deciders ??= []
    if (name === 'why' || name === 'view') row[name] = value
    else if (name === 'by') row.by = readDate(value) ?? ''
    else if (name === 'later') row.later = value === 'yes'
    else if (value === 'yes' && (isPersonKey(name) || isOneOf(OTHER_DECIDERS, name))) row.deciders.push(name)
  },
  household(minutes, id, name, value) {
    if (!ID.test(id)) return
    const row: HouseholdRow = at((minutes.household ??= {}), id)
    if (name === 'who' || name === 'text') row[name] = value
    const added = name === 'added' ? readInstant(value) : null
    if (added) row.added = added
  },
  positions(minutes, id, name, value) {
    if (!isPersonKey(id)) return
    const position: Position = at((minutes.positions ??= {}), id)
    if (name === 'answer' && isOneOf(POSITIONS, value)) position.answer = value
    if (name === 'text') position.text = value
  },
  agenda(minutes, id, name, value) {
    if (!ID.test(id)) return
    const change: AgendaChange = at((minutes.agenda ??= {}), id)
    if (name === 'title') change.title = value
    const added = name === 'added' ? readInstant(value) : null
    if (added) change.added = added
    if (name === 'place' && NUMBER.test(value)) change.place = Number(value)
  },
  meeting(minutes, id, name, value) {
    const at = id === 'times' ? readInstant(value) : null
    if (at && (name === 'began' || name === 'ended')) minutes.times = { ...minutes.times, [name]: at }
  },
  summary(minutes, id, name, value) {
    if (id === 'child' && name === 'text') minutes.childsSummary = value
  },
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e-\d+)?$/
const OTHER_DECIDERS = ['home', 'authority', 'parents'] as const

/** A record's own entry, made when it is missing: never one that every object inherits. */
function at<Key extends string, Value extends object>(record: Partial<Record<Key, Value>>, id: Key): Value {
  if (!Object.hasOwn(record, id)) record[id] = {} as Value
  return record[id]!
}

/** Somebody by key, or a role; words that are neither name nobody. */
const ownerFrom = (value: string): PersonKey | Role | '' => (isPersonKey(value) || isRole(value) ? value : '')

function putStep(minutes: Minutes, step: unknown) {
  const { person, kind, at: moment } = (step ?? {}) as Record<string, unknown>
  const when = typeof moment === 'string' ? readInstant(moment) : null
  if (typeof person !== 'string' || !isPersonKey(person) || !when) return
  const steps = (at<PersonKey, Attendance>(minutes.attendance, person).steppedOut ??= [])
  const open = steps.findLast(({ back }) => back === undefined)
  if (kind === 'out' && !open) steps.push({ out: when })
  else if (kind === 'back' && open) open.back = when
}

function readEntry(map: unknown): Entry | null {
  if (!(map instanceof Y.Map)) return null
  const read = (name: string) => {
    const value: unknown = map.get(name)
    return value instanceof Y.Text ? value.toJSON() : typeof value === 'string' ? value : ''
  }
  const type = read('type')
  if (!read('id') || !read('item') || !isOneOf(ENTRY_TYPES, type)) return null
  return {
    id: read('id'),
    item: read('item'),
    type: type satisfies EntryType,
    text: read('text'),
    who: ownerFrom(read('who')),
    due: readDate(read('due')) ?? '',
    ...(isPersonKey(read('without')) && { without: read('without') as PersonKey }),
  }
}

const indexOf = (doc: Y.Doc, id: string) =>
  entriesOf(doc)
    .map((entry): unknown => (entry instanceof Y.Map ? entry.get('id') : null))
    .indexOf(id)
const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value)
