/**
 * Days of a case that nothing tells the app but a person: when the plan was last revised, when an assessment began. What
 * a practice asks for next runs from the day that is given; nothing is guessed before it is.
 */
import type { Practice } from '../people/attendees.ts'
import { followUpsOf } from './follow-up-clocks.ts'
import type { Anchor } from './follow-up-rule.ts'
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { LocalDate } from '../dates/time.ts'

export const CASE_DATES = [
  'visit',
  'revision',
  'carePlanCompletion',
  'carePlanChange',
  'assessment',
] as const satisfies Anchor[]
export type CaseDate = (typeof CASE_DATES)[number]
export type CaseDates = Partial<Record<CaseDate, LocalDate>>

export const CASE_DATE_WORDS: Record<CaseDate, string> = {
  visit: 'The social worker last visited',
  revision: 'The plan was last revised',
  carePlanCompletion: 'The care plan was completed',
  carePlanChange: 'The care plan was last changed',
  assessment: 'The single assessment began',
}

/** The days that something runs from in this practice; the visits of the law run in every one. */
export function datesAsked(practice: Practice, confirmation: PlacementConfirmation): CaseDate[] {
  const { startsAt, shortBreaks } = confirmation.placement
  const anchors = new Set<Anchor>(followUpsOf(practice, confirmation).map(({ is }) => is.anchor))
  if (startsAt && !shortBreaks) anchors.add('visit')
  // A revision settles what a change of the care plan asks for.
  if (anchors.has('carePlanChange') || anchors.has('carePlanCompletion')) anchors.add('revision')
  return CASE_DATES.filter((date) => anchors.has(date))
}
