/**
 * A message is kept with the case of each child that it confirms. What it says of one child's name, references and people
 * alone is no part of what is kept with another's (P-23).
 */
import type { Reading, Words } from '../placement/draft.ts'

type Child = Pick<Reading['confirmations'][number], 'words'>

export function ownSource(source: string, own: Child, all: Child[]): string {
  const mine = new Set(own.words.map(({ phrase }) => phrase))
  const others = all.flatMap(({ words }) => words.filter(isTelling)).map(({ phrase }) => phrase)
  const hidden = [...new Set(others)].filter((phrase) => !mine.has(phrase)).sort((a, b) => b.length - a.length)
  return hidden.reduce((text, phrase) => text.replace(asWritten(phrase), '[…]'), source)
}

/** Tells one child from another, as an age or a kind of placement does not. */
const isTelling = ({ field, phrase }: Words): boolean =>
  field === 'caseReference' || field === 'placementReference'
    ? phrase.length >= SHORTEST_REFERENCE
    : /^(child\.initials|people\.\d+)$/.test(field) && /\p{L}.*\p{L}/u.test(phrase)

/** What is shorter may stand for anything in a message. */
const SHORTEST_REFERENCE = 4

/** Nowhere inside another word; spaces may be wider where it stands. */
const asWritten = (phrase: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${phrase
      .split(/\s+/)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      .join('\\s+')}(?![\\p{L}\\p{N}])`,
    'gu',
  )
