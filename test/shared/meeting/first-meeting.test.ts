import { describe, expect, test } from '@jest/globals'
import { addHours, londonIso, type Instant } from '../../../shared/dates/time.ts'
import {
  F1,
  F2,
  F3,
  F8,
  FIXTURES,
  meetingOf,
  PACK_IDS,
  planOf,
  warningIds,
  type FixtureId,
  type PackId,
} from '../../support/fixture-cases.ts'

const start = {
  F1: '2026-11-02T10:00:00+00:00',
  F4: '2027-03-22T11:00:00+00:00',
  F8: '2027-02-01T10:00:00+00:00',
}
const R = 'R-027'
const night = (date: string) => `${date}T23:59:59${date >= '2027-03-28' ? '+01:00' : '+00:00'}`

/** From 1.1 and 2.1 of the catalogue: what is planned for each placement under each practice. */
const TABLE: [FixtureId, PackId, deadline: string, kind: string, requirement: string][] = [
  ['F1', 'england-default', start.F1, 'first', R],
  ['F1', 'standards-lcs', start.F1, 'first', 'R-020'],
  ['F1', 'homes-care-planning', start.F1, 'first', R],
  ['F1', 'wm-mosaic', night('2026-11-05'), 'first', 'R-022'],
  ['F1', 'south-glos', night('2026-11-09'), 'first', 'R-023'],
  ['F1', 'leicester', start.F1, 'first', 'R-024'],
  ['F2', 'england-default', night('2026-12-29'), 'first', R],
  ['F2', 'standards-lcs', night('2026-12-23'), 'first', 'R-021'],
  ['F2', 'homes-care-planning', night('2026-12-29'), 'first', R],
  ['F2', 'wm-mosaic', night('2026-12-23'), 'emergency', 'R-022'],
  ['F2', 'south-glos', night('2026-12-29'), 'first', 'R-023'],
  ['F2', 'leicester', '2026-12-21T17:30:00+00:00', 'first', 'R-024'],
  ['F3', 'england-default', night('2027-01-05'), 'first', R],
  ['F3', 'standards-lcs', night('2026-12-29'), 'first', 'R-021'],
  ['F3', 'homes-care-planning', night('2027-01-05'), 'first', R],
  ['F3', 'wm-mosaic', night('2026-12-31'), 'emergency', 'R-022'],
  ['F3', 'south-glos', night('2027-01-05'), 'first', R],
  ['F3', 'leicester', '2026-12-27T17:30:00+00:00', 'first', 'R-024'],
  ['F4', 'england-default', start.F4, 'first', R],
  ['F4', 'standards-lcs', start.F4, 'first', 'R-020'],
  ['F4', 'homes-care-planning', start.F4, 'first', R],
  ['F4', 'wm-mosaic', night('2027-03-25'), 'first', 'R-022'],
  ['F4', 'south-glos', start.F4, 'first', R],
  ['F4', 'leicester', start.F4, 'first', 'R-024'],
  ['F5', 'england-default', night('2027-04-05'), 'first', R],
  ['F5', 'standards-lcs', night('2027-03-30'), 'first', 'R-021'],
  ['F5', 'homes-care-planning', night('2027-04-05'), 'first', R],
  ['F5', 'wm-mosaic', night('2027-04-01'), 'emergency', 'R-022'],
  ['F5', 'south-glos', night('2027-04-05'), 'first', R],
  ['F5', 'leicester', '2027-03-28T17:00:00+01:00', 'first', 'R-024'],
  ['F6', 'england-default', night('2027-04-05'), 'first', R],
  ['F6', 'standards-lcs', night('2027-03-31'), 'first', 'R-021'],
  ['F6', 'homes-care-planning', night('2027-04-05'), 'first', R],
  ['F6', 'wm-mosaic', night('2027-04-01'), 'emergency', 'R-022'],
  ['F6', 'south-glos', night('2027-04-05'), 'first', 'R-023'],
  ['F6', 'leicester', '2027-03-29T19:00:00+01:00', 'first', 'R-024'],
  ['F7', 'england-default', night('2027-05-10'), 'first', R],
  ['F7', 'standards-lcs', night('2027-05-05'), 'first', 'R-021'],
  ['F7', 'homes-care-planning', night('2027-05-10'), 'first', R],
  ['F7', 'wm-mosaic', night('2027-05-06'), 'first', 'R-022'],
  ['F7', 'south-glos', night('2027-05-10'), 'first', R],
  ['F7', 'leicester', '2027-05-03T17:00:00+01:00', 'first', 'R-024'],
  ['F8', 'england-default', start.F8, 'first', R],
  ['F8', 'standards-lcs', start.F8, 'first', 'R-020'],
  ['F8', 'homes-care-planning', start.F8, 'first', R],
  ['F8', 'wm-mosaic', night('2027-02-04'), 'first', 'R-022'],
  ['F8', 'south-glos', start.F8, 'first', R],
  ['F8', 'leicester', start.F8, 'first', 'R-024'],
]

