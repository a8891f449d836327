/** What people send in beforehand who do not come, or want it to be known in any case: word for word, never changed afterwards. */
import type { PersonKey } from '../placement/placement.ts'
import { dayWords, londonDate, type Instant } from '../dates/time.ts'

/** How the words of somebody who does not use Planning came in, written down by a worker. */
export const CAME_IN = ['letter', 'phone', 'inPerson', 'throughSomebody'] as const
export type CameIn = (typeof CAME_IN)[number]

export type Contribution = {
  id: string
  who: PersonKey
  via: CameIn | 'planning'
  text: string
  at: Instant
  /** Who kept it: they themselves, or a worker for them. */
  by: { objectId: string; name: string }
}

export const CAME_IN_WORDS: Record<Contribution['via'], string> = {
  planning: 'in Planning',
  letter: 'by letter or e-mail',
  phone: 'by phone',
  inPerson: 'face to face',
  throughSomebody: 'through somebody else',
}

/** `by phone, Mon 2 Nov 2026`: what the record says of how it came in (P-50). */
export const cameInWords = ({ via, at }: Pick<Contribution, 'via' | 'at'>): string =>
  `${CAME_IN_WORDS[via]}, ${dayWords(londonDate(at))}`
