/** Chance that can be repeated: the same seed throws the same dice. */
export type Dice = {
  /** A whole number from 0 to `sides` - 1. */
  upTo(sides: number): number
  /** Happens once in so many times. */
  once(times: number): boolean
  pick<Value>(from: readonly Value[]): Value
  some<Value>(most: number, make: () => Value): Value[]
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (sides: number) => Math.floor(next() * sides)
  return {
    upTo,
    once: (times) => upTo(times) === 0,
    pick: (from) => from[upTo(from.length)]!,
    some: (most, make) => Array.from({ length: upTo(most + 1) }, make),
  }
}
