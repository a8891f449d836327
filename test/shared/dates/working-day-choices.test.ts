import { describe, expect, test } from '@jest/globals'
import { day } from '../../../shared/dates/time.ts'
import { dueWords, workingDayChoices } from '../../../shared/dates/working-day-choices.ts'

describe('when something is due, as people say it (R-117)', () => {
  test('in so many working days from today, over Christmas and the day for Boxing Day (R-028)', () => {
    expect(workingDayChoices(day('2026-12-23')).map(({ words }) => words)).toEqual([
      '1 working day: Thu 24 Dec 2026',
      '2 working days: Tue 29 Dec 2026',
      '3 working days: Wed 30 Dec 2026',
      '5 working days: Mon 4 Jan 2027',
      '10 working days: Mon 11 Jan 2027',
      '20 working days: Mon 25 Jan 2027',
    ])
  })

  test('never later than the law leaves', () => {
    const dates = workingDayChoices(day('2026-11-04'), day('2026-11-09')).map(({ date }) => date)
    expect(dates).toEqual(['2026-11-05', '2026-11-06', '2026-11-09'])
  })

  test('nothing is counted where the bank holidays are not known', () => {
    expect(workingDayChoices(day('2090-01-02'))).toEqual([])
    expect(dueWords(day('2090-01-04'), day('2090-01-02'))).toBe('Wed 4 Jan 2090')
  })

  test('a date says how far away it is; one that has come says only its day', () => {
    expect(dueWords(day('2026-11-11'), day('2026-11-04'))).toBe('Wed 11 Nov 2026, in 5 working days')
    expect(dueWords(day('2026-11-05'), day('2026-11-04'))).toBe('Thu 5 Nov 2026, in 1 working day')
    expect(dueWords(day('2026-11-04'), day('2026-11-04'))).toBe('Wed 4 Nov 2026')
  })
})
