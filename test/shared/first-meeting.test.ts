import { describe, expect, test } from '@jest/globals'
import { londonIso, type Instant } from '../../shared/time.ts'
import { F1, F2, F3, FIXTURES, meetingOf, type FixtureId, type PackId } from '../support/fixture-cases.ts'

const start = { F1: '2026-11-02T10:00:00+00:00', F4: '2027-03-22T11:00:00+00:00' }

/** From 1.1 and 2.1 of the catalogue: what is planned for each placement under each practice. */
const TABLE: [FixtureId, PackId, deadline: string, kind: string, requirement: string][] = [
  ['F1', 'england-default', start.F1, 'first', 'R-027'],
  ['F1', 'wm-mosaic', '2026-11-05T23:59:59+00:00', 'first', 'R-022'],
  ['F1', 'south-glos', '2026-11-09T23:59:59+00:00', 'first', 'R-023'],
  ['F2', 'england-default', '2026-12-29T23:59:59+00:00', 'first', 'R-027'],
  ['F2', 'wm-mosaic', '2026-12-23T23:59:59+00:00', 'emergency', 'R-022'],
  ['F2', 'south-glos', '2026-12-29T23:59:59+00:00', 'first', 'R-023'],
  ['F3', 'england-default', '2027-01-05T23:59:59+00:00', 'first', 'R-027'],
  ['F3', 'wm-mosaic', '2026-12-31T23:59:59+00:00', 'emergency', 'R-022'],
  ['F3', 'south-glos', '2027-01-05T23:59:59+00:00', 'first', 'R-027'],
  ['F4', 'england-default', start.F4, 'first', 'R-027'],
  ['F4', 'wm-mosaic', '2027-03-25T23:59:59+00:00', 'first', 'R-022'],
  ['F4', 'south-glos', start.F4, 'first', 'R-027'],
  ['F6', 'england-default', '2027-04-05T23:59:59+01:00', 'first', 'R-027'],
  ['F6', 'wm-mosaic', '2027-04-01T23:59:59+01:00', 'emergency', 'R-022'],
  ['F6', 'south-glos', '2027-04-05T23:59:59+01:00', 'first', 'R-023'],
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

  test.each([
    ['F1', 'england-default', start.F1],
    ['F4', 'england-default', start.F4],
    ['F4', 'south-glos', start.F4],
  ] as const)('%s under %s has to start before the placement does, at %s', (fixture, pack, at) => {
    expect(londonIso(meetingOf(FIXTURES[fixture](), pack).mustStartBefore!)).toBe(at)
  })

  test.each(TABLE.filter(([, , at]) => at.includes('23:59:59')))(
    '%s under %s may follow the start',
    (fixture, pack) => {
      expect(meetingOf(FIXTURES[fixture](), pack).mustStartBefore).toBeNull()
    },
  )

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
