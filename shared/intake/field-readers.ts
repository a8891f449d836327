/** One reader for each label: what its value says, and which doubts it leaves. */
import type { Area } from '../placement.ts'
import type { Instant } from '../time.ts'
import { readClock, readDay, readMoment, type DateDoubt } from './british-dates.ts'
import { currentWords } from './current-words.ts'
import {
  readAddress,
  readAge,
  readHousehold,
  readInitials,
  readOrdinalPlacement,
  readYearSince,
  readSchool,
  readUrn,
  readYearGroup,
} from './child-and-home.ts'
import { WEIGHTS, type Doubt, type Fact, type FactName, type FactValues, type Gathered, type Weight } from './facts.ts'
import {
  insideBrackets,
  isPlaceholder,
  readArea,
  readBasis,
  readBasisInPassing,
  readLegalStatus,
  readPlacementType,
  readProviderKind,
  readReference,
  readYesNo,
  withoutBrackets,
  type Said,
} from './field-values.ts'
import { emailsIn, readPeople } from './people.ts'
import { foldedWords } from './phrases.ts'
import { tidy } from './plain-text.ts'
import type { LabelledField } from './vocabulary/field-labels.ts'

export type ReadingContext = { received: Instant | null }
type Asked = { value: string; label: string; received: Instant | null }
type FieldReader = (asked: Asked) => Gathered

/** Reads what stands behind a label; the label itself is heard too ("Out of area?" turns a yes around). */
export function readField(field: LabelledField, value: string, label: string, { received }: ReadingContext): Gathered {
  const current = currentWords(value)
  if (current === '') return NOTHING
  return READERS[field]({ value: current, label, received })
}

const NOTHING: Gathered = { facts: [], doubts: [] }

function fact<Name extends FactName>(
  name: Name,
  said: Said<FactValues[Name]>,
  weight: Weight = WEIGHTS.labelled,
): Fact {
  return { name, value: said.value, phrase: said.phrase, weight } as Fact
}
const gathered = (facts: Fact[], doubts: Doubt[] = []): Gathered => ({ facts, doubts })
const doubt = (field: string, why = 'is not clear from the message'): Gathered => gathered([], [{ field, why }])

/** The value as a fact, or a doubt about it. */
function certain<Name extends FactName>(
  name: Name,
  read: (text: string) => Said<FactValues[Name]> | null,
  field: string = name,
): FieldReader {
  return ({ value }) => {
    const said = read(value)
    return said ? gathered([fact(name, said)]) : doubt(field)
  }
}

function yesOrNo(name: FactName & `${'child' | 'placement'}.${string}`, turnedAround = false): FieldReader {
  return ({ value }) => {
    const said = readYesNo(value)
    if (!said) return doubt(name)
    return gathered([fact(name, { ...said, value: said.value !== turnedAround })])
  }
}

/** A further fact that a value gives away, where it does. */
function besides<Name extends FactName>(name: Name, said: Said<FactValues[Name]> | null): Fact[] {
  return said ? [fact(name, said, WEIGHTS.besides)] : []
}

