import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { filesOf, readWaiting } from '../bot/commands/trace/read-tree.ts'
import { isMet, traceTree, type TreeFile } from '../bot/commands/trace/report.ts'
import { testNamesIn } from '../bot/commands/trace/test-names.ts'
import { CATALOGUE } from '../shared/requirements/catalogue.ts'
import { runCommand } from './support/run-command.ts'

// A process takes its time to start where others run as well.
jest.setTimeout(60_000)

const TREE = join(import.meta.dirname, '..')
const IDS = CATALOGUE.flatMap(({ requirements }) => requirements.map(({ id }) => id))
const PROMISED = IDS.filter((id) => /^[RPE]/.test(id)).length

describe('every requirement', () => {
  const { sections, problems } = traceTree(filesOf(TREE), CATALOGUE, readWaiting(TREE))
  const rows = sections.flatMap((section) => section.rows)

  test('has a rule or screen that carries it and a test that names it, or its reason why not yet', () => {
    expect(problems).toEqual([])
  })

  test('is really looked for', () => {
    expect(rows).toHaveLength(PROMISED)
    expect(rows.filter(isMet).length).toBeGreaterThan(PROMISED / 2)
    const minimum = rows.find(({ id }) => id === 'R-064')!
    expect(minimum.rules.map(({ file }) => file)).toContain('shared/packs/south-glos.yaml')
    expect(minimum.tests.map(({ file }) => file)).toContain('test/shared/meeting/meeting-view.test.ts')
  })
})

const requirementOf = (id: string) => ({ id, title: `what ${id} asks`, from: [], implied: false, legal: null })
/** Four that belong together, one of privacy, one hard case and one fact of law. */
const SMALL = [
  { title: 'Risk', requirements: ['R-182', 'R-183', 'R-184', 'R-185'].map(requirementOf) },
  { title: 'Privacy', requirements: [requirementOf('P-01')] },
  { title: 'Hard cases', requirements: [requirementOf('E-05')] },
  { title: 'Law', requirements: [requirementOf('L-01')] },
]
const EVERYTHING = 'R-182 R-183 R-184 R-185 P-01 E-05'
const code = (text: string, path = 'shared/rule.ts'): TreeFile => ({ path, text })
const shown = (text: string, path = 'test/rule.test.ts'): TreeFile => ({ path, text })
const traced = (files: TreeFile[], waiting: Record<string, string> = {}) => traceTree(files, SMALL, waiting)
const problemsOf = (files: TreeFile[], waiting?: Record<string, string>) => traced(files, waiting).problems
const rowOf = (id: string, files: TreeFile[]) =>
  traced(files)
    .sections.flatMap(({ rows }) => rows)
    .find((row) => row.id === id)

const RULE = code(`/** ${EVERYTHING} */`)
const TEST = shown(`test('all of it (${EVERYTHING})', () => {})`)

describe('a tree passes', () => {
  test('where all is carried and tested', () => {
    expect(problemsOf([RULE, TEST])).toEqual([])
  })

  test('where what is missing is listed with its reason', () => {
    const rest = 'R-182 R-183 R-184 P-01 E-05'
    const files = [code(`// ${rest}`), shown(`test('(${rest})', () => {})`)]
    expect(problemsOf(files, { 'R-185': 'The household is not kept yet.' })).toEqual([])
    expect(problemsOf(files)).toEqual(['R-185: no rule or screen cites it, and no test names it'])
  })

  test('whatever cites the law, which nobody has to show', () => {
    expect(problemsOf([RULE, TEST, code('// L-01')])).toEqual([])
  })
})

