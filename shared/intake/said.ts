/** Facts and people that a message mentions in sentences, and on short lines that have no label. */
import type { Instant } from '../time.ts'
import { currentWords } from './current-words.ts'
import { daysIn, readMoment } from './british-dates.ts'
import { readAge, readOrdinalPlacement, readSchool, readYearGroup } from './child-and-home.ts'
import { WEIGHTS, type Doubt, type Fact, type FactName, type FactValues, type Weight } from './facts.ts'
import { DATE_DOUBTS } from './field-readers.ts'
import {
  readArea,
  readBasis,
  readBasisInPassing,
  readLegalStatus,
  readPlacementType,
  readProviderKind,
  type Said,
} from './field-values.ts'
import { gather, type Gathering, type Mention } from './gather.ts'
import { dottedInitials } from './initials.ts'
import { labelOf } from './labels.ts'
import type { Item } from './labelled-lines.ts'
import { emailsIn, factsIn, namesIn } from './people.ts'
import { blanked, foldedWords, phrasebook, phrasesIn, says, wordsOf, type Phrasebook } from './phrases.ts'
import { tidy } from './plain-text.ts'
import { readPart } from './parts.ts'
import { labelsIn, sentencesOf, type Sentence } from './statements.ts'
import { OTHER_DAYS, OTHER_PLACEMENTS, STARTING } from './vocabulary/said-words.ts'
import { AREA_ANSWERS } from './vocabulary/area-words.ts'
import {
  BASIS_PHRASES,
  LEGAL_STATUS_ANSWERS,
  PLACEMENT_TYPE_ANSWERS,
  PROVIDER_KIND_PHRASES,
} from './vocabulary/placement-words.ts'

export function gatherSaid(items: Item[], received: Instant | null): Gathering {
  const gathering: Gathering = { facts: [], doubts: [], mentions: [] }
  for (const sentence of sentencesOf(items)) {
    if (sentence.text.endsWith('?')) continue
    const labelled = gather(labelsIn(sentence), received)
    gathering.facts.push(...labelled.facts.filter(readsInProse).map(asSaid), ...factsSaid(sentence, received))
    gathering.mentions.push(...labelled.mentions.filter(saysSomething).map(asSaid), ...peopleSaid(sentence, received))
    gathering.doubts.push(...startDoubts(sentence, received))
  }
  gathering.facts.push(...initialsAlone(items))
  return gathering
}

/** Dotted initials that a message speaks of without an age, where it knows no others. */
function initialsAlone(items: Item[]): Fact[] {
  const found = items
    .filter(({ free }) => free)
    .flatMap(({ value }) =>
      dottedInitials(value).map(({ initials, start, end }) => ({ initials, phrase: value.slice(start, end) })),
    )
  const [first] = found
  return first && found.every(({ initials }) => initials === first.initials)
    ? said('child.initials', { value: first.initials, phrase: first.phrase })
    : []
}

/** Free text behind "is" is only taken where it can be nothing else: "The home is Alder Court", not "the home is full". */
function readsInProse({ name, value }: Fact): boolean {
  if (name === 'placement.household') return false
  return name !== 'placement.providerName' || /^\p{Lu}\S*(?: \S+){0,5}$/u.test(value)
}

const asSaid = <Source extends { weight: Weight }>(source: Source): Source => ({ ...source, weight: WEIGHTS.said })
const saysSomething = ({ person, about }: Mention): boolean => person !== null || Object.keys(about).length > 0

function said<Name extends FactName>(
  name: Name,
  value: Said<FactValues[Name]> | null,
  weight: Weight = WEIGHTS.said,
): Fact[] {
  return value ? [{ name, value: value.value, phrase: value.phrase, weight } as Fact] : []
}

function factsSaid(sentence: Sentence, received: Instant | null): Fact[] {
  const { text } = sentence
  const ofThisPlacement = !says(text, OTHER_PLACEMENT)
  return [
    ...segmentsOf(sentence).flatMap(factsOfSegment),
    ...(ofThisPlacement ? [...said('placement.basis', readBasisInPassing(text)), ...placementFacts(text)] : []),
    ...said('child.legalStatus', readLegalStatus(text)),
    ...childIn(text),
    ...said('child.firstPlacement', /placement/i.test(text) ? ordinalIn(text) : null),
    ...startIn(text, received),
    ...schoolAndMissing(text),
    ...said(
      'child.keyStage4',
      /\b(?:is|in) (?:in )?(?:school )?year \d{1,2}\b/i.test(text) ? readYearGroup(text) : null,
    ),
    ...said('child.unaccompaniedAsylumSeeking', seeksAsylum(text)),
  ]
}

