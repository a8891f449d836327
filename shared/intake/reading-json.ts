/** A reading as other programs see it: one list of confirmations, asks and words that say which they belong to. */
import type { PartialConfirmation, Reading } from '../placement/draft.ts'
import { londonIso, readInstant } from '../dates/time.ts'

export type ReadingJson = {
  verdict: Reading['verdict']
  confirmations: Record<string, unknown>[]
  asks: { confirmation: number; field: string; text: string }[]
  words: { confirmation: number; field: string; phrase: string }[]
}

export function readingJson({ verdict, confirmations }: Reading): ReadingJson {
  return {
    verdict,
    confirmations: confirmations.map(({ fields }) => withOffsets(fields) as Record<string, unknown>),
    asks: confirmations.flatMap(({ asks }, confirmation) =>
      asks.map(({ field, text }) => ({ confirmation, field, text })),
    ),
    words: confirmations.flatMap(({ words }, confirmation) => words.map((word) => ({ confirmation, ...word }))),
  }
}

/** Moments carry the offset that London has at that moment. */
function withOffsets(fields: PartialConfirmation): unknown {
  return JSON.parse(JSON.stringify(fields), (_key, value: unknown) => {
    const moment = typeof value === 'string' ? readInstant(value) : null
    return moment ? londonIso(moment) : value
  })
}
