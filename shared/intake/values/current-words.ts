/** What a value says now, without what it says it was before: "now 12 Nov at 1.15pm (was 9 Nov, 10am)". */
import { firstPhrase, phrasebook } from './phrases.ts'
import { tidy } from '../layout/plain-text.ts'
import { BEFORE_WORDS, NOW_WORDS } from '../vocabulary/change-words.ts'

export function currentWords(value: string): string {
  let text = value.replace(/\(([^()]*)\)?/g, (whole, inside: string) => (beginsWithBefore(inside) ? ' ' : whole))
  const fromTo = /\b(?:changed|moved|put back|brought forward|amended|rescheduled) from .{1,120}? to (.+)$/i.exec(text)
  if (fromTo) text = fromTo[1]!
  const before = firstPhrase(text, BEFORE)
  if (before && before.start > 0) text = text.slice(0, before.start)
  const now = firstPhrase(text, NOW)
  if (now && text.slice(0, now.start).trim() === '') text = text.slice(now.end)
  return tidy(text.replace(/[\s,;:(-]+$/, '').replace(/^[\s,:-]+/, ''))
}

/** Whether a value speaks of a change at all. */
export const speaksOfChange = (value: string): boolean => currentWords(value) !== tidy(value)

const beginsWithBefore = (inside: string): boolean => firstPhrase(inside, BEFORE)?.start === inside.search(/\S/)

const BEFORE = phrasebook({ before: BEFORE_WORDS })
const NOW = phrasebook({ now: NOW_WORDS })
