/** The home's address, household and Ofsted number, and what the move means for school, as they are written. */
import { isPlaceholder, type Said } from './field-values.ts'
import { firstPhrase, phrasebook } from './phrases.ts'
import { tidy } from '../layout/plain-text.ts'
import { SCHOOL_PHRASES } from '../vocabulary/child-words.ts'

/** Ofsted's number: SC and figures, or figures alone. */
export function readUrn(text: string): Said<string> | null {
  const found = /(?<![\p{L}\p{N}])(?:SC\s?)?\d{5,8}(?!\d)/iu.exec(text)
  return found && { value: found[0].replace(/\s/g, '').toUpperCase(), phrase: found[0] }
}

/** An address on one line. What is said about it in brackets is not part of it. */
export function readAddress(text: string): Said<string> | null {
  const value = tidy(text.replace(/\([^()]*\)/g, ' ').replace(SAID_OF_ADDRESS, '')).replace(/[\s,;.-]+$/, '')
  if (isPlaceholder(value) || value.length > 300) return null
  const reads =
    /\d/.test(value) ||
    POSTCODE.test(value) ||
    value.split(',').length > 1 ||
    / (?:house|court|road|street|close|lane|avenue|drive|cottage|farm|way|place)\b/i.test(value)
  return reads && !/\b(?:not to be|must not|do not|withheld|confidential|ask)\b/i.test(value)
    ? { value, phrase: value }
    : null
}

/** What is said about an address behind it: who may have it, that it is confidential. */
const SAID_OF_ADDRESS =
  /(?:\s[-–—]\s|[.;,]\s*|\s\*+\s*)(?:not |do not|never|please|confidential|protected|must not|to be kept|withheld|can be shared|may be shared|ok to share).*$/i

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i

/** Who else lives there, one entry for each: a comma before an age does not part them. */
export function readHousehold(text: string): Said<string[]> | null {
  if (/^\s*(?:none|no[ -]?one|nobody|nil|n\/?a|no other|no others|no)\b/i.test(text))
    return { value: [], phrase: tidy(text) }
  if (isPlaceholder(text)) return null
  const parts: string[] = []
  for (const piece of text.split(/[;\n]|,(?!\s*(?:aged?\s*)?\d{1,2}\b)/)) {
    const one = tidy(piece)
      .replace(/^and\s+/i, '')
      .replace(/[.\s]+$/, '')
    if (one) parts.push(one.slice(0, 200))
  }
  return parts.length > 0 && parts.length <= 30 ? { value: parts, phrase: tidy(text) } : null
}

/** Whether the move disrupts school: "change of school not required", "will need a new school". */
export function readSchool(text: string): Said<boolean> | null {
  const found = firstPhrase(text, SCHOOL)
  return found && { value: found.meaning === 'changes', phrase: found.phrase }
}

const SCHOOL = phrasebook(SCHOOL_PHRASES)
