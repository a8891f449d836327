import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  atLondon,
  clockWords,
  day,
  dayOfWeek,
  daysBetween,
  durationWords,
  instant,
  isDoubtfulLondonTime,
  londonDate,
  londonIso,
  londonTime,
  minutesBetween,
  readDate,
  readInstant,
  slotWords,
  type Instant,
  type LocalDate,
} from '../../../shared/dates/time.ts'
import { clockChangesOf } from '../../support/calendar-oracle.ts'

const YEARS = Array.from({ length: 2036 - 2026 + 1 }, (_, n) => 2026 + n)

describe('72 hours are elapsed hours (R-029)', () => {
  test.each([
    ['over the end of summer time', '2026-10-23T17:30:00+01:00', '2026-10-26T16:30:00+00:00'],
    ['over its beginning, at Easter (E-05, F5)', '2027-03-25T16:00:00+00:00', '2027-03-28T17:00:00+01:00'],
    ['from Good Friday (F6)', '2027-03-26T18:00:00+00:00', '2027-03-29T19:00:00+01:00'],
    ['over Christmas (E-02, F3)', '2026-12-24T17:30:00+00:00', '2026-12-27T17:30:00+00:00'],
    ['in an ordinary week (F1)', '2026-11-02T10:00:00+00:00', '2026-11-05T10:00:00+00:00'],
  ])('%s: from %s until %s', (_, from, until) => {
    expect(londonIso(addHours(instant(from), 72))).toBe(until)
  })

  test.each(YEARS)('over both clock changes of %i, from noon two days before', (year) => {
    const [spring, autumn] = clockChangesOf(year)
    for (const [change, shift] of [[spring!, '+'], [autumn!, '-']] as const) {
      const start = addHours(instant(change), -37)
      const end = addHours(start, 72)
      expect(minutesBetween(start, end)).toBe(72 * 60)
      const hours = (at: string) => Number(londonTime(instant(at)).slice(0, 2))
      // The hands of the clock show an hour more in spring, an hour less in autumn.
      expect(hours(end) - hours(start)).toBe(shift === '+' ? 1 : -1)
      expect(daysBetween(londonDate(start), londonDate(end))).toBe(3)
    }
  })
}) // prettier-ignore

describe("London's clocks", () => {
  test.each(YEARS)('change where the law of %i says, and not an instant sooner', (year) => {
    const [spring, autumn] = clockChangesOf(year).map(instant)
    const around = (at: typeof spring) => [addHours(at!, -1 / 3600), at!].map((one) => londonIso(one).slice(-6))
    expect(around(spring)).toEqual(['+00:00', '+01:00'])
    expect(around(autumn)).toEqual(['+01:00', '+00:00'])
  })

  test('show every wall time of an ordinary day once, one hour twice in October, and one never in March', () => {
    expect(isDoubtfulLondonTime(day('2026-10-24'), '01:30')).toBe(false)
    expect(isDoubtfulLondonTime(day('2026-10-25'), '01:30')).toBe(true)
    expect(isDoubtfulLondonTime(day('2027-03-28'), '01:30')).toBe(true)
    expect(isDoubtfulLondonTime(day('2027-03-28'), '02:00')).toBe(false)
  })

  test('nine in the morning is nine on both sides of a change (E-07)', () => {
    expect(londonIso(atLondon(day('2026-10-24'), '09:00'))).toBe('2026-10-24T09:00:00+01:00')
    expect(londonIso(atLondon(day('2026-10-26'), '09:00'))).toBe('2026-10-26T09:00:00+00:00')
  })

  test('put a moment just before midnight in summer on the day that London has then', () => {
    expect(londonDate(instant('2026-06-18T23:30:00Z'))).toBe('2026-06-19')
    expect(londonDate(instant('2026-12-18T23:30:00Z'))).toBe('2026-12-18')
  })
})

