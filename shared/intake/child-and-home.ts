/** Readers for the child's initials, age and school year, and for the home: address, household, Ofsted number. */
import { isPlaceholder, readYesNo, type Said } from './field-values.ts'
import { firstPhrase, phrasebook } from './phrases.ts'
import { readDate, type LocalDate } from '../time.ts'
import { tidy } from './plain-text.ts'
import { ORDINAL_PLACEMENTS, SCHOOL_PHRASES } from './vocabulary/child-words.ts'

/** "A.B., girl", "AB (9)", or the first letters of a full name, which itself is kept nowhere. */
export function readInitials(text: string): Said<string> | null {
  const dotted = /^\s*((?:\p{L}\.\s?){2,4}|(?:\p{L}\.){1,3}\p{L}(?![\p{L}]))/u.exec(text)
  if (dotted) return { value: lettersOf(dotted[1]!), phrase: dotted[1]!.trim() }
  const head = tidy(text.split(/[,;(</]|\s[-–—]|\d|:|\b(?:aged?|male|female|boy|girl|born|dob)\b/i)[0]!)
  if (head === '' || isPlaceholder(head)) return null
  if (/^\p{Lu}['’]?\p{Lu}{0,3}$/u.test(head) || /^\p{L}(?: \p{L}){1,3}$/u.test(head) || /^\p{Ll}{2,3}$/u.test(head)) {
    return { value: lettersOf(head), phrase: head }
  }
  const names = head.split(' ').filter((name) => /^\p{Lu}[\p{L}'’-]+$/u.test(name))
  if (names.length < 2 || names.length > 4 || names.length !== head.split(' ').length) return null
  return { value: names.map((name) => name[0]!).join(''), phrase: head }
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '').toUpperCase()

/** Years; months and weeks count as years too. `bare`: a figure alone is an age. */
export function readAge(text: string, bare = false): Said<number> | null {
  if (/\b(?:nearly|almost|approx|about|around|or)\b|\?/i.test(text)) return null
  const babies = /\b(\d{1,2})\s*(?:months?|mths?|weeks?|wks?|days?)(?: old)?\b/i.exec(text)
  const years =
    /\b(?:aged?|age:)\s*(\d{1,2})\b(?!\s*(?:months?|mths?|weeks?|wks?|days?))/i.exec(text) ??
    /(?<![\d/.-])(\d{1,2})[\s-]*(?:years?|yrs?|y\/?o|yo|y)\b/i.exec(text) ??
    /(?:^|[,(]\s*|\s)(\d{1,2})(?=\s*(?:[,);]|$))(?<![/.:-]\d{1,2})/.exec(bare ? '' : text) ??
    (bare ? /^\s*(\d{1,2})(?![\d/.-])/.exec(text) : null)
  if (years) return inRange(Number(years[1]), tidy(years[0].replace(/^[,(\s]+/, '')))
  if (babies) {
    const months = /mo?n?th/i.test(babies[0]) ? Number(babies[1]) : 0
    return inRange(Math.floor(months / 12), babies[0])
  }
  const newborn = /\bnew-?\s?born\b/i.exec(text)
  return newborn && { value: 0, phrase: newborn[0] }
}

const inRange = (years: number, phrase: string): Said<number> | null => (years <= 17 ? { value: years, phrase } : null)

/** Years 10 and 11 are Key Stage 4; any other year is not. */
export function readYearGroup(text: string): Said<boolean> | null {
  const year = /\b(?:year|yr|y)\s*(?:group\s*)?(\d{1,2})\b|^\s*(\d{1,2})(?:th)?\s*$/i.exec(text)
  if (year) return { value: ['10', '11'].includes(year[1] ?? year[2]!), phrase: tidy(year[0]) }
  const stage = /\b(?:ks|key\s*stage)\s*([1-5])\b|^\s*([1-5])\s*$/i.exec(text)
  if (stage) return { value: (stage[1] ?? stage[2]) === '4', phrase: tidy(stage[0]) }
  const other = /\b(?:reception|nursery|pre-?school|primary|infant|junior)\b/i.exec(text)
  return other && { value: false, phrase: other[0] }
}

/** "This is the 2nd placement": whether it is the first. */
export function readOrdinalPlacement(text: string, countsPrevious = false): Said<boolean> | null {
  const found = firstPhrase(text, ORDINAL)
  if (found) return { value: found.meaning === 'first', phrase: found.phrase }
  const figure = /^\s*(\d{1,2})\b(?!\s*[/.:-]\s*\d)/.exec(text)
  if (countsPrevious) {
    if (figure) return { value: figure[1] === '0', phrase: figure[0].trim() }
    const said = readYesNo(text)
    return said && { value: !said.value, phrase: said.phrase }
  }
  return figure && figure[1] !== '0' ? { value: figure[1] === '1', phrase: figure[0].trim() } : null
}

/** "2021" alone: the last day of it, which is enough to see that a first review has long been held. */
export function readYearSince(text: string): Said<LocalDate> | null {
  const found = /^\s*(?:\p{L}{3,9} )?(20\d{2})\b(?![/.-]\d)/u.exec(text)
  const last = found && readDate(`${found[1]}-12-31`)
  return last ? { value: last, phrase: found[0].trim() } : null
}

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

export const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i

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
  const same = firstPhrase(text, SAME_SCHOOL)
  if (same) return { value: same.meaning === 'changes', phrase: same.phrase }
  return null
}

const SAME_SCHOOL = phrasebook(SCHOOL_PHRASES)
const ORDINAL = phrasebook(ORDINAL_PLACEMENTS)
