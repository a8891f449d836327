import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chancesLeft } from '../../../shared/times/chances.ts'
import type { Diary } from '../../../shared/times/diary.ts'
import type { PersonKey, Role } from '../../../shared/placement/placement.ts'
import { isInTime, offerSlots, type SlotPerson, type SlotQuestion } from '../../../shared/times/slots.ts'
import {
  addMinutes,
  dayOfWeek,
  endOfDay,
  instant,
  londonDate,
  londonMinuteOfDay,
  minutesBetween,
  toEpochMs,
  type Instant,
  type Interval,
} from '../../../shared/dates/time.ts'
import { addWorkingDays, isWorkingDay } from '../../../shared/dates/working-days.ts'
import { aDeadline } from '../../support/builders.ts'

/** Around a clock change, Christmas and an ordinary week: any diary, any leave, any "now". */
const BASES = ['2026-10-22T06:00:00Z', '2026-12-21T06:00:00Z', '2027-03-24T06:00:00Z', '2026-11-09T06:00:00Z'].map(
  instant,
)
const ROLES: Role[] = ['childsSocialWorker', 'fosterCarer', 'supervisingSocialWorker', 'keyWorker']

const minute = fc.integer({ min: 0, max: 15 * 24 * 60 })
const interval = (base: Instant) =>
  fc.tuple(minute, fc.integer({ min: 1, max: 600 })).map(([from, length]): Interval => {
    const start = addMinutes(base, from)
    return { start, end: addMinutes(start, length) }
  })
const diary = (base: Instant): fc.Arbitrary<Diary> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Diary>({ known: false }) },
    {
      weight: 4,
      arbitrary: fc.record({
        known: fc.constant(true as const),
        busy: fc.array(interval(base), { maxLength: 25 }),
        tentative: fc.array(interval(base), { maxLength: 5 }),
        workingHours: fc.option(
          fc.record({
            days: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
            startMinute: fc.integer({ min: 480, max: 660 }),
            endMinute: fc.integer({ min: 780, max: 1080 }),
          }),
        ),
      }),
    },
  )
const person = (base: Instant, role: Role): fc.Arbitrary<SlotPerson> =>
  fc.record({
    key: fc.constant<PersonKey>(`${role}:1`),
    role: fc.constant(role),
    required: fc.boolean(),
    diary: diary(base),
    onLeave: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 4 })).map(([from, length]) => ({
        from: londonDate(addMinutes(base, from * 1440)),
        to: londonDate(addMinutes(base, (from + length) * 1440)),
      })),
      { maxLength: 2 },
    ),
  })
const question: fc.Arbitrary<SlotQuestion> = fc.constantFrom(...BASES).chain((base) =>
  fc.record({
    meeting: fc
      .record({
        within: fc.integer({ min: 0, max: 6 }),
        length: fc.constantFrom(30, 45, 60, 90),
        beforeStart: fc.option(minute),
        minimum: fc.subarray(ROLES),
      })
      .map(({ within, length, beforeStart, minimum }) => {
        const date = addWorkingDays(londonDate(base), within)
        const start = beforeStart === null ? null : addMinutes(base, beforeStart)
        return {
          deadline: aDeadline(start ? { date: londonDate(start), at: start } : { date, at: endOfDay(date) }),
          mustStartBefore: start,
          notBefore: null,
          durationMinutes: length,
          minimum,
        }
      }),
    people: fc.tuple(...ROLES.map((role) => person(base, role))).map((people) => people),
    now: minute.map((minutes) => addMinutes(base, minutes / 3)),
  }),
)
const always = (holds: (asked: SlotQuestion) => void) =>
  fc.assert(fc.property(question, holds), { numRuns: 60, seed: 20261218 })

const backwards = (diary: Diary): Diary =>
  diary.known ? { ...diary, busy: diary.busy.toReversed(), tentative: diary.tentative.toReversed() } : diary

const withOneMore = (one: SlotPerson, start: Instant): SlotPerson =>
  one.diary.known
    ? { ...one, diary: { ...one.diary, busy: [...one.diary.busy, { start, end: addMinutes(start, 90) }] } }
    : one

/** Whether somebody can come, found the long way round: minute by minute. */
function canCome({ diary, onLeave }: SlotPerson, { start, end }: Interval): boolean {
  const date = londonDate(start)
  if (onLeave.some(({ from, to }) => date >= from && date <= to)) return false
  if (!diary.known) return true
  const [weekday, opening] = [dayOfWeek(date), londonMinuteOfDay(start)]
  const taken = [...diary.busy, ...diary.tentative].map((one) => [toEpochMs(one.start), toEpochMs(one.end)] as const)
  return Array.from({ length: minutesBetween(start, end) }, (_, n) => n).every((n) => {
    const at = toEpochMs(start) + n * 60_000
    const hours = diary.workingHours
    const works =
      !hours || (hours.days.includes(weekday) && opening + n >= hours.startMinute && opening + n < hours.endMinute)
    return works && !taken.some(([from, until]) => from <= at && at < until)
  })
}

