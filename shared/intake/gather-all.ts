/** Everything that lines and sentences say together, before it is decided what is certain. */
import type { Instant } from '../dates/time.ts'
import { WEIGHTS } from './facts.ts'
import { gather, type Gathering } from './gather.ts'
import type { Item } from './layout/labelled-lines.ts'
import { gatherSaid } from './said.ts'

export type { Gathering } from './gather.ts'

export const gatherAll = (items: Item[], sent: Instant | null): Gathering =>
  joined(gather(items, sent), gatherSaid(items, sent))

export const joined = (one: Gathering, other: Gathering): Gathering => ({
  facts: [...one.facts, ...other.facts],
  doubts: [...one.doubts, ...other.doubts],
  mentions: [...one.mentions, ...other.mentions],
})

/** What a note above a message says counts more than the message; of several children it tells nothing about one. */
export const asNote = ({ facts, mentions }: Gathering, aboutTheChild: boolean): Gathering => ({
  facts: facts
    .filter(({ name }) => aboutTheChild || name.startsWith('placement.'))
    .map((fact) => ({ ...fact, weight: WEIGHTS.corrected })),
  doubts: [],
  mentions: mentions.map((mention) => ({ ...mention, weight: WEIGHTS.corrected })),
})