describe('a moment is read with its offset, and only so', () => {
  test.each([
    ['2026-12-18T17:30:00+00:00', '2026-12-18T17:30:00Z'],
    ['2026-06-18T17:30+01:00', '2026-06-18T16:30:00Z'],
    ['2026-12-18T17:30:00.999Z', '2026-12-18T17:30:00Z'],
    ['2028-02-29T12:00:00-05:00', '2028-02-29T17:00:00Z'],
  ])('%s is %s', (text, moment) => {
    expect(readInstant(text)).toBe(moment)
  })

  test.each([
    '2026-12-18T17:30:00', '2026-12-18', '2026-12-18 17:30:00Z', '2026-12-18T25:00:00Z', '2026-12-18T24:00:00Z',
    '2026-12-18T17:60:00Z', '2026-12-31T23:59:60Z', '2026-02-29T12:00:00Z', '2026-13-01T12:00:00Z', '18/12/2026 17:30',
    '2026-12-18T17:30:00+25:00', '2026-12-18T17:30:00[Europe/London]', '', 'now',
  ])('%j is no moment', (text) => {
    expect(readInstant(text)).toBeNull()
  }) // prettier-ignore

  test.each(['2026-02-29', '2027-04-31', '2026-1-2', '20261218', '2026-12-18T00:00:00Z', '18/12/2026', ''])(
    '%j is no day',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})

test('a month later is the last day of a month that has no such day', () => {
  expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28')
  expect(addMonths(day('2027-01-20'), 3)).toBe('2027-04-20')
})

test('times in words', () => {
  expect(slotWords({ start: instant('2027-06-01T08:30:00Z'), end: instant('2027-06-01T09:30:00Z') })).toBe(
    'Tue 1 Jun 2027, 09:30 to 10:30',
  )
  expect(['2026-12-21T10:00:00Z', '2026-12-21T12:00:00Z', '2026-12-21T17:30:00Z', '2026-12-21T00:05:00Z'].map((at) => clockWords(instant(at)))).toEqual([
    '10 am', '12 noon', '5.30 pm', '12.05 am',
  ]) // prettier-ignore
  expect([60, 80, 45, 0, 121].map(durationWords)).toEqual([
    '1 hour', '1 hour 20 minutes', '45 minutes', '0 minutes', '2 hours 1 minute',
  ]) // prettier-ignore
})

describe('days and moments are added up in whole numbers', () => {
  const seconds = fc.integer({ min: -315_619_200, max: 19_880_899_200 })
  /** Within two hours of a change of London's clocks, where sums go wrong if they do at all. */
  const atChange = fc
    .record({ year: fc.integer({ min: 1975, max: 2080 }), spring: fc.boolean(), off: fc.integer({ min: -7300, max: 7300 }) })
    .map(({ year, spring, off }) => {
      const january = Temporal.ZonedDateTime.from(`${year}-01-15T00:00[Europe/London]`)
      const change = january.getTimeZoneTransition('next')!
      return (spring ? change : change.getTimeZoneTransition('next')!).epochMilliseconds / 1000 + off
    })

  test('and come out as Temporal has them, in any century and around every change of the clocks', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, atChange), fc.integer({ min: -40_000, max: 40_000 }), (second, n) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(second * 1000)
        const at = moment.toString({ smallestUnit: 'second' }) as Instant
        const wall = moment.toZonedDateTimeISO('Europe/London')
        expect(londonIso(at)).toBe(wall.toString({ timeZoneName: 'never', smallestUnit: 'second' }))
        expect([londonDate(at), londonTime(at)]).toEqual([wall.toPlainDate().toString(), wall.toPlainTime().toString({ smallestUnit: 'minute' })])
        expect(addMinutes(at, n)).toBe(moment.add({ minutes: n }).toString({ smallestUnit: 'second' }))
        const shown = wall.toPlainDateTime().add({ minutes: n % 70 })
        const date = shown.toPlainDate().toString() as LocalDate
        const read = shown.toZonedDateTime('Europe/London', { disambiguation: 'compatible' }).toInstant()
        expect(atLondon(date, shown.toPlainTime().toString({ smallestUnit: 'second' }))).toBe(read.toString({ smallestUnit: 'second' }))
        expect(addDays(date, n)).toBe(shown.toPlainDate().add({ days: n }).toString())
        expect(dayOfWeek(date)).toBe(shown.dayOfWeek)
      }),
      { numRuns: 300 },
    )
  })
}) // prettier-ignore
