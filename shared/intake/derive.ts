/** Facts that follow from others: a start from a day and a time, an age from a date of birth, which is then forgotten. */
import { daysBetween, londonDate, yearsBetween, type Instant } from '../dates/time.ts'
import { momentOf } from './values/british-moments.ts'
import { DATE_DOUBT_WORDS } from './values/date-doubts.ts'
import { isOfCase, isOfPlacement, whoseReferences, type BothReferences } from './reference-forms.ts'
import type { Doubt, Fact, FactName, FactValues } from './facts.ts'

/** The fact that counts for each name. */
export type Certain = { [Name in FactName]?: { value: FactValues[Name]; phrase: string } }

/** A review is due 20 working days after a child becomes looked after; by this many days it has been held. */
const REVIEW_STILL_TO_COME = 28
const REVIEW_LONG_HELD = 60

/** Of several statements the weightiest counts; where two of one weight differ, neither does. */
export function settle(facts: Fact[]): { certain: Certain; doubts: Doubt[] } {
  const certain: Certain = {}
  const doubts: Doubt[] = []
  for (const name of new Set(facts.map((fact) => fact.name))) {
    const said = facts.filter((fact) => fact.name === name)
    const weight = Math.min(...said.map((fact) => fact.weight))
    const [first, ...others] = said.filter((fact) => fact.weight === weight)
    if (others.every(({ value }) => JSON.stringify(value) === JSON.stringify(first!.value))) {
      Object.assign(certain, { [name]: { value: first!.value, phrase: first!.phrase } })
    } else if (name === 'eitherReference') {
      const either = said.flatMap((fact) => (fact.name === 'eitherReference' ? [fact] : []))
      const values = [...new Set(either.map(({ value }) => value))]
      const named = facts.some((fact) => fact.name === 'caseReference' || fact.name === 'placementReference')
      const whose = named ? null : whoseReferences(values)
      if (whose) Object.assign(certain, byTheirForms(whose, either))
      else doubts.push(...eitherIs(values))
    } else doubts.push({ field: name, why: 'is given in more than one way' })
  }
  return { certain, doubts }
}

const byTheirForms = (whose: BothReferences, either: { value: string; phrase: string }[]): Certain => {
  const saidOf = (value: string) => ({ value, phrase: either.find((fact) => fact.value === value)!.phrase })
  return { caseReference: saidOf(whose.caseReference), placementReference: saidOf(whose.placementReference) }
}

/** Two references that nothing says whose they are: a person does, knowing which they are. */
function eitherIs(values: string[]): Doubt[] {
  const [one, other, ...more] = values
  // Two placements, or two cases, are not each other's.
  if (!one || !other || more.length > 0 || [isOfPlacement, isOfCase].some((is) => is(one) && is(other))) return []
  const why = `is ${one} or ${other}: nothing says which is the child's and which the placement's`
  return [
    { field: 'caseReference', why, among: values },
    { field: 'placementReference', why, among: values },
  ]
}

export function derive(certain: Certain, received: Instant | null): { certain: Certain; doubts: Doubt[] } {
  const { bornOn, lookedAfterSince, startDay, startClock, eitherReference, ...kept } = certain
  const doubts: Doubt[] = []
  const facts: Certain = { ...kept }
  nameTheOther(facts, eitherReference)
  if (!facts['placement.startsAt'] && startDay && startClock) {
    const phrase = `${startDay.phrase}\n${startClock.phrase}`
    const moment = momentOf({ date: startDay.value }, { time: startClock.value }, phrase)
    if ('at' in moment) facts['placement.startsAt'] = { value: moment.at, phrase }
    else doubts.push({ field: 'placement.startsAt', why: DATE_DOUBT_WORDS[moment.doubt] })
  }
  const starts = facts['placement.startsAt']
  const start = starts ? londonDate(starts.value) : startDay?.value
  if (bornOn && start && bornOn.value <= start) {
    const age = yearsBetween(bornOn.value, start)
    const given = facts['child.ageInYears']
    if (given && Math.abs(given.value - age) > 1) {
      doubts.push({ field: 'child.ageInYears', why: 'does not fit the date of birth' })
      delete facts['child.ageInYears']
    } else if (age <= 17) facts['child.ageInYears'] = { value: age, phrase: bornOn.phrase || given?.phrase || '' }
  }
  const now = received ? londonDate(received) : start
  if (lookedAfterSince && now && !facts['child.newlyLookedAfterOn']) {
    const days = daysBetween(lookedAfterSince.value, now)
    if (days <= REVIEW_STILL_TO_COME) facts['child.newlyLookedAfterOn'] = lookedAfterSince
    else if (days >= REVIEW_LONG_HELD) facts['child.newlyLookedAfterOn'] = { ...lookedAfterSince, value: null }
    else doubts.push({ field: 'child.newlyLookedAfterOn', why: 'leaves open whether the first review has been held' })
  }
  return { certain: facts, doubts }
}

/** Where one of the two references is known, a reference of neither name is the other one; alone, its form may tell. */
function nameTheOther(facts: Certain, either: Certain['eitherReference']): void {
  const { caseReference, placementReference } = facts
  if (!either || either.value === caseReference?.value || either.value === placementReference?.value) return
  if (!caseReference && !placementReference) {
    if (isOfCase(either.value)) facts.caseReference = either
    else if (isOfPlacement(either.value)) facts.placementReference = either
    return
  }
  if (caseReference && !placementReference) facts.placementReference = either
  else if (placementReference && !caseReference) facts.caseReference = either
}
