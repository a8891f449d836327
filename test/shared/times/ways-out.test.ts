import { describe, expect, test } from '@jest/globals'
import type { Diary } from '../../../shared/times/diary.ts'
import type { PersonKey, Role } from '../../../shared/placement/placement.ts'
import { offerSlots, type SlotPerson, type SlotQuestion } from '../../../shared/times/slots.ts'
import { planAfter, planBefore, takeWay } from '../../../shared/times/take-way.ts'
import { atLondon, day, endOfDay, instant, momentWords, type Interval } from '../../../shared/dates/time.ts'
import { costWords, missingWords } from '../../../shared/times/way-words.ts'
import { leadsOf, WAYS, waysOut, type WayOut } from '../../../shared/times/ways-out.ts'
import { aDeadline, aMeeting, aMeetingPlan } from '../../support/builders.ts'

const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
const FREE: Extract<Diary, { known: true }> = { known: true, busy: [], tentative: [], workingHours: null }
const DAY = '2026-11-03'
/** Busy all day but for what is left free. */
const freeOnly = (...free: [string, string][]): Diary => {
  const edges = ['00:00', ...free.flat(), '23:59']
  const busy = Array.from({ length: edges.length / 2 }, (_, n) => span(DAY, edges[n * 2]!, edges[n * 2 + 1]!))
  return { ...FREE, busy: busy.filter(({ start, end }) => start < end) }
}
const person = (role: Role, diary: Diary = FREE, over: Partial<SlotPerson> = {}): SlotPerson => ({
  key: `${role}:1`,
  role,
  required: true,
  diary,
  onLeave: [],
  ...over,
})
/** Tue 3 Nov 2026, seven in the morning; to be held that day. */
const question = (people: SlotPerson[], over: Partial<SlotQuestion> = {}): SlotQuestion => ({
  meeting: {
    deadline: aDeadline({ date: day(DAY), at: endOfDay(day(DAY)) }),
    mustStartBefore: null,
    notBefore: null,
    durationMinutes: 60,
    minimum: ['childsSocialWorker'],
  },
  people,
  now: atLondon(day(DAY), '07:00'),
  ...over,
})
const LEADS: PersonKey[] = ['childsSocialWorker:1']
const ways = (...args: Parameters<typeof question>) => waysOut(question(...args), LEADS)
const found = (all: WayOut[], way: WayOut['way']) => all.find((one) => one.way === way)
const named = (keys: PersonKey[]) => keys.join(' and ')

