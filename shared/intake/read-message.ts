/**
 * Reads a message that confirms, changes or cancels a placement: typed, pasted or sent. Plain grammar, no model: the
 * same words always give the same reading, every value carries the words it came from, and what is not certain is
 * asked. Nothing here can throw.
 */
import type { Reading, Words } from '../placement/draft.ts'
import type { Instant } from '../dates/time.ts'
import { assemble, type Assembled } from './assemble.ts'
import { corrected, correctionsIn } from './corrections.ts'
import { speaksOfChange } from './values/current-words.ts'
import { asNote, gatherAll, joined, type Gathering } from './gather-all.ts'
import { dottedInitials } from './values/initials.ts'
import { itemsOf, type Item } from './layout/labelled-lines.ts'
import { linesOf, tidy } from './layout/plain-text.ts'
import { layersOf, type Layer, type Sender } from './layout/quoted-parts.ts'
import { gatherReferences } from './references.ts'
import { itemsByChild } from './siblings.ts'
import { withoutSignOff } from './layout/sign-offs.ts'
import { sentencesOf } from './layout/sentences.ts'
import { asksForAddresses } from './suspicion.ts'
import { chooseLayer, type Chosen, type ReadLayer } from './which-layer.ts'
import { verdictOf } from './verdict.ts'

export type MessageFacts = {
  /** When the message was written: tells which year "18 Dec" is. */
  received?: Instant | null
  from?: Sender | null
  subject?: string
}

export function readMessage(text: string, { received = null, from = null, subject = '' }: MessageFacts = {}): Reading {
  const lines = linesOf(text)
  const layers = layersOf(lines, received).map(readLayer)
  const chosen = chooseLayer(layers, subject)
  if (asksForAddresses([...chosen.notes, chosen.base], from)) return { verdict: 'suspicious', confirmations: [] }
  const verdict = verdictOf(evidenceIn(chosen, subject))
  if (verdict === 'notAConfirmation') return { verdict, confirmations: [] }
  const assembled =
    verdict === 'cancellation'
      ? [
          assemble(gatherReferences(subject, layers.map(headsRead), { loose: true }), {
            received,
            asking: 'references',
          }),
        ]
      : confirmationsIn(chosen, verdict, layers, subject)
  const written = tidy(layers.flatMap(({ layer }) => [layer.subject ?? '', ...layer.lines]).join(' '))
  const confirmations = assembled.map(({ fields, words, asks }) => ({
    fields: verdict === 'confirmation' ? { ...fields, ...confirmer(from ?? chosen.base.layer.from, received) } : fields,
    words: words.flatMap((word) => asWritten(word, `${written} ${subject}`)),
    asks,
  }))
  return { verdict, confirmations }
}

function readLayer(layer: Layer): ReadLayer {
  const items = itemsOf(withoutSignOff(layer.lines))
  const sentences = sentencesOf(items).map(({ text }) => text)
  return { layer, items, gathering: gatherAll(items, layer.sent), sentences }
}

/** "Cancellation: LCS-104233, placement PL-88120" is a heading and what it is about, and no label of ours. */
function headsRead({ layer, items }: ReadLayer): ReadLayer {
  const read = items.map((item): Item => (item.label === null ? { ...item, free: true } : item))
  return {
    layer,
    items: read,
    gathering: gatherAll(read, layer.sent),
    sentences: sentencesOf(read).map(({ text }) => text),
  }
}

const evidenceIn = ({ base, notes, isReply }: Chosen, subject: string): Parameters<typeof verdictOf>[0] => ({
  // A mail pasted whole brings its subject along.
  subject: tidy(`${subject} ${notes.length === 0 || notes[0]!.items.length === 0 ? (base.layer.subject ?? '') : ''}`),
  sentences: base.sentences,
  noteSentences: notes.flatMap(({ sentences }) => sentences),
  lines: withoutSignOff(base.layer.lines),
  noteLines: notes.flatMap(({ layer }) => withoutSignOff(layer.lines)),
  otherLabels: base.items.flatMap(({ label, free, labelText }) => (label === null && !free ? [labelText] : [])),
  valuesChanged: base.items.some(({ label, value }) => label !== null && speaksOfChange(value)),
  gathering: base.gathering,
  isReply,
})

/** One confirmation for each child, put right by the notes above. */
function confirmationsIn(
  { base, notes }: Chosen,
  verdict: 'confirmation' | 'amendment',
  layers: ReadLayer[],
  subject: string,
): Assembled[] {
  const children = itemsByChild(base.items)
  const corrections = notes.flatMap(({ layer }) => correctionsIn(layer.lines.join(' ')))
  const references =
    verdict === 'confirmation'
      ? gatherReferences(subject, [...notes, base], { loose: false })
      : gatherReferences(subject, layers, { loose: true })
  const assembled = children.map((items) => {
    const said = items === base.items ? base.gathering : gatherAll(items, base.layer.sent)
    const gathering = corrected(said, corrections)
    const whole = children.length === 1 ? [gathering, references] : [gathering]
    return assemble([...whole, ...notesFor(notes, children.length)].reduce(joined), {
      received: base.layer.sent,
      asking: verdict === 'amendment' ? 'onlyDoubts' : 'allThatIsMissing',
    })
  })
  return assembled.map((one) => (sharesReferences(one, assembled) ? withoutCaseReference(one) : one))
}

/** Two children with the references of one placement: whose they are, nobody can tell, and neither may hide the other. */
const sharesReferences = (one: Assembled, all: Assembled[]): boolean =>
  one.fields.caseReference !== undefined &&
  all.some(
    ({ fields }) =>
      fields !== one.fields &&
      fields.caseReference === one.fields.caseReference &&
      fields.placementReference === one.fields.placementReference,
  )

function withoutCaseReference({ fields: { caseReference: _, ...fields }, words, asks }: Assembled): Assembled {
  const text = "What is this child's own case reference? In the message several children have the same."
  return {
    fields,
    words: words.filter(({ field }) => field !== 'caseReference'),
    asks: [{ field: 'caseReference', text }, ...asks.filter(({ field }) => field !== 'caseReference')],
  }
}

/** Of several children a note may speak of one: then a person has to see whom it concerns. */
const notesFor = (notes: ReadLayer[], children: number): Gathering[] =>
  notes
    .filter(({ layer }) => children === 1 || dottedInitials(layer.lines.join(' ')).length === 0)
    .map(({ gathering }) => asNote(gathering, children === 1))

const confirmer = (from: Sender | null, received: Instant | null) => ({
  ...(received && { confirmedAt: received }),
  ...(from && { confirmedBy: { name: from.name, email: from.email } }),
})

/** "under s 20" as it stands there: "under s.20". */
function dotted(piece: string, written: string): [string] | null {
  const words = piece.split(' ').map((word) => word.replace(/[\^$.*+?()[\]{}|/\\]/g, '\\$&'))
  const found = words.length > 1 && words.length < 12 ? new RegExp(words.join('[ .!*]{1,3}'), 'u').exec(written) : null
  return found && [found[0]]
}

/** The words as they stand in the message; pieces that stand apart in it are shown one by one. */
function asWritten({ field, phrase }: Words, written: string): Words[] {
  const pieces = phrase
    .split('\n')
    .flatMap((piece) => (written.includes(piece) ? [piece] : (dotted(piece, written) ?? piece.split(/, | and | & /))))
  return pieces.filter((piece) => piece !== '' && written.includes(piece)).map((piece) => ({ field, phrase: piece }))
}
