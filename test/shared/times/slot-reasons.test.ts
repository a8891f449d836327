import { describe, expect, test } from '@jest/globals'
import { childsWeek, type ChildsWeek } from '../../../shared/times/childs-week.ts'
import type { Diary } from '../../../shared/times/diary.ts'
import type { Role } from '../../../shared/placement/placement.ts'
import type { OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import { considerationsAt, missingAt } from '../../../shared/times/slot-reasons.ts'
import { judgeSlot, offerSlots, type SlotPerson, type SlotQuestion } from '../../../shared/times/slots.ts'
import { atLondon, day, endOfDay, momentWords, type Interval } from '../../../shared/dates/time.ts'
import { aDeadline } from '../../support/builders.ts'

const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
const FREE: Extract<Diary, { known: true }> = { known: true, busy: [], tentative: [], workingHours: null }
const worker = (diary: Diary = FREE, over: Partial<SlotPerson> = {}): SlotPerson => ({
  key: 'childsSocialWorker:1',
  role: 'childsSocialWorker',
  required: true,
  diary,
  onLeave: [],
  ...over,
})
/** Mon 2 Nov 2026, eight o'clock; to be held by the Monday after. */
const question = (people: SlotPerson[], over: Partial<SlotQuestion> = {}): SlotQuestion => ({
  meeting: {
    deadline: aDeadline({ date: day('2026-11-09'), at: endOfDay(day('2026-11-09')) }),
    mustStartBefore: null,
    notBefore: null,
    durationMinutes: 60,
    minimum: [],
  },
  people,
  now: atLondon(day('2026-11-02'), '08:00'),
  ...over,
})
const TUESDAY = span('2026-11-03', '10:00', '11:00')
const judged = (person: SlotPerson, over: Partial<SlotQuestion> = {}) => judgeSlot(TUESDAY, question([person], over))
const said = (slot: OfferedSlot) => [
  ...missingAt(slot).map(({ words }) => words),
  ...considerationsAt(slot, (people) => people.join(' and ')),
]
const starts = (slots: OfferedSlot[]) => slots.map(({ start }) => momentWords(start))

describe('each time says why somebody cannot come', () => {
  test.each<[string, SlotPerson]>([
    ['on leave', worker(FREE, { onLeave: [{ from: day('2026-11-03'), to: day('2026-11-03') }] })],
    ['not at work', worker({ ...FREE, workingHours: { days: [1, 4, 5], startMinute: 540, endMinute: 1020 } })],
    ['busy', worker({ ...FREE, busy: [TUESDAY] })],
    ['pencilled in elsewhere', worker({ ...FREE, tentative: [TUESDAY] })],
  ])('%s', (words, person) => {
    expect(said(judged(person))).toEqual([words])
    expect(judged(person).busy).toEqual(['childsSocialWorker:1'])
  })

  test('what was worked out before reasons were kept reads as busy', () => {
    const { reasons: _, ...older } = judged(worker({ ...FREE, busy: [TUESDAY] }))
    expect(said(older)).toEqual(['busy'])
  })
})

describe('what is pencilled in, as the practice has it', () => {
  const person = worker({ ...FREE, tentative: [TUESDAY] })

  test('asks: they can come, and it is said that somebody has to ask', () => {
    const slot = judged(person, { tentative: 'asks' })
    expect(slot.busy).toEqual([])
    expect(said(slot)).toEqual(['ask childsSocialWorker:1: something is pencilled in'])
  })

  test('asks: a time with nothing pencilled in comes first all the same', () => {
    const tentative = [span('2026-11-02', '09:00', '17:30')]
    const [first] = offerSlots(question([worker({ ...FREE, tentative })], { tentative: 'asks' }))
    expect(momentWords(first!.start)).toBe('Tue 3 Nov 2026 10:00')
  })
})

describe('a meeting that is held in person (E-30)', () => {
  const busyUntil = (end: string) => worker({ ...FREE, busy: [span('2026-11-03', '08:00', end)] }, { journeyMins: 40 })

  test.each([
    ['09:21', ['without time to travel']],
    ['09:20', []],
  ])('with forty minutes to travel, an appointment until %s: %j', (end, words) => {
    expect(said(judged(busyUntil(end), { venue: 'placement' }))).toEqual(words)
  })

  test.each([
    ['11:39', ['without time to travel']],
    ['11:40', []],
  ])('and one that begins at %s: %j', (from, words) => {
    const person = worker({ ...FREE, busy: [span('2026-11-03', from, '17:00')] }, { journeyMins: 40 })
    expect(said(judged(person, { venue: 'placement' }))).toEqual(words)
  })

  test('nobody is offered appointments back to back at two ends of the county', () => {
    const slots = offerSlots(question([busyUntil('12:00')], { venue: 'placement' }))
    for (const { start, busy } of slots) {
      if (busy.length > 0 || !momentWords(start).startsWith('Tue 3')) continue
      expect(momentWords(start) >= 'Tue 3 Nov 2026 12:40').toBe(true)
    }
  })

  test('by video nobody travels', () => {
    expect(said(judged(busyUntil('10:00'), { venue: 'online' }))).toEqual([])
  })

  test('held both ways, whoever has no time to travel can join by video, and a time with more of it comes first', () => {
    const slot = judged(busyUntil('10:00'), { venue: 'hybrid' })
    expect(slot.busy).toEqual([])
    expect(said(slot)).toEqual(['childsSocialWorker:1 could join by video only'])
  })

  test('where nobody knows how long the way takes, that is said and not guessed', () => {
    const person = worker({ ...FREE, busy: [span('2026-11-03', '08:00', '09:30')] }, { journeyMins: null })
    const slot = judged(person, { venue: 'placement' })
    expect(slot.busy).toEqual([])
    expect(said(slot)).toEqual(['ask childsSocialWorker:1: how long the way takes is not known'])
  })

  test('whoever works elsewhere is free for a meeting by video, and for no other', () => {
    const person = worker({ ...FREE, elsewhere: [span('2026-11-03', '08:00', '17:00')] })
    expect(said(judged(person, { venue: 'placement' }))).toEqual(['working elsewhere, free only by video'])
    expect(said(judged(person, { venue: 'online' }))).toEqual([])
  })
})

describe('where the child takes part', () => {
  const child: ChildsWeek = { atSchool: true, examYear: false, familyTime: [] }
  const first = (over: Partial<ChildsWeek>, more: Partial<SlotQuestion> = {}) =>
    offerSlots(question([worker()], { child: { ...child, ...over }, ...more }))[0]!

  test('a time after school comes before a sooner one during it', () => {
    expect(momentWords(first({}).start)).toBe('Mon 2 Nov 2026 15:30')
    expect(momentWords(first({ atSchool: false }).start)).toBe('Mon 2 Nov 2026 10:00')
  })

  test('and family time is kept free as well', () => {
    const familyTime = [{ weekday: 1, startMinute: 15 * 60, endMinute: 18 * 60 }]
    expect(momentWords(first({ familyTime }).start)).toBe('Tue 3 Nov 2026 15:30')
  })

  test('family time as the confirmation gives it is the child’s own week', () => {
    const familyTime = [{ weekday: 'saturday', from: '10:00', until: '12:30' } as const]
    const coming = [{ role: 'child' as Role, part: 'attend' as const }]
    expect(childsWeek({ initials: 'KV', ageInYears: 9, familyTime }, coming)?.familyTime).toEqual([
      { weekday: 6, startMinute: 600, endMinute: 750 },
    ])
  })

  test('school never keeps a meeting from being held: with no other time it is offered, and said', () => {
    const afternoons = ['02', '03', '04', '05', '06', '09'].map((date) => span(`2026-11-${date}`, '14:00', '18:00'))
    const [slot] = offerSlots(
      question([worker({ ...FREE, busy: afternoons })], { child: { ...child, examYear: true } }),
    )
    expect(slot!.inTime).toBe(true)
    expect(said(slot!)).toContain('the child would miss school in an exam year')
  })

  test('people who must come weigh more than school', () => {
    const afternoons = ['02', '03', '04', '05', '06', '09'].map((date) => span(`2026-11-${date}`, '15:00', '18:00'))
    expect(offerSlots(question([worker({ ...FREE, busy: afternoons })], { child }))[0]!.busy).toEqual([])
  })

  test('on days when every school is closed, no school is missed', () => {
    const meeting = { ...question([]).meeting, deadline: aDeadline({ date: day('2026-12-31'), at: endOfDay(day('2026-12-31')) }) } // prettier-ignore
    const slots = offerSlots(question([worker()], { child, meeting, now: atLondon(day('2026-12-28'), '12:00') }))
    expect(starts(slots)[0]).toBe('Tue 29 Dec 2026 10:00')
  })

  test.each([
    [4, false],
    [5, true],
    [16, true],
    [17, false],
  ])('aged %i, at school: %s', (ageInYears, atSchool) => {
    const coming = [{ role: 'child' as Role, part: 'attend' as const }]
    expect(childsWeek({ initials: 'KV', ageInYears }, coming)?.atSchool).toBe(atSchool)
  })

  test('whoever does not come to the meeting misses nothing', () => {
    expect(childsWeek({ initials: 'KV', ageInYears: 9 }, [{ role: 'child', part: 'contribute' }])).toBeNull()
  })
})

describe('what else is good to know of a time', () => {
  const at = (slot: Interval, over: Partial<SlotQuestion> = {}) => said(judgeSlot(slot, question([worker()], over)))

  test('that it is the last day, that it is early, or that a holiday has just been', () => {
    expect(at(span('2026-11-09', '10:00', '11:00'))).toEqual(['on the last day'])
    expect(at(span('2026-11-03', '09:00', '10:00'))).toEqual(['early or late in the day'])
    expect(at(span('2026-12-29', '10:00', '11:00'))).toEqual(['first working day after a holiday'])
  })

  test('that it is the day of the start, before it (R-020)', () => {
    const start = atLondon(day('2026-11-03'), '16:00')
    const meeting = { ...question([]).meeting, mustStartBefore: start }
    expect(at(TUESDAY, { meeting })).toEqual(['on the day of the start, before it'])
  })
})
