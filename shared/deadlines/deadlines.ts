/**
 * By when a meeting is due, and how that date comes about. A pack's rule is local practice; the statutory clock of the
 * plan runs beside it (`clocks.ts`), and the earlier of the two leads.
 */
import type { Deadline, RequirementId, WorkingLine } from '../meeting/plan.ts'
import type { Cell, HoldRule, TimeUnit } from '../practice/practice-pack.ts'
import {
  addDays,
  addHours,
  dayWords,
  endOfDay,
  londonDate,
  londonIso,
  momentWords,
  type Instant,
  type LocalDate,
} from '../dates/time.ts'
import { addWorkingDays, whyNotWorkingAsKnown, workingDaysWritten } from '../dates/working-days.ts'

/** A deadline, and the moment before which the meeting has to start where only "before" is in time. */
export type MeetingDeadline = {
  deadline: Deadline
  mustStartBefore: Instant | null
  /** The source says "days" and not which: what the other reading would give. */
  unitOpen?: { count: number; inWorkingDays: LocalDate }
  /** What the same source holds next, where only "before" was in time and that was missed. */
  ifMissed?: Deadline
}

/**
 * The deadline that a rule sets from the moment something starts (a placement) or happens (an incident). The start day
 * is day 0 and the whole of the last day is in time (L-31, A-02); hours are elapsed hours.
 */
export function deadlineFrom(
  anchor: Instant,
  { is: rule, requirements }: Cell<HoldRule>,
  what: string,
): MeetingDeadline {
  if (rule.beforeStart === 'must' || !rule.within) {
    const deadline: Deadline = {
      at: anchor,
      date: londonDate(anchor),
      rule: rule.sentence,
      status: 'localPractice',
      requirements,
      working: [{ words: `${momentWords(anchor)}: ${what}. The meeting has to start before then.` }],
    }
    return { deadline, mustStartBefore: anchor }
  }
  const { count, unit, unitGiven } = rule.within
  const from = londonDate(anchor)
  const base = { rule: rule.sentence, status: 'localPractice' as const }
  switch (unit) {
    case 'hour':
      return { deadline: { ...base, ...afterHours(anchor, count, what), requirements }, mustStartBefore: null }
    case 'workingDay':
      return { deadline: { ...base, ...afterWorkingDays(from, count, what), requirements }, mustStartBefore: null }
    case 'calendarDay':
      return {
        deadline: {
          ...base,
          ...afterCalendarDays(from, count, what, unitGiven),
          requirements: unitGiven ? requirements : withIds(requirements, 'A-03', 'K-02'),
        },
        mustStartBefore: null,
        ...(!unitGiven && { unitOpen: { count, inWorkingDays: addWorkingDays(from, count) } }),
      }
  }
}

/** A deadline that somebody has agreed on, and no rule has counted. */
export const onTheDay = (at: Instant, rule: string, what: string, requirements: RequirementId[]): MeetingDeadline => ({
  deadline: {
    at,
    date: londonDate(at),
    rule,
    status: 'localPractice',
    requirements,
    working: [{ date: londonDate(at), words: `${dayWords(londonDate(at))}: ${what}.` }],
  },
  mustStartBefore: null,
})

/** The last day that a rule leaves to a placement that starts on a day, however late on it. */
export function lastDayWithin({ count, unit }: { count: number; unit: TimeUnit }, start: LocalDate): LocalDate {
  switch (unit) {
    case 'hour':
      return londonDate(addHours(endOfDay(start), count))
    case 'workingDay':
      return addWorkingDays(start, count)
    case 'calendarDay':
      return addDays(start, count)
  }
}

type End = Pick<Deadline, 'at' | 'date' | 'working'>

function afterHours(anchor: Instant, count: number, what: string): End {
  const at = addHours(anchor, count)
  const working: WorkingLine[] = [
    { words: `${momentWords(anchor)}: ${what}.` },
    { words: `${count} hours later, nights, weekends and holidays included: ${momentWords(at)}.` },
  ]
  if (londonIso(anchor).slice(-6) !== londonIso(at).slice(-6)) {
    working.push({ words: 'The clocks change in between; elapsed hours are counted, not the hands of the clock.' })
  }
  const why = whyNotWorkingAsKnown(londonDate(at))
  if (why) working.push({ date: londonDate(at), words: `${dayWords(londonDate(at))} is no working day: ${why}.` })
  return { at, date: londonDate(at), working }
}

function afterWorkingDays(from: LocalDate, count: number, what: string): End {
  const date = addWorkingDays(from, count)
  const working = workingDaysWritten(from, count, what)
  working.push({ words: `The whole of ${dayWords(date)} is in time.` })
  return { at: endOfDay(date), date, working }
}

function afterCalendarDays(from: LocalDate, count: number, what: string, unitGiven: boolean): End {
  const date = addDays(from, count)
  const working: WorkingLine[] = [
    { date: from, words: `${dayWords(from)}: ${what}, day 0, not counted` },
    { date, counted: count, words: `${dayWords(date)}: day ${count}; the whole of it is in time` },
  ]
  if (!unitGiven) {
    working.push({
      words: `The source says "${count} days" and not which; calendar days are never later. In working days it would be ${dayWords(addWorkingDays(from, count))}.`,
    })
  }
  return { at: endOfDay(date), date, working }
}

const withIds = (ids: RequirementId[], ...more: RequirementId[]) => [...ids, ...more.filter((id) => !ids.includes(id))]
