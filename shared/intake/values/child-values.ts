/** The child's initials, age, school year and the number of the placement, as they are written. */
import { londonDate, readDate, type Instant, type LocalDate } from '../../dates/time.ts'
import { isPlaceholder, readYesNo, type Said } from './field-values.ts'
import { firstPhrase, phrasebook } from './phrases.ts'
import { tidy } from '../layout/plain-text.ts'
import { ORDINAL_PLACEMENTS } from '../vocabulary/child-words.ts'

/** "A.B., girl", "AB (9)", or the first letters of a full name, which itself is kept nowhere. */
export function readInitials(text: string): Said<string> | null {
  const dotted = /^\s*((?:\p{L}\.\s?){2,4}|(?:\p{L}\.){1,3}\p{L}(?![\p{L}]))/u.exec(text)
  if (dotted) return { value: lettersOf(dotted[1]!), phrase: dotted[1]!.trim() }
  const head = tidy(text.split(/[,;(</]|\s[-–—]|\d|:|\b(?:aged?|male|female|boy|girl|born|dob)\b/i)[0]!)
  if (head === '' || isPlaceholder(head) || readYesNo(head)) return null
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

/** "2021" alone, of a year gone by: its last day, which is enough to see that a first review has long been held. */
export function readYearSince(text: string, received: Instant | null): Said<LocalDate> | null {
  const found = /^\s*(?:\p{L}{3,9} )?(20\d{2})\b(?![/.-]\d)/u.exec(text)
  const last = found && readDate(`${found[1]}-12-31`)
  return last && received && last < londonDate(received) ? { value: last, phrase: found[0].trim() } : null
}

const ORDINAL = phrasebook(ORDINAL_PLACEMENTS)