const READERS: Record<LabelledField, FieldReader> = {
  caseReference: certain('caseReference', readReference),
  placementReference: certain('placementReference', readReference),
  child: readChild,
  'child.initials': ({ value }) => {
    const said = readInitials(value)
    const age = readAge(value) ?? readAge(/[/,(-]\s*(\d{1,2})\s*\)?$/.exec(value)?.[1] ?? '', true)
    return said
      ? gathered([fact('child.initials', said), ...besides('child.ageInYears', age)])
      : doubt('child.initials')
  },
  'child.ageInYears': ({ value, received }) => {
    const said = readAge(withoutBrackets(value), true) ?? readAge(value, true)
    const born = readDay(value, received)
    const facts = 'date' in born ? besides('bornOn', { value: born.date, phrase: '' }) : []
    return said
      ? gathered([fact('child.ageInYears', said), ...facts])
      : facts.length > 0
        ? gathered(facts)
        : doubt('child.ageInYears')
  },
  'child.dateOfBirth': ({ value, label }) => {
    const born = readDay(value)
    const age = readAge(value)
    // The words shown for it are the label's: the date of birth itself is kept nowhere.
    if ('date' in born)
      return gathered([fact('bornOn', { value: born.date, phrase: label }), ...besides('child.ageInYears', age)])
    return age ? gathered([fact('child.ageInYears', age)]) : doubt('child.ageInYears')
  },
  'child.yearGroup': ({ value }) => {
    const said = readYearGroup(value)
    return said ? gathered([fact('child.keyStage4', said)]) : NOTHING
  },
  'child.keyStage4': ({ value }) => {
    const said = readYearGroup(value) ?? readYesNo(value)
    return said ? gathered([fact('child.keyStage4', said)]) : doubt('child.keyStage4')
  },
  'child.legalStatus': certain('child.legalStatus', (text) => readLegalStatus(text, true)),
  'child.firstPlacement': ({ value }) => {
    const said = readOrdinalPlacement(value) ?? readYesNo(value)
    return said ? gathered([fact('child.firstPlacement', said)]) : doubt('child.firstPlacement')
  },
  'child.placementNumber': ({ value, label }) => {
    const said = readOrdinalPlacement(
      value,
      foldedWords(label).includes('previou') || foldedWords(label).includes('previous'),
    )
    return said ? gathered([fact('child.firstPlacement', said)]) : NOTHING
  },
  'child.lookedAfterSince': ({ value, received }) => {
    const day = readDay(value.split(';')[0]!, received)
    const since = 'date' in day ? { value: day.date, phrase: day.phrase } : readYearSince(value)
    const ordinal = besides('child.firstPlacement', readOrdinalPlacement(value))
    if (since) return gathered([fact('lookedAfterSince', since), ...ordinal])
    return gathered(ordinal, [{ field: 'child.newlyLookedAfterOn', why: 'is not clear from the message' }])
  },
  'child.newlyLookedAfter': ({ value, received }) => {
    const day = readDay(value, received)
    const said = readYesNo(value)
    if (said?.value === false) return gathered([fact('child.newlyLookedAfterOn', { value: null, phrase: said.phrase })])
    return 'date' in day
      ? gathered([fact('lookedAfterSince', { value: day.date, phrase: day.phrase })])
      : doubt('child.newlyLookedAfterOn', 'says that the child is new to care, but not since when')
  },
  'child.firstReviewHeld': ({ value }) => {
    const said = readYesNo(value)
    return said?.value ? gathered([fact('child.newlyLookedAfterOn', { value: null, phrase: said.phrase })]) : NOTHING
  },
  'child.turns18On': ({ value, received }) => {
    const day = readDay(value, received)
    return 'date' in day ? gathered([fact('child.turns18On', { value: day.date, phrase: day.phrase })]) : NOTHING
  },
  'child.missingHistory': ({ value }) => {
    const times = /(?<![\d/.])(\d{1,3})\+?(?![\d/.])(?: \w+){0,3} (?:episode|time|occasion|incident)/i.exec(value)
    if (times) return gathered([fact('child.missingHistory', { value: Number(times[1]) > 0, phrase: times[0] })])
    return yesOrNo('child.missingHistory')({ value, label: '', received: null })
  },
  'child.protectionConcern': yesOrNo('child.protectionConcern'),
  'child.courtProceedings': yesOrNo('child.courtProceedings'),
  'child.unaccompaniedAsylumSeeking': yesOrNo('child.unaccompaniedAsylumSeeking'),
  placement: readPlacement,
  'placement.type': ({ value }) => {
    const said = readPlacementType(value, true)
    const more = [
      ...besides('placement.providerKind', readProviderKind(value)),
      ...besides('placement.area', readArea(value)),
      ...besides('placement.basis', readBasisInPassing(value)),
    ]
    return said
      ? gathered([fact('placement.type', said), ...more])
      : gathered(more, [{ field: 'placementType', why: 'is not clear from the message' }])
  },
  'placement.basis': ({ value, label }) => {
    const said = readBasis(value)
    if (said) return gathered([fact('placement.basis', said)])
    const answer = readYesNo(value)
    const asked = readBasis(label)
    if (!answer || !asked) return doubt('basis')
    const other = asked.value === 'planned' ? 'emergency' : 'planned'
    return gathered([
      fact('placement.basis', { value: answer.value ? asked.value : other, phrase: `${label}\n${answer.phrase}` }),
    ])
  },
  'placement.startsAt': readStart,
  'placement.startTime': ({ value }) => {
    const clock = readClock(value)
    if ('time' in clock) return gathered([fact('startClock', { value: clock.time, phrase: clock.phrase })])
    return doubt('placement.startsAt', DATE_DOUBTS[clock.doubt])
  },
  'placement.plannedEndOn': ({ value, received }) => {
    const day = readDay(value, received)
    return 'date' in day ? gathered([fact('placement.plannedEndOn', { value: day.date, phrase: day.phrase })]) : NOTHING
  },
  'placement.shortBreaks': ({ value }) => {
    const said = readYesNo(value)
    return said ? gathered([fact('placement.shortBreaks', said)]) : NOTHING
  },
  'placement.area': certain('placement.area', (text) => readArea(text, true)),
  'placement.inArea': ({ value }) => {
    const said = readAreaBeyond(value) ?? insideIf(value, true)
    return said ? gathered([fact('placement.area', said)]) : doubt('placement.area', OUTSIDE_WHICH)
  },
  'placement.outOfArea': ({ value }) => {
    const said = readAreaBeyond(value) ?? insideIf(value, false)
    return said ? gathered([fact('placement.area', said)]) : doubt('placement.area', OUTSIDE_WHICH)
  },
  'placement.providerName': readProvider,
  'placement.providerUrn': ({ value }) => gathered(besides('placement.providerUrn', readUrn(value))),
  'placement.providerKind': ({ value, label }) => {
    const said = readProviderKind(value, true)
    if (said) return gathered([fact('placement.providerKind', said)])
    const answer = readYesNo(value)
    const asked = readProviderKind(label, true)
    return answer?.value && asked
      ? gathered([fact('placement.providerKind', { ...asked, phrase: `${label}\n${answer.phrase}` })])
      : NOTHING
  },
  'placement.address': ({ value }) => {
    const said = readAddress(value)
    return said ? gathered([fact('placement.address', said)]) : NOTHING
  },
  'placement.educationDisrupted': yesOrNo('placement.educationDisrupted'),
  'placement.educationContinues': yesOrNo('placement.educationDisrupted', true),
  'placement.school': ({ value }) => gathered(besides('placement.educationDisrupted', readSchool(value))),
  'placement.household': ({ value }) => {
    const said = readHousehold(value)
    return said ? gathered([fact('placement.household', said)]) : NOTHING
  },
  'choices.chair': ({ value }) => {
    const [person] = readPeople(value)
    const chair = emailsIn(value)[0] ?? person?.name
    return chair ? gathered([fact('choices.chair', { value: chair, phrase: chair })]) : NOTHING
  },
  parents: () => NOTHING,
  reference: () => NOTHING,
}

