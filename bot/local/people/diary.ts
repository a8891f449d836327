/** Turns what comes round in a diary into the entries of a stretch of time, however far away it is. */
import {
  addDays,
  atLondon,
  day,
  dayOfWeek,
  daysBetween,
  londonDate,
  type Instant,
  type Interval,
  type LocalDate,
} from '../../../shared/dates/time.ts'
import type { DiaryRule, Weekday } from './member.ts'

/** A Monday; weeks are counted from it. */
const FIRST_WEEK = day('2020-01-06')

const NUMBER_OF_DAY: Record<Weekday, number> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
}

export type DiaryEntry = { rule: DiaryRule; date: LocalDate; start: Instant; end: Instant }

export function diaryBetween(rules: DiaryRule[], within: Interval): DiaryEntry[] {
  const entries: DiaryEntry[] = []
  const last = londonDate(within.end)
  for (let date = londonDate(within.start); date <= last; date = addDays(date, 1)) {
    const weekday = dayOfWeek(date)
    const week = Math.floor(daysBetween(FIRST_WEEK, date) / 7)
    for (const rule of rules) {
      if (!comesRound(rule, weekday, week)) continue
      const entry = { rule, date, start: atLondon(date, rule.from), end: atLondon(date, rule.to) }
      if (entry.start < within.end && entry.end > within.start) entries.push(entry)
    }
  }
  return entries.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** The day on which a rule first comes round. */
export function firstDateOf(rule: DiaryRule): LocalDate {
  const firstDay = Math.min(...rule.days.map((name) => NUMBER_OF_DAY[name]))
  return addDays(FIRST_WEEK, (rule.week ?? 0) * 7 + firstDay - 1)
}

const comesRound = (rule: DiaryRule, weekday: number, week: number): boolean =>
  week >= 0 &&
  week % (rule.everyWeeks ?? 1) === (rule.week ?? 0) &&
  rule.days.some((name) => NUMBER_OF_DAY[name] === weekday)
