/** Stretches of time laid together, so that what lies in a stretch of a diary is found by halving and not by reading on. */
import { toEpochMs, type Interval } from './time.ts'

/** Apart from each other and in order, in minutes since 1970. */
export type Spans = { from: number[]; until: number[] }

/** A diary is laid together once, however often it is asked about: what it holds does not change. */
const known = new WeakMap<Interval[], Spans>()

export function spansOf(stretches: Interval[]): Spans {
  const before = known.get(stretches)
  if (before) return before
  const spans = laidTogether(stretches)
  known.set(stretches, spans)
  return spans
}

function laidTogether(stretches: Interval[]): Spans {
  const spans: Spans = { from: [], until: [] }
  const sorted = stretches
    .map(({ start, end }) => [toEpochMs(start) / 60_000, toEpochMs(end) / 60_000] as const)
    .sort(([a], [b]) => a - b)
  for (const [from, until] of sorted) {
    const last = spans.until.length - 1
    if (last >= 0 && from <= spans.until[last]!) spans.until[last] = Math.max(spans.until[last]!, until)
    else {
      spans.from.push(from)
      spans.until.push(until)
    }
  }
  return spans
}

/** Whether any of it lies between two moments; what only touches does not. */
export function isHitBy({ from, until }: Spans, start: number, end: number): boolean {
  let low = 0
  let high = until.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (until[middle]! <= start) low = middle + 1
    else high = middle
  }
  return low < from.length && from[low]! < end
}
