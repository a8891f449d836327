import { describe, expect, test } from '@jest/globals'
import type { Diary } from '../../../shared/times/diary.ts'
import type { PersonKey, Role } from '../../../shared/placement/placement.ts'
import { chooseTime, type OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import {
  isFull,
  judgeSlot,
  offerSlots,
  searchWindow,
  type SlotPerson,
  type SlotQuestion,
} from '../../../shared/times/slots.ts'
import {
  addMinutes,
  atLondon,
  day,
  endOfDay,
  instant,
  londonDate,
  momentWords,
  startOfDay,
  type Interval,
} from '../../../shared/dates/time.ts'
import { aDeadline, aMeeting, aMeetingPlan } from '../../support/builders.ts'
import { F1, meetingOf } from '../../support/fixture-cases.ts'

const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
const FREE: Diary = { known: true, busy: [], tentative: [], workingHours: null }
const UNKNOWN: Diary = { known: false }
const busy = (...spans: Interval[]): Diary => ({ ...FREE, busy: spans })
const wholeDay = (date: string) => span(date, '00:00', '23:59')

const person = (role: Role, diary: Diary, over: Partial<SlotPerson> = {}): SlotPerson => ({
  key: `${role}:1`,
  role,
  required: true,
  diary,
  onLeave: [],
  ...over,
})
const until = (date: string) => aDeadline({ date: day(date), at: endOfDay(day(date)) })

/** Mon 2 Nov 2026, nine o'clock: a week of ordinary days, to be held by the Monday after. */
const question = (
  people: SlotPerson[],
  over: Partial<SlotQuestion['meeting']> = {},
  now = '2026-11-02T09:00:00Z',
): SlotQuestion => ({
  meeting: {
    deadline: until('2026-11-09'),
    mustStartBefore: null,
    notBefore: null,
    durationMinutes: 60,
    minimum: [],
    ...over,
  },
  people,
  now: instant(now),
})
const offered = (...args: Parameters<typeof question>) => offerSlots(question(...args))
const starts = (slots: OfferedSlot[]) => slots.map(({ start }) => momentWords(start))

describe('up to three times are offered', () => {
  test('the soonest at a kind hour, and then as good ones on other days, when everybody is free', () => {
    expect(starts(offered([person('childsSocialWorker', FREE)]))).toEqual([
      'Mon 2 Nov 2026 10:00',
      'Tue 3 Nov 2026 10:00',
      'Wed 4 Nov 2026 10:00',
    ])
  })

  test('two hours apart on one day, where no other day is as good', () => {
    const rest = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09'].map(wholeDay)
    expect(starts(offered([person('childsSocialWorker', busy(...rest))]))).toEqual([
      'Mon 2 Nov 2026 10:00',
      'Mon 2 Nov 2026 12:00',
      'Mon 2 Nov 2026 14:00',
    ])
  })

  test('byte for byte the same on every try', () => {
    const people = [
      person('childsSocialWorker', busy(span('2026-11-02', '09:00', '15:00'))),
      person('fosterCarer', UNKNOWN),
    ]
    expect(JSON.stringify(offered(people))).toBe(JSON.stringify(offered(structuredClone(people))))
  })

  test('never with less than an hour of notice', () => {
    expect(starts(offered([], {}, '2026-11-02T10:15:00Z'))[0]).toBe('Mon 2 Nov 2026 11:30')
  })

  test('within office hours on working days, and nowhere else', () => {
    const friday = offered([], { deadline: until('2026-11-10') }, '2026-11-06T16:31:00Z')
    expect(starts(friday)[0]).toBe('Mon 9 Nov 2026 10:00')
  })

  test('not before the placement may be met about', () => {
    const notBefore = instant('2026-11-04T12:00:00Z')
    expect(starts(offered([], { notBefore }))[0]).toBe('Wed 4 Nov 2026 12:00')
  })

  test('before the start of the placement, where only that is in time; the very moment of it is late (R-020)', () => {
    const start = instant('2026-11-02T14:00:00Z')
    const meeting = { deadline: { ...until('2026-11-02'), at: start }, mustStartBefore: start }
    expect(starts(offered([], meeting, '2026-11-02T08:00:00Z'))).toEqual([
      'Mon 2 Nov 2026 10:00',
      'Mon 2 Nov 2026 12:00',
    ])
    expect(judgeSlot(span('2026-11-02', '14:00', '15:00'), question([], meeting)).inTime).toBe(false)
    expect(judgeSlot(span('2026-11-02', '13:30', '14:30'), question([], meeting)).inTime).toBe(true)
  })

  test('a meeting is in time when it starts by the deadline, though it ends after it (A-04)', () => {
    const meeting = { deadline: { ...until('2026-11-05'), at: instant('2026-11-05T10:00:00Z') } }
    expect(judgeSlot(span('2026-11-05', '10:00', '11:00'), question([], meeting)).inTime).toBe(true)
    expect(judgeSlot(span('2026-11-05', '10:01', '11:01'), question([], meeting)).inTime).toBe(false)
  })
})

describe('what is known of a diary', () => {
  const slot = span('2026-11-03', '10:00', '11:00')
  const judged = (diary: Diary, over: Partial<SlotPerson> = {}) =>
    judgeSlot(slot, question([person('fosterCarer', diary, over)]))

  test.each<[string, Interval, boolean]>([
    ['ends as the meeting begins', span('2026-11-03', '09:00', '10:00'), false],
    ['begins as it ends', span('2026-11-03', '11:00', '12:00'), false],
    ['ends a minute into it', span('2026-11-03', '09:00', '10:01'), true],
    ['begins a minute before its end', span('2026-11-03', '10:59', '12:00'), true],
    ['lies around it', span('2026-11-03', '09:00', '12:00'), true],
    ['lies inside it', span('2026-11-03', '10:15', '10:30'), true],
  ])('an appointment that %s: busy is %3$s', (_, appointment, isBusy) => {
    expect(judged(busy(appointment)).busy).toEqual(isBusy ? ['fosterCarer:1'] : [])
  })

  test('tentative is busy: it is their time until they give it up', () => {
    expect(judged({ ...FREE, tentative: [slot] }).busy).toEqual(['fosterCarer:1'])
  })

  test('unknown is never free: the person has to be asked (E-44)', () => {
    expect(judged(UNKNOWN)).toMatchObject({ unknown: ['fosterCarer:1'], busy: [] })
  })

  test('leave is known also of those whose diary is not', () => {
    const leave = { onLeave: [{ from: day('2026-11-03'), to: day('2026-11-03') }] }
    expect(judged(UNKNOWN, leave)).toMatchObject({ unknown: [], busy: ['fosterCarer:1'] })
  })

  test.each([
    ['on a day they do not work', { days: [1, 3, 5], startMinute: 540, endMinute: 1020 }, true],
    ['before they begin', { days: [1, 2, 3], startMinute: 601, endMinute: 1020 }, true],
    ['after they leave', { days: [1, 2, 3], startMinute: 540, endMinute: 659 }, true],
    ['inside their hours', { days: [2], startMinute: 600, endMinute: 660 }, false],
  ])('a part-timer is not free %s', (_, workingHours, isBusy) => {
    expect(judged({ ...FREE, workingHours }).busy).toEqual(isBusy ? ['fosterCarer:1'] : [])
  })

  test('of somebody who need not come it is told apart', () => {
    expect(judged(busy(slot), { required: false })).toMatchObject({ busy: [], optionalBusy: ['fosterCarer:1'] })
  })

  test('an appointment longer than another that begins later is not overlooked', () => {
    const diary = busy(span('2026-11-03', '08:00', '17:00'), span('2026-11-03', '08:30', '09:00'))
    expect(judged(diary).busy).toEqual(['fosterCarer:1'])
  })
})

describe('the minimum of people', () => {
  const minimum: Role[] = ['fosterCarer', 'childsSocialWorker']
  const slot = span('2026-11-03', '10:00', '11:00')
  const holds = (people: SlotPerson[]) => judgeSlot(slot, question(people, { minimum })).minimumHolds

  test('holds while nobody of it is known to be unable', () => {
    expect(holds([person('fosterCarer', UNKNOWN), person('childsSocialWorker', FREE)])).toBe(true)
    expect(holds([person('fosterCarer', UNKNOWN), person('childsSocialWorker', busy(slot))])).toBe(false)
  })

  test('holds with one of two carers (E-18)', () => {
    const second = person('fosterCarer', FREE, { key: 'fosterCarer:2' as PersonKey })
    expect(holds([person('fosterCarer', busy(slot)), second, person('childsSocialWorker', FREE)])).toBe(true)
  })

  test('does not hold without anybody in a role', () => {
    expect(holds([person('childsSocialWorker', FREE)])).toBe(false)
  })
})

describe('which times come first', () => {
  test('those for which all come who must; only then those for whom it would be nice; only then the sooner', () => {
    const must = person('childsSocialWorker', busy(wholeDay('2026-11-02'), wholeDay('2026-11-03')))
    const nice = person('keyWorker', busy(wholeDay('2026-11-04')), { required: false })
    expect(starts(offered([must, nice]))[0]).toBe('Thu 5 Nov 2026 10:00')
  })

  test('a kinder hour of the same day before an earlier one', () => {
    expect(starts(offered([], {}, '2026-11-02T07:00:00Z'))[0]).toBe('Mon 2 Nov 2026 10:00')
  })
})

describe('where nothing suits everybody in time (R-032)', () => {
  const week = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09'].map(wholeDay)
  const must = person('childsSocialWorker', busy(...week))

  test('the best reduced times stand beside the earliest full one after the deadline, marked late', () => {
    const slots = offered([must, person('fosterCarer', UNKNOWN)])
    expect(slots.map(({ inTime, busy }) => [inTime, busy.length])).toEqual([[true, 1], [true, 1], [false, 0]]) // prettier-ignore
    expect(starts(slots)[2]).toBe('Tue 10 Nov 2026 09:00')
  })

  test('with nobody full even later, only the reduced ones in time', () => {
    const slots = offered([person('childsSocialWorker', busy(span('2026-11-01', '00:00', '09:00'), { start: startOfDay(day('2026-11-02')), end: startOfDay(day('2026-12-01')) }))]) // prettier-ignore
    expect(slots.every(({ inTime }) => inTime)).toBe(true)
    expect(slots.length).toBe(3)
  })

  test('once the deadline has passed, up to three late ones; the fullest first, also when none is full', () => {
    const late = offered([person('childsSocialWorker', FREE)], {}, '2026-11-12T08:00:00Z')
    expect(late.map(({ inTime }) => inTime)).toEqual([false, false, false])
    const away = { start: startOfDay(day('2026-11-01')), end: startOfDay(day('2026-12-31')) }
    const reduced = offered(
      [person('childsSocialWorker', busy(away)), person('fosterCarer', FREE)],
      {},
      '2026-11-12T08:00:00Z',
    )
    expect(reduced.map(({ busy, inTime }) => [busy, inTime])).toEqual(Array(3).fill([['childsSocialWorker:1'], false]))
  })

  test('over Christmas a 72-hour deadline on a Sunday leaves the afternoon of Christmas Eve, or the first working day, late (E-02)', () => {
    const deadline = { ...until('2026-12-27'), at: instant('2026-12-27T17:30:00Z') }
    const slots = offered(
      [person('childsSocialWorker', busy(span('2026-12-24', '15:30', '18:00')))],
      { deadline },
      '2026-12-24T15:40:00Z',
    )
    expect(starts(slots)).toEqual(['Tue 29 Dec 2026 09:00', 'Wed 30 Dec 2026 09:00', 'Thu 31 Dec 2026 09:00'])
    expect(slots.every(({ inTime }) => !inTime)).toBe(true)
  })

  test('a late time cannot be chosen without a reason (R-025, R-033)', () => {
    const meeting = aMeeting({ plan: aMeetingPlan({ deadline: until('2026-11-09') }) })
    const late = span('2026-11-10', '09:00', '10:00')
    expect(chooseTime(meeting, late, instant('2026-11-02T09:00:00Z'))).toMatchObject({ ok: false })
    expect(chooseTime(meeting, late, instant('2026-11-02T09:00:00Z'), 'Nobody was free')).toMatchObject({ ok: true })
  })
})

describe('at the weekends on which the clocks change', () => {
  test.each([
    ['in October', '2026-10-23T16:00:00+01:00', '2026-10-28', 'Mon 26 Oct 2026 10:00'],
    ['at Easter', '2027-03-25T16:31:00+00:00', '2027-04-05', 'Tue 30 Mar 2027 10:00'],
  ])('%s office hours stay office hours', (_, now, last, first) => {
    expect(starts(offered([], { deadline: until(last) }, now))[0]).toBe(first)
  })

  test('a diary kept in universal time is compared at the right hour on both sides', () => {
    const people = [
      person('childsSocialWorker', busy(span('2026-10-23', '10:00', '11:00'), span('2026-10-26', '10:00', '11:00'))),
    ]
    for (const date of ['2026-10-23', '2026-10-26']) {
      expect(judgeSlot(span(date, '10:00', '11:00'), question(people)).busy.length).toBe(1)
      expect(judgeSlot(span(date, '11:00', '12:00'), question(people)).busy.length).toBe(0)
    }
  })
})

/** Cases known from other schedulers, told again in our words: free stretches, length, "now", and how many starts there are. */
describe('how many starts there are in a day', () => {
  const all = (length: number, now: string, ...taken: Interval[]) => {
    const q = question([person('childsSocialWorker', busy(...taken))], { durationMinutes: length }, now)
    const found: string[] = []
    for (
      let at = atLondon(day('2026-11-03'), '09:00');
      at < atLondon(day('2026-11-03'), '17:30');
      at = addMinutes(at, 30)
    ) {
      const slot = { start: at, end: addMinutes(at, length) }
      if (slot.end <= atLondon(day('2026-11-03'), '17:30') && isFull(judgeSlot(slot, q)))
        found.push(momentWords(at).slice(-5))
    }
    return found
  }
  const early = '2026-11-02T09:00:00Z'

  test.each<[string, number, Interval[], number]>([
    ['an empty day of an hour', 60, [], 16],
    ['an empty day of half an hour', 30, [], 17],
    ['an empty day of an hour and a half', 90, [], 15],
    ['free from eleven to one only, three quarters of an hour', 45, [span('2026-11-03', '09:00', '11:00'), span('2026-11-03', '13:00', '17:30')], 3],
    ['free from 9.15 to 11 only', 60, [span('2026-11-03', '08:00', '09:15'), span('2026-11-03', '11:00', '18:00')], 2],
    ['a gap one minute too short', 60, [span('2026-11-03', '09:00', '10:01'), span('2026-11-03', '11:00', '18:00')], 0],
    ['taken all day', 30, [span('2026-11-03', '00:00', '23:59')], 0],
  ])('%s: %4$i', (_, length, taken, count) => {
    expect(all(length, early, ...taken).length).toBe(count)
  }) // prettier-ignore

  test('the order in which appointments are listed does not matter', () => {
    const [one, other] = [span('2026-11-03', '11:15', '13:00'), span('2026-11-03', '09:00', '11:45')]
    expect(all(45, early, one, other)).toEqual(all(45, early, other, one))
  })
})

test('times are offered up to the last day whose bank holidays are known, and none beyond it', () => {
  const slots = offered([person('childsSocialWorker', FREE)], { deadline: until('2028-12-29') }, '2028-12-29T09:00:00Z')
  expect(starts(slots)).toEqual(['Fri 29 Dec 2028 10:00', 'Fri 29 Dec 2028 12:00', 'Fri 29 Dec 2028 14:00'])
})

describe('whose diaries have to be known, and when', () => {
  test('from now until a week after the deadline, for late times', () => {
    const { start, end } = searchWindow(question([]))
    expect([momentWords(start), momentWords(end)]).toEqual(['Mon 2 Nov 2026 09:00', 'Tue 17 Nov 2026 00:00'])
  })

  test('not a start that lies months ahead: the three weeks before the deadline are enough', () => {
    const deadline = until('2027-02-26')
    expect(londonDate(searchWindow(question([], { deadline })).start)).toBe('2027-02-05')
  })

  test('once late, a week from today', () => {
    expect(londonDate(searchWindow(question([], {}, '2026-11-20T09:00:00Z')).end)).toBe('2026-11-28')
  })

  test('a planned foster placement at the statutory default is looked for before its start (F1, R-020)', () => {
    const meeting = meetingOf(F1(), 'england-default')
    const slots = offerSlots({ meeting, people: [person('childsSocialWorker', FREE)], now: F1().confirmedAt })
    expect(slots.length).toBe(3)
    expect(slots.every(({ start, inTime }) => inTime && start < instant('2026-11-02T10:00:00Z'))).toBe(true)
  })
})
