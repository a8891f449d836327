/** Names and e-mail addresses as they stand in a value: "Mr & Mrs Harrop", "Harrop, Glenys <g.harrop@example.org>". */
import { firstPhrase, phrasebook, phrasesIn, says, wordsOf } from './phrases.ts'
import { tidy } from '../layout/plain-text.ts'
import { ORGANISATION_WORDS, STATEMENT_MARKS, STATEMENT_WORDS } from '../vocabulary/people-words.ts'

export const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu

/** Each address once, whatever the letters; `Name<mailto:address>` repeats it. */
export function emailsIn(text: string): string[] {
  const found = new Map<string, string>()
  for (const { 0: email } of text.matchAll(EMAIL)) {
    const bare = email.replace(/^['.]+|[.'-]+$/g, '')
    if (!found.has(bare.toLowerCase())) found.set(bare.toLowerCase(), bare)
  }
  return [...found.values()]
}

/** A comma stands where an address stood: a name ends before its address. */
export const withoutEmails = (text: string): string =>
  tidy(
    text
      .replace(/mailto:/gi, '')
      .replace(EMAIL, ' , ')
      .replace(/[<([][\s,]*[>)\]]/g, ' , '),
  )

/** The names at the head of a value, and everything that is said after them. */
export function splitHead(text: string): [string, string] {
  const lastFirst = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+)\s*(?=$|[,;(<])/u.exec(text)
  if (lastFirst && !says(lastFirst[2]!, NO_PERSON)) {
    return [`${lastFirst[2]} ${lastFirst[1]}`, text.slice(lastFirst[0].length)]
  }
  const mark = /[,;()<>[\]|]|\s[-–—]+\s|\s\/\s|[:.]\s|\d|\+\d/.exec(text)?.index ?? text.length
  const said =
    phrasesIn(text, SAID_OF).find(({ phrase }) => phrase === phrase.toLowerCase()) ?? firstPhrase(text, MARKS)
  const end = Math.min(mark, said?.start ?? text.length)
  return [text.slice(0, end), text.slice(end)]
}

/** "Mr & Mrs Harrop", "Glenys and Peter Harrop", "Glenys Harrop and Peter Lowe". */
export function namesIn(head: string): string[] {
  const pieces = tidy(head)
    .split(/\s*(?:&|\band\b|\+)\s*/)
    .map(tidy)
    .filter(Boolean)
  if (pieces.length === 0 || pieces.length > 3 || !pieces.every(readsLikeName)) return []
  const surname = pieces.at(-1)!.split(' ').at(-1)!
  return pieces.map((whole, n) => {
    const piece = whole.replace(/(?<=\p{Ll})(?:\.|['’]s)$/u, '')
    const alone = n < pieces.length - 1 && (TITLE_ALONE.test(piece) || !piece.includes(' '))
    return inNameCase(tidy(withoutTitle(alone && pieces.at(-1)!.includes(' ') ? `${piece} ${surname}` : piece)))
  })
}

/** "paul haddow" and "EFFIE LUNT" are Paul Haddow and Effie Lunt; one word may be initials or a family name in capitals. */
function inNameCase(name: string): string {
  const isFlat = name === name.toLowerCase() || name === name.toUpperCase()
  if (!isFlat || !/\p{L}{3,} \p{L}{2,}|\p{L}{2,} \p{L}{3,}/u.test(name)) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

const TITLES = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Cllr'
/** "Mr", "Mr P": the surname stands with the other one. */
const TITLE_ALONE = new RegExp(`^(?:${TITLES})\\.?(?: \\p{Lu}\\.?)?$`, 'iu')
const TITLE_BEFORE_FULL_NAME = new RegExp(`^(?:${TITLES})\\.? (?=\\S+ \\S)`, 'i')
const withoutTitle = (name: string): string => name.replace(TITLE_BEFORE_FULL_NAME, '')

function readsLikeName(text: string): boolean {
  if (!/^[\p{L}\p{M}][\p{L}\p{M}'’. -]{0,59}$/u.test(text)) return false
  const words = text.split(' ')
  return words.length <= 5 && !says(text, NO_PERSON) && !startsStatement(text) && wordsOf(text).length > 0
}

/** "not Nadia Said", "will attend": small words that are said of somebody. */
const startsStatement = (text: string): boolean =>
  phrasesIn(text, SAID_OF).some(
    ({ phrase, start }) => start === 0 && (phrase === phrase.toLowerCase() || phrase.length === text.length),
  )

/** Each address goes to the name that it holds most of; what is left over goes to whoever has none yet. */
export function emailsFor(names: string[], emails: string[]): (string | undefined)[] {
  const given: (string | undefined)[] = names.map(() => undefined)
  const strangers: string[] = []
  for (const email of emails) {
    const local = email.toLowerCase().split('@')[0]!
    const held = names.map((name, n) => (given[n] ? 0 : partsOf(name).filter((part) => local.includes(part)).length))
    const most = Math.max(...held)
    if (most > 0) given[held.indexOf(most)] = email
    else strangers.push(email)
  }
  for (const email of strangers) if (given.includes(undefined)) given[given.indexOf(undefined)] = email
  return given
}

const partsOf = (name: string): string[] =>
  wordsOf(name)
    .map(({ fold }) => fold)
    .filter((part) => part.length > 2)

const SAID_OF = phrasebook({ said: STATEMENT_WORDS })
const MARKS = phrasebook({ mark: STATEMENT_MARKS })
const NO_PERSON = phrasebook({ other: ORGANISATION_WORDS })
