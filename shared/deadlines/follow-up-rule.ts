/**
 * By when something is due that follows from a placement, a review, a meeting or an ending, read from a sentence such as
 * "within 20 working days of the review". The day of the event is day 0, and the whole of the last day is in time (L-31).
 */
import type { WorkingLine } from '../meeting/plan.ts'
import { addDays, addMonths, dayWords, type LocalDate } from '../dates/time.ts'
import { addWorkingDays, workingDaysWritten } from '../dates/working-days.ts'

const ANCHOR_WORDS = {
  start: 'the placement starting',
  confirmation: 'the confirmation',
  review: 'the review',
  meeting: 'the meeting',
  ending: 'the placement ending',
  revision: 'the last revision',
  visit: 'the last visit',
  assessment: 'the assessment starting',
  carePlanChange: 'the care plan changing',
  carePlanCompletion: 'the care plan being completed',
} as const
export type Anchor = keyof typeof ANCHOR_WORDS

/** `moment`: at the very moment, and not only on its day. */
export type FollowUpUnit = 'workingDay' | 'day' | 'week' | 'month' | 'year' | 'moment'

export type FollowUpRule = {
  sentence: string
  anchor: Anchor
  /** Negative before the anchor, 0 for the day itself. */
  count: number
  unit: FollowUpUnit
}

const BEFORE_START = 'before the placement starts'
const ANCHORS = Object.entries(ANCHOR_WORDS) as [Anchor, string][]
const SENTENCE = new RegExp(
  `^(?:on the day of|within (\\d{1,3}) (working day|calendar day|week|month|year)s? of|(\\d{1,3}) (working day|calendar day|week|month|year)s? before) (${ANCHORS.map(([, words]) => words).join('|')})$`,
)

/** Reads a rule's sentence; `null` for one that is not of a known form. */
export function readFollowUpRule(sentence: string): FollowUpRule | null {
  if (sentence === BEFORE_START) return { sentence, anchor: 'start', count: 0, unit: 'moment' }
  const match = SENTENCE.exec(sentence)
  if (!match) return null
  const [, after, unitAfter, before, unitBefore, words] = match
  const anchor = ANCHORS.find(([, said]) => said === words)![0]
  const unit = (unitAfter ?? unitBefore ?? 'day').replace('working day', 'workingDay').replace('calendar day', 'day')
  return { sentence, anchor, count: after ? Number(after) : before ? -Number(before) : 0, unit: unit as FollowUpUnit }
}

export const FOLLOW_UP_FORMS = [
  BEFORE_START,
  'within 20 working days of the review',
  '5 working days before the review',
  'within 1 year of the last revision',
  'on the day of the placement ending',
]

/** The last day for it, once the day is known from which it runs. */
export function dueBy({ count, unit }: FollowUpRule, anchoredOn: LocalDate): LocalDate {
  switch (unit) {
    case 'workingDay':
      return addWorkingDays(anchoredOn, count)
    case 'day':
    case 'moment':
      return addDays(anchoredOn, count)
    case 'week':
      return addDays(anchoredOn, count * 7)
    case 'month':
      return addMonths(anchoredOn, count)
    case 'year':
      return addMonths(anchoredOn, count * 12)
  }
}

/** How that day comes about, day by day where working days are counted. */
export function dueWritten(rule: FollowUpRule, anchoredOn: LocalDate): WorkingLine[] {
  const what = ANCHOR_WORDS[rule.anchor]
  if (rule.unit === 'workingDay' && rule.count > 0) return workingDaysWritten(anchoredOn, rule.count, what)
  const due = dueBy(rule, anchoredOn)
  return [
    { date: anchoredOn, words: `${dayWords(anchoredOn)}: ${what}` },
    { date: due, words: `${dayWords(due)}: ${rule.sentence}` },
  ]
}
