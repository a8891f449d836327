/**
 * `npm run bench`: how long the search for times takes, beside the plain way to do the same, in one run on one machine.
 * The ratio is what can be compared; the milliseconds are this machine's.
 */
import { findTimes } from '../../shared/times/times-found.ts'
import { aSearch, fullStarts, fullStartsPlainly, type Size } from './slot-search.ts'

const SIZES: Size[] = [
  { people: 6, days: 7 },
  { people: 8, days: 14 },
  { people: 12, days: 21 },
  { people: 50, days: 30 },
]
const ROUNDS = 40

const line = (...cells: (string | number)[]) =>
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(15)).join('')}\n`)

process.stdout.write('Times for one meeting: p50 and p95 in milliseconds.\n')
process.stdout.write(
  '"starts": every start at which all who must come can. "plain": the same, each start against each appointment.\n',
)
process.stdout.write('"all": what a card shows, with reasons, ranking, ways out and how many times are left.\n\n')
line('people x days', 'starts p50', 'p95', 'plain p50', 'p95', 'plain/starts', 'all p50', 'p95', 'plain/all')
for (const size of SIZES) {
  const question = aSearch(size)
  const starts = timed(() => fullStarts(question))
  const plain = timed(() => fullStartsPlainly(question))
  const all = timed(() => findTimes(question, []))
  line(
    `${size.people} x ${size.days}`,
    ...[starts.p50, starts.p95, plain.p50, plain.p95].map(shown),
    `${(plain.p50 / starts.p50).toFixed(1)} x`,
    ...[all.p50, all.p95].map(shown),
    `${(plain.p50 / all.p50).toFixed(1)} x`,
  )
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(2)
}

function timed(work: () => unknown): { p50: number; p95: number } {
  for (let warm = 0; warm < 10; warm += 1) work()
  const took = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  }).sort((a, b) => a - b)
  return { p50: took[Math.floor(ROUNDS * 0.5)]!, p95: took[Math.floor(ROUNDS * 0.95)]! }
}