/** "Emergency", "in area", "s20": the pieces of a short line, where each says one thing and nothing else. */
function segmentsOf({ text, alone }: Sentence): string[] {
  if ((!alone && wordsOf(text).length > 4) || text.length > 160) return []
  return text
    .split(/[,;()]|\s[-–—]\s|\s\/\s|\.\s/)
    .map((piece) => tidy(piece.replace(/[.!*]+/g, ' ')))
    .filter(Boolean)
}

function factsOfSegment(segment: string): Fact[] {
  if (wordsOf(segment).length > 9) return []
  const is = (book: Phrasebook<string>) => isWholly(segment, book)
  const besides = <Name extends FactName>(name: Name, value: Said<FactValues[Name]> | null) =>
    said(name, value, WEIGHTS.besides)
  return [
    ...besides('placement.basis', is(BASIS) ? readBasis(segment) : null),
    ...besides('child.legalStatus', is(LEGAL_STATUS) ? readLegalStatus(segment, true) : null),
    ...besides('placement.type', is(PLACEMENT_TYPE) ? readPlacementType(segment, true) : null),
    ...besides('placement.providerKind', is(PROVIDER_KIND) ? readProviderKind(segment, true) : null),
    ...besides('placement.area', is(AREA) ? readArea(segment, true) : null),
    ...besides('child.keyStage4', YEAR.test(segment) ? readYearGroup(segment) : null),
    ...(says(segment, OTHER_PLACEMENT)
      ? []
      : placementFacts(segment).map((fact): Fact => ({ ...fact, weight: WEIGHTS.besides }))),
  ]
}
const YEAR = /^(?:is in )?(?:(?:school )?year|yr|y)\s*(?:group\s*)?\d{1,2}$/i

/** Nothing in a segment but phrases of a book, with at most "placement", "move" or a figure beside them. */
function isWholly(segment: string, book: Phrasebook<string>): boolean {
  const matches = phrasesIn(segment, book)
  const rest = wordsOf(blanked(segment, matches))
  return matches.length > 0 && rest.every(({ fold }) => SMALL.has(fold) || /\d/.test(fold))
}
const SMALL = new Set(foldedWords('placement move start starting a an is this it was the as in on at am pm child house private our authority and but')) // prettier-ignore

/** Type, kind of provider and area. The last two are only believed beside a word of the placement: anything can be private, or in the area. */
function placementFacts(text: string): Fact[] {
  const type = readPlacementType(text)
  return [
    ...said('placement.type', type),
    ...(type ? said('placement.providerKind', readProviderKind(text)) : []),
    ...(type || OF_PLACEMENT.test(text) ? said('placement.area', readArea(text)) : []),
  ]
}
const OF_PLACEMENT =
  /\b(?:placement|placed|home|house|court|lodge|live|lives|living|carers?|mov(?:e|es|ed|ing)|scheme|unit|address)\b/i

