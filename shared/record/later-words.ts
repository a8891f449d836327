/** What somebody says of a record after it was closed: kept beside it, never in it (R-163, E-51). */
import type { PersonKey } from '../placement/placement.ts'
import { dayWords, type Instant, type LocalDate } from '../dates/time.ts'

export type LaterWords = {
  who: PersonKey
  /** The day on which they said it. */
  on: LocalDate
  text: string
  keptAt: Instant
  /** Who wrote it down for them. */
  keptBy: string
}

/** `Petra Vandermolen, Tue 10 Nov 2026: …`, the oldest first. */
export const laterWordsText = (
  said: readonly LaterWords[],
  attendees: readonly { key: PersonKey; name: string }[],
): string[] =>
  said.map(({ who, on, text }) => {
    const name = attendees.find(({ key }) => key === who)?.name ?? 'Somebody'
    return `${name}, ${dayWords(on)}: ${text}`
  })
