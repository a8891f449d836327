import { describe, expect, test } from '@jest/globals'
import { readDay } from '../../../../shared/intake/values/british-dates.ts'
import { readMoment } from '../../../../shared/intake/values/british-moments.ts'
import { readClock } from '../../../../shared/intake/values/british-times.ts'
import { instant } from '../../../../shared/dates/time.ts'

/** Wed 16 Dec 2026, 10:00. */
const WRITTEN = instant('2026-12-16T10:00:00Z')

describe('a day and a time as written in Britain are one moment on London clocks', () => {
  test.each([
    ['18/12/2026 at 5.30pm', '2026-12-18T17:30:00Z'],
    ['18/12/26 17:30', '2026-12-18T17:30:00Z'],
    ['18.12.2026 at 17.30', '2026-12-18T17:30:00Z'],
    ['18-12-2026 5:30 PM', '2026-12-18T17:30:00Z'],
    ['18 / 12 / 2026, 5.30 p.m.', '2026-12-18T17:30:00Z'],
    ['Fri 18th Dec at 5.30pm', '2026-12-18T17:30:00Z'],
    ['Friday 18 December 2026 at 17.30hrs', '2026-12-18T17:30:00Z'],
    ['5.30pm on Friday 18th December', '2026-12-18T17:30:00Z'],
    ['18th of December 2026 at 10.00', '2026-12-18T10:00:00Z'],
    ['18-Dec-2026 09:15', '2026-12-18T09:15:00Z'],
    ['18 Dec 26 10am', '2026-12-18T10:00:00Z'],
    ['December 18th, 2026 at 3 p.m.', '2026-12-18T15:00:00Z'],
    ['Monday 22nd March 2027, 11:00am', '2027-03-22T11:00:00Z'],
    ['22/3/27 1100', '2027-03-22T11:00:00Z'],
    ['15/11/26, 0320 hrs', '2026-11-15T03:20:00Z'],
    ['Sat 19/12 1400hrs', '2026-12-19T14:00:00Z'],
    ['Thurs 12th November 2026 at 1.15pm', '2026-11-12T13:15:00Z'],
    ['Weds 6 Jan 2pm', '2027-01-06T14:00:00Z'],
    ['2nd Nov 2026 (Mon) 10:30 hours', '2026-11-02T10:30:00Z'],
    ['18 December 2026 noon', '2026-12-18T12:00:00Z'],
    ['18 December 2026, 12 noon', '2026-12-18T12:00:00Z'],
    ['18 December 2026 at midday', '2026-12-18T12:00:00Z'],
    ['18 December 2026 at 12pm', '2026-12-18T12:00:00Z'],
    ['18 December 2026 at 12.30am', '2026-12-18T00:30:00Z'],
    ['Friday evening, 18/12/2026 at 6pm', '2026-12-18T18:00:00Z'],
    ['today at 5pm', '2026-12-16T17:00:00Z'],
    ['last night at 11.30pm', '2026-12-15T23:30:00Z'],
    ['in the early hours of this morning, 03:20', '2026-12-16T03:20:00Z'],
    ['this afternoon at 5pm', '2026-12-16T17:00:00Z'],
    ['tomorrow 17.30', '2026-12-17T17:30:00Z'],
    ['2026-12-18T17:30', '2026-12-18T17:30:00Z'],
    ['2026-12-18 17:30', '2026-12-18T17:30:00Z'],
    ['2026-12-18T17:30:00+01:00', '2026-12-18T16:30:00Z'],
    ['18 June 2027 at 5.30pm', '2027-06-18T16:30:00Z'],
    ['8/9/2027 at 12pm', '2027-09-08T11:00:00Z'],
    ['28/03/2027 at 00:59', '2027-03-28T00:59:00Z'],
    ['28/03/2027 at 02:00', '2027-03-28T01:00:00Z'],
    ['25/10/2026 at 00:59', '2026-10-24T23:59:00Z'],
    ['25/10/2026 at 02:00', '2026-10-25T02:00:00Z'],
  ])('%s', (text, expected) => {
    expect(readMoment(text, WRITTEN)).toMatchObject({ at: expected })
  })
})

describe('what could mean two things is a doubt', () => {
  test.each([
    ['02/11/2026', 'noTime'],
    ['18/12/2026 time tbc', 'vagueTime'],
    ['5.30pm', 'noDate'],
    ['tbc', 'noDate'],
    ['30/9 10am', 'noYear'],
    ['Tuesday 18 December 2026 9am', 'wrongWeekday'],
    ['Friday at 4pm', 'weekdayOnly'],
    ['12/18/2026 4pm', 'impossibleDate'],
    ['31/11/2026 10:00', 'impossibleDate'],
    ['29 February 2027 10am', 'impossibleDate'],
    ['18/12/2026 between 4pm and 5pm', 'vagueTime'],
    ['18/12/2026 around 5pm', 'vagueTime'],
    ['18/12/2026 by 6pm', 'vagueTime'],
    ['18/12/2026 4pm, 5pm', 'severalTimes'],
    ['18/12/2026 4pm, 19/12/2026 4pm', 'severalDates'],
    ['Fri 18 or Sat 19 Dec 2026 5pm', 'vagueTime'],
    ['18 Dec 2026 5.30', 'twelveHourClock'],
    ['18 Dec 2026 at 5 o’clock', 'twelveHourClock'],
    ['18 Dec 2026 midnight', 'twelveHourClock'],
    ['this evening at 9.30', 'twelveHourClock'],
    ['last night at 1am', 'twelveHourClock'],
    ['Sunday night, 13/12/2026 at 00:30', 'twelveHourClock'],
    ['18 Dec 2026 12am', 'twelveHourClock'],
    ['25/10/2026 01:30', 'clockChange'],
    ['25/10/2026 01:00', 'clockChange'],
    ['28/3/2027 1:30am', 'clockChange'],
    ['28/3/2027 01:00', 'clockChange'],
  ])('%s: %s', (text, doubt) => {
    expect(readMoment(text, WRITTEN)).toMatchObject({ doubt })
  })

  test('a day without a year needs the moment of writing', () => {
    expect(readMoment('18 Dec at 5.30pm')).toMatchObject({ doubt: 'noYear' })
    expect(readMoment('today at 5pm')).toMatchObject({ doubt: 'noDate' })
  })

  test('the day of a doubtful moment is still known', () => {
    expect(readMoment('02/11/2026', WRITTEN)).toMatchObject({ date: '2026-11-02' })
    expect(readMoment('25/10/2026 01:30', WRITTEN)).toMatchObject({ date: '2026-10-25' })
  })
})

test('the words of a reading are words of the text', () => {
  expect(readMoment('Start: Fri 18th Dec, at 5.30pm, with her bags', WRITTEN)).toMatchObject({
    phrase: 'Fri 18th Dec, at 5.30pm',
  })
  expect(readDay('(born 09/08/2012)')).toEqual({ date: '2012-08-09', phrase: '09/08/2012' })
  expect(readClock('about 5pm')).toEqual({ doubt: 'vagueTime', phrase: '5pm' })
})

test('turn of the year: a year-less day is the one near to the writing', () => {
  expect(readDay('2/1', WRITTEN)).toMatchObject({ date: '2027-01-02' })
  expect(readDay('30 Dec', instant('2027-01-04T09:00:00Z'))).toMatchObject({ date: '2026-12-30' })
})
