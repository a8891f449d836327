/**
 * Reports for whoever owns a practice pack; nothing is written.
 *
 * `npm run --silent pack -- check FILE`: whether the pack is accepted, and every cell that nobody has stated yet.
 * `npm run --silent pack -- stress PACK [--from DATE] [--months N]`: what its rules come to on every day on which a
 * placement may start.
 * `npm run --silent pack -- what-if PACK --instead FILE [--json] [--now INSTANT]`: what would be different for the
 * meetings that are kept, planned under PACK, if FILE were the practice.
 *
 * PACK is one of the packs that come with the app, or a file. Status 2: a pack is refused, the call is wrong, or the
 * database cannot be read.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Practice } from '../../shared/people/attendees.ts'
import {
  fromEpochMs,
  londonDate,
  readDate,
  readInstant,
  type Instant,
  type LocalDate,
} from '../../shared/dates/time.ts'
import { ConfigRefused } from '../config.ts'
import { loadPack, loadPacks, PackRefused, STATUTORY_DEFAULT } from '../practice-packs.ts'
import { DatabaseFault } from '../store/database-fault.ts'
import { NothingKept } from '../store/database.ts'
import { DataFolderInUse } from '../store/folder-lock.ts'
import { checkLines } from './pack/check.ts'
import { stressLines } from './pack/stress.ts'
import { reportLines, reportWhatIf } from './pack/what-if.ts'

const USAGE =
  'npm run --silent pack -- check FILE | stress PACK [--from DATE] [--months N] | what-if PACK --instead FILE [--json] [--now INSTANT]'
const MOST_MONTHS = 120

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      from: { type: 'string' },
      months: { type: 'string' },
      instead: { type: 'string' },
      json: { type: 'boolean' },
      now: { type: 'string' },
    },
    allowPositionals: true,
  })
  const [what, pack, ...more] = positionals
  if (!pack || more.length > 0) return fail(USAGE)
  if (what === 'check') return check(pack)
  if (what === 'what-if') return compare(pack, values)
  if (what !== 'stress') return fail(`${what}: is not known; ${USAGE}`)
  const from = values.from === undefined ? today() : readDate(values.from)
  if (!from) return fail('--from: is no day; accepted: YYYY-MM-DD')
  const months = Number(values.months ?? 24)
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    return fail(`--months: accepted: a whole number from 1 to ${MOST_MONTHS}`)
  return stress(pack, from, months)
}

function check(file: string): number {
  say(...checkLines(loadPack(file)))
  return 0
}

function stress(wanted: string, from: LocalDate, months: number): number {
  const practice = practiceOf(wanted, from)
  if (!practice) return fail(`PACK: is not known; accepted: ${loadPacks().ids.join(', ')}, or a file`)
  say(...stressLines(practice, from, months))
  return 0
}

type Asked = { instead?: string; json?: boolean; now?: string }

async function compare(current: string, { instead, json, now: at }: Asked): Promise<number> {
  const packs = loadPacks()
  if (!packs.ids.includes(current)) return fail(`PACK: is not known; accepted: ${packs.ids.join(', ')}`)
  if (instead === undefined) return fail(`--instead: is missing; ${USAGE}`)
  const now = at === undefined ? presentMoment() : readInstant(at)
  if (!now) return fail('--now: is no moment; accepted: ISO 8601 with an offset, such as 2026-12-18T16:05:00+00:00')
  const practice = practiceOf(instead, londonDate(now))
  if (!practice) return fail(`--instead: is not known; accepted: ${packs.ids.join(', ')}, or a file`)
  const report = await reportWhatIf({ current, instead: practice.pack, packs, now })
  say(...(json ? [JSON.stringify(report, null, 2)] : reportLines(report)))
  return 0
}

function practiceOf(wanted: string, on: LocalDate): Practice | null {
  const packs = loadPacks()
  if (packs.ids.includes(wanted)) return packs.practice(wanted, on)
  if (!existsSync(wanted)) return null
  return { pack: loadPack(wanted), fallback: packs.practice(STATUTORY_DEFAULT, on)!.fallback }
}

const presentMoment = (): Instant => fromEpochMs(performance.timeOrigin + performance.now())
const today = (): LocalDate => londonDate(presentMoment())

const say = (...all: string[]) => process.stdout.write(`${all.join('\n')}\n`)

function fail(...all: string[]): number {
  process.stderr.write(`${all.join('\n')}\n`)
  return 2
}

async function main(): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof PackRefused || error instanceof ConfigRefused) return fail(error.message)
    const unread = unreadable(error)
    if (unread) return fail(unread)
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') return fail(`FILE: ${basename(String(process.argv.at(-1)))} cannot be read`)
    // parseArgs says in its own words which option it does not know.
    if (error instanceof TypeError) return fail(`${error.message.split('.')[0]}; ${USAGE}`)
    throw error
  }
}

/** Why the database cannot be read, for whoever asked; `null` where something else is wrong. */
function unreadable(error: unknown): string | null {
  if (error instanceof DataFolderInUse)
    return 'The app is running on this data folder, and the embedded database is open to one process at a time. Stop the app, then ask again.'
  if (error instanceof NothingKept)
    return `${error.message}. Set DATA_DIR to the folder that the app uses, or DATABASE_URL to its database.`
  if (!(error instanceof DatabaseFault)) return null
  if (error.code === UNDEFINED_TABLE) return 'The database holds none of the app’s tables. Start the app on it once.'
  return `The database cannot be read (${error.code}). Check DATABASE_URL, and that the server is reached from here.`
}

const UNDEFINED_TABLE = '42P01'

process.exitCode = await main()
