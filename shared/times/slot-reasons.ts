/** Why a time stands where it does among others: what speaks against it, and what else is good to know. In words. */
import type { PersonKey } from '../placement/placement.ts'
import type { OfferedSlot } from '../meeting/planning-meeting.ts'

/** What keeps somebody from coming, as far as their diary tells; of several the first that is listed. */
export const HINDRANCES = ['leave', 'notAtWork', 'busy', 'tentative', 'elsewhere', 'noTimeToTravel'] as const
export type Hindrance = (typeof HINDRANCES)[number]

/** What keeps nobody away, and makes one time better than another that is as full; each concerns people or the child. */
export const CONSIDERATIONS = ['byVideo', 'askTentative', 'schoolHours', 'schoolHoursExamYear', 'familyTime'] as const
export type Consideration = (typeof CONSIDERATIONS)[number]

/** Said beside a time, and of no weight in the ranking, or of none beyond the day. */
export type Remark =
  'withSibling' | 'besideSibling' | 'travelNotKnown' | 'earlyOrLate' | 'lastDay' | 'beforeStart' | 'afterHoliday'

export type SlotReason = { why: Hindrance | Consideration | Remark; people?: PersonKey[] }

export const isHindrance = (why: SlotReason['why']): why is Hindrance =>
  (HINDRANCES as readonly SlotReason['why'][]).includes(why)

export const isConsideration = (why: SlotReason['why']): why is Consideration =>
  (CONSIDERATIONS as readonly SlotReason['why'][]).includes(why)

/** How whoever is named stands to a time: `busy`, `on leave`. */
const HINDRANCE_WORDS: Record<Hindrance, string> = {
  leave: 'on leave',
  notAtWork: 'not at work',
  busy: 'busy',
  tentative: 'pencilled in elsewhere',
  elsewhere: 'working elsewhere, free only by video',
  noTimeToTravel: 'without time to travel',
}

/** Whether somebody who must come is meant, and who, in whichever way the reader's page names people. */
export type Missing = { people: PersonKey[]; words: string; required: boolean }

/** Who cannot come, those who must first, grouped by why. */
export function missingAt({ busy, optionalBusy, reasons }: OfferedSlot): Missing[] {
  return [busy, optionalBusy].flatMap((keys, n) =>
    HINDRANCES.flatMap((why): Missing[] => {
      const people = keys.filter((key) => hindranceOf(key, reasons) === why)
      return people.length > 0 ? [{ people, words: HINDRANCE_WORDS[why], required: n === 0 }] : []
    }),
  )
}

const hindranceOf = (key: PersonKey, reasons: SlotReason[] = []): Hindrance =>
  reasons.flatMap(({ why, people }) => (isHindrance(why) && people?.includes(key) ? [why] : []))[0] ?? 'busy'

/** What else is said of a time, in sentences without a full stop; `named` names people as the reader's page does. */
export const considerationsAt = (
  { reasons = [] }: Pick<OfferedSlot, 'reasons'>,
  named: (people: PersonKey[]) => string,
): string[] =>
  reasons.flatMap(({ why, people = [] }) => (isHindrance(why) ? [] : [CONSIDERATION_WORDS[why](named(people))]))

const CONSIDERATION_WORDS: Record<Exclude<SlotReason['why'], Hindrance>, (who: string) => string> = {
  byVideo: (who) => `${who} could join by video only`,
  askTentative: (who) => `ask ${who}: something is pencilled in`,
  schoolHours: () => 'the child would miss school',
  schoolHoursExamYear: () => 'the child would miss school in an exam year',
  familyTime: () => 'falls on the child’s family time',
  withSibling: () => 'the time of a brother’s or sister’s meeting, so that everybody comes once',
  besideSibling: () => 'right beside a brother’s or sister’s meeting, so that everybody comes once',
  travelNotKnown: (who) => `ask ${who}: how long the way takes is not known`,
  earlyOrLate: () => 'early or late in the day',
  lastDay: () => 'on the last day',
  beforeStart: () => 'on the day of the start, before it',
  afterHoliday: () => 'first working day after a holiday',
}
