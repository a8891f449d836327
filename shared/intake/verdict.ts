/** What a message is: a placement confirmed, changed or called off, or something that is none of our business. */
import type { Verdict } from '../placement/draft.ts'
import { callsOff } from './calls-off.ts'
import type { Gathering } from './gather.ts'
import { firstPhrase, foldedWords, phrasebook, phrasesIn, says, wordsOf } from './values/phrases.ts'
import {
  AMENDING,
  AUTOMATIC_SUBJECTS,
  CANCELLING,
  CONFIRMING,
  NEVER_IN_SUBJECT,
  OF_A_PLACEMENT,
  OTHER_THINGS,
  PERHAPS_AMENDING,
  UNRELATED,
  UNRELATED_SUBJECTS,
} from './vocabulary/message-words.ts'

export type Evidence = {
  subject: string
  /** The sentences of the message that is read, without labelled lines. */
  sentences: string[]
  /** The sentences of the notes above it. */
  noteSentences: string[]
  /** The lines of the message that is read, as they were written, and of the notes above it. */
  lines: string[]
  noteLines: string[]
  /** Labels that are not ours, with their values. */
  otherLabels: string[]
  /** A labelled value says what it was before. */
  valuesChanged: boolean
  gathering: Gathering
  /** Answers a message and says little itself. */
  isReply: boolean
}

export function verdictOf(evidence: Evidence): Exclude<Verdict, 'suspicious'> {
  const { subject, gathering, noteSentences } = evidence
  const sentences = [...evidence.sentences, ...noteSentences]
  if (says(subject, AUTOMATIC)) return 'notAConfirmation'
  const whole = holdsPlacement(gathering, 5)
  if (cancels(subject) || cancelsReference(subject) || (whole ? noteSentences : sentences).some(cancels))
    return 'cancellation'
  if (headlines(evidence, whole).some((line) => callsOff(line, namesReference(gathering)))) return 'cancellation'
  if (isAmended(evidence, whole)) return 'amendment'
  const confirms = sentences.some((sentence) => says(sentence, CONFIRMS))
  if (says(subject, NEVER) && !(evidence.isReply && whole && confirms)) return 'notAConfirmation'
  if (says(subject, UNRELATED_SUBJECT) && !says(subject, CONFIRMS)) return 'notAConfirmation'
  if ([...sentences, ...evidence.otherLabels].some((text) => says(text, ELSEWHERE))) return 'notAConfirmation'
  if (evidence.isReply && !whole) return 'notAConfirmation'
  return holdsPlacement(gathering, 4) ? 'confirmation' : 'notAConfirmation'
}

/** Names a child or case, says something of the placement, and `least` different things in all. */
function holdsPlacement({ facts, mentions }: Gathering, least: number): boolean {
  const names = new Set<string>(facts.map(({ name }) => name))
  const roles = new Set(mentions.filter(({ person }) => person).map(({ role }) => role))
  const ofChild = ['caseReference', 'child.initials', 'eitherReference'].some((name) => names.has(name))
  const ofPlacement =
    ['placement.type', 'placement.startsAt', 'startDay', 'placement.providerName', 'placement.address'].some((name) =>
      names.has(name),
    ) || ['fosterCarer', 'connectedCarer', 'carer', 'registeredManager'].some((role) => roles.has(role as 'carer'))
  return ofChild && ofPlacement && names.size + roles.size >= least
}

/** Above a whole confirmation only a heading says that it is called off: further down it has lines for everything. */
const headlines = ({ subject, lines, noteLines }: Evidence, whole: boolean): string[] => [
  subject,
  ...noteLines,
  ...(whole ? lines.filter((line) => line.trim() !== '').slice(0, 1) : lines),
]

const namesReference = ({ facts }: Gathering): boolean =>
  facts.some(({ name }) => ['caseReference', 'placementReference', 'eitherReference'].includes(name))

