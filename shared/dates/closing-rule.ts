/** Until when answers are waited for, read from a sentence such as "by 17:00 on the next working day". */
import { addDays, addMinutes, atLondon, earlier, londonDate, type Instant } from './time.ts'
import { addWorkingDays, isWithinBankHolidays } from './working-days.ts'

export type ClosingRule = {
  sentence: string
  /** The time in London. */
  at: string
  /** On which working day after the day of asking; 0 for that day itself. */
  workingDays: number
}

const DAYS = ['same', 'next', 'second', 'third']
const SENTENCE = new RegExp(`^by ((?:[01]\\d|2[0-3]):[0-5]\\d) on the (${DAYS.join('|')}) (?:working )?day$`)

/** `null` for a sentence that is not of a known form. */
export function readClosingRule(sentence: string): ClosingRule | null {
  const match = SENTENCE.exec(sentence)
  return match && { sentence, at: match[1]!, workingDays: DAYS.indexOf(match[2]!) }
}

export const CLOSING_FORMS = ['by 17:00 on the next working day', 'by 16:00 on the same day']

/** People are told at least so long before the first of the times that are held: whichever it becomes, all can come. */
export const NOTICE_MINS = 120
/** And they get at least so long to answer. */
export const PATIENCE_MINS = 60

/** The practice's hour, or sooner where the first of the times would pass before. */
export function closingHour({ at, workingDays }: ClosingRule, firstStart: Instant, now: Instant): Instant {
  const notice = addMinutes(firstStart, -NOTICE_MINS)
  const today = londonDate(now)
  // Where nothing is known of the working days to come, the first time alone decides.
  if (!isWithinBankHolidays(addDays(today, 14))) return notice
  const asked = atLondon(addWorkingDays(today, workingDays), at)
  const isSoon = asked < addMinutes(now, PATIENCE_MINS)
  return earlier(!isSoon ? asked : atLondon(addWorkingDays(today, workingDays + 1), at), notice)
}