describe('whatever the diaries hold', () => {
  test('at most three times are offered, two hours or a day apart, none twice', () => {
    always((asked) => {
      const slots = offerSlots(asked)
      expect(slots.length).toBeLessThanOrEqual(3)
      for (const [index, slot] of slots.entries()) {
        for (const other of slots.slice(index + 1)) {
          expect(Math.abs(minutesBetween(slot.start, other.start))).toBeGreaterThanOrEqual(120)
        }
      }
    })
  })

  test('each lies in the office hours of a working day, is as long as the meeting, and gives an hour of notice', () => {
    always((asked) => {
      for (const { start, end } of offerSlots(asked)) {
        expect(isWorkingDay(londonDate(start))).toBe(true)
        expect(londonMinuteOfDay(start)).toBeGreaterThanOrEqual(540)
        expect(londonMinuteOfDay(end)).toBeLessThanOrEqual(1050)
        expect(minutesBetween(start, end)).toBe(asked.meeting.durationMinutes)
        expect(minutesBetween(asked.now, start)).toBeGreaterThanOrEqual(60)
      }
    })
  })

  test('each says who cannot come, and is right about everybody; nobody whose diary is unknown is called free', () => {
    always((asked) => {
      for (const slot of offerSlots(asked)) {
        for (const one of asked.people) {
          const said = [...slot.busy, ...slot.optionalBusy].includes(one.key)
          expect([one.key, said]).toEqual([one.key, !canCome(one, slot)])
          if (said) expect(slot.busy.includes(one.key)).toBe(one.required)
          if (!one.diary.known && !said) expect(slot.unknown).toContain(one.key)
        }
      }
    })
  })

  test('one after the deadline is marked late, and stands there only when none in time suits everybody who must come', () => {
    always((asked) => {
      const slots = offerSlots(asked)
      for (const { start, inTime } of slots) expect(inTime).toBe(isInTime(start, asked.meeting))
      if (slots.some(({ inTime }) => !inTime)) {
        expect(slots.some(({ inTime, busy }) => inTime && busy.length === 0)).toBe(false)
      }
    })
  })

  test('the same question has the same answer, and is left as it was', () => {
    always((asked) => {
      const before = structuredClone(asked)
      expect(JSON.stringify(offerSlots(asked))).toBe(JSON.stringify(offerSlots(structuredClone(asked))))
      expect(asked).toEqual(before)
    })
  })

  test('people and their appointments in another order have the very same answer', () => {
    always((asked) => {
      const reversed = {
        ...asked,
        people: asked.people.toReversed().map((one) => ({ ...one, diary: backwards(one.diary) })),
      }
      expect(JSON.stringify(offerSlots(reversed))).toBe(JSON.stringify(offerSlots(asked)))
    })
  })

  test('a time at which more who must come are missing never stands before one at which fewer are', () => {
    always((asked) => {
      for (const inTime of [true, false]) {
        const missing = offerSlots(asked)
          .filter((slot) => slot.inTime === inTime)
          .map(({ busy }) => busy.length)
        expect(missing).toEqual(missing.toSorted((a, b) => a - b))
      }
    })
  })

  test('one more appointment, anywhere in anybody’s diary, never makes the best time better or adds a chance', () => {
    fc.assert(
      fc.property(question, minute, fc.integer({ min: 0, max: 3 }), (asked, at, whose) => {
        const start = addMinutes(asked.now, at)
        const people = asked.people.map((one, n) => (n === whose ? withOneMore(one, start) : one))
        const [before, after] = [asked, { ...asked, people }]
        const missing = (of: SlotQuestion) => {
          const best = offerSlots(of).find(({ inTime }) => inTime)
          return best ? best.busy.length * 10 + best.optionalBusy.length : Infinity
        }
        expect(missing(after)).toBeGreaterThanOrEqual(missing(before))
        expect(chancesLeft(after)!.left).toBeLessThanOrEqual(chancesLeft(before)!.left)
      }),
      { numRuns: 60, seed: 20261218 },
    )
  })

  test('one more appointment never makes the best time better', () => {
    always((asked) => {
      const [best] = offerSlots(asked)
      if (!best?.inTime) return
      const [first, ...others] = asked.people
      if (!first?.diary.known) return
      const fuller = { ...first, diary: { ...first.diary, busy: [...first.diary.busy, best] } }
      const [after] = offerSlots({ ...asked, people: [fuller, ...others] })
      expect(after ? [after.inTime, after.busy.length < best.busy.length] : []).not.toEqual([true, true])
    })
  })
})
