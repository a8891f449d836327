/**
 * `npm run --silent plan -- --pack PACK --now INSTANT FILE`: prints the plan for a placement confirmation as JSON.
 * Writes nothing, needs no server. Status 2: not a valid confirmation or call; 3: dates beyond the bank holidays.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { planFor, startDayOf } from '../../shared/meeting/plan-placement.ts'
import { planJson } from '../../shared/meeting/plan-json.ts'
import { readInstant } from '../../shared/dates/time.ts'
import { faultLine } from '../../shared/wire/faults.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { BeyondBankHolidays } from '../../shared/dates/working-days.ts'
import { loadPacks } from '../practice-packs.ts'

const USAGE = 'npm run --silent plan -- --pack PACK --now INSTANT FILE'

function run(): number {
  const packs = loadPacks()
  const { values, positionals } = parseArgs({
    options: { pack: { type: 'string' }, now: { type: 'string' } },
    allowPositionals: true,
  })
  const packId = values.pack ?? ''
  if (!packs.ids.includes(packId)) return fail(`--pack: is not known; accepted: ${packs.ids.join(', ')}`)
  const now = readInstant(values.now ?? '')
  if (!now) return fail('--now: is no moment; accepted: ISO 8601 with an offset, such as 2026-12-18T16:05:00+00:00')
  const [file, ...more] = positionals
  if (!file || more.length > 0) return fail(`FILE: exactly one is needed, - for standard input; ${USAGE}`)

  const input = readInput(file)
  if (!input.ok) return fail(input.why)
  const read = readConfirmationJson(input.json)
  if (!read.ok) return fail(...read.faults.map(faultLine))
  const serviceMailbox = `placement.planning@${read.value.confirmedBy.email.split('@').at(-1)}`
  try {
    const practice = packs.practice(packId, startDayOf(read.value, now))!
    const plan = planFor(read.value, practice, now, { serviceMailbox })
    process.stdout.write(`${JSON.stringify(planJson(plan), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BeyondBankHolidays)) throw error
    process.stderr.write(`The dates asked for cannot be worked out: ${error.message}\n`)
    return 3
  }
}

function readInput(file: string): { ok: true; json: unknown } | { ok: false; why: string } {
  let text: string
  try {
    // Windows writes a mark at the start of a file that JSON does not know.
    text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '')
  } catch {
    return {
      ok: false,
      why: 'FILE: cannot be read; accepted: a file with one confirmation as JSON, or - for standard input',
    }
  }
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    return { ok: false, why: 'FILE: is no JSON; accepted: one placement confirmation as JSON' }
  }
}

function fail(...lines: string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return 2
}

function main(): number {
  try {
    return run()
  } catch (error) {
    // parseArgs says in its own words which option it does not know.
    if (error instanceof TypeError && 'code' in error) return fail(`${error.message.split('.')[0]}; ${USAGE}`)
    throw error
  }
}

process.exitCode = main()
