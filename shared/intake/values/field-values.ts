/** The value behind a label, in the words of a placement confirmation. What is not certain is a doubt, never a guess. */
import {
  AREAS,
  BASES,
  LEGAL_STATUSES,
  PLACEMENT_TYPES,
  PROVIDER_KINDS,
  type Area,
  type Basis,
  type LegalStatus,
  type PlacementType,
  type ProviderKind,
} from '../../placement/placement.ts'
import { blanked, firstPhrase, phrasebook, phrasesIn, says, wordsOf, type Match, type Phrasebook } from './phrases.ts'
import { PLACEHOLDERS, YES_NO_PHRASES } from '../vocabulary/answer-words.ts'
import { AREA_ANSWERS, AREA_PHRASES } from '../vocabulary/area-words.ts'
import {
  BASIS_OTHERWISE,
  BASIS_PHRASES,
  BASIS_STATEMENTS,
  INDEPENDENT_OTHERWISE,
  LEGAL_STATUS_ANSWERS,
  LEGAL_STATUS_PHRASES,
  PLACEMENT_TYPE_ANSWERS,
  PLACEMENT_TYPE_PHRASES,
  PROVIDER_KIND_ANSWERS,
  PROVIDER_KIND_PHRASES,
} from '../vocabulary/placement-words.ts'

/** A value with the words that say it. */
export type Said<Value> = { value: Value; phrase: string }

/** "TBC", "none yet", "-": a value that says there is none. */
export function isPlaceholder(text: string): boolean {
  const words = wordsOf(text)
  if (words.length === 0) return true
  const first = firstPhrase(text, PLACEHOLDER)
  return first !== null && first.start === words[0]!.start
}

/** A case or placement reference: letters and figures without blanks, at least one figure. */
export function readReference(text: string): Said<string> | null {
  if (isPlaceholder(text)) return null
  const phrase = REFERENCE.exec(text)?.[0].replace(/[/._-]+$/, '')
  return phrase ? { value: phrase, phrase } : null
}
const REFERENCE = /(?<![\p{L}\p{N}])(?:[A-Z]{1,6} (?=\d))?(?=[\p{L}/._-]{0,39}\d)[\p{L}\p{N}][\p{L}\p{N}/._-]{1,39}/u

/** The only meaning that a text has in a phrasebook, outside brackets first; with several meanings there is none. */
function onlyMeaning<Meaning>(text: string, book: Phrasebook<Meaning>): Said<Meaning> | null {
  const outside = phrasesIn(withoutBrackets(text), book)
  const matches = outside.length > 0 ? outside : phrasesIn(text, book)
  const meanings = new Set(matches.map(({ meaning }) => meaning))
  return meanings.size === 1 ? { value: matches[0]!.meaning, phrase: longest(matches).phrase } : null
}

const longest = <Meaning>(matches: Match<Meaning>[]): Match<Meaning> =>
  matches.reduce((best, match) => (match.phrase.length > best.phrase.length ? match : best))

export const withoutBrackets = (text: string): string =>
  text.replace(/\([^()]*\)?/g, (inside) => ' '.repeat(inside.length))
export const insideBrackets = (text: string): string =>
  [...text.matchAll(/\(([^()]*)\)/g)].map(([, inside]) => inside).join(' ')

/** A value as the app itself writes it, `careOrder`. */
function exactly<Value extends string>(text: string, values: readonly Value[]): Said<Value> | null {
  const value = values.find((one) => one === text.trim())
  return value === undefined ? null : { value, phrase: value }
}

/**
 * `asked`, here and below: the text answers a label that asks for just this, so that a word is enough which says nothing
 * elsewhere: "own", "out", "with mum".
 */
export const readLegalStatus = (text: string, asked = false): Said<LegalStatus> | null =>
  exactly(text, LEGAL_STATUSES) ?? onlyMeaning(text, asked ? LEGAL_STATUS_ASKED : LEGAL_STATUS)