describe('a tree fails', () => {
  test('where a requirement is carried and no test names it', () => {
    expect(problemsOf([RULE, shown("test('(R-182 to R-184, P-01, E-05)', () => {})")])).toEqual([
      'R-185: no test names it',
    ])
  })

  test('where a test names a requirement that nothing carries', () => {
    expect(problemsOf([code('// R-182 to R-185'), TEST])).toEqual(['P-01: no rule or screen cites it'])
  })

  test('where no test names a hard case; what carries it may be many rules, and need not say so', () => {
    const rest = 'R-182 R-183 R-184 R-185 P-01'
    expect(problemsOf([RULE, shown(`test('(${rest})', () => {})`)])).toEqual(['E-05: no test names it'])
    expect(problemsOf([code(`// ${rest}`), TEST])).toEqual([])
  })

  test('where the list holds what is carried and tested by now', () => {
    expect(problemsOf([RULE, TEST], { 'R-183': 'Not yet.' })).toEqual([
      'R-183 is carried and tested now: take it out of test/not-yet-carried.yaml',
    ])
  })

  test('where the list holds what is no requirement, or gives no reason', () => {
    expect(problemsOf([RULE, TEST], { 'R-999': 'Not yet.', 'L-01': 'Not yet.' })).toEqual([
      'test/not-yet-carried.yaml: R-999 is nothing that we have promised',
      'test/not-yet-carried.yaml: L-01 is nothing that we have promised',
    ])
    expect(problemsOf([], Object.fromEntries(EVERYTHING.split(' ').map((id) => [id, ' '])))).toHaveLength(6)
  })

  test('where anything cites an id that there is not, also one that is misspelt', () => {
    const files = [RULE, TEST, code('\n// L-02 and R-18'), shown("test('(R-1820)', () => {})", 'test/odd.test.ts')]
    expect(problemsOf(files)).toEqual([
      'shared/rule.ts:2 cites L-02, which the catalogue does not know',
      'shared/rule.ts:2 cites R-18, which the catalogue does not know',
      'test/odd.test.ts:1 cites R-1820, which the catalogue does not know',
    ])
  })
})

describe('what carries a requirement', () => {
  test.each([
    ['a docstring', 'shared/rule.ts', '/** Weighed with every child in the house (R-185). */'],
    ['data', 'shared/packs/somewhere.yaml', 'requirements: [R-182, R-185]'],
    ['code', 'bot/meetings/rule.ts', "requirements: ['R-185'],"],
    ['a screen', 'tab/parts/rule.tsx', '{/* R-185 */}'],
  ])('%s', (_, path, text) => {
    expect(rowOf('R-185', [code(`\n${text}`, path)])?.rules).toEqual([{ file: path, lines: [2], name: null }])
  })

  test('all of a range, once for each line', () => {
    const files = [code('// R-182 to R-184\n// R-183, R-183')]
    expect(rowOf('R-183', files)?.rules).toEqual([{ file: 'shared/rule.ts', lines: [1, 2], name: null }])
    expect(rowOf('R-184', files)?.rules).toEqual([{ file: 'shared/rule.ts', lines: [1], name: null }])
    expect(rowOf('R-185', files)?.rules).toEqual([])
  })

  test.each([
    ['the catalogue itself', 'shared/requirements/risk.ts', "'R-185': {"],
    ['the local workplace, which stands in for others', 'bot/local/rule.ts', '// R-185'],
    ['a longer reference that has an id in it', 'shared/rule.ts', "'TG-R-185', 'R-185-A', 'AR-185'"],
  ])('never %s', (_, path, text) => {
    expect(rowOf('R-185', [code(text, path)])?.rules).toEqual([])
  })
})

