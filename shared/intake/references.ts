/** The references of case and placement, wherever a message has them: its lines, its sentences, its subject. */
import { WEIGHTS, type Fact } from './facts.ts'
import { gather, type Gathering } from './gather.ts'
import { itemsOf } from './layout/labelled-lines.ts'
import { gatherSaid } from './said.ts'
import type { ReadLayer } from './which-layer.ts'

/**
 * `layers` from the sender's own words downwards; the nearest counts, since further down may be another placement.
 * `loose`: a long number counts too, where a message says nothing but which placement it changes or calls off.
 */
export function gatherReferences(subject: string, layers: ReadLayer[], { loose }: { loose: boolean }): Gathering {
  const [own, ...below] = layers.map(({ gathering }) => referencesOf(gathering.facts))
  const nearestFirst = [own ?? [], referencesOf(factsOfSubject(subject)), ...below]
  const cases = nearest(nearestFirst, 'caseReference')
  const placements = nearest(
    nearestFirst.map((facts) => facts.filter((fact) => !isOneOf(fact, cases))),
    'placementReference',
  )
  const known = [...cases, ...placements, ...nearest(nearestFirst, 'eitherReference')]
  const texts = [subject, ...layers.slice(0, 1).flatMap(({ sentences }) => sentences)]
  const facts = [...known, ...texts.flatMap((text) => unnamed(text, loose)).filter((fact) => !isOneOf(fact, known))]
  return { facts: facts.map((fact): Fact => ({ ...fact, weight: WEIGHTS.said })), doubts: [], mentions: [] }
}

const NAMES = ['caseReference', 'placementReference', 'eitherReference'] as const
const referencesOf = (facts: Fact[]): Fact[] => facts.filter(({ name }) => (NAMES as readonly string[]).includes(name))
const isOneOf = ({ value }: Fact, known: Fact[]): boolean => known.some((other) => other.value === value)
const nearest = (sources: Fact[][], wanted: (typeof NAMES)[number]): Fact[] =>
  sources.map((facts) => facts.filter(({ name }) => name === wanted)).find(({ length }) => length > 0) ?? []

function factsOfSubject(subject: string): Fact[] {
  const items = itemsOf([subject.replace(/^(?:\s*(?:re|fw|fwd)\s*:)+/i, '').trim()])
  return [...gather(items, null).facts, ...gatherSaid(items, null).facts]
}

/** Letters with figures that nobody called a reference of anything. Ofsted's numbers look the same and are none. */
const unnamed = (text: string, loose: boolean): Fact[] =>
  [...text.slice(0, 2000).matchAll(loose ? LOOSE : STRICT)]
    .filter(([value]) => !/^SC\d{5,7}$/.test(value))
    .map(([value]): Fact => ({ name: 'eitherReference', value, phrase: value, weight: WEIGHTS.said }))

/** Whatever in a text may be a reference of a case or placement, to be looked for among those that are known. */
export const possibleReferences = (text: string): string[] =>
  [
    ...new Set(
      [LOOSE, OF_A_MEETING].flatMap((pattern) =>
        [...text.slice(0, LONGEST_SEARCHED).matchAll(pattern)].map(([value]) => value),
      ),
    ),
  ].slice(0, MOST_POSSIBLE)

/** Where a line has something that may be a reference. */
export const referencesAt = (line: string): { value: string; start: number; end: number }[] =>
  [...line.matchAll(LOOSE)].map(({ 0: value, index }) => ({ value, start: index, end: index + value.length }))

/** Our own: their letters and figures come in any order. */
const OF_A_MEETING = /(?<![\p{L}\p{N}-])PPM-[\p{Lu}\d]{4}(?![\p{L}\p{N}-])/gu

const LONGEST_SEARCHED = 20_000
const MOST_POSSIBLE = 50

const STRICT = /(?<![\p{L}\p{N}@./+-])(?=[\p{L}\p{N}/-]{5,20}(?![\p{L}\p{N}@/-]))\p{Lu}{1,4}[-/]?\d[\p{L}\p{N}/-]*/gu
const LOOSE =
  /(?<![\p{L}\p{N}@./+-])(?=[\p{L}\p{N}/-]{4,20}(?![\p{L}\p{N}@/-]))(?:\p{Lu}{1,4}[-/]?\d[\p{L}\p{N}/-]*|[1-9]\d{4,9}(?![/.]))/gu