describe('where no time in time suits everybody who has to come (E-43)', () => {
  test('first of all those who need not come are left out: no other way is proposed while that is enough', () => {
    const people = [
      person('childsSocialWorker', freeOnly(['10:00', '11:00'])),
      person('keyWorker', freeOnly(['14:00', '15:00']), { required: false }),
    ]
    expect(ways(people)).toEqual([])
    expect(offerSlots(question(people))[0]).toMatchObject({ busy: [], optionalBusy: ['keyWorker:1'] })
  })

  test('then, in this order: shorter, by video, outside working hours, in two parts, reduced to who can come, late', () => {
    expect(WAYS).toEqual(['shorter', 'video', 'outOfHours', 'split', 'reduced', 'late'])
    const people = [
      person('childsSocialWorker', freeOnly(['10:00', '11:40'], ['13:00', '14:00'], ['15:00', '19:00']), {
        journeyMins: 20,
      }),
      person('supervisingSocialWorker', freeOnly(['10:30', '11:15'], ['13:00', '14:00'], ['15:30', '16:30'], ['17:30', '18:30'])), // prettier-ignore
      person('interpreter', freeOnly(['10:30', '11:15'], ['13:00', '14:00'], ['16:30', '17:00'], ['17:30', '18:30'])),
      person('mother', FREE, { required: false }),
    ]
    const all = ways(people, { venue: 'placement' })
    expect(all.map(({ way }) => way)).toEqual(WAYS)
  })

  test('shorter: as long as it can be, and never less than half', () => {
    const diary = freeOnly(['10:00', '10:45'])
    const way = found(ways([person('childsSocialWorker', diary)]), 'shorter')!
    expect(momentWords(way.slot.start)).toBe('Tue 3 Nov 2026 10:00')
    expect(momentWords(way.slot.end)).toBe('Tue 3 Nov 2026 10:45')
    expect(found(ways([person('childsSocialWorker', freeOnly(['10:00', '10:29']))]), 'shorter')).toBeUndefined()
  })

  test('by video: where it is the way there that nobody has time for', () => {
    const people = [person('childsSocialWorker', freeOnly(['13:00', '14:00']), { journeyMins: 30 })]
    const way = found(ways(people, { venue: 'placement' }), 'video')!
    expect(momentWords(way.slot.start)).toBe('Tue 3 Nov 2026 13:00')
    expect(found(ways([person('childsSocialWorker', freeOnly())], { venue: 'placement' }), 'video')).toBeUndefined()
  })

  test('outside working hours: free all the same, with everybody’s consent and never over an appointment', () => {
    const part = { days: [1, 3], startMinute: 540, endMinute: 1020 }
    const onFree = [person('childsSocialWorker', { ...FREE, workingHours: part })]
    expect(momentWords(found(ways(onFree), 'outOfHours')!.slot.start)).toBe('Tue 3 Nov 2026 10:00')
    const evening = [person('childsSocialWorker', freeOnly(['18:00', '19:00']))]
    expect(momentWords(found(ways(evening), 'outOfHours')!.slot.start)).toBe('Tue 3 Nov 2026 18:00')
    expect(found(ways([person('childsSocialWorker', freeOnly(['20:00', '21:00']))]), 'outOfHours')).toBeUndefined()
  })

  test('in two parts: professionals first and the family later, both in time', () => {
    const people = [
      person('childsSocialWorker', freeOnly(['10:00', '11:00'], ['15:00', '16:00'])),
      person('mother', { known: false }, { required: false }),
      person('interpreter', freeOnly(['15:00', '15:30'])),
    ]
    const way = found(ways(people), 'split')!
    expect(momentWords(way.slot.start)).toBe('Tue 3 Nov 2026 10:00')
    expect(momentWords(way.family!.start)).toBe('Tue 3 Nov 2026 15:00')
    expect(way.slot.inTime && way.family!.inTime).toBe(true)
    const early = people.map((one) => (one.role === 'interpreter' ? { ...one, diary: freeOnly(['09:00', '09:30']) } : one)) // prettier-ignore
    expect(found(ways(early), 'split')).toBeUndefined()
  })

  test('reduced: with as many as can come, and the minimum of people before anybody else (R-064)', () => {
    const people = [
      person('childsSocialWorker', freeOnly(['09:00', '10:00'])),
      person('supervisingSocialWorker', freeOnly(['14:00', '15:00'])),
      person('fosterCarer', freeOnly(['14:00', '15:00'])),
    ]
    const way = found(ways(people), 'reduced')!
    expect(momentWords(way.slot.start)).toBe('Tue 3 Nov 2026 09:00')
    expect(way.slot).toMatchObject({ minimumHolds: true, busy: ['supervisingSocialWorker:1', 'fosterCarer:1'] })
    expect(missingWords(way, named)).toEqual([
      'supervisingSocialWorker:1 and fosterCarer:1: busy',
      'The minimum of people holds.',
    ])
  })

  test('else late: the earliest time that suits everybody, with its reason and the last day left as it is (R-033)', () => {
    const way = found(ways([person('childsSocialWorker', freeOnly())]), 'late')!
    expect(momentWords(way.slot.start)).toBe('Wed 4 Nov 2026 09:00')
    expect(costWords(way, question([]).meeting)).toContain('Held late, by 1 working day.')
    expect(missingWords(way, named)).toEqual(['Nobody is missing.', 'The minimum of people holds.'])
  })

  test('whatever is proposed beside reduced and late is in time, full, and over nobody’s appointment', () => {
    const people = [
      person('childsSocialWorker', freeOnly(['10:00', '10:45'], ['18:00', '19:00']), { journeyMins: 10 }),
      person('fosterCarer', freeOnly(['10:00', '10:45'], ['18:00', '19:00'])),
    ]
    for (const { way, slot } of ways(people, { venue: 'placement' })) {
      if (way === 'reduced' || way === 'late') continue
      expect([way, slot.inTime, slot.busy]).toEqual([way, true, []])
    }
  })
})

