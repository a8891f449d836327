/**
 * Times that are the child's own: school, and time with the family. Meetings at which the child takes part keep out of
 * them where they can; they are never refused because of them, since a placement cannot wait for the holidays.
 */
import type { Attendee } from '../meeting/plan.ts'
import { WEEKDAYS, type Child } from '../placement/placement.ts'
import type { LocalDate } from '../dates/time.ts'

/** Comes round every week: a weekday from 1 (Monday), and minutes since midnight on London's clocks. */
export type WeeklyTime = { weekday: number; startMinute: number; endMinute: number }

export type ChildsWeek = {
  /** Of an age at which every child is at school; which hours, and when it is closed, differs little across England. */
  atSchool: boolean
  /** In the two years of GCSEs a missed lesson weighs more. */
  examYear: boolean
  familyTime: WeeklyTime[]
}

/** Minutes of the day between which a school day lies. */
export const SCHOOL_HOURS = { startMinute: 8 * 60 + 45, endMinute: 15 * 60 + 30 }

/** From the term after the fifth birthday, which at five is here already or soon; at sixteen it ends with the GCSEs. */
const SCHOOL_AGES = { from: 5, until: 16 }

/** What is to be kept free for the child; `null` where the child does not take part in the meeting itself. */
export function childsWeek(child: Child, attendees: Pick<Attendee, 'role' | 'part'>[]): ChildsWeek | null {
  if (!attendees.some(({ role, part }) => role === 'child' && part === 'attend')) return null
  const { ageInYears, keyStage4, familyTime = [] } = child
  return {
    atSchool: ageInYears >= SCHOOL_AGES.from && ageInYears <= SCHOOL_AGES.until,
    examYear: keyStage4 === true,
    familyTime: familyTime.map(({ weekday, from, until }) => ({
      weekday: WEEKDAYS.indexOf(weekday) + 1,
      startMinute: minutesOf(from),
      endMinute: minutesOf(until),
    })),
  }
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Days on which no school in England teaches, whatever its own calendar: the weeks around Christmas, and August. */
export function isSchoolHoliday(date: LocalDate): boolean {
  const day = date.slice(5)
  return (day >= '08-01' && day <= '08-24') || day >= '12-24' || day <= '01-01'
}
