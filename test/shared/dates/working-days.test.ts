import { describe, expect, test } from '@jest/globals'
import { ENGLAND } from '../../../shared/dates/bank-holidays.ts'
import { day, dayWords, endOfDay, londonIso } from '../../../shared/dates/time.ts'
import {
  addWorkingDays,
  BeyondBankHolidays,
  isWorkingDay,
  whyNotWorking,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
  workingDaysWritten,
} from '../../../shared/dates/working-days.ts'
import { dayNumber, dayText, numberOf, workingDaysOf } from '../../support/calendar-oracle.ts'

const WORKING = workingDaysOf(2019, 2028)
const FIRST = dayNumber(2019, 1, 1)
const LAST = dayNumber(2028, 12, 31)
/** How many working days lie up to and including each day: looked up, where the app walks. */
const SO_FAR = (() => {
  const counts = new Map<number, number>()
  let count = 0
  const working = new Set(WORKING)
  for (let n = FIRST; n <= LAST; n += 1) counts.set(n, (count += working.has(n) ? 1 : 0))
  return counts
})()
const after = (from: number, count: number) => WORKING[SO_FAR.get(from)! + count - 1]

describe('working days', () => {
  test('every day of ten years is told apart as another calendar tells it', () => {
    const working = new Set(WORKING.map(dayText))
    const wrong: string[] = []
    for (let n = FIRST; n <= LAST; n += 1) {
      const text = dayText(n)
      if (isWorkingDay(day(text)) !== working.has(text)) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  test.each([
    [3, 1],
    [5, 2],
    [10, 5],
    [20, 11],
  ])(
    '%i working days, after every day of ten years in steps of %i, as another algorithm counts them',
    (count, step) => {
      const wrong: string[] = []
      for (let n = FIRST; n <= LAST; n += step) {
        const expected = after(n, count)
        if (expected === undefined) continue
        const counted = addWorkingDays(day(dayText(n)), count)
        if (counted !== dayText(expected)) wrong.push(`${dayText(n)}: ${counted}, not ${dayText(expected)}`)
      }
      expect(wrong).toEqual([])
    },
  )

  test('backwards and between, on every tenth day', () => {
    for (let n = FIRST + 40; n <= LAST - 40; n += 10) {
      const from = day(dayText(n))
      const before = WORKING.filter((one) => one < n).at(-2)!
      expect(addWorkingDays(from, -2)).toBe(dayText(before))
      expect(workingDaysBetween(from, day(dayText(n + 30)))).toBe(SO_FAR.get(n + 30)! - SO_FAR.get(n)!)
    }
  })

  test.each([
    ['an ordinary week', 'Mon 2 Nov 2026', 5, 'Mon 9 Nov 2026'],
    ['Christmas and the Monday that stands for Boxing Day (R-028)', 'Fri 18 Dec 2026', 5, 'Tue 29 Dec 2026'],
    ['Christmas, New Year and the weekends between (F3)', 'Thu 24 Dec 2026', 5, 'Tue 5 Jan 2027'],
    ['Good Friday itself as the start (F6)', 'Fri 26 Mar 2027', 3, 'Thu 1 Apr 2027'],
    ['the eve of Good Friday (F5)', 'Thu 25 Mar 2027', 3, 'Thu 1 Apr 2027'],
    ['May Day (F7)', 'Fri 30 Apr 2027', 5, 'Mon 10 May 2027'],
    ['days on which a council shuts its offices, which stay working days (A-01, E-04)', 'Mon 28 Dec 2026', 3, 'Thu 31 Dec 2026'],
    ['a start on a Saturday', 'Sat 7 Nov 2026', 1, 'Mon 9 Nov 2026'],
  ])('over %s: %s and %i working days is %s', (_, start, count, end) => {
    expect(dayWords(addWorkingDays(dayIn(start), count))).toBe(end)
  }) // prettier-ignore

  test('the start is day 0, and the whole of the last day is in time (L-31, A-02)', () => {
    expect(addWorkingDays(day('2026-11-02'), 0)).toBe('2026-11-02')
    expect(londonIso(endOfDay(addWorkingDays(day('2026-11-02'), 5)))).toBe('2026-11-09T23:59:59+00:00')
    expect(londonIso(endOfDay(addWorkingDays(day('2027-03-26'), 5)))).toBe('2027-04-05T23:59:59+01:00')
  })

  test('the nearest working day on either side of Christmas', () => {
    expect(workingDayOnOrBefore(day('2026-12-27'))).toBe('2026-12-24')
    expect(workingDayOnOrAfter(day('2026-12-25'))).toBe('2026-12-29')
    expect(workingDayOnOrAfter(day('2026-12-29'))).toBe('2026-12-29')
  })

  test('Christmas Day is out also in a year whose bank holiday is another day', () => {
    expect(whyNotWorking(day('2022-12-25'))).toBe('Sunday')
    expect(whyNotWorking(day('2022-12-27'))).toBe('Christmas Day (substitute day)')
    expect(isWorkingDay(day('2028-12-25'), { ...ENGLAND, days: new Map() })).toBe(false)
  })
})

test('the working can be read out: which day counts, which does not, and why', () => {
  expect(workingDaysWritten(day('2026-12-18'), 5, 'the placement starts').map(({ words }) => words)).toEqual([
    'Fri 18 Dec 2026: the placement starts, day 0, not counted',
    'Sat 19 Dec 2026: Saturday, not counted',
    'Sun 20 Dec 2026: Sunday, not counted',
    'Mon 21 Dec 2026: working day 1',
    'Tue 22 Dec 2026: working day 2',
    'Wed 23 Dec 2026: working day 3',
    'Thu 24 Dec 2026: working day 4',
    'Fri 25 Dec 2026: Christmas Day, not counted',
    'Sat 26 Dec 2026: Saturday, not counted',
    'Sun 27 Dec 2026: Sunday, not counted',
    'Mon 28 Dec 2026: Boxing Day (substitute day), not counted',
    'Tue 29 Dec 2026: working day 5',
  ])
})

describe('nothing is counted beyond the bank holidays that are known', () => {
  test.each([
    ['before them', '2018-12-30', 1],
    ['across their end', '2028-12-28', 5],
    ['after them', '2029-01-08', 1],
  ])('%s', (_, from, count) => {
    expect(() => addWorkingDays(day(from), count)).toThrow(BeyondBankHolidays)
  })

  test('up to their very end it is', () => {
    expect(addWorkingDays(day('2028-12-26'), 3)).toBe('2028-12-29')
  })
})

/** `Fri 18 Dec 2026` back into a day, with the weekday checked. */
function dayIn(words: string) {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const [, date, month, year] = words.split(' ')
  const read = day(dayText(dayNumber(Number(year), months.indexOf(month!) + 1, Number(date))))
  expect(dayWords(read)).toBe(words)
  expect(numberOf(read)).toBe(dayNumber(Number(year), months.indexOf(month!) + 1, Number(date)))
  return read
}
