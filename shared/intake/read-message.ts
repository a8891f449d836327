/**
 * Reads a message that confirms, changes or cancels a placement: typed, pasted or sent. Plain grammar, no model: the
 * same words always give the same reading, every value carries the words it came from, and what is not certain is
 * asked. Nothing here can throw.
 */
import type { Reading } from '../draft.ts'
import type { Instant } from '../time.ts'
import { assemble } from './assemble.ts'
import { gather } from './gather.ts'
import { layoutOf } from './labelled-lines.ts'
import { linesOf } from './plain-text.ts'

export type MessageFacts = {
  /** When the message was written: tells which year "18 Dec" is. */
  received?: Instant | null
  from?: { name: string; email: string } | null
  subject?: string
}

export function readMessage(text: string, { received = null, from = null }: MessageFacts = {}): Reading {
  const { entries } = layoutOf(linesOf(text))
  const gathering = gather(entries, received)
  const kinds = new Set(gathering.facts.map(({ name }) => name))
  const names = [...kinds].some((name) => name.startsWith('child.') || name === 'caseReference')
  if (!names || kinds.size + gathering.mentions.length < 4) return { verdict: 'notAConfirmation', confirmations: [] }
  const confirmation = assemble(gathering, { received, asking: 'allThatIsMissing' })
  if (from) {
    confirmation.fields.confirmedBy = { name: from.name, email: from.email }
    confirmation.words.push({ field: 'confirmedBy', phrase: `${from.name} <${from.email}>` })
  }
  if (received) confirmation.fields.confirmedAt = received
  return { verdict: 'confirmation', confirmations: [confirmation] }
}
