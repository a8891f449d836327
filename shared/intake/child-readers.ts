/** What the labels about the child are answered with. */
import { readDay } from './values/british-dates.ts'
import { readAge, readInitials, readOrdinalPlacement, readYearGroup, readYearSince } from './values/child-values.ts'
import { readFamilyTime } from './values/family-time.ts'
import { readLegalStatus, readReference, readYesNo, withoutBrackets } from './values/field-values.ts'
import { foldedWords } from './values/phrases.ts'
import {
  besides,
  certain,
  doubt,
  fact,
  gathered,
  NOTHING,
  yesOrNo,
  type Asked,
  type FieldReader,
} from './reading-a-value.ts'
import type { Gathered } from './facts.ts'
import type { LabelledField } from './vocabulary/field-labels.ts'

type ChildField = Extract<LabelledField, 'child' | `child.${string}`>

export const CHILD_READERS: Record<ChildField, FieldReader> = {
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
    const since = 'date' in day ? { value: day.date, phrase: day.phrase } : readYearSince(value, received)
    const ordinal = besides('child.firstPlacement', readOrdinalPlacement(value))
    if (since) return gathered([fact('lookedAfterSince', since), ...ordinal])
    return gathered(ordinal, [{ field: 'child.newlyLookedAfterOn', why: 'is not clear' }])
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
    const times = /(?<![\d/.])(\d{1,3})\+?(?![\d/.])(?: \w+){0,3} (?:episode|time|occasion|incident)s?/i.exec(value)
    if (times) return gathered([fact('child.missingHistory', { value: Number(times[1]) > 0, phrase: times[0] })])
    return yesOrNo('child.missingHistory')({ value, label: '', received: null })
  },
  'child.missingNow': yesOrNo('child.missingNow'),
  'child.protectionConcern': yesOrNo('child.protectionConcern'),
  'child.courtProceedings': yesOrNo('child.courtProceedings'),
  'child.unaccompaniedAsylumSeeking': yesOrNo('child.unaccompaniedAsylumSeeking'),
  // Nothing depends on it but which of two times is the better one: what is not clear need not be asked.
  'child.familyTime': ({ value }) => gathered(besides('child.familyTime', readFamilyTime(value))),
}

/** "A.B., girl, aged 9 (LCS-104233)", "EW/16" */
function readChild({ value, received }: Asked): Gathered {
  const initials = readInitials(value)
  const reference = readReference(value.replace(/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/g, ' '))
  const born = /\b(?:d\.?o\.?b|born)\b/i.exec(value)
  const day = born ? readDay(value.slice(born.index), received) : null
  const slashed = /^\p{Lu}{2,4}\/(\d{1,2})(?![\p{L}\p{N}/-])/u.exec(value)
  const age = slashed ? readAge(slashed[1]!, true) : (readAge(withoutBrackets(value)) ?? readAge(value))
  return gathered([
    ...besides('child.initials', initials),
    ...besides('child.ageInYears', age),
    ...(day && 'date' in day ? besides('bornOn', { value: day.date, phrase: born![0] }) : []),
    ...(reference && /\p{L}/u.test(reference.value) && ![initials?.phrase, slashed?.[0]].includes(reference.value)
      ? besides('caseReference', reference)
      : []),
  ])
}
