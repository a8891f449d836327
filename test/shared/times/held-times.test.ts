import { describe, expect, test } from '@jest/globals'
import { closingHour, readClosingRule, type ClosingRule } from '../../../shared/dates/closing-rule.ts'
import {
  answerTimes,
  holdTimes,
  outsidersOf,
  timesThatSuffice,
  type HeldTimes,
  type SaidOfTimes,
} from '../../../shared/times/held-times.ts'
import type { MeetingPlan } from '../../../shared/meeting/plan.ts'
import type { PersonKey } from '../../../shared/placement/placement.ts'
import type { OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../../shared/dates/time.ts'
import { aMeeting, aMeetingPlan } from '../../support/builders.ts'

const NOW = instant('2026-10-28T10:00:00Z')
const [MONDAY, TUESDAY] = [instant('2026-11-02T10:00:00Z'), instant('2026-11-03T14:00:00Z')] as const
const RULE = readClosingRule('by 17:00 on the next working day')!
/** The practice's hour comes well before the first of the times. */
const CLOSES = instant('2026-10-29T17:00:00Z')

const slotAt = (start: Instant, over: Partial<OfferedSlot> = {}): OfferedSlot => ({
  start,
  end: addMinutes(start, 60),
  inTime: true,
  busy: [],
  optionalBusy: [],
  unknown: ['fosterCarer:1', 'mother:1'],
  minimumHolds: true,
  ...over,
})

function asked(slots = [slotAt(MONDAY), slotAt(TUESDAY)], plan: MeetingPlan = aMeetingPlan()): HeldTimes {
  const held = holdTimes(aMeeting({ plan }), slots, RULE, NOW)
  if (!held.ok) throw new Error(held.refusal.reason)
  return held.value.heldTimes
}

const saying = (held: HeldTimes, said: Partial<Record<PersonKey, SaidOfTimes>>): HeldTimes =>
  Object.entries(said).reduce(
    (all, [person, what]) => answerTimes(all, person as PersonKey, what!, addMinutes(NOW, 5)),
    held,
  )
const suffice = (held: HeldTimes, now = addMinutes(NOW, 10), plan = aMeetingPlan()) =>
  timesThatSuffice(held, plan, now).map(({ start }) => start)

describe('who is asked (E-44)', () => {
  test('is everybody who comes and whom only a letter reaches', () => {
    expect(outsidersOf(aMeetingPlan()).map(({ key }) => key)).toEqual(['mother:1', 'fosterCarer:1'])
  })

  test('is asked once with two roles, and two people with one mailbox are two (E-52)', () => {
    const { attendees } = aMeetingPlan()
    const [carer] = attendees.filter(({ role }) => role === 'fosterCarer')
    const [mother] = attendees.filter(({ role }) => role === 'mother')
    const plan = {
      attendees: [
        carer!,
        { ...carer!, key: 'keyWorker:1' as const, role: 'keyWorker' as const },
        mother!,
        { ...mother!, key: 'father:1' as const, role: 'father' as const, name: 'Jory Vandermolen' },
      ],
    }
    expect(outsidersOf(plan).map(({ key }) => key)).toEqual(['fosterCarer:1', 'mother:1', 'father:1'])
  })

  test.each([
    [
      'nobody outside is to come',
      aMeeting({ plan: aMeetingPlan({ attendees: [] }) }),
      [slotAt(MONDAY)],
      'nobodyOutside',
    ],
    ['no time is given', aMeeting(), [], 'timesNotToAsk'],
    [
      'somebody who has to come is busy',
      aMeeting(),
      [slotAt(MONDAY, { busy: ['childsSocialWorker:1'] })],
      'timesNotToAsk',
    ],
    ['the time is late', aMeeting(), [slotAt(MONDAY, { inTime: false })], 'timesNotToAsk'],
    ['the first time is too soon for an answer', aMeeting(), [slotAt(addMinutes(NOW, 150))], 'tooSoonToAsk'],
    [
      'the meeting is cancelled',
      aMeeting({ state: 'cancelled', reason: '', cancelledAt: NOW }),
      [slotAt(MONDAY)],
      'alreadyClosed',
    ],
  ])('is nobody where %s', (_, meeting, slots, reason) => {
    expect(holdTimes(meeting, slots, RULE, NOW)).toMatchObject({ ok: false, refusal: { reason } })
  })
})

describe('answers suffice', () => {
  test('as soon as everybody outside who has to come can, and no sooner', () => {
    expect(suffice(asked())).toEqual([])
    expect(suffice(saying(asked(), { 'mother:1': { all: true } }))).toEqual([])
    expect(suffice(saying(asked(), { 'fosterCarer:1': { can: TUESDAY } }))).toEqual([TUESDAY])
  })

  test('for the time that most of those asked can; of those alike, for the better one', () => {
    expect(suffice(saying(asked(), { 'fosterCarer:1': { all: true } }))).toEqual([MONDAY, TUESDAY])
    expect(suffice(saying(asked(), { 'mother:1': { can: TUESDAY }, 'fosterCarer:1': { all: true } }))).toEqual([
      TUESDAY,
      MONDAY,
    ])
  })

  test('never where the minimum is not there: somebody inside is busy, or nobody can see their diary (R-064)', () => {
    const doubts: Partial<OfferedSlot>[] = [
      { optionalBusy: ['childsSocialWorker:1'] },
      { unknown: ['childsSocialWorker:1'] },
    ]
    for (const doubt of doubts) {
      const held = asked([slotAt(MONDAY, doubt), slotAt(TUESDAY)])
      expect(suffice(saying(held, { 'fosterCarer:1': { all: true } }))).toEqual([TUESDAY])
    }
  })

  test('only with everybody who was asked, where none of them has to come', () => {
    const plan = aMeetingPlan({
      minimum: ['childsSocialWorker'],
      attendees: aMeetingPlan().attendees.map((one) => ({ ...one, required: one.role === 'childsSocialWorker' })),
    })
    const held = asked(undefined, plan)
    const one = saying(held, { 'fosterCarer:1': { all: true } })
    expect(suffice(one, undefined, plan)).toEqual([])
    expect(suffice(saying(one, { 'mother:1': { can: MONDAY } }), undefined, plan)).toEqual([MONDAY])
  })

  test('never for a time that has passed, was taken, or is not in time any more', () => {
    const held = saying(asked(), { 'fosterCarer:1': { all: true } })
    expect(suffice({ ...held, taken: [MONDAY] })).toEqual([TUESDAY])
    expect(suffice(held, MONDAY)).toEqual([TUESDAY])
    expect(suffice(held, undefined, aMeetingPlan({ mustStartBefore: TUESDAY }))).toEqual([MONDAY])
  })
})

describe('at the closing hour', () => {
  const needed = aMeetingPlan({
    minimum: ['childsSocialWorker'],
    attendees: aMeetingPlan().attendees.map((one) => ({ ...one, required: one.required || one.role === 'mother' })),
  })

  test('a time suffices at which the minimum holds, though not everybody has answered', () => {
    const held = saying(asked(undefined, needed), { 'mother:1': { can: TUESDAY } })
    expect(suffice(held, addMinutes(CLOSES, -1), needed)).toEqual([])
    expect(suffice(held, CLOSES, needed)).toEqual([TUESDAY])
  })

  test('none does at which somebody who has to come has said that they cannot: that is for a person to decide', () => {
    const held = saying(asked(undefined, needed), { 'mother:1': { all: false } })
    expect(suffice(held, CLOSES, needed)).toEqual([])
  })

  test('none does without an answer from somebody whom the minimum needs', () => {
    expect(suffice(asked(), CLOSES)).toEqual([])
  })
})

describe('an answer', () => {
  test('adds a time, takes one back, and says all or none with one tap', () => {
    const steps: [SaidOfTimes, Instant[]][] = [
      [{ can: TUESDAY }, [TUESDAY]],
      [{ can: MONDAY }, [MONDAY, TUESDAY]],
      [{ cannot: TUESDAY }, [MONDAY]],
      [{ all: true }, [MONDAY, TUESDAY]],
      [{ all: false }, []],
      [{ can: instant('2026-11-05T10:00:00Z') }, []],
    ]
    let held = asked()
    for (const [said, can] of steps) {
      held = answerTimes(held, 'mother:1', said, NOW)
      expect(held.answers['mother:1']).toEqual({ can, at: NOW })
    }
  })
})

describe('the closing hour', () => {
  const FAR = instant('2026-12-31T10:00:00Z')
  test.each([
    ['on a Friday the next working day is Monday', '2026-10-23T10:00:00Z', '2026-10-26T17:00:00Z'],
    ['before Christmas it is after the holidays (R-028)', '2026-12-24T12:00:00Z', '2026-12-29T17:00:00Z'],
    ['in summer it is the hour on London’s clocks', '2026-07-01T10:00:00Z', '2026-07-02T16:00:00Z'],
  ])('is the practice’s: %s', (_, now, closes) => {
    expect(closingHour(RULE, FAR, instant(now))).toBe(closes)
  })

  test('is over before the first of the times, so that every one is still a chance', () => {
    expect(closingHour(RULE, instant('2026-10-29T10:00:00Z'), NOW)).toBe('2026-10-29T08:00:00Z')
  })

  test('for the same day goes to the next one where it has passed', () => {
    const rule = readClosingRule('by 16:00 on the same day')!
    expect(closingHour(rule, FAR, NOW)).toBe('2026-10-28T16:00:00Z')
    expect(closingHour(rule, FAR, instant('2026-10-30T16:00:00Z'))).toBe('2026-11-02T16:00:00Z')
  })

  test('is before the first of the times where no bank holidays are known', () => {
    expect(closingHour(RULE, instant('2099-01-02T10:00:00Z'), instant('2098-12-30T10:00:00Z'))).toBe(
      '2099-01-02T08:00:00Z',
    )
  })

  test.each<[string, Pick<ClosingRule, 'at' | 'workingDays'> | null]>([
    ['by 17:00 on the next working day', { at: '17:00', workingDays: 1 }],
    ['by 09:30 on the second working day', { at: '09:30', workingDays: 2 }],
    ['by 25:00 on the next working day', null],
    ['by 5 pm tomorrow', null],
  ])('is read from a sentence: %s', (sentence, rule) => {
    expect(readClosingRule(sentence)).toEqual(rule && { sentence, ...rule })
  })
})
