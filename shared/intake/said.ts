/** What a message says in sentences, and on short lines that have no label. */
import type { Instant } from '../dates/time.ts'
import { WEIGHTS, type Fact, type Weight } from './facts.ts'
import { gather, type Gathering, type Mention } from './gather.ts'
import type { Item } from './layout/labelled-lines.ts'
import { childFacts, initialsAlone } from './said-child.ts'
import { peopleSaid } from './said-people.ts'
import { placementFacts } from './said-placement.ts'
import { startSaid } from './said-start.ts'
import { labelsIn, sentencesOf } from './layout/sentences.ts'

export function gatherSaid(items: Item[], received: Instant | null): Gathering {
  const gathering: Gathering = { facts: initialsAlone(items), doubts: [], mentions: [] }
  for (const sentence of sentencesOf(items)) {
    const { text } = sentence
    if (text.endsWith('?')) continue
    const labelled = gather(labelsIn(sentence), received)
    const start = startSaid(text, received)
    const facts = labelled.facts.filter(readsInProse).map(inPassing)
    gathering.facts.push(...facts, ...placementFacts(sentence), ...childFacts(text), ...start.facts)
    gathering.mentions.push(...labelled.mentions.filter(saysSomething).map(inPassing), ...peopleSaid(text, received))
    gathering.doubts.push(...start.doubts)
  }
  return gathering
}

/** Free text behind "is" is only taken where it can be nothing else: "The home is Alder Court", not "the home is full". */
function readsInProse({ name, value }: Fact): boolean {
  if (name === 'placement.household') return false
  return name !== 'placement.providerName' || /^\p{Lu}\S*(?: \S+){0,5}$/u.test(value)
}

const inPassing = <Source extends { weight: Weight }>(source: Source): Source => ({ ...source, weight: WEIGHTS.said })
const saysSomething = ({ person, about }: Mention): boolean => person !== null || Object.keys(about).length > 0
