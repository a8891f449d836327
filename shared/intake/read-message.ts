/**
 * Reads a message that confirms, changes or cancels a placement: typed, pasted or sent. Plain grammar, no model: the
 * same words always give the same reading, every value carries the words it came from, and what is not certain is
 * asked. Nothing here can throw.
 */
import type { PartialConfirmation, Reading } from '../draft.ts'
import type { Instant } from '../time.ts'
import { assemble } from './assemble.ts'
import { corrected, correctionsIn } from './corrections.ts'
import { speaksOfChange } from './current-words.ts'
import { gather, type Gathering } from './gather.ts'
import { itemsOf, type Item } from './labelled-lines.ts'
import { linesOf } from './plain-text.ts'
import { layersOf, type Layer, type Sender } from './quoted-parts.ts'
import { gatherReferences } from './references.ts'
import { gatherSaid } from './said.ts'
import { itemsByChild } from './siblings.ts'
import { withoutSignOff } from './sign-offs.ts'
import { sentencesOf } from './statements.ts'
import { asksForAddresses } from './suspicion.ts'
import { sharesAConfirmation, type ReadLayer } from './which-layer.ts'
import { verdictOf } from './verdict.ts'

export type MessageFacts = {
  /** When the message was written: tells which year "18 Dec" is. */
  received?: Instant | null
  from?: Sender | null
  subject?: string
}

const NOTHING = { verdict: 'notAConfirmation', confirmations: [] } as const satisfies Reading

export function readMessage(text: string, { received = null, from = null, subject = '' }: MessageFacts = {}): Reading {
  const layers = layersOf(linesOf(text), received).map(readLayer)
  const { base, notes, isReply } = sharesAConfirmation(layers, subject)
  if (
    asksForAddresses(
      layers.flatMap(({ sentences }) => sentences),
      from,
    )
  )
    return { verdict: 'suspicious', confirmations: [] }
  const verdict = verdictOf({
    subject: [subject, ...(layers[0]!.items.length === 0 ? [base.layer.subject ?? ''] : [])].join(' '),
    sentences: base.sentences,
    noteSentences: notes.flatMap(({ sentences }) => sentences),
    otherLabels: base.items.flatMap(({ label, free, labelText }) => (label === null && !free ? [labelText] : [])),
    valuesChanged: base.items.some(({ label, value }) => label !== null && speaksOfChange(value)),
    gathering: base.gathering,
    isReply,
  })
  if (verdict === 'notAConfirmation') return NOTHING
  const references =
    verdict === 'confirmation'
      ? gatherReferences(subject, [...notes, base], { loose: false })
      : gatherReferences(subject, layers, { loose: true })
  if (verdict === 'cancellation')
    return { verdict, confirmations: [assemble(references, { received, asking: 'references' })] }
  const children = itemsByChild(base.items)
  const corrections = notes.flatMap(({ layer }) => correctionsIn(layer.lines.join(' ')))
  const confirmations = children.map((items) => {
    const gathering = withNotes(corrected(gatherAll(items, base.layer.sent), corrections), notes)
    return assemble(children.length === 1 ? joined(gathering, references) : gathering, {
      received: base.layer.sent ?? received,
      asking: verdict === 'amendment' ? 'onlyDoubts' : 'allThatIsMissing',
    })
  })
  if (verdict === 'confirmation')
    for (const confirmation of confirmations) addConfirmer(confirmation, from ?? base.layer.from, received)
  return { verdict, confirmations }
}

function readLayer(layer: Layer): ReadLayer {
  const items = itemsOf(withoutSignOff(layer.lines))
  return {
    layer,
    items,
    gathering: gatherAll(items, layer.sent),
    sentences: sentencesOf(items).map(({ text }) => text),
  }
}

const gatherAll = (items: Item[], sent: Instant | null): Gathering =>
  joined(gather(items, sent), gatherSaid(items, sent))

const joined = (one: Gathering, other: Gathering): Gathering => ({
  facts: [...one.facts, ...other.facts],
  doubts: [...one.doubts, ...other.doubts],
  mentions: [...one.mentions, ...other.mentions],
})

/** What a note above says counts more than the message below it. */
function withNotes(gathering: Gathering, notes: ReadLayer[]): Gathering {
  return notes.reduce((sum, note) => joined(sum, asCorrection(note.gathering)), gathering)
}

const asCorrection = ({ facts, mentions }: Gathering): Gathering => ({
  facts: facts.map((fact) => ({ ...fact, weight: 0 })),
  doubts: [],
  mentions: mentions.map((mention) => ({ ...mention, weight: 0 })),
})

function addConfirmer(
  confirmation: { fields: PartialConfirmation; words: { field: string; phrase: string }[] },
  from: Sender | null,
  received: Instant | null,
): void {
  if (received) {
    confirmation.fields.confirmedAt = received
    confirmation.words.push({ field: 'confirmedAt', phrase: 'the time of the message' })
  }
  if (!from) return
  confirmation.fields.confirmedBy = { name: from.name, email: from.email }
  confirmation.words.push({ field: 'confirmedBy', phrase: `${from.name} <${from.email}>` })
}
