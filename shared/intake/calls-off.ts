/**
 * A line that calls a placement off by its heading alone, without a sentence: "Cancellation: PL-88120", "LCS-104233
 * cancelled", "Status: withdrawn". What else it says has to be a reference, or stand apart from it.
 */
import { dottedInitials } from './values/initials.ts'
import { blanked, firstPhrase, phrasebook, says, wordsOf, type Word } from './values/phrases.ts'
import { referencesAt } from './references.ts'
import {
  CANCELLING,
  CANCELLING_HEADS,
  HEADS_BESIDES,
  NOTHING_SAID,
  OTHER_THINGS,
  REASON_BEGINS,
  REASON_HEADS,
} from './vocabulary/message-words.ts'

/** `named`: the message gives a reference somewhere, which a line without one may then be about. */
export function callsOff(line: string, named: boolean): boolean {
  const text = line.slice(0, LONGEST_HEADLINE)
  const found = firstPhrase(text, CANCELS)
  if (!found || /\?\s*$/.test(text)) return false
  const references = referencesAt(text)
  // A meeting that is cancelled leaves the placement as it is.
  if (references.some(({ value }) => value.startsWith('PPM-'))) return false
  const plain = blanked(text, [...references, ...dottedInitials(text), found])
  const other = wordsOf(plain).find(({ fold }) => !BESIDES.has(fold))
  if (other && other.start < found.end) return false
  const head = text.slice(0, other?.start)
  if (references.length === 0) return named && (other ? givesReason(head, text.slice(other.start)) : true)
  if (!other) return true
  return references.some(({ end }) => end <= other.start) && standsApart(head, other, text.slice(other.start))
}

/** "Reason for cancellation: carers unwell" */
const givesReason = (head: string, said: string): boolean =>
  /:\s*$/.test(head) && says(head, REASON) && !says(said, NOTHING)

/** "Cancelled: PL-30951 – the carers are ill", and not "Cancelled: PL-30951 taxi". */
const standsApart = (head: string, { fold }: Word, said: string): boolean =>
  (/[,;:.(–—-]\s*$/.test(head) || BEGINS.has(fold)) && !(wordsOf(said).length <= 3 && says(said, ABOUT_OTHER_THINGS))

const LONGEST_HEADLINE = 300

const CANCELS = phrasebook({ cancels: [...CANCELLING_HEADS, ...CANCELLING] })
const ABOUT_OTHER_THINGS = phrasebook({ other: OTHER_THINGS })
const REASON = phrasebook({ reason: REASON_HEADS })
const NOTHING = phrasebook({ nothing: NOTHING_SAID })
const wordSet = (all: string[]) => new Set(all.flatMap((each) => wordsOf(each).map(({ fold }) => fold)))
const BESIDES = wordSet(HEADS_BESIDES)
const BEGINS = wordSet(REASON_BEGINS)
