/** People in a sentence: "Ravi Nair (SW)", "Mina Patel - Social Worker", "mum will attend". */
import type { Instant } from '../dates/time.ts'
import { WEIGHTS } from './facts.ts'
import { gather, type Mention } from './gather.ts'
import { dottedInitials } from './values/initials.ts'
import { labelOf } from './layout/labels.ts'
import type { Item } from './layout/labelled-lines.ts'
import { emailsIn, namesIn } from './values/names.ts'
import { readPart } from './values/parts.ts'
import { factsIn } from './people.ts'
import { phrasebook, phrasesIn } from './values/phrases.ts'
import { tidy } from './layout/plain-text.ts'
import { isAboutOtherDays } from './said-start.ts'

const NAME_AND_ROLE =
  /(?<![\p{L}'’-])((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?:(?:&|and) (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?)?\p{Lu}[\p{L}'’-]+(?:(?: and| &)? \p{Lu}[\p{L}'’-]+){0,3}) \(([^(),]{2,40})(,[^()]{0,120})?\)(\s*[<([]?[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,120}[>)\]]?)?/gu

export function peopleSaid(text: string, received: Instant | null): Mention[] {
  const inBrackets = [...text.matchAll(NAME_AND_ROLE)].flatMap(([phrase, name, role, rest = '', email = '']) =>
    mention(name!, role!, phrase, `${rest} ${email}`, received),
  )
  return [...inBrackets, ...nameFirst(text, received), ...partsSaid(text, received)]
}

/** "Mina Patel - Social Worker - mina.patel@example.org" */
function nameFirst(text: string, received: Instant | null): Mention[] {
  const pieces = text.split(/\s+[-–—]\s+|,\s+|\t/)
  if (pieces.length < 2 || namesIn(pieces[0]!).length === 0) return []
  if (!pieces[0]!.includes(' ') && emailsIn(text).length === 0) return []
  const at = pieces.slice(1, 3).findIndex((piece) => isRole(piece.replace(/\([^()]*\)/g, ' ')))
  if (at < 0) return []
  const role = pieces[at + 1]!
  const rest = [role.replace(/^[^(]*/, ''), ...pieces.slice(1).filter((piece) => piece !== role)].join(', ')
  return mention(pieces[0]!, role.replace(/\([^()]*\)/g, ' '), text, rest, received)
}

const isRole = (text: string): boolean => {
  const label = labelOf(text)
  return label?.kind === 'person' && label.attribute === null
}

function mention(name: string, role: string, phrase: string, rest: string, received: Instant | null): Mention[] {
  const label = labelOf(role)
  if (label?.kind !== 'person' || label.attribute !== null) return []
  const item: Item = { label, labelText: role, value: `${name}, ${rest}`, line: 0, block: 0 }
  return gather([item], received)
    .mentions.filter(({ person }) => person)
    .map((one) => ({ ...one, phrase: tidy(phrase), weight: WEIGHTS.said }))
}

const WHO = phrasebook({
  mother: ['mother', 'mum', 'mam', 'birth mother'],
  father: ['father', 'dad', 'birth father'],
  child: ['child', 'young person', 'yp', 'he', 'she'],
})

/** "Mum will attend", "the young person will send a drawing": only where the meeting or a part in it is meant. */
function partsSaid(text: string, received: Instant | null): Mention[] {
  const whos = new Set(phrasesIn(text, WHO).map(({ meaning }) => meaning))
  const separate = apartIn(text)
  if (separate.length > 0) return separate
  if (whos.size === 0 && dottedInitials(text).length > 0) whos.add('child')
  const [who] = whos
  if (!who || whos.size > 1 || isAboutOtherDays(text)) return []
  if (who === 'child' && !/\b(?:meeting|ppm|attend|contribut|views)/i.test(text)) return []
  const { part, clearedForAddress, parentalResponsibility } = factsIn(text, received)
  const own = part ?? (who === 'child' ? readPart(text, { received }) : null)
  const about = {
    ...(own && { part: own }),
    ...(who !== 'child' && clearedForAddress !== undefined && { clearedForAddress }),
    ...(who !== 'child' && parentalResponsibility !== undefined && { parentalResponsibility }),
  }
  return Object.keys(about).length > 0
    ? [{ role: who, person: null, about, phrase: tidy(text), weight: WEIGHTS.said }]
    : []
}

/** "Mother and father must not meet": each is kept apart from the other. */
function apartIn(text: string): Mention[] {
  if (
    !/\b(?:not (?:to )?(?:meet|be (?:in|together)|be left)|kept? (?:apart|separate)|(?:be|kept) separated|separate (?:meetings|times|invit\w+))\b/i.test(
      text,
    )
  )
    return []
  const both = new Set(phrasesIn(text, WHO).map(({ meaning }) => meaning))
  if (!both.has('mother') || !both.has('father')) return []
  const apart = (role: 'mother' | 'father', from: 'mother' | 'father'): Mention => ({
    role,
    person: null,
    about: { separateFrom: [from] },
    phrase: tidy(text),
    weight: WEIGHTS.said,
  })
  return [apart('mother', 'father'), apart('father', 'mother')]
}
