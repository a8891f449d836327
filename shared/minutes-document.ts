/**
 * The minutes as a document that several people can write at once, also without a connection: a Yjs document. Short
 * values keep the last one written; texts merge letter by letter; entries are only ever added or struck out. Nothing
 * nested is created twice for one fact, which is what would lose somebody's words when two documents meet.
 */
import * as Y from 'yjs'
import {
  ATTENDANCE_STATES,
  ENTRY_TYPES,
  type Attendance,
  type AttendanceState,
  type Entry,
  type EntryType,
  type LineAnswer,
  type ItemOutcome,
  type Minutes,
} from './minutes.ts'
import type { PersonKey } from './placement.ts'
import { readDate, readInstant, type Instant } from './time.ts'

/** One fact of the minutes with a short value: `attendance/mother:1/state`, `lines/CH-1/answer`, `items/AG-05/by`. */
export type FactPath = `${'attendance' | 'lines' | 'items'}/${string}/${string}`
/** One that is written in words: `lines/EM-1/text`, `attendance/child:1/how`. */
export type WordsPath = FactPath

const WORDS = ['text', 'why', 'how']

const factsOf = (doc: Y.Doc) => doc.getMap<string>('facts')
const entriesOf = (doc: Y.Doc) => doc.getArray<Y.Map<unknown>>('entries')
const stepsOf = (doc: Y.Doc) => doc.getArray<{ person: string; kind: 'out' | 'back'; at: string }>('steps')
/** Words have a text of their own at the top of the document, which exists for everybody from the start. */
const wordsOf = (doc: Y.Doc, path: WordsPath) => doc.getText(path)

export const fact = (doc: Y.Doc, path: FactPath): string => factsOf(doc).get(path) ?? ''

export function setFact(doc: Y.Doc, path: FactPath, value: string): void {
  if (fact(doc, path) === value) return
  if (value === '') factsOf(doc).delete(path)
  else factsOf(doc).set(path, value)
}

export const words = (doc: Y.Doc, path: WordsPath): string => wordsOf(doc, path).toString()

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
  const entries = entriesOf(doc)
  const at = after === undefined ? -1 : indexOf(doc, after)
  entries.insert(at < 0 ? entries.length : at + 1, [map])
}

export function changeEntry(doc: Y.Doc, id: string, change: Partial<Omit<Entry, 'id'>>): void {
  const entry = entriesOf(doc).get(indexOf(doc, id)) as Y.Map<unknown> | undefined
  if (!entry) return
  doc.transact(() => {
    for (const [name, value] of Object.entries(change)) {
      if (name === 'text') changeText(entry.get('text') as Y.Text, value)
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
export const stepBack = (doc: Y.Doc, person: PersonKey, at: Instant) =>
  stepsOf(doc).push([{ person, kind: 'back', at }])

/** The document as plain data. Whatever in it is not of a known kind is left out, whoever wrote it. */
export function readMinutes(doc: Y.Doc): Minutes {
  const minutes: Minutes = { attendance: {}, entries: [], items: {}, lines: {} }
  const put = (path: string, value: string) => {
    const [section, id, name] = path.split('/')
    if (value === '' || !id || !name || !(section === 'attendance' || section === 'lines' || section === 'items'))
      return
    putFact(minutes, section, id, name, value)
  }
  for (const [path, value] of factsOf(doc)) if (typeof value === 'string') put(path, value)
  for (const path of [...doc.share.keys()].sort()) {
    if (WORDS.includes(path.split('/')[2] ?? '')) put(path, doc.getText(path).toString())
  }
  for (const step of stepsOf(doc)) putStep(minutes, step)
  minutes.entries = entriesOf(doc)
    .map(readEntry)
    .filter((entry) => entry !== null)
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

function putFact(minutes: Minutes, section: 'attendance' | 'lines' | 'items', id: string, name: string, value: string) {
  if (section === 'attendance') {
    const attendance: Attendance = (minutes.attendance[id as PersonKey] ??= {})
    if (name === 'state' && isOneOf(ATTENDANCE_STATES, value)) attendance.state = value satisfies AttendanceState
    if (name === 'how') attendance.how = value
  } else if (section === 'items') {
    const outcome: ItemOutcome = (minutes.items[id] ??= {})
    if (name === 'notDiscussed') outcome.notDiscussed = value === 'yes'
    if (name === 'owner') outcome.owner = value as ItemOutcome['owner']
    if (name === 'by') outcome.by = readDate(value) ?? ''
    if (name === 'why') outcome.why = value
  } else {
    const answer: LineAnswer = (minutes.lines[id] ??= {})
    if (name === 'answer' || name === 'why' || name === 'text') answer[name] = value
    if (name === 'owner') answer.owner = value as LineAnswer['owner']
    if (name === 'by') answer.by = readDate(value) ?? ''
  }
}

function putStep(minutes: Minutes, step: unknown) {
  const { person, kind, at } = (step ?? {}) as Record<string, unknown>
  const when = typeof at === 'string' ? readInstant(at) : null
  if (typeof person !== 'string' || !when) return
  const attendance: Attendance = (minutes.attendance[person as PersonKey] ??= {})
  const steps = (attendance.steppedOut ??= [])
  const open = steps.findLast(({ back }) => back === undefined)
  if (kind === 'out' && !open) steps.push({ out: when })
  else if (kind === 'back' && open) open.back = when
}

function readEntry(map: Y.Map<unknown>): Entry | null {
  const read = (name: string) => {
    const value = map.get(name)
    return value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : ''
  }
  const type = read('type')
  if (!read('id') || !read('item') || !isOneOf(ENTRY_TYPES, type)) return null
  return {
    id: read('id'),
    item: read('item'),
    type: type satisfies EntryType,
    text: read('text'),
    who: read('who') as Entry['who'],
    due: readDate(read('due')) ?? '',
  }
}

/** Changes only the stretch that differs, so that two people can write in one text. */
function changeText(text: Y.Text, value: string): void {
  const before = text.toString()
  if (before === value) return
  let start = 0
  while (start < before.length && start < value.length && before[start] === value[start]) start += 1
  let end = 0
  while (
    end < before.length - start &&
    end < value.length - start &&
    before[before.length - 1 - end] === value[value.length - 1 - end]
  ) {
    end += 1
  }
  const change = () => {
    if (before.length > start + end) text.delete(start, before.length - start - end)
    if (value.length > start + end) text.insert(start, value.slice(start, value.length - end))
  }
  if (text.doc) text.doc.transact(change)
  else change()
}

const indexOf = (doc: Y.Doc, id: string) =>
  entriesOf(doc)
    .map((entry) => entry.get('id'))
    .indexOf(id)
const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value)
