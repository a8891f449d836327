/** Requirement by requirement: what carries it, what shows it, and what must not be so. */
import type { CatalogueSection } from '../../../shared/requirements/catalogue.ts'
import { citationsIn } from './citations.ts'
import { testNamesIn } from './test-names.ts'

export type TreeFile = { path: string; text: string }
/** `name`: of a test; code has none. */
export type Place = { file: string; lines: number[]; name: string | null }
export type TraceRow = {
  id: string
  title: string
  rules: Place[]
  tests: Place[]
  /** Why it is not yet carried or shown, where somebody has said so. */
  waits: string | null
}
export type Trace = { sections: { title: string; rows: TraceRow[] }[]; problems: string[] }

export const NOT_YET_CARRIED = 'test/not-yet-carried.yaml'

const CATALOGUE_FOLDER = 'shared/requirements/'
/** These give ids as examples only; the local workplace stands in for what is not ours. */
const SHOWS_NOTHING = /^(bot\/(commands\/trace|local\/)|test\/(shared\/requirements\/|trace[./]))/

/** What we promise: the practice's requirements, our privacy rules, and that the hard cases come out right. */
const isPromised = (id: string) => id.startsWith('R-') || id.startsWith('P-') || isHardCase(id)
/** Several rules meet in it, and none carries it alone: a test has to show it. */
const isHardCase = (id: string) => id.startsWith('E-')

/** `waiting` is the list of what is not yet carried: the reason for each id. */
export function traceTree(
  files: readonly TreeFile[],
  catalogue: readonly CatalogueSection[],
  waiting: Readonly<Record<string, string>>,
): Trace {
  const ids = catalogue.flatMap(({ requirements }) => requirements.map(({ id }) => id))
  const citing = files.flatMap((file) => citationsOf(file, ids))
  const sections = catalogue
    .map(({ title, requirements }) => ({
      title,
      rows: requirements
        .filter(({ id }) => isPromised(id))
        .map(({ id, title }): TraceRow => {
          const places = citing.filter((one) => one.id === id && !SHOWS_NOTHING.test(one.file))
          const rules = places.filter(({ name }) => name === null)
          const tests = places.filter(({ name }) => name !== null)
          return { id, title, rules: placesOf(rules), tests: placesOf(tests), waits: waiting[id] ?? null }
        }),
    }))
    .filter(({ rows }) => rows.length > 0)
  const rows = sections.flatMap((section) => section.rows)
  const problems = [
    ...citing
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, file, line }) => `${file}:${line} cites ${id}, which the catalogue does not know`),
    ...rows.flatMap(problemOf),
    ...faultsOf(waiting, new Set(rows.map(({ id }) => id))),
  ]
  return { sections, problems }
}

type Citing = { id: string; file: string; line: number; name: string | null }

/** Of code every citation; of a test those in its name or its table. A row of ids alone goes by the name of its test. */
function citationsOf({ path, text }: TreeFile, ids: readonly string[]): Citing[] {
  if (path.startsWith(CATALOGUE_FOLDER)) return []
  if (!path.startsWith('test/')) return citationsIn(text, ids).map((one) => ({ ...one, file: path, name: null }))
  return testNamesIn(text).flatMap(({ words, line, test }) => {
    const name = /[a-z]{2}/.test(words) ? words : test
    return citationsIn(words, ids).map(({ id }) => ({ id, file: path, line, name }))
  })
}

/** One place for each file and name, with its lines. */
function placesOf(citing: Citing[]): Place[] {
  const places = new Map<string, Place>()
  for (const { file, line, name } of citing) {
    const place = places.get(`${file} ${name}`) ?? { file, lines: [], name }
    if (!place.lines.includes(line)) place.lines.push(line)
    places.set(`${file} ${name}`, place)
  }
  return [...places.values()]
}

export const isMet = ({ id, rules, tests }: TraceRow) => (rules.length > 0 || isHardCase(id)) && tests.length > 0

function problemOf(row: TraceRow): string[] {
  if (isMet(row)) {
    return row.waits === null ? [] : [`${row.id} is carried and tested now: take it out of ${NOT_YET_CARRIED}`]
  }
  if (row.waits !== null) return []
  const isCarried = row.rules.length > 0 || isHardCase(row.id)
  const missing = isCarried ? 'no test names it' : row.tests.length > 0 ? 'no rule or screen cites it' : null
  return [`${row.id}: ${missing ?? 'no rule or screen cites it, and no test names it'}`]
}

function faultsOf(waiting: Readonly<Record<string, string>>, promised: ReadonlySet<string>): string[] {
  return Object.entries(waiting).flatMap(([id, reason]) => {
    if (!promised.has(id)) return [`${NOT_YET_CARRIED}: ${id} is nothing that we have promised`]
    return reason.trim() ? [] : [`${NOT_YET_CARRIED}: ${id} needs its reason, in a sentence`]
  })
}