describe('by when the first meeting is held', () => {
  test.each(TABLE)('%s under %s: by %s, as a meeting of the %s kind (%s)', (fixture, pack, at, kind, requirement) => {
    const meeting = meetingOf(FIXTURES[fixture](), pack)
    expect(londonIso(meeting.deadline!.at)).toBe(at)
    expect(meeting.deadline).toMatchObject({ date: at.slice(0, 10), status: 'localPractice' })
    expect(meeting.deadline!.requirements).toContain(requirement)
    expect(meeting.kind).toBe(kind)
    expect(meeting.combines).toEqual(kind === 'emergency' ? ['first', 'emergency'] : ['first'])
    expect(meeting.triggers).toEqual(kind === 'emergency' ? ['emergencyPlacement'] : [])
    expect(meeting.notBefore).toBeNull()
  })

  test('a meeting is never the law: only the plan has a deadline there (finding 1, K-22)', () => {
    const statuses = TABLE.map(([fixture, pack]) => meetingOf(FIXTURES[fixture](), pack).deadline!.status)
    expect(new Set(statuses)).toEqual(new Set(['localPractice']))
  })

  const before = TABLE.filter(([fixture, , at]) => at === (start as Record<string, string>)[fixture])
  test.each(before)('%s under %s has to start before the placement does, at %s (R-020)', (fixture, pack, at) => {
    expect(londonIso(meetingOf(FIXTURES[fixture](), pack).mustStartBefore!)).toBe(at)
  })

  test.each(
    TABLE.filter(([fixture, pack]) => !before.some(([f, p]) => f === fixture && p === pack) && fixture !== 'F8'),
  )('%s under %s may follow the start', (fixture, pack) => {
    expect(meetingOf(FIXTURES[fixture](), pack).mustStartBefore).toBeNull()
  })

  test('with parents no practice lets the meeting follow the start: the plan has no grace (E-41, L-04, F8)', () => {
    for (const pack of PACK_IDS) {
      expect(londonIso(meetingOf(F8(), pack).mustStartBefore!)).toBe('2027-02-01T10:00:00+00:00')
    }
    expect(warningIds(F8(), 'wm-mosaic')).toContain('meetingAfterPlan')
  })

  test.each([
    ['F1', 'leicester', 'Thu 5 Nov 2026 10:00'],
    ['F4', 'leicester', 'Thu 25 Mar 2027 11:00'],
    ['F8', 'leicester', 'Thu 4 Feb 2027 10:00'],
    ['F1', 'standards-lcs', 'Sat 7 Nov 2026 23:59'],
    ['F4', 'standards-lcs', 'Sat 27 Mar 2027 23:59'],
    ['F8', 'standards-lcs', 'Sat 6 Feb 2027 23:59'],
    ['F4', 'england-default', 'Wed 31 Mar 2027 23:59'],
  ] as const)('%s under %s, missed: late, and next by %s (R-025, R-033)', (fixture, pack, next) => {
    const confirmation = FIXTURES[fixture]()
    const later = addHours(confirmation.placement.startsAt!, 1)
    const { warnings, meetings } = planOf(confirmation, pack, later)
    expect(warnings.find(({ id }) => id === 'late')?.text).toContain(next)
    expect(meetings[0]!.deadline?.at).toBe(confirmation.placement.startsAt)
    expect(meetings[0]!.deadline!.working.at(-1)!.words).toContain(next)
  })

  test('"5 days" are calendar days until the authority rules, and the working days stand beside it (R-021, K-02, A-03)', () => {
    const warning = planOf(F2(), 'standards-lcs').warnings.find(({ id }) => id === 'daysUnit')
    expect(warning?.text).toMatch(/Wed 23 Dec 2026 in calendar days.*In working days it would be Tue 29 Dec 2026[.]/)
    expect(warning?.requirements).toEqual(['R-021', 'A-03', 'K-02'])
    expect(warningIds(F2(), 'england-default')).not.toContain('daysUnit')
  })

  test('the strictness of rules changes over Christmas: three working days can be later than five days (F3)', () => {
    expect(meetingOf(F3(), 'wm-mosaic').deadline!.date).toBe('2026-12-31')
    expect(meetingOf(F3(), 'wm-mosaic').deadline!.date > '2026-12-29').toBe(true)
  })

  test('the deadline does not move with the hour at which the placement starts, nor with the day that it is asked on', () => {
    const midnight = F2({ placement: { startsAt: '2026-12-18T00:00:00Z' as Instant } })
    const late = F2({ placement: { startsAt: '2026-12-18T23:59:00Z' as Instant } })
    for (const one of [midnight, late]) expect(meetingOf(one, 'wm-mosaic').deadline!.date).toBe('2026-12-23')
    expect(meetingOf(F2(), 'wm-mosaic', '2027-01-20T09:00:00Z' as Instant).deadline!.date).toBe('2026-12-23')
  })

  test('a start just before midnight in summer time counts from the day that London has', () => {
    const start = '2026-06-18T23:30:00Z' as Instant // Fri 19 June, half past midnight
    const meeting = meetingOf(F2({ placement: { startsAt: start } }), 'wm-mosaic')
    expect(londonIso(meeting.deadline!.at)).toBe('2026-06-24T23:59:59+01:00')
  })

  test('how the date comes about is written down, day by day', () => {
    const words = meetingOf(F2(), 'wm-mosaic').deadline!.working.map((line) => line.words)
    expect(words).toEqual([
      'Fri 18 Dec 2026: the placement starts, day 0, not counted',
      'Sat 19 Dec 2026: Saturday, not counted',
      'Sun 20 Dec 2026: Sunday, not counted',
      'Mon 21 Dec 2026: working day 1',
      'Tue 22 Dec 2026: working day 2',
      'Wed 23 Dec 2026: working day 3',
      'The whole of Wed 23 Dec 2026 is in time.',
    ])
  })

  test('an hour is booked where the practice says nothing else', () => {
    expect(meetingOf(F1(), 'south-glos').durationMinutes).toBe(60)
    expect(meetingOf(F2(), 'wm-mosaic').durationMinutes).toBe(60)
  })
})
