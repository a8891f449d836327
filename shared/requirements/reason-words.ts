/** The ids behind a date, a question or a warning, in words: for whoever asks why, on cards and in the tab alike. */
import { requirement } from './catalogue.ts'
import { CHECKED_WORDS, SOURCE_WORDS, type Requirement } from './requirement.ts'

/** One line an id: `R-064: at least the carer and both social workers (South Glos)`. One we do not know stays bare. */
export const reasonWords = (ids: readonly string[]): string[] =>
  [...new Set(ids)].map((id) => {
    const known = requirement(id)
    return known ? `${id}: ${known.title} (${whereFrom(known)})` : id
  })

/** `South Glos, law`; of a fact of law its citation, and how far its words were seen. */
export function whereFrom({ from, implied, legal }: Requirement): string {
  if (legal) {
    const doubt = legal.doubt && `not confirmed: ${legal.doubt}`
    return [legal.citation, doubt ?? CHECKED_WORDS[legal.checked]].filter(Boolean).join('; ')
  }
  const sources = from.map((source) => SOURCE_WORDS[source]).join(', ')
  return implied ? `follows from ${sources}` : sources
}