describe('what is given up is really booked so', () => {
  const NOW = instant('2026-11-02T09:00:00Z')
  const meeting = aMeeting({ plan: aMeetingPlan() })
  const way = (over: Partial<WayOut>): WayOut => ({
    way: 'shorter',
    slot: { ...span(DAY, '10:00', '10:45'), inTime: true, busy: [], optionalBusy: [], unknown: [], minimumHolds: true },
    ...over,
  })
  const taken = (over: Partial<WayOut>, words?: string) => {
    const done = takeWay(meeting, way(over), words, NOW)
    if (!done.ok) throw new Error(done.refusal.reason)
    return done.value
  }

  test('shorter: the agenda adds up to the minutes that are left', () => {
    const { plan, state } = taken({}).meeting
    expect(state).toBe('arranging')
    expect(plan.durationMinutes).toBe(45)
    expect(plan.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45)
  })

  test('by video: it is at no place any more', () => {
    expect(taken({ way: 'video' }).meeting.plan.venue).toMatchObject({ kind: 'online', shownTo: [] })
  })

  test('outside working hours: not without a word on who has agreed', () => {
    expect(takeWay(meeting, way({ way: 'outOfHours' }), ' ', NOW)).toMatchObject({ refusal: { reason: 'consentMissing' } }) // prettier-ignore
    expect(taken({ way: 'outOfHours' }, 'All of them, by phone').meeting.wayTaken!.consent).toBe(
      'All of them, by phone',
    )
  })

  test('late: not without a reason (R-025, R-033)', () => {
    const late = way({ way: 'late', slot: { ...way({}).slot, ...span('2026-11-10', '10:00', '11:00'), inTime: false } })
    expect(takeWay(meeting, late, undefined, NOW)).toMatchObject({ refusal: { reason: 'lateReasonMissing' } })
    expect(takeWay(meeting, late, 'Nobody was free', NOW)).toMatchObject({ ok: true })
  })

  test('in two parts: the first is without the family, the second with them and whoever leads; each person has one part to come to, and who leads has both', () => {
    const { meeting: first, family } = taken({
      way: 'split',
      family: { ...way({}).slot, ...span(DAY, '15:00', '15:30') },
    })
    const coming = (plan: typeof first.plan) => plan.attendees.filter(({ event }) => event).map(({ role }) => role)
    expect(coming(first.plan)).toEqual(['childsSocialWorker', 'supervisingSocialWorker', 'fosterCarer'])
    expect(coming(family!.plan)).toContain('mother')
    expect(coming(family!.plan)).not.toContain('fosterCarer')
    for (const key of leadsOf(meeting.plan)) expect(coming(family!.plan)).toContain(key.split(':')[0])
    expect(family!.plan.agenda.every(({ audience }) => audience === 'all')).toBe(true)
    expect(family!.plan.combines).toEqual([])
  })

  test('it holds when the plan is made anew, and is taken back with the time that it was given up for', () => {
    const { meeting: shorter } = taken({})
    expect(planAfter(meeting.plan, shorter.wayTaken).durationMinutes).toBe(45)
    expect(planBefore(shorter, [meeting.plan])).toBe(meeting.plan)
  })
})
