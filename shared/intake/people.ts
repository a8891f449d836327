/** The people behind a role label: names, addresses, leave, parental responsibility and their part in the meeting. */
import type { Role } from '../placement/placement.ts'
import { addDays, londonDate, type Instant, type LocalDate } from '../dates/time.ts'
import { daysIn } from './values/british-dates.ts'
import { isPlaceholder } from './values/field-values.ts'
import { EMAIL, emailsFor, emailsIn, namesIn, splitHead, withoutEmails } from './values/names.ts'
import { readPart, type PartRead } from './values/parts.ts'
import { phrasebook, firstPhrase, phrasesIn } from './values/phrases.ts'
import { tidy } from './layout/plain-text.ts'
import { CLEARED_PHRASES, LEAVE_PHRASES, PR_PHRASES } from './vocabulary/people-words.ts'

export type PersonRead = {
  name: string
  email?: string
  parentalResponsibility?: boolean
  clearedForAddress?: boolean
  onLeave?: { from: LocalDate; to: LocalDate }[]
  part?: PartRead
  separateFrom?: Role[]
  phrase: string
}

/**
 * Everybody whom a value names: one on each line, one after the other, or several with one name between them.
 * `plural`: the label speaks of several.
 */
export function readPeople(value: string, received: Instant | null = null, plural = false): PersonRead[] {
  const lines: string[] = []
  for (const line of value.split('\n')) {
    // A line that names nobody goes on about the person above it.
    if (lines.length === 0 || namesIn(splitHead(withoutEmails(line))[0]).length > 0) lines.push(line)
    else lines[lines.length - 1] += `, ${line}`
  }
  return lines.flatMap(oneByOne).flatMap((one) => readTogether(one, received, plural))
}

/** "Glenys Harrop g@example.org, Peter Lowe p@example.org": a name after an address begins the next person. */
function oneByOne(value: string): string[] {
  const pieces: string[] = []
  let from = 0
  const ends = [...value.matchAll(EMAIL)].map(({ 0: email, index }) => index + email.length)
  for (const end of ends.slice(0, -1)) {
    const next = /^[\s)\]>]*(?:[,;/&|]|and\b)?\s*(?=\p{Lu}[\p{L}'’-]+[ ,(<[])/u.exec(value.slice(end))
    if (!next || namesIn(splitHead(withoutEmails(value.slice(end + next[0].length)))[0]).length === 0) continue
    pieces.push(value.slice(from, end))
    from = end + next[0].length
  }
  return [...pieces, value.slice(from)]
}

/** Nobody, one or several who share what the rest of the value says of them. */
function readTogether(value: string, received: Instant | null, plural: boolean): PersonRead[] {
  const emails = emailsIn(value)
  const text = withoutEmails(value)
  const [head, rest] = splitHead(text)
  if (isPlaceholder(head)) return []
  const names = [...namesIn(head), ...(plural ? listedNames(rest) : [])]
  // "Dari - Farid Amini": one word and then a full name is a name with something before it.
  const [later, further] = splitHead(rest.replace(/^\s*[-–—,]\s*/, ''))
  if (names.length === 1 && !names[0]!.includes(' ') && /^\s*[-–—]/.test(rest) && namesIn(later)[0]?.includes(' ')) {
    return readTogether(`${later}${emails.length > 0 ? `, ${emails.join(', ')}` : ''}${further}`, received, plural)
  }
  if (names.length === 0) return []
  const shared = factsIn(rest, received)
  const addresses = emailsFor(names, emails)
  return names.map((name, n) => {
    const email = addresses[n]
    return { name, ...(email && { email }), ...shared, phrase: phraseFor(value, name, email) }
  })
}

/** "Jan Pole, Mick Pole": further full names, one after each comma, as far as they go. */
function listedNames(rest: string): string[] {
  const names: string[] = []
  for (const piece of rest.split(/[,;/]/).map(tidy).filter(Boolean)) {
    const [name, ...more] = namesIn(piece)
    if (!name?.includes(' ') || more.length > 0) break
    names.push(name)
  }
  return names
}

/** What a text says about a person whose name is known. */
export function factsIn(text: string, received: Instant | null): Omit<PersonRead, 'name' | 'phrase'> {
  const pr = firstPhrase(text, PR)
  const cleared = firstPhrase(text, CLEARED)
  const onLeave = leaveIn(text, received)
  const part = readPart(cleared ? text.replace(cleared.phrase, ' ') : text, { received })
  return {
    ...(pr && { parentalResponsibility: pr.meaning === 'yes' }),
    ...(cleared && { clearedForAddress: cleared.meaning === 'yes' }),
    ...(onLeave && { onLeave: [onLeave] }),
    ...(part && { part }),
  }
}

/** "On leave till 20/11" begins with the day of the message; "back on 21/11" ends the day before. */
function leaveIn(text: string, received: Instant | null): { from: LocalDate; to: LocalDate } | null {
  const leave = phrasesIn(text, LEAVE).find(({ meaning }) => meaning === 'leave')
  if (!leave) return null
  const days = daysIn(withFullRange(text.slice(leave.start)), received).flatMap((span) =>
    'date' in span ? [span.date] : [],
  )
  const back = phrasesIn(text, LEAVE).some(({ meaning }) => meaning === 'back')
  if (days.length === 2 && days[0]! <= days[1]!) return { from: days[0]!, to: back ? addDays(days[1]!, -1) : days[1]! }
  if (days.length !== 1 || !received) return null
  const to = back ? addDays(days[0]!, -1) : days[0]!
  const from = londonDate(received)
  return from <= to ? { from, to } : null
}

/** "23-27 November 2026": the first day has the month and year of the last. */
const withFullRange = (text: string): string =>
  text.replace(
    /(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|until)\s?(\d{1,2}(?:st|nd|rd|th)?( \p{L}{3,9}(?: \d{4})?|\/\d{1,2}(?:\/\d{2,4})?))/u,
    '$1$3 - $2',
  )

function phraseFor(value: string, name: string, email: string | undefined): string {
  const start = value.toLowerCase().indexOf(name.toLowerCase())
  if (start < 0) return tidy(value).slice(0, 120)
  const written = value.slice(start, start + name.length)
  if (!email) return written
  const address = value.indexOf(email)
  if (address < start || address - start > 80) return written
  const end = address + email.length
  return tidy(value.slice(start, /[)>\]]/.test(value[end] ?? '') ? end + 1 : end))
}

const PR = phrasebook(PR_PHRASES)
const CLEARED = phrasebook(CLEARED_PHRASES)
const LEAVE = phrasebook(LEAVE_PHRASES)
