/** Which lines belong together: a value that goes on below, a sentence that a mail program broke. */
import type { Item } from './labelled-lines.ts'
import type { Label } from './labels.ts'

/** A line that carries on with what the line before it began. */
export function belongsTo(open: Item, before: string, text: string): boolean {
  if (open.value.length > LONGEST_VALUE) return false
  if (open.below && isListed(open.label) && !text.endsWith('?')) return true
  if (count(open.value, '(') > count(open.value, ')')) return true
  if (/^[<(]/.test(text) || /[,;(/&-]$/.test(open.value) || GOES_ON.test(open.value)) return true
  // Somebody who types without capitals begins a new line small; a mail program only breaks lines that are long.
  return /^[a-z\d]/.test(text) && before.length >= SHORTEST_BROKEN_LINE && /[\p{L}\d]$/u.test(open.value)
}

/** No value ends with one of these. */
const GOES_ON = /\b(?:at|on|from|the|and|of|to|by|in|for|with|until|or|an?)$/i
const SHORTEST_BROKEN_LINE = 38
/** No value of a confirmation goes on for longer. */
const LONGEST_VALUE = 1_000

/** A mail program broke the line: the next word would not have fitted. */
export const wasBroken = (before: string, next: string): boolean =>
  before.length > 60 &&
  before.length < 80 &&
  before.length + next.split(' ', 1)[0]!.length + 1 > 72 &&
  !/[.!?:]$|@\S+$/.test(before)

/** People, the household and an address may go on for several lines below their label. */
export const isListed = (label: Label | null): boolean =>
  label?.kind === 'person' || (label?.kind === 'field' && LISTED.includes(label.field))
const LISTED: string[] = ['placement.address', 'placement.household', 'parents']

const count = (text: string, mark: string): number => text.split(mark).length - 1
