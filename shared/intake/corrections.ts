/** "It is Alder Court, not Elder Court": a note above a message puts right what the message says. */
import type { Gathering } from './gather.ts'
import { phrasesIn, phrasebook } from './values/phrases.ts'
import { WEIGHTS } from './facts.ts'

export type Correction = { right: string; wrong: string; phrase: string }

const NAME = String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]*(?:[ ](?:of|the|and|\p{Lu}[\p{L}\p{N}'’-]*)){0,5}`
const RIGHT_NOT_WRONG = new RegExp(
  String.raw`((?:\b(?:is|be|read|reads|was|called)\s+)?["'“‘]?(${NAME})["'”’]?),?\s+(?:and )?not\s+["'“‘]?(${NAME})`,
  'gu',
)

export function correctionsIn(text: string): Correction[] {
  return [...text.slice(0, 20_000).matchAll(RIGHT_NOT_WRONG)].map((match) => ({
    right: match[2]!,
    wrong: match[3]!.replace(/[.\s]+$/, ''),
    phrase: match[2]!,
  }))
}

/** Puts the right word wherever the wrong one stands; the words shown for it are the correction's. */
export function corrected(gathering: Gathering, corrections: Correction[]): Gathering {
  if (corrections.length === 0) return gathering
  return {
    ...gathering,
    facts: gathering.facts.map((fact) => {
      if (typeof fact.value !== 'string') return fact
      const found = corrections.find(({ wrong }) => holds(fact.value as string, wrong))
      if (!found) return fact
      return {
        ...fact,
        value: replaced(fact.value, found),
        phrase: found.phrase,
        weight: WEIGHTS.corrected,
      } as typeof fact
    }),
    mentions: gathering.mentions.map((mention) => {
      const found = mention.person && corrections.find(({ wrong }) => holds(mention.person!.name, wrong))
      return found
        ? {
            ...mention,
            person: { ...mention.person!, name: replaced(mention.person!.name, found) },
            phrase: found.phrase,
          }
        : mention
    }),
  }
}

const holds = (value: string, wrong: string): boolean => phrasesIn(value, phrasebook({ wrong: [wrong] })).length > 0
const replaced = (value: string, { right, wrong }: Correction): string => {
  const [found] = phrasesIn(value, phrasebook({ wrong: [wrong] }))
  return found ? value.slice(0, found.start) + right + value.slice(found.end) : value
}
