/** The child in a sentence: initials, age, school year, and which placement of how many. */
import { readAge, readOrdinalPlacement, readYearGroup } from './values/child-values.ts'
import { asSaid, type Fact } from './facts.ts'
import { readLegalStatus, type Said } from './values/field-values.ts'
import { readSchool } from './values/home-values.ts'
import { beginsWithChild, dottedInitials, initialsWithVerb } from './values/initials.ts'
import type { Item } from './layout/labelled-lines.ts'

export function childFacts(text: string): Fact[] {
  const missing = NO_MISSING.exec(text)
  return [
    ...initialsAndAge(text),
    ...asSaid('child.legalStatus', readLegalStatus(text)),
    ...asSaid('child.firstPlacement', /placement/i.test(text) ? ordinalIn(text) : null),
    ...asSaid('child.keyStage4', IN_YEAR.test(text) ? readYearGroup(text) : null),
    ...asSaid('child.unaccompaniedAsylumSeeking', seeksAsylum(text)),
    ...asSaid('child.missingHistory', missing && { value: false, phrase: missing[0] }),
    ...asSaid('child.missingNow', missingNow(text)),
    ...asSaid('placement.educationDisrupted', OF_SCHOOL.test(text) ? readSchool(text) : null),
  ]
}

const IN_YEAR = /\b(?:is|in) (?:in )?(?:school )?year \d{1,2}\b/i
const OF_SCHOOL = /school|educat|nursery|college/i
const NO_MISSING = /\bno (?:known )?(?:missing|history of (?:going )?missing|missing (?:history|episodes?))\b/i

/** "He is still missing", "the child has been missing since Tuesday", and not "she is missing her mum". */
function missingNow(text: string): Said<boolean> | null {
  const found = IS_MISSING.exec(text)
  return found && { value: true, phrase: found[0] }
}
const IS_MISSING =
  /\b(?:child|young person|boy|girl|he|she|they)(?:'s| is| are| remains?| has been| have been) (?:(?:still|currently) missing|missing since)\b(?! (?:her|his|their|from|out|school|some)\b)|\b(?:child|young person|he|she) remains missing\b/i

/** Initials that a message speaks of without an age, where it knows no others. */
export function initialsAlone(items: Item[]): Fact[] {
  const found = items
    .filter(({ free }) => free)
    .flatMap(({ value }) =>
      [...dottedInitials(value), ...initialsWithVerb(value)].map(({ initials, start, end }) => ({
        initials,
        phrase: value.slice(start, end),
      })),
    )
  const [first] = found
  return first && found.every(({ initials }) => initials === first.initials)
    ? asSaid('child.initials', { value: first.initials, phrase: first.phrase })
    : []
}

const CHILD =
  /(?<![\p{L}\p{N}.])((?:\p{Lu}\.){2,4}|\p{Lu}{2,3}|(?:\p{Lu}\.){1,3}\p{Lu})(?:, who(?: is|['’]s) |\s*[,(-]\s*|\s+)(?:(?:boy|girl|male|female|m|f)\s*[,(]?\s*)?(?:aged?\s*)?(\d{1,2})\s*(?:yrs?|years?|y\/?o|yo|months?|weeks?)?(?: old)?(?:,? (?:boy|girl|male|female))?(?![\p{L}\p{N}/:.-])/u

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
function initialsAndAge(text: string): Fact[] {
  if (AGE_DOUBTED.test(text)) return []
  const found = CHILD.exec(text)
  if (!found) return asSaid('child.ageInYears', ageAlone(text))
  const isCertain =
    found[1]!.includes('.') ||
    /aged|yrs?|years?|yo|\(|months?|weeks?|male|boy|girl|who/i.test(found[0]) ||
    beginsWithChild(text) === found[1]!
  if (!isCertain) return []
  return [
    ...asSaid('child.initials', { value: found[1]!.replaceAll('.', ''), phrase: found[1]! }),
    ...asSaid('child.ageInYears', readAge(found[0].slice(found[1]!.length).replace(/^\D+/, ''), true)),
  ]
}

function ordinalIn(text: string): Said<boolean> | null {
  return /\d|first|second|third|fourth|fifth|sixth|another|move/i.test(text)
    ? readOrdinalPlacement(text.replace(/^\d.*/, ''))
    : null
}

function seeksAsylum(text: string): Said<boolean> | null {
  const found = /\b(?:UASC|unaccompanied asylum[- ]seeking (?:child|young person))\b/i.exec(text)
  return found && !/\bnot\b/i.test(text) ? { value: true, phrase: found[0] } : null
}
