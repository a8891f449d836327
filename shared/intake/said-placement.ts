/** The placement in a sentence, and on a short line that has no label: "Emergency", "in area", "residential, private". */
import { readYearGroup } from './values/child-values.ts'
import { asSaid, WEIGHTS, type Fact, type FactName, type FactValues } from './facts.ts'
import {
  readArea,
  readBasis,
  readBasisInPassing,
  readLegalStatus,
  readPlacementType,
  readProviderKind,
  type Said,
} from './values/field-values.ts'
import {
  blanked,
  firstPhrase,
  foldedWords,
  phrasebook,
  phrasesIn,
  says,
  wordsOf,
  type Phrasebook,
} from './values/phrases.ts'
import { tidy } from './layout/plain-text.ts'
import type { Sentence } from './layout/sentences.ts'
import { AREA_ANSWERS } from './vocabulary/area-words.ts'
import {
  BASIS_PHRASES,
  LEGAL_STATUS_ANSWERS,
  PLACEMENT_TYPE_ANSWERS,
  PROVIDER_KIND_PHRASES,
} from './vocabulary/placement-words.ts'
import { OTHER_PLACEMENTS, SERIES_OF_SHORT_BREAKS } from './vocabulary/said-words.ts'

export function placementFacts(sentence: Sentence): Fact[] {
  const inPassing = says(sentence.text, OTHER_PLACEMENT)
    ? []
    : [...asSaid('placement.basis', readBasisInPassing(sentence.text)), ...typeKindAndArea(sentence.text)]
  return [
    ...segmentsOf(sentence).flatMap(factsOfSegment),
    ...inPassing,
    ...asSaid('placement.shortBreaks', shortBreaks(sentence.text)),
  ]
}

function shortBreaks(text: string): Said<true> | null {
  const found = firstPhrase(text, SHORT_BREAKS)
  return found && !/\b(?:no|not|without)\b/i.test(text) ? { value: true, phrase: found.phrase } : null
}

/** "Emergency", "in area", "s20": the pieces of a short line, where each says one thing and nothing else. */
function segmentsOf({ text, alone }: Sentence): string[] {
  if ((!alone && wordsOf(text).length > 4) || text.length > 160) return []
  return text
    .split(/[,;()]|\s[-–—]\s|\s\/\s|\.\s/)
    .map((piece) => tidy(piece.replace(/[.!*]+/g, ' ')))
    .filter(Boolean)
}

function factsOfSegment(segment: string): Fact[] {
  if (wordsOf(segment).length > 9) return []
  const is = (book: Phrasebook<string>) => isWholly(segment, book)
  const besides = <Name extends FactName>(name: Name, value: Said<FactValues[Name]> | null) =>
    asSaid(name, value, WEIGHTS.besides)
  return [
    ...besides('placement.basis', is(BASIS) ? readBasis(segment) : null),
    ...besides('child.legalStatus', is(LEGAL_STATUS) ? readLegalStatus(segment, true) : null),
    ...besides('placement.type', is(PLACEMENT_TYPE) ? readPlacementType(segment, true) : null),
    ...besides('placement.providerKind', is(PROVIDER_KIND) ? readProviderKind(segment, true) : null),
    ...besides('placement.area', is(AREA) && !is(PROVIDER_KIND) ? readArea(segment, true) : null),
    ...besides('child.keyStage4', YEAR.test(segment) ? readYearGroup(segment) : null),
    ...(says(segment, OTHER_PLACEMENT)
      ? []
      : typeKindAndArea(segment).map((fact): Fact => ({ ...fact, weight: WEIGHTS.besides }))),
  ]
}
const YEAR = /^(?:is in )?(?:(?:school )?year|yr|y)\s*(?:group\s*)?\d{1,2}$/i

/** Nothing in a segment but phrases of a book, with at most "placement", "move" or a figure beside them. */
function isWholly(segment: string, book: Phrasebook<string>): boolean {
  const matches = phrasesIn(segment, book)
  const rest = wordsOf(blanked(segment, matches))
  return matches.length > 0 && rest.every(({ fold }) => SMALL.has(fold) || /\d/.test(fold))
}
const SMALL = new Set(foldedWords('placement move start starting a an is this it was the as in on at am pm child house private our authority and but')) // prettier-ignore

/** Type, kind of provider and area. The last two are only believed beside a word of the placement: anything can be private, or in the area. */
function typeKindAndArea(text: string): Fact[] {
  const type = readPlacementType(text)
  return [
    ...asSaid('placement.type', type),
    ...(type ? asSaid('placement.providerKind', readProviderKind(text)) : []),
    ...(type || OF_PLACEMENT.test(text) ? asSaid('placement.area', readArea(text)) : []),
  ]
}
const OF_PLACEMENT =
  /\b(?:placement|placed|home|house|court|lodge|live|lives|living|carers?|mov(?:e|es|ed|ing)|scheme|unit|address)\b/i

const OTHER_PLACEMENT = phrasebook({ other: OTHER_PLACEMENTS })
const SHORT_BREAKS = phrasebook({ shortBreaks: SERIES_OF_SHORT_BREAKS })
const BASIS = phrasebook(BASIS_PHRASES)
const LEGAL_STATUS = phrasebook(LEGAL_STATUS_ANSWERS)
const PLACEMENT_TYPE = phrasebook(PLACEMENT_TYPE_ANSWERS)
const PROVIDER_KIND = phrasebook(PROVIDER_KIND_PHRASES)
const AREA = phrasebook(AREA_ANSWERS)