describe('what a test says of itself', () => {
  const words = (source: string) => testNamesIn(source).map((name) => name.words)

  test.each([
    ['its name', `test('a name', () => {})`, ['a name']],
    ['the name of what it stands under', `describe('above', () => { it("below", run) })`, ['above', 'below']],
    ['a name with a quotation', `test('the child\\'s own (a "yes")', run)`, [`the child's own (a "yes")`]],
    ['a name in several pieces', "test('one, ' +\n  `two`, run)", ['one, two']],
    ['a name that runs over a line', 'test(\n  // why\n  `name`,\n  run,\n)', ['name']],
    ['the rows of its table', `test.each([['row', 1], ['other', 2]])('%s', run)`, ['row', 'other', '%s']],
    ['a table with types', `test.each<[string, () => Promise<X>]>([['row', go]])('%s', run)`, ['row', '%s']],
    ['a table as text', 'describe.each`\n a | b\n ${1} | ${2}\n`("$a", run)', ['\n a | b\n ${1} | ${2}\n', '$a']],
    ['a table declared before', `const ROWS: [string][] = [['row']]\ntest.each(ROWS)('%s', run)`, ['row', '%s']],
    ['the one that runs alone', `test.only('a name', run)`, ['a name']],
  ])('%s', (_, source, said) => {
    expect(words(source)).toEqual(said)
  })

  test.each([
    ['comments', `// test('no', run)\n/* test('no', run) */ test('name' /* no */, run) // no`],
    ['bodies and expected values', `test('name', () => { expect(plan('no')).toEqual(['no', "no", \`no\`]) })`],
    ['other calls', `each('no'); best('no'); /x/.test('no'); rule.it('no'); test('name', run)`],
    ['other constants', `const OTHER = ['no']\ntest('name', run)`],
    ['quotes in expressions', `const odd = /['"\`]/\ntest('name', run)\nconst even = a / b / c`],
  ])('never %s', (_, source) => {
    expect(words(source)).toEqual(['name'])
  })

  test('is found at its line; a row goes by the name of its test where it is ids alone', () => {
    const table = "const ROWS = [\n  ['R-184', 1],\n  ['harm (R-185)', 2],\n]\ntest.each(ROWS)('asks %s', run)"
    const files = [shown(table)]
    expect(rowOf('R-184', files)?.tests).toEqual([{ file: 'test/rule.test.ts', lines: [2], name: 'asks %s' }])
    expect(rowOf('R-185', files)?.tests).toEqual([{ file: 'test/rule.test.ts', lines: [3], name: 'harm (R-185)' }])
  })
})

describe('the trace command', () => {
  let tree: string
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'trace-'))
    for (const folder of ['bot', 'tab']) mkdirSync(join(tree, folder))
    write('shared/rule.ts', `// ${IDS.join(' ')}`)
    write('test/rule.test.ts', `test('${IDS.join(' ')}', run)`)
  })
  afterAll(() => rmSync(tree, { recursive: true }))
  const trace = (...args: string[]) => runCommand('trace', ['--tree', tree, ...args])

  test('sums up first, then says who carries and who shows each, and ends with status 0', async () => {
    const { status, stdout, stderr } = await trace()
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      `${PROMISED} of ${PROMISED} requirements are carried and tested; 0 wait in test/not-yet-carried.yaml; 0 problems`,
      '',
      'Kinds of meeting, and what calls for one',
      'R-001  every looked-after child who is placed gets a planning meeting, whatever the placement',
      '       rule   shared/rule.ts:1',
      expect.stringMatching(/^ {7}test {3}test\/rule[.]test[.]ts:1 {2}R-001/),
    ])
  })

  test('prints those alone that are asked for', async () => {
    const { stdout } = await trace('R-064')
    expect(stdout.split('\n').slice(2, 4)).toEqual([
      'Who comes, and who is heard',
      'R-064  at least the carer and both social workers',
    ])
    expect(stdout.trim().split('\n')).toHaveLength(6)
  })

  test('answers as JSON', async () => {
    const { status, stdout } = await trace('--json')
    const { sections, problems } = JSON.parse(stdout)
    expect([status, problems, sections.length]).toEqual([0, [], 18])
    expect(sections[0].rows[0]).toMatchObject({ id: 'R-001', rules: [{ file: 'shared/rule.ts', lines: [1] }] })
  })

  test('ends with status 1 and names what is wrong', async () => {
    write('test/not-yet-carried.yaml', 'R-001: Not yet.\n')
    write('bot/odd.ts', '// R-029\n// R-290')
    const { status, stdout } = await trace()
    rmSync(join(tree, 'test/not-yet-carried.yaml'))
    rmSync(join(tree, 'bot/odd.ts'))
    expect(status).toBe(1)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `${PROMISED} of ${PROMISED} requirements are carried and tested; 1 waits in test/not-yet-carried.yaml; 2 problems`,
      '! bot/odd.ts:2 cites R-290, which the catalogue does not know',
      '! R-001 is carried and tested now: take it out of test/not-yet-carried.yaml',
    ])
  })

  test('ends with status 2 where it is called wrongly', async () => {
    const { status, stdout, stderr } = await trace('--jsno')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/--jsno.*npm run --silent trace/)
  })
})
