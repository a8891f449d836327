/** Which layer of a message is the confirmation: the sender's own words, or what they forward. */
import type { Gathering } from './gather.ts'
import type { Item } from './layout/labelled-lines.ts'
import { phrasebook, says } from './values/phrases.ts'
import type { Layer } from './layout/quoted-parts.ts'
import { SEE_BELOW } from './vocabulary/message-words.ts'

export type ReadLayer = { layer: Layer; items: Item[]; gathering: Gathering; sentences: string[] }

/** `base` is read; `notes` above it put it right. What lies below the base is history and not taken. */
export type Chosen = { base: ReadLayer; notes: ReadLayer[]; isReply: boolean }

export function chooseLayer(layers: ReadLayer[], subject: string): Chosen {
  const own = layers[0]!
  const below = layers.slice(1)
  const fullest = below.find((layer) => isFull(layer))
  if (!fullest || isFull(own)) return { base: own, notes: [], isReply: below.length > 0 }
  const notes = layers.slice(0, layers.indexOf(fullest)).filter(({ layer }) => layer.level < fullest.layer.level)
  return isForwarded(own, fullest, subject)
    ? { base: fullest, notes, isReply: false }
    : { base: own, notes: [], isReply: true }
}

/** A message that says little itself forwards what is below; one that answers it leaves it alone. */
function isForwarded(own: ReadLayer, base: ReadLayer, subject: string): boolean {
  const pointsDown = own.sentences.some((sentence) => says(sentence, BELOW))
  if (/^\s*(?:re|aw)\s*:/i.test(subject)) return pointsDown
  if (
    pointsDown ||
    /^\s*(?:fw|fwd|tr|wg)\s*:/i.test(subject) ||
    own.items.length === 0 ||
    base.layer.how === 'forwarded'
  )
    return true
  return false
}

const isFull = ({ gathering }: ReadLayer): boolean => {
  const names = new Set<string>([
    ...gathering.facts.map(({ name }) => name),
    ...gathering.mentions.map(({ role }) => role),
  ])
  return names.size >= 4
}

const BELOW = phrasebook({ below: SEE_BELOW })