/** The answer to "planned or emergency?". */
export const readBasis = (text: string): Said<Basis> | null => exactly(text, BASES) ?? onlyMeaning(text, BASIS)

/** Planned or emergency outside an answer to that question, where the word alone says nothing. */
export function readBasisInPassing(text: string): Said<Basis> | null {
  return says(text, BASIS_OTHER) ? null : onlyMeaning(text, BASIS_SAID)
}

export function readProviderKind(text: string, asked = false): Said<ProviderKind> | null {
  const exact = exactly(text, PROVIDER_KINDS)
  if (exact) return exact
  return onlyMeaning(blanked(text, phrasesIn(text, NO_PROVIDER)), asked ? PROVIDER_KIND_ASKED : PROVIDER_KIND)
}

/** "Connected foster carer" and "secure children's home" are the narrower of the two kinds that they name. */
export function readPlacementType(text: string, asked = false): Said<PlacementType> | null {
  const exact = exactly(text, PLACEMENT_TYPES)
  if (exact) return exact
  const matches = phrasesIn(text, asked ? PLACEMENT_TYPE_ASKED : PLACEMENT_TYPE)
  const meanings = new Set(matches.map(({ meaning }) => meaning))
  for (const [narrow, wide] of NARROWER) if (meanings.has(narrow)) meanings.delete(wide)
  const [only, ...more] = meanings
  if (!only || more.length > 0) return null
  return { value: only, phrase: longest(matches.filter(({ meaning }) => meaning === only)).phrase }
}

const NARROWER: [PlacementType, PlacementType][] = [
  ['connectedCarer', 'foster'],
  ['secure', 'residential'],
]

/** `null` too where it is only certain that the place is outside: adjoining or distant is then asked. */
export function readArea(text: string, asked = false): Said<Area> | null {
  const exact = exactly(text, AREAS)
  if (exact) return exact
  const matches = phrasesIn(text, asked ? AREA_ASKED : AREA)
  const named = matches.filter(({ meaning }) => meaning !== 'outside')
  const meanings = new Set(named.map(({ meaning }) => meaning))
  if (matches.some(({ meaning }) => meaning === 'outside')) meanings.delete('inside')
  const [only, ...more] = meanings
  if (!only || only === 'outside' || more.length > 0) return null
  return { value: only, phrase: longest(named.filter(({ meaning }) => meaning === only)).phrase }
}

/** Yes or no at the beginning of a value: "No known concerns", "Yes - 2 previous episodes". */
export function readYesNo(text: string): Said<boolean> | null {
  if (phrasesIn(text, YES_NO).some(({ meaning }) => meaning === 'open')) return null
  const first = firstPhrase(text, YES_NO)
  const opens = first && wordsOf(text)[0]?.start === first.start
  return first && opens ? { value: first.meaning === 'yes', phrase: first.phrase } : null
}

const PLACEHOLDER = phrasebook({ none: PLACEHOLDERS })
const YES_NO = phrasebook(YES_NO_PHRASES)
const LEGAL_STATUS = phrasebook(LEGAL_STATUS_PHRASES)
const LEGAL_STATUS_ASKED = phrasebook(LEGAL_STATUS_ANSWERS)
const PLACEMENT_TYPE = phrasebook(PLACEMENT_TYPE_PHRASES)
const PLACEMENT_TYPE_ASKED = phrasebook(PLACEMENT_TYPE_ANSWERS)
const PROVIDER_KIND = phrasebook(PROVIDER_KIND_PHRASES)
const PROVIDER_KIND_ASKED = phrasebook(PROVIDER_KIND_ANSWERS)
const NO_PROVIDER = phrasebook({ other: INDEPENDENT_OTHERWISE })
const BASIS = phrasebook(BASIS_PHRASES)
const BASIS_SAID = phrasebook(BASIS_STATEMENTS)
const BASIS_OTHER = phrasebook({ other: BASIS_OTHERWISE })
const AREA = phrasebook(AREA_PHRASES)
const AREA_ASKED = phrasebook(AREA_ANSWERS)