const CHILD =
  /(?<![\p{L}\p{N}.])((?:\p{Lu}\.){2,4}|\p{Lu}{2,3}|(?:\p{Lu}\.){1,3}\p{Lu})(?:\s*[,(-]\s*|\s+)(?:(?:boy|girl|male|female|m|f)\s*[,(]?\s*)?(?:aged?\s*)?(\d{1,2})\s*(?:yrs?|years?|y\/?o|yo|months?|weeks?)?(?: old)?(?![\p{L}\p{N}/:.-])/u

function ageAlone(text: string): Said<number> | null {
  const found = AGE_ALONE.exec(text)
  const years = Number(found?.[1] ?? found?.[2])
  // "Her brother is 12" and "he is 15" may be about anybody; beside the child's initials they are not.
  return found && years <= 17 && dottedInitials(text).length > 0 ? { value: years, phrase: found[0] } : null
}

/** An age that somebody says, and nobody has established. */
const AGE_DOUBTED = /\bage[- ](?:assess\w*|disput\w*)|\b(?:says|claims|claimed|thought|believed|stated|putative)\b/i
const AGE_ALONE =
  /\b(\d{1,2})[- ]years?[- ]old\b|\b(?:who|he|she|they) (?:is|are) (?:aged )?(\d{1,2})\b(?! (?:days|weeks|months|miles|hours|minutes))/i

/** Initials with an age beside them: "D.P. (aged 15", "KT 7yrs". */
function childIn(text: string): Fact[] {
  if (AGE_DOUBTED.test(text)) return []
  const found = CHILD.exec(text)
  if (!found) return said('child.ageInYears', ageAlone(text))
  const isCertain = found[1]!.includes('.') || /aged|yrs?|years?|yo|\(|months?|weeks?/i.test(found[0])
  if (!isCertain) return []
  return [
    ...said('child.initials', { value: found[1]!.replaceAll('.', ''), phrase: found[1]! }),
    ...said('child.ageInYears', readAge(found[0].slice(found[1]!.length).replace(/^[\s,(-]+/, ''), true)),
  ]
}

function ordinalIn(text: string): Said<boolean> | null {
  return /\d|first|second|third|fourth|fifth|sixth|another|move/i.test(text)
    ? readOrdinalPlacement(text.replace(/^\d.*/, ''))
    : null
}

function startIn(text: string, received: Instant | null): Fact[] {
  if (!speaksOfStart(text, received)) return []
  const moment = readMoment(aroundDay(currentWords(text), received), received)
  if ('at' in moment) return said('placement.startsAt', { value: moment.at, phrase: moment.phrase })
  return moment.date && moment.doubt === 'noTime' ? said('startDay', { value: moment.date, phrase: moment.phrase }) : []
}

/** A day whose nearest word is one of starting, and not of a review, a visit or a court. */
function speaksOfStart(text: string, received: Instant | null): boolean {
  const current = currentWords(text)
  const [day] = daysIn(current, received)
  if (!day || !says(text, STARTS)) return false
  const distance = ({ start, end }: { start: number; end: number }) =>
    end <= day.start ? day.start - end : Math.max(0, start - day.end)
  // A large letter inside a sentence belongs to a name, such as Sycamore Court.
  const isWord = ({ phrase, start }: { phrase: string; start: number }) => start === 0 || /^\p{Ll}/u.test(phrase)
  const nearest = (book: Phrasebook<string>) => Math.min(...phrasesIn(current, book).filter(isWord).map(distance))
  return current !== tidy(text) ? nearest(OTHER_DAY) === Infinity : nearest(STARTS) < nearest(OTHER_DAY)
}

/** The words near the day: what else a sentence says does not make its time vague. */
function aroundDay(text: string, received: Instant | null): string {
  const [day] = daysIn(text, received)
  return day ? text.slice(Math.max(0, day.start - 30), day.end + 40) : text
}

function startDoubts({ text }: Sentence, received: Instant | null): Doubt[] {
  if (!speaksOfStart(text, received)) return []
  const moment = readMoment(aroundDay(currentWords(text), received), received)
  return 'at' in moment ? [] : [{ field: 'placement.startsAt', why: DATE_DOUBTS[moment.doubt] }]
}

function schoolAndMissing(text: string): Fact[] {
  const missing = /\bno (?:known )?(?:missing|history of (?:going )?missing|missing (?:history|episodes?))\b/i.exec(
    text,
  )
  return [
    ...said('placement.educationDisrupted', /school|educat|nursery|college/i.test(text) ? readSchool(text) : null),
    ...said('child.missingHistory', missing && { value: false, phrase: missing[0] }),
  ]
}

function seeksAsylum(text: string): Said<boolean> | null {
  const found = /\b(?:UASC|unaccompanied asylum[- ]seeking (?:child|young person))\b/i.exec(text)
  return found && !/\bnot\b/i.test(text) ? { value: true, phrase: found[0] } : null
}

const NAME_AND_ROLE =
  /(?<![\p{L}'’-])((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?:(?:&|and) (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?)?\p{Lu}[\p{L}'’-]+(?:(?: and| &)? \p{Lu}[\p{L}'’-]+){0,3}) \(([^(),]{2,40})(,[^()]{0,120})?\)/gu

function peopleSaid({ text }: Sentence, received: Instant | null): Mention[] {
  const inBrackets = [...text.matchAll(NAME_AND_ROLE)].flatMap(([phrase, name, role, rest = '']) =>
    mention(name!, role!, phrase, rest, received),
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
    .map((one) => asSaid({ ...one, phrase: tidy(phrase) }))
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
  if (!who || whos.size > 1 || says(text, OTHER_DAY)) return []
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

const STARTS = phrasebook({ starts: STARTING })
const OTHER_DAY = phrasebook({ other: OTHER_DAYS })
const OTHER_PLACEMENT = phrasebook({ other: OTHER_PLACEMENTS })
const BASIS = phrasebook(BASIS_PHRASES)
const LEGAL_STATUS = phrasebook(LEGAL_STATUS_ANSWERS)
const PLACEMENT_TYPE = phrasebook(PLACEMENT_TYPE_ANSWERS)
const PROVIDER_KIND = phrasebook(PROVIDER_KIND_PHRASES)
const AREA = phrasebook(AREA_ANSWERS)
