/**
 * `npm run bank-holidays [-- FILE or ADDRESS]`: brings the bank holidays up to date from the list that GOV.UK publishes,
 * and says what has changed. Status 2: the list cannot be had or is not accepted, and nothing was written.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import list from '../../shared/dates/bank-holidays.json' with { type: 'json' }
import { ENGLAND, type BankHolidays } from '../../shared/dates/bank-holidays.ts'
import { dayWords, type LocalDate } from '../../shared/dates/time.ts'
import { withPublished } from '../../shared/wire/published-holidays.ts'

const USAGE = 'npm run bank-holidays [-- FILE or ADDRESS] [--to FILE]'
const OURS = join(import.meta.dirname, '../../shared/dates/bank-holidays.json')

const WHY = {
  notTheList: 'is not the list that GOV.UK publishes',
  partOfAYear: 'holds only part of a year, and working days would be counted wrong',
  reachesLessFar: 'does not carry on from what is known already, so nothing was taken from it',
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true })
  const [source = list.source, ...more] = positionals
  if (more.length > 0) return fail(`one list at a time; ${USAGE}`)
  let json: unknown
  try {
    json = JSON.parse(await textOf(source))
  } catch {
    return fail(`The list could not be had from ${source}: give a file, or an address that answers with JSON.`)
  }
  const read = withPublished(ENGLAND, json)
  if (!read.ok) {
    const { reason, detail } = read.refusal
    return fail(`${source} ${WHY[reason]}${detail ? `: ${detail}` : ''}.`)
  }
  write(values.to ?? OURS, read.value)
  process.stdout.write(`${report(read.value).join('\n')}\n`)
  return 0
}

async function textOf(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return readFileSync(source, 'utf8')
  const answer = await fetch(source, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.text()
}

/** Whole or not at all: the app may start at any moment. */
function write(file: string, { knownFrom, knownUntil, days }: BankHolidays): void {
  const { source, division } = list
  const content = { source, division, knownFrom, knownUntil, days: Object.fromEntries(days) }
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

function report({ knownUntil, days }: BankHolidays): string[] {
  const line = (words: string, day: LocalDate, name: string) => `${words} ${dayWords(day)}: ${name}`
  const changes = [
    ...[...days].filter(([day]) => !ENGLAND.days.has(day)).map(([day, name]) => line('added  ', day, name)),
    ...[...ENGLAND.days].filter(([day]) => !days.has(day)).map(([day, name]) => line('removed', day, name)),
  ]
  return [
    ...(changes.length > 0 ? changes : ['Nothing has changed.']),
    `Known until ${dayWords(knownUntil)}. Start the app again for it to count with them.`,
  ]
}

function fail(words: string): number {
  process.stderr.write(`${words}\n`)
  return 2
}

try {
  process.exitCode = await run()
} catch (error) {
  // parseArgs says in its own words which option it does not know.
  if (!(error instanceof TypeError && 'code' in error)) throw error
  process.exitCode = fail(`${error.message.split('.')[0]}; ${USAGE}`)
}
