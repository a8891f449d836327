/** The report as people read it: what it comes to, what is wrong, then requirement by requirement. */
import { isMet, NOT_YET_CARRIED, type Place, type Trace, type TraceRow } from './report.ts'

/** `only`: the ids to print, where somebody asks for some. */
export function reportWords({ sections, problems }: Trace, only: readonly string[] = []): string {
  const rows = sections.flatMap((section) => section.rows)
  const waiting = rows.filter(({ waits }) => waits !== null).length
  const summary = [
    `${rows.filter(isMet).length} of ${rows.length} requirements are carried and tested`,
    `${waiting} ${waiting === 1 ? 'waits' : 'wait'} in ${NOT_YET_CARRIED}`,
    problems.length === 1 ? '1 problem' : `${problems.length} problems`,
  ].join('; ')
  const shown = sections
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ id }) => only.length === 0 || only.includes(id)) }))
    .filter(({ rows }) => rows.length > 0)
  return [
    summary,
    ...problems.map((problem) => `! ${problem}`),
    ...shown.flatMap(({ title, rows }) => ['', title, ...rows.flatMap(rowLines)]),
  ].join('\n')
}

function rowLines({ id, title, rules, tests, waits }: TraceRow): string[] {
  return [
    `${id.padEnd(5)}  ${title}`,
    ...column('rule', rules.map(placeWords)),
    ...column('test', tests.map(placeWords)),
    ...(waits === null ? [] : column('waits', [waits])),
  ]
}

const column = (head: string, cells: string[]): string[] =>
  (cells.length > 0 ? cells : ['–']).map((cell, n) => `       ${(n === 0 ? head : '').padEnd(5)}  ${cell}`)

const placeWords = ({ file, lines, name }: Place): string =>
  [`${file}:${lines.join(',')}`, ...(name === null ? [] : [shortened(name)])].join('  ')

const shortened = (name: string) => (name.length > 100 ? `${name.slice(0, 99)}…` : name)
