/**
 * Reports for whoever owns a practice pack; nothing is written.
 *
 * `npm run --silent pack -- check FILE`: whether the pack is accepted, and every cell that nobody has stated yet.
 * `npm run --silent pack -- stress PACK [--from DATE] [--months N]`: what its rules come to on every day on which a
 * placement may start. PACK is one of the packs that come with the app, or a file. Status 2: a pack is refused, or the
 * call is wrong.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Practice } from '../../shared/attendees.ts'
import { cellsOf } from '../../shared/pack-cells.ts'
import { stressPack, type Stressed } from '../../shared/pack-stress.ts'
import { PLACEMENT_TYPES } from '../../shared/placement.ts'
import { addDays, dayWords, fromEpochMs, londonDate, readDate, type LocalDate } from '../../shared/time.ts'
import { BASIS_WORDS, PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { loadPack, loadPacks, PackRefused, STATUTORY_DEFAULT } from '../practice-packs.ts'

const USAGE = 'npm run --silent pack -- check FILE | stress PACK [--from DATE] [--months N]'
/** As many examples as are read; the rest is counted. */
const MOST_SHOWN = 5
const MOST_MONTHS = 120

function run(): number {
  const { values, positionals } = parseArgs({
    options: { from: { type: 'string' }, months: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, pack, ...more] = positionals
  if (!pack || more.length > 0) return fail(USAGE)
  if (what === 'check') return check(pack)
  if (what !== 'stress') return fail(`${what}: is not known; ${USAGE}`)
  const from = values.from === undefined ? today() : readDate(values.from)
  if (!from) return fail('--from: is no day; accepted: YYYY-MM-DD')
  const months = Number(values.months ?? 24)
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    return fail(`--months: accepted: a whole number from 1 to ${MOST_MONTHS}`)
  return stress(pack, from, months)
}

function check(file: string): number {
  const pack = loadPack(file)
  const cells = cellsOf(pack)
  const count = (from: string) => cells.filter((cell) => cell.from === from).length
  const gaps = cells.filter(({ from }) => from === 'gap')
  say(
    `${pack.name}, version ${pack.version}, for placements that start from ${dayWords(pack.effectiveFrom)}: accepted.`,
    `${cells.length} cells: ${count('stated')} stated by the source, ${count('law')} by the law, ${gaps.length} that the authority has to confirm.`,
    ...(gaps.length > 0 ? ['', 'To confirm:'] : []),
    ...gaps.flatMap(({ path, is, says }) => [`  ${path}: ${is}`, `    ${says}`]),
  )
  return 0
}

function stress(wanted: string, from: LocalDate, months: number): number {
  const practice = practiceOf(wanted, from)
  if (!practice) return fail(`PACK: is not known; accepted: ${loadPacks().ids.join(', ')}, or a file`)
  const until = addDays(from, Math.round((months * 365.25) / 12))
  const found = stressPack(practice, PLACEMENT_TYPES, { from, until })
  const tried = found[0]?.tried ?? 0
  say(
    `${practice.pack.name}: every start from ${dayWords(from)}, ${tried} days.`,
    ...(tried < daysBetween(from, until) ? ['Later days lie beyond the bank holidays that are loaded.'] : []),
    ...together(found).flatMap(lines),
  )
  return 0
}

function practiceOf(wanted: string, on: LocalDate): Practice | null {
  const packs = loadPacks()
  if (packs.ids.includes(wanted)) return packs.practice(wanted, on)
  if (!existsSync(wanted)) return null
  return { pack: loadPack(wanted), fallback: packs.practice(STATUTORY_DEFAULT, on)!.fallback }
}

type Group = { who: string[]; of: Stressed }

/** What is alike for several kinds of placement is said once. */
function together(found: Stressed[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { type, basis, ...of } of found) {
    const key = JSON.stringify([basis, of])
    const who = PLACEMENT_TYPE_WORDS[type]
    const group = groups.get(key)
    if (group) group.who.push(who)
    else groups.set(key, { who: [who], of: { type, basis, ...of } })
  }
  return [...groups.values()]
}

function lines({ who, of }: Group): string[] {
  const { basis, rule, notWorking, afterPlan, tightest } = of
  return [
    '',
    `${BASIS_WORDS[basis]}, ${who.join(', ')}: ${rule}`,
    ...found(
      'Due on a day that is no working day',
      notWorking,
      ({ start, due, why }) => `${dayWords(start)} → ${dayWords(due)} (${why})`,
    ),
    ...found(
      'Due after the placement plan, which the law wants within 5 working days',
      afterPlan,
      ({ start, due, planDue }) => `${dayWords(start)} → ${dayWords(due)}; the plan by ${dayWords(planDue)}`,
    ),
    ...(tightest
      ? [`  The fewest working days, ${tightest.workingDays}: ${dayWords(tightest.start)} → ${dayWords(tightest.due)}`]
      : []),
  ]
}

function found<One>(title: string, all: One[], words: (one: One) => string): string[] {
  const more = all.length - MOST_SHOWN
  return [
    `  ${title}: ${all.length === 0 ? 'never' : `${all.length} ${all.length === 1 ? 'start' : 'starts'}`}`,
    ...all.slice(0, MOST_SHOWN).map((one) => `    ${words(one)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ]
}

const today = (): LocalDate => londonDate(fromEpochMs(performance.timeOrigin + performance.now()))

function daysBetween(from: LocalDate, until: LocalDate): number {
  let days = 0
  for (let day = from; day <= until; day = addDays(day, 1)) days += 1
  return days
}

const say = (...all: string[]) => process.stdout.write(`${all.join('\n')}\n`)

function fail(...all: string[]): number {
  process.stderr.write(`${all.join('\n')}\n`)
  return 2
}

function main(): number {
  try {
    return run()
  } catch (error) {
    if (error instanceof PackRefused) return fail(error.message)
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') return fail(`FILE: ${basename(String(process.argv.at(-1)))} cannot be read`)
    // parseArgs says in its own words which option it does not know.
    if (error instanceof TypeError) return fail(`${error.message.split('.')[0]}; ${USAGE}`)
    throw error
  }
}

process.exitCode = main()
