import { describe, expect, test } from '@jest/globals'
import { ENGLAND } from '../../../shared/dates/bank-holidays.ts'
import { ADDED, bankHolidaysOf, MOVED } from '../../support/calendar-oracle.ts'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
const loaded = (year: number) => [...ENGLAND.days.keys()].filter((day) => day.startsWith(`${year}-`)).sort()

describe('the bank holidays of England and Wales (L-29, L-30)', () => {
  test.each(YEARS)(
    'of %i are those of custom: Easter, first and last Mondays, substitutes; and those proclaimed',
    (year) => {
      expect(loaded(year)).toEqual(bankHolidaysOf(year))
    },
  )

  test('run without a gap through the years that are said to be known', () => {
    expect([ENGLAND.knownFrom, ENGLAND.knownUntil]).toEqual(['2019-01-01', '2028-12-31'])
    expect([...ENGLAND.days.keys()].filter((day) => day < ENGLAND.knownFrom || day > ENGLAND.knownUntil)).toEqual([])
  })

  test.each([
    ['2020-05-08', 'VE day'],
    ['2022-06-03', 'Platinum Jubilee'],
    ['2022-09-19', 'State Funeral'],
    ['2023-05-08', 'coronation'],
  ])('%s was a day out of the ordinary: %s', (day, name) => {
    expect(ENGLAND.days.get(day as never)).toContain(name)
    expect([...ADDED, ...Object.values(MOVED)]).toContain(day)
  })

  test('a day that stands for another is called a substitute, and only such a day', () => {
    const substitutes = [...ENGLAND.days].filter(([, name]) => name.includes('substitute')).map(([day]) => day)
    expect(substitutes).toEqual([
      '2020-12-28', '2021-12-27', '2021-12-28', '2022-01-03', '2022-12-27', '2023-01-02',
      '2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03',
    ]) // prettier-ignore
  })

  // The fixtures of the catalogue rest on these (1.1).
  test.each([
    'Fri 2026-12-25', 'Mon 2026-12-28', 'Fri 2027-01-01', 'Fri 2027-03-26', 'Mon 2027-03-29', 'Mon 2027-05-03',
    'Mon 2027-05-31', 'Mon 2027-08-30', 'Mon 2027-12-27', 'Tue 2027-12-28', 'Mon 2028-01-03',
  ])('%s is one', (day) => {
    expect(ENGLAND.days.has(day.slice(4) as never)).toBe(true)
  }) // prettier-ignore
})