/** A sentence that calls the placement off, and not a visit, a review or a payment. */
function cancels(sentence: string): boolean {
  const found = firstPhrase(sentence, CANCELS)
  if (!found || /\?\s*$/.test(sentence)) return false
  const behind = wordsOf(sentence.slice(found.end))[3]
  // "As the court did not agree" gives a reason; "contact is cancelled" is about something else.
  if (says(sentence.slice(0, behind ? found.end + behind.end : undefined), ABOUT_OTHER_THINGS)) return false
  const before = foldedWords(sentence.slice(0, found.start)).slice(-3)
  if (
    before.includes('not') ||
    before.includes('hasnt') ||
    before.includes('if') ||
    before.includes('previou') ||
    before.includes('previous')
  )
    return false
  return (
    /\b(?:placement|placed|move|moving|start|carers?|home|foster|it|this|family)\b/i.test(sentence) ||
    /^\W*(?:re:\s*)?(?:cancel|withdrawn|stood down)/i.test(sentence)
  )
}

/** "EMP-934 - no longer needed" */
const cancelsReference = (subject: string): boolean => {
  const found = firstPhrase(subject, CANCELS)
  return found !== null && /^\W*(?:(?:re|fw|fwd)\W+)?(?=\S*\d)[\w/-]{4,20}\W+$/i.test(subject.slice(0, found.start))
}

function isAmended({ subject, sentences, valuesChanged, gathering }: Evidence, whole: boolean): boolean {
  const something = gathering.facts.length + gathering.mentions.length > 0
  if (!something) return false
  if (says(subject, AMENDS) && !onlyPerhaps(subject)) return true
  if (whole)
    return (
      sentences.some((sentence) => says(sentence, AMENDS) && !onlyPerhaps(sentence)) &&
      says(subject, CONFIRMS) === false &&
      sentences.some(startsWithAmending)
    )
  if (valuesChanged || [subject, ...sentences].some((text) => says(text, AMENDS) && !onlyPerhaps(text))) return true
  return (
    [subject, ...sentences].some(
      (text) => says(text, PERHAPS_AMENDS) && (says(text, OF_PLACEMENT) || text === subject),
    ) && !says(subject, UNRELATED_SUBJECT)
  )
}

/** Of a message that holds a whole confirmation, only a loud mark says that it changes an earlier one. */
const startsWithAmending = (sentence: string): boolean =>
  firstPhrase(sentence, AMENDS)?.start === sentence.search(/[\p{L}\p{N}]/u)

const onlyPerhaps = (text: string): boolean => {
  const perhaps = new Set(phrasesIn(text, PERHAPS_AMENDS).map(({ phrase }) => phrase.toLowerCase()))
  return phrasesIn(text, AMENDS).every(({ phrase }) => perhaps.has(phrase.toLowerCase()))
}

/** Whether a message may confirm a placement, where what it has to say stands elsewhere: in a file that nobody reads. */
export const mayConfirmElsewhere = (subject: string, body: string): boolean =>
  !says(subject, NEVER) &&
  !says(subject, UNRELATED_SUBJECT) &&
  ![subject, body].some((text) => says(text, ELSEWHERE)) &&
  [subject, body].some((text) => says(text, CONFIRMS_PLACEMENT))

const AUTOMATIC = phrasebook({ automatic: AUTOMATIC_SUBJECTS })
const NEVER = phrasebook({ never: NEVER_IN_SUBJECT })
const CANCELS = phrasebook({ cancels: CANCELLING })
const ABOUT_OTHER_THINGS = phrasebook({ other: OTHER_THINGS })
const AMENDS = phrasebook({ amends: AMENDING })
const PERHAPS_AMENDS = phrasebook({ perhaps: PERHAPS_AMENDING })
const CONFIRMS = phrasebook({ confirms: CONFIRMING })
const CONFIRMS_PLACEMENT = phrasebook({ confirms: CONFIRMING.filter((phrase) => phrase.includes('plac')) })
const OF_PLACEMENT = phrasebook({ placement: OF_A_PLACEMENT })
const UNRELATED_SUBJECT = phrasebook({ unrelated: UNRELATED_SUBJECTS })
const ELSEWHERE = phrasebook({ elsewhere: UNRELATED })
