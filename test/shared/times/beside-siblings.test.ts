import { describe, expect, test } from '@jest/globals'
import { atLondon, day, endOfDay, instant, type Interval } from '../../../shared/dates/time.ts'
import type { BesideSiblings } from '../../../shared/times/beside-siblings.ts'
import type { Diary } from '../../../shared/times/diary.ts'
import { considerationsAt } from '../../../shared/times/slot-reasons.ts'
import { judgeSlot, offerSlots, type SlotQuestion } from '../../../shared/times/slots.ts'
import { aDeadline } from '../../support/builders.ts'

const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
const FREE: Diary = { known: true, busy: [], tentative: [], workingHours: null }

/** Mon 2 Nov 2026, nine o'clock; the meeting is due by the Monday after. */
const question = (
  siblings: BesideSiblings | null,
  over: Partial<SlotQuestion['people'][number]> = {},
): SlotQuestion => ({
  meeting: {
    deadline: aDeadline({ date: day('2026-11-09'), at: endOfDay(day('2026-11-09')) }),
    mustStartBefore: null,
    notBefore: null,
    durationMinutes: 60,
    minimum: [],
  },
  people: [
    { key: 'childsSocialWorker:1', role: 'childsSocialWorker', required: true, diary: FREE, onLeave: [], ...over },
  ],
  now: instant('2026-11-02T09:00:00Z'),
  venue: 'placement',
  siblings,
})
const together = (...slots: Interval[]): BesideSiblings => ({ how: 'together', slots })
const oneAfterTheOther = (...slots: Interval[]): BesideSiblings => ({ how: 'oneAfterTheOther', slots })
const starts = (asked: SlotQuestion) => offerSlots(asked).map(({ start }) => start)
const THURSDAY = span('2026-11-05', '13:00', '14:00')

describe('the time of a brother’s or sister’s meeting (E-16)', () => {
  test('comes first, before a sooner day, and says why', () => {
    expect(starts(question(null))[0]).toBe('2026-11-02T10:00:00Z')
    const [best, ...others] = offerSlots(question(together(THURSDAY)))
    expect(best).toMatchObject({ ...THURSDAY, reasons: [{ why: 'withSibling' }] })
    expect(considerationsAt(best!, String)).toEqual([
      'the time of a brother’s or sister’s meeting, so that everybody comes once',
    ])
    expect(others.flatMap(({ reasons }) => reasons)).toEqual([])
  })

  test('never before a time at which everybody can come who has to', () => {
    const asked = question(together(THURSDAY), { diary: { ...FREE, busy: [THURSDAY] } })
    expect(starts(asked)).not.toContain(THURSDAY.start)
  })

  test('also where somebody chose an odd hour for it, once, and none that is over', () => {
    const odd = span('2026-11-05', '13:10', '14:10')
    expect(starts(question(together(odd, odd)))[0]).toBe(odd.start)
    expect(starts(question(together(span('2026-11-02', '08:10', '09:10'))))).toEqual(starts(question(null)))
  })

  test('after the last day, where nothing is left in time, it is the first of the late ones', () => {
    const late = span('2026-11-12', '11:00', '12:00')
    const gone = { from: day('2026-11-02'), to: day('2026-11-09') }
    expect(starts(question(together(late), { onLeave: [gone] }))).toContain(late.start)
  })
})

describe('one directly after the other', () => {
  test('directly before it is as good as directly after it, and sooner', () => {
    const [best] = offerSlots(question(oneAfterTheOther(THURSDAY)))
    expect(best).toMatchObject({ start: '2026-11-05T12:00:00Z', reasons: [{ why: 'besideSibling' }] })
    const before = { ...FREE, busy: [span('2026-11-05', '09:00', '13:00')] }
    expect(starts(question(oneAfterTheOther(THURSDAY), { diary: before }))[0]).toBe('2026-11-05T14:00:00Z')
  })

  test('whoever is there already needs no time to travel, and is in one meeting at a time', () => {
    const there = question(oneAfterTheOther(THURSDAY), { journeyMins: 30, alongside: [THURSDAY] })
    expect(judgeSlot(span('2026-11-05', '14:00', '15:00'), there).busy).toEqual([])
    expect(judgeSlot(THURSDAY, there).busy).toEqual(['childsSocialWorker:1'])
    const elsewhere = question(oneAfterTheOther(THURSDAY), { journeyMins: 30, diary: { ...FREE, busy: [THURSDAY] } })
    expect(judgeSlot(span('2026-11-05', '14:00', '15:00'), elsewhere).busy).toEqual(['childsSocialWorker:1'])
  })
})