/** "A.B., girl, aged 9 (LCS-104233)" */
function readChild({ value, received }: Asked): Gathered {
  const initials = readInitials(value)
  const reference = readReference(value.replace(/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/g, ' '))
  const born = /\b(?:d\.?o\.?b|born)\b/i.exec(value)
  const day = born ? readDay(value.slice(born.index), received) : null
  const age = readAge(withoutBrackets(value)) ?? readAge(value)
  return gathered([
    ...besides('child.initials', initials),
    ...besides('child.ageInYears', age),
    ...(day && 'date' in day ? besides('bornOn', { value: day.date, phrase: born![0] }) : []),
    ...(reference && /\p{L}/u.test(reference.value) && reference.value !== initials?.phrase
      ? besides('caseReference', reference)
      : []),
  ])
}

/** "Elder Court (our own residential home), in borough": a bit of everything. */
function readPlacement({ value, received }: Asked): Gathered {
  const reference = readReference(value)
  if (reference && /^\S+(?: \([^()]*\))?$/.test(value)) return gathered([fact('placementReference', reference)])
  const type = readPlacementType(value, true)
  const head = tidy(value.split(/[,(;]|\s[-–—]\s/)[0]!).replace(/^(?:with|at|to)\s+/i, '')
  const isName =
    /^\p{Lu}/u.test(head) &&
    !readPlacementType(head, true) &&
    !readBasis(head) &&
    !/\d/.test(head) &&
    !isPlaceholder(head)
  return gathered([
    ...besides('placement.type', type),
    ...besides('placement.providerKind', readProviderKind(value)),
    ...besides('placement.area', readArea(value)),
    ...besides('placement.basis', readBasis(value)),
    ...(isName &&
    (type?.value === 'residential' || type?.value === 'secure' || type?.value === 'supportedAccommodation')
      ? besides('placement.providerName', { value: head, phrase: head })
      : []),
    ...(/^\D{0,16}\d/.test(value) ? startBesides(value, received) : []),
  ])
}

/** "Placed: 25/10/2026 at 17:40" */
function startBesides(value: string, received: Instant | null): Fact[] {
  const moment = readMoment(value, received)
  if ('at' in moment) return besides('placement.startsAt', { value: moment.at, phrase: moment.phrase })
  return moment.date ? besides('startDay', { value: moment.date, phrase: moment.phrase }) : []
}

function readProvider({ value }: Asked): Gathered {
  if (isPlaceholder(value)) return NOTHING
  const name = tidy(value.replace(/\([^()]*\)/g, ' ')).replace(/[\s,;-]+$/, '')
  return gathered([
    ...(name && name.length <= 200 ? [fact('placement.providerName', { value: name, phrase: name })] : []),
    ...besides('placement.providerKind', readProviderKind(value) ?? readProviderKind(insideBrackets(value), true)),
    ...besides('placement.providerUrn', readUrn(value)),
    ...besides('placement.type', readPlacementType(value)),
  ])
}

function readStart({ value, received }: Asked): Gathered {
  const moment = readMoment(value, received)
  if ('at' in moment) return gathered([fact('placement.startsAt', { value: moment.at, phrase: moment.phrase })])
  const why = DATE_DOUBTS[moment.doubt]
  const facts = moment.date ? [fact('startDay', { value: moment.date, phrase: moment.phrase })] : []
  const clock = moment.doubt === 'noDate' ? readClock(value) : null
  if (clock && 'time' in clock) facts.push(fact('startClock', { value: clock.time, phrase: clock.phrase }))
  return gathered(facts, [{ field: 'placement.startsAt', why }])
}

/** "Yes, adjoining", "No - distant": a bare "in" or "out" would only repeat the label. */
const readAreaBeyond = (value: string): Said<Area> | null => {
  const said = readArea(value) ?? readArea(value, true)
  return said?.value === 'inside' && !readArea(value) ? null : said
}

/** A plain yes or no to "in area?" or "out of area?"; being outside is not enough, it may adjoin or be distant. */
function insideIf(value: string, yes: boolean): Said<'inside'> | null {
  const said = readYesNo(value)
  return said?.value === yes ? { value: 'inside', phrase: said.phrase } : null
}

const OUTSIDE_WHICH = 'is outside the area; it may be in an adjoining authority or at a distance'

export const DATE_DOUBTS: Record<DateDoubt, string> = {
  noDate: 'has no date',
  noTime: 'has a date but no time',
  noYear: 'has no year',
  severalDates: 'names more than one day',
  severalTimes: 'names more than one time',
  impossibleDate: 'names a day that does not exist',
  wrongWeekday: 'names a weekday that is not the date’s',
  vagueTime: 'is only roughly given',
  twelveHourClock: 'could be morning or afternoon',
  clockChange: 'falls in the hour in which the clocks change',
  weekdayOnly: 'names a weekday without a date',
}
