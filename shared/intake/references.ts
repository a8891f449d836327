/** Which placement a change or a cancellation is about: its references, wherever the message has them. */
import type { Instant } from '../time.ts'
import { WEIGHTS, type Fact } from './facts.ts'
import { gather, type Gathering } from './gather.ts'
import { itemsOf, type Item } from './labelled-lines.ts'
import { gatherSaid } from './said.ts'
import type { ReadLayer } from './which-layer.ts'

export function gatherReferences(subject: string, layers: ReadLayer[]): Gathering {
  const inLayers = layers.map(({ gathering }) => referencesOf(gathering.facts))
  const found = [...inLayers.slice(0, 1), referencesOf(factsOfSubject(subject)), ...inLayers.slice(1)]
  // The nearest to the sender's own words counts; further down may be another placement.
  const facts = ['caseReference', 'placementReference', 'eitherReference'].flatMap(
    (name) => found.find((some) => some.some((fact) => fact.name === name))?.filter((fact) => fact.name === name) ?? [],
  )
  const either = [
    ...unassigned(subject, facts),
    ...layers.slice(0, 1).flatMap(({ sentences }) => sentences.flatMap((sentence) => unassigned(sentence, facts))),
  ]
  return {
    facts: [...facts, ...either].map((fact): Fact => ({ ...fact, weight: WEIGHTS.said })),
    doubts: [],
    mentions: [],
  }
}

const referencesOf = (facts: Fact[]): Fact[] =>
  facts.filter(({ name }) => ['caseReference', 'placementReference', 'eitherReference'].includes(name))

function factsOfSubject(subject: string, sent: Instant | null = null): Fact[] {
  const items: Item[] = itemsOf([subject.replace(/^(?:\s*(?:re|fw|fwd)\s*:)+/i, '').trim()])
  return [...gather(items, sent).facts, ...gatherSaid(items, sent).facts]
}

/** Letters with figures, or a long number, that nobody called a reference of anything. */
function unassigned(text: string, known: Fact[]): Fact[] {
  const taken = new Set(known.map(({ value }) => value))
  return [...text.slice(0, 2000).matchAll(BARE_REFERENCE)]
    .filter(([value]) => !taken.has(value))
    .map(([value]): Fact => ({ name: 'eitherReference', value, phrase: value, weight: WEIGHTS.said }))
}
const BARE_REFERENCE =
  /(?<![\p{L}\p{N}@./+-])(?=[\p{L}\p{N}/-]{4,20}(?![\p{L}\p{N}@/-]))(?:\p{Lu}{1,4}[-/]?\d[\p{L}\p{N}/-]*|[1-9]\d{4,9}(?![/.]))/gu
