/**
 * Counts the work that some code does: the characters that its patterns look through, and the entries of its lists that
 * it goes through. The count is the same on every machine and every run, so that growth can be asserted without a clock.
 */
type Method = (this: unknown, ...args: unknown[]) => unknown
type Cost = (subject: unknown, args: unknown[], result: unknown) => number

const whole: Cost = (subject) => (subject as { length: number }).length
const looked: Cost = (subject, [, from], result) => {
  const start = typeof from === 'number' ? from : 0
  return (result as number) < 0 ? (subject as string).length - start : (result as number) - start
}

const COSTS: [object, Record<string, Cost>][] = [
  [String.prototype, { normalize: whole, toLowerCase: whole, trim: whole, indexOf: looked }],
  [
    Array.prototype,
    {
      map: whole,
      filter: whole,
      flatMap: whole,
      forEach: whole,
      every: whole,
      reduce: whole,
      sort: whole,
      join: whole,
    },
  ],
]

export function stepsOf(run: () => void): number {
  let steps = 0
  const restore = COSTS.flatMap(([prototype, costs]) =>
    Object.entries(costs).map(([name, cost]) =>
      wrap(
        prototype,
        name,
        (method) =>
          function (...args) {
            const result = method.apply(this, args)
            steps += 1 + cost(this, args, result)
            return result
          },
      ),
    ),
  )
  // Every use of a pattern, by whichever method, ends here.
  restore.push(
    wrap(
      RegExp.prototype,
      'exec',
      (method) =>
        function (...args) {
          const pattern = this as RegExp
          const from = pattern.lastIndex
          const match = method.apply(this, args) as RegExpExecArray | null
          steps += 1 + scanned(pattern, from, String(args[0]), match)
          return match
        },
    ),
  )
  try {
    run()
  } finally {
    for (const back of restore) back()
  }
  return steps
}

function wrap(prototype: object, name: string, around: (method: Method) => Method): () => void {
  const own = Object.getOwnPropertyDescriptor(prototype, name)!
  Object.defineProperty(prototype, name, { ...own, value: around(own.value as Method) })
  return () => void Object.defineProperty(prototype, name, own)
}

/** How far a pattern looked: to the end of its match, or to the end of the text; one that is bound to a place looks only there. */
function scanned(pattern: RegExp, from: number, text: string, match: RegExpExecArray | null): number {
  if (pattern.sticky || (pattern.source.startsWith('^') && !pattern.multiline)) return match?.[0].length ?? 1
  const start = pattern.global ? from : 0
  return match ? match.index + match[0].length - start : Math.max(0, text.length - start)
}
