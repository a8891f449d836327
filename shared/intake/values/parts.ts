/** What a message says about somebody's part in the meeting, and whether that is a decision yet (P-40). */
import type { Decision } from '../../placement/placement.ts'
import type { Instant } from '../../dates/time.ts'
import { readDay } from './british-dates.ts'
import { firstPhrase, phrasebook, phrasesIn, says } from './phrases.ts'
import { tidy } from '../layout/plain-text.ts'
import { EXCLUSION_HEDGES, GROUND_PHRASES, HEDGES, PART_PHRASES } from '../vocabulary/part-words.ts'

/** `open`: spoken about, but nobody has decided, or what P-40 wants to know is missing. */
export type PartRead = {
  decision?: Decision
  open: boolean
  phrase: string
  /** Ground, decision-maker or day, given on a line of its own. */
  details?: Partial<Decision>
}

/** `null` where a text does not speak of a part at all. `asked`: the text answers a label that asks for the part. */
export function readPart(
  text: string,
  { received = null, asked = false }: { received?: Instant | null; asked?: boolean } = {},
): PartRead | null {
  const matches = phrasesIn(text, PART).filter(({ phrase }) => asked || phrase.toLowerCase() !== 'no')
  const [first] = matches
  if (!first) return asked ? answered(text) : null
  const parts = new Set(matches.map(({ meaning }) => meaning))
  // "Will not attend, views to be sought by Amy" is the second; "invited, will attend" is one thing.
  if (parts.has('notComing') && (parts.has('viewsConsidered') || parts.has('contribute'))) parts.delete('notComing')
  if (parts.has('notInvited')) parts.delete('notComing')
  const others = parts.has('notInvited') ? new Set(['notInvited' as const]) : parts
  const [part, ...more] = others
  const phrase = matches.find(({ meaning }) => meaning === part)!.phrase
  if (!part || part === 'notComing' || more.length > 0 || isHedged(text, part === 'notInvited'))
    return { open: true, phrase: statement(text) }
  if (part !== 'notInvited') return { decision: { part, ...viewsObtainedBy(text) }, open: false, phrase }
  const decision: Decision = { part, ...groundIn(text), ...decidedIn(text, received), ...viewsObtainedBy(text) }
  return { decision, open: !decision.ground, phrase }
}

/** A label that asks "attending?" may be answered with a plain yes; a plain no gives no ground. */
function answered(text: string): PartRead | null {
  if (/^(?:yes|y|yep|✓)\b/i.test(text) && !isHedged(text))
    return { decision: { part: 'attend' }, open: false, phrase: tidy(text) }
  return { open: true, phrase: statement(text) }
}

const statement = (text: string): string => tidy(text).replace(/^[\s,;:()-]+/, '')

/** A ground such as "a non-molestation order" is no hedge, nor is "may be a risk" one of an exclusion's. */
const isHedged = (text: string, excluded = false): boolean =>
  text.includes('?') || says(text, excluded ? FIRM_HEDGE : HEDGE)

export function groundIn(text: string): Pick<Decision, 'ground'> {
  const found = firstPhrase(text, GROUND)
  return found ? { ground: found.meaning } : {}
}

const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}`
const DECIDED_BY = new RegExp(
  String.raw`(?:[Dd]ecided|[Aa]greed|[Dd]ecision|[Aa]uthorised|[Aa]pproved)(?: \p{L}+){0,3}? by (${NAME})`,
  'u',
)
const VIEWS_BY = new RegExp(String.raw`(?:[Vv]iews|[Ww]ishes)(?: \p{L}+){0,6}? (?:by|with|to) (${NAME})`, 'u')

function decidedIn(text: string, received: Instant | null): Pick<Decision, 'decidedBy' | 'decidedOn'> {
  const by = DECIDED_BY.exec(text)
  if (!by) return {}
  const day = readDay(text.slice(by.index), received)
  return { decidedBy: by[1]!, ...('date' in day && { decidedOn: day.date }) }
}

function viewsObtainedBy(text: string): Pick<Decision, 'viewsObtainedBy'> {
  const by = VIEWS_BY.exec(text)
  return by ? { viewsObtainedBy: by[1]! } : {}
}

const PART = phrasebook(PART_PHRASES)
const HEDGE = phrasebook({ hedge: HEDGES })
const FIRM_HEDGE = phrasebook({ hedge: EXCLUSION_HEDGES })
const GROUND = phrasebook(GROUND_PHRASES)
