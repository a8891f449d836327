import { describe, expect, test } from '@jest/globals'
import { chancesLeft, chancesWords, newsIn, type CountedChances } from '../../../shared/times/chances.ts'
import type { Diary } from '../../../shared/times/diary.ts'
import type { SlotPerson, SlotQuestion } from '../../../shared/times/slots.ts'
import { addMinutes, atLondon, day, endOfDay, instant, momentWords, type Interval } from '../../../shared/dates/time.ts'
import { aDeadline } from '../../support/builders.ts'

const diary = (busy: Interval[]): Diary => ({ known: true, busy, tentative: [], workingHours: null })
const person = (over: Partial<SlotPerson> = {}): SlotPerson => ({
  key: 'childsSocialWorker:1',
  role: 'childsSocialWorker',
  required: true,
  diary: diary([]),
  onLeave: [],
  ...over,
})
/** Tue 3 Nov 2026, to be held that day: from nine until half past five. */
const question = (people: SlotPerson[], now = '2026-11-03T07:00:00Z'): SlotQuestion => ({
  meeting: {
    deadline: aDeadline({ date: day('2026-11-03'), at: endOfDay(day('2026-11-03')) }),
    mustStartBefore: null,
    notBefore: null,
    durationMinutes: 60,
    minimum: ['childsSocialWorker'],
  },
  people,
  now: instant(now),
})

describe('the times that are left (R-032)', () => {
  test('filled hour by hour, a diary counts down to none', () => {
    const nine = atLondon(day('2026-11-03'), '09:00')
    const left = Array.from({ length: 9 }, (_, hours) => {
      const busy = hours === 0 ? [] : [{ start: nine, end: addMinutes(nine, hours * 60) }]
      return chancesLeft(question([person({ diary: diary(busy) })]))!.left
    })
    expect(left).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0])
  })

  test('as the day passes, they pass too', () => {
    const left = ['08:00', '12:00', '15:31', '17:00'].map(
      (time) => chancesLeft(question([person()], `2026-11-03T${time}:00Z`))!.left,
    )
    expect(left).toEqual([8, 4, 0, 0])
  })

  test('the last is the latest at which it could start', () => {
    expect(momentWords(chancesLeft(question([person()]))!.last!)).toBe('Tue 3 Nov 2026 16:30')
  })

  test('only the minimum of people counts: that somebody else is busy all day takes no chance away', () => {
    const whole = diary([{ start: atLondon(day('2026-11-03'), '00:00'), end: atLondon(day('2026-11-03'), '23:59') }])
    const keyWorker = person({ key: 'keyWorker:1', role: 'keyWorker', required: true, diary: whole })
    expect(chancesLeft(question([person(), keyWorker]))!.left).toBe(8)
  })

  test('what is due on no day never runs out', () => {
    const asked = question([person()])
    expect(chancesLeft({ ...asked, meeting: { ...asked.meeting, deadline: null } })).toBeNull()
  })

  test.each<[number, Partial<CountedChances>, string | null]>([
    [3, {}, null],
    [2, {}, 'few'],
    [2, { toldFew: instant('2026-11-03T09:00:00Z') }, null],
    [1, { toldFew: instant('2026-11-03T09:00:00Z') }, null],
    [0, { toldFew: instant('2026-11-03T09:00:00Z') }, 'none'],
    [0, {}, 'none'],
    [0, { toldNone: instant('2026-11-03T09:00:00Z') }, null],
    [1, { toldNone: instant('2026-11-03T09:00:00Z') }, null],
  ])('with %i left and %j said before, what is new is %s', (left, told, news) => {
    const last = left > 0 ? instant('2026-11-03T14:00:00Z') : null
    expect(newsIn({ left, last, countedAt: instant('2026-11-03T10:00:00Z'), ...told })).toBe(news)
  })

  test('are said in words', () => {
    const last = instant('2026-11-03T14:00:00Z')
    expect(chancesWords({ left: 3, last })).toBe(
      '3 times are left at which those who must be there can meet, the last one Tue 3 Nov 2026 14:00.',
    )
    expect(chancesWords({ left: 1, last })).toContain('One time is left')
    expect(chancesWords({ left: 0, last: null })).toContain('No time is left')
  })
})
