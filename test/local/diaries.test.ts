import { describe, expect, test } from '@jest/globals'
import { diaryBetween } from '../../bot/local/people/diary.ts'
import { MEMBERS, type DirectoryMember } from '../../bot/local/people/directory.ts'
import {
  addDays,
  addMinutes,
  atLondon,
  day,
  dayOfWeek,
  isWeekend,
  londonDate,
  minutesBetween,
  startOfDay,
  type LocalDate,
} from '../../shared/dates/time.ts'

/** Those who plan a placement between them: the first of each role that works all week. */
const PLANNERS = [
  'Nadia Castellane',
  'Owen Tremlett',
  'Ruth Ashdown',
  'Helen Marchbank',
  'Moira Fensom',
  'Stephen Adeyinka',
  'Catherine Yarlett',
  'Wendy Oakes',
]

/** Nothing comes round less often than every four weeks, or every three: after twelve it is all the same again. */
const PERIOD = { start: startOfDay(day('2026-09-07')), end: startOfDay(day('2026-12-14')) }
const WORKING_DAYS = Array.from({ length: 14 * 7 }, (_, index) => addDays(londonDate(PERIOD.start), index)).filter(
  (date) => !isWeekend(date),
)
const HALF_HOURS = Array.from({ length: 14 }, (_, index) => 9 * 60 + index * 30).map(
  (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 === 0 ? '00' : '30'}`,
)

const planners = PLANNERS.flatMap((name) => MEMBERS.filter((member) => member.name === name))
const taken = planners.flatMap((member) => diaryBetween(member.diary, PERIOD))

const couldAllMeet = (date: LocalDate, time: string, minutes: number) => {
  const start = atLondon(date, time)
  const end = addMinutes(start, minutes)
  return !taken.some((entry) => entry.start < end && entry.end > start)
}

const weekFrom = (monday: LocalDate) => ({ start: startOfDay(monday), end: startOfDay(addDays(monday, 7)) })
const minutesIn = (member: DirectoryMember, monday: LocalDate) =>
  diaryBetween(member.diary, weekFrom(monday)).reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)

const MONDAYS = WORKING_DAYS.filter((date) => dayOfWeek(date) === 1)

describe('the diaries of the practice council', () => {
  test('eight people who plan a placement could all meet for an hour on any working day, in summer and in winter', () => {
    expect(planners).toHaveLength(8)
    const without = WORKING_DAYS.filter((date) => !HALF_HOURS.some((time) => couldAllMeet(date, time, 60)))
    expect(without).toEqual([])
  })

  test('and for an hour and a half within three working days', () => {
    const long = WORKING_DAYS.map((date) => HALF_HOURS.some((time) => couldAllMeet(date, time, 90)))
    const without = WORKING_DAYS.slice(0, -2).filter((_, index) => !long.slice(index, index + 3).includes(true))
    expect(without).toEqual([])
  })

  test('but not at any time: most hours are taken by somebody', () => {
    const hours = WORKING_DAYS.flatMap((date) => HALF_HOURS.map((time) => couldAllMeet(date, time, 60)))
    expect(hours.filter((free) => free).length / hours.length).toBeLessThan(0.35)
  })

  test('nobody has an empty week, and the reviewing officer is plainly busy', () => {
    const people = MEMBERS.filter(({ kind }) => kind === 'person')
    expect(people.flatMap((member) => MONDAYS.filter((monday) => minutesIn(member, monday) === 0))).toEqual([])
    const officers = people.filter(({ role }) => role === 'independentReviewingOfficer')
    expect(officers.flatMap((member) => MONDAYS.filter((monday) => minutesIn(member, monday) < 16 * 60))).toEqual([])
  })

  test('weeks differ, and are the same for whoever looks again', () => {
    const owen = MEMBERS.filter(({ name }) => name === 'Owen Tremlett')
    const week = (monday: string) =>
      owen.flatMap(({ diary }) => diaryBetween(diary, weekFrom(day(monday))).map(({ rule }) => rule.subject))
    expect(week('2026-12-07')).toEqual(week('2026-12-07'))
    expect(week('2026-12-07')).not.toEqual(week('2026-12-14'))
  })

  test('times are London’s, in summer and in winter', () => {
    const nadia = MEMBERS.filter(({ name }) => name === 'Nadia Castellane')
    const first = (monday: string) => nadia.map(({ diary }) => diaryBetween(diary, weekFrom(day(monday)))[0]?.start)
    expect([first('2026-06-15'), first('2026-12-14')]).toEqual([['2026-06-15T07:45:00Z'], ['2026-12-14T08:45:00Z']])
  })

  test('one of the team managers is away in every week', () => {
    const away = MEMBERS.filter((member) => member.away)
    expect(away.map(({ role }) => role)).toEqual(['teamManager'])
    expect(away.flatMap((member) => MONDAYS.filter((monday) => minutesIn(member, monday) < 5 * 23 * 60))).toEqual([])
  })
})
