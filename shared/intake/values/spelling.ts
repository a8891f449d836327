/** A word with one slip in it, as its writer meant it; any other word as it is. */
import { NO_SLIPS, READ_WITH_A_SLIP, SLIPS } from '../vocabulary/spellings.ts'

const SHORTEST = 5

export function respelt(word: string): string {
  if (word.length < SHORTEST) return word
  const known = SLIPS_BY_WORD.get(word)
  if (known) return known
  const near = MEANT_BY_LETTER.get(word[0]!)
  if (!near || OWN_WORDS.has(word) || near.includes(word)) return word
  const meant = near.filter((one) => isOneSlipAway(word, one))
  return meant.length === 1 ? meant[0]! : word
}

/** One letter too many, too few or wrong, or two neighbours that have changed places. */
export function isOneSlipAway(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false
  let same = 0
  while (same < meant.length && written[same] === meant[same]) same += 1
  const [rest, wanted] = [written.slice(same), meant.slice(same)]
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (rest.length > 1 && rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  )
}

const SLIPS_BY_WORD = new Map(Object.entries(SLIPS))
const OWN_WORDS = new Set(NO_SLIPS)
const MEANT_BY_LETTER = new Map<string, string[]>()
for (const word of READ_WITH_A_SLIP) {
  MEANT_BY_LETTER.set(word[0]!, [...(MEANT_BY_LETTER.get(word[0]!) ?? []), word])
}
