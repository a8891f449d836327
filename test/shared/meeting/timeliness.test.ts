/** How many meetings were held before the placement, in time, late, or not at all. */
import { describe, expect, test } from '@jest/globals'
import { instant, type Instant } from '../../../shared/dates/time.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { inTimeOf, timelinessOf } from '../../../shared/meeting/timeliness.ts'
import type { PlacementType } from '../../../shared/placement/placement.ts'
import { aConfirmation, aDeadline, aMeetingPlan } from '../../support/builders.ts'

/** Placed on Mon 2 Nov 2026 at ten; the meeting is due by the end of Mon 9 Nov. */
const NOW = instant('2026-11-16T09:00:00Z')
const DEADLINE = aDeadline({ at: instant('2026-11-09T23:59:59Z') })
const hour = (start: string) => ({ start: instant(start), end: instant(start.replace(':00:00Z', ':59:00Z')) })

type State = { state: 'held' | 'arranged'; on: string } | { state: 'toArrange' | 'cancelled' }
function aCase(how: State, type: PlacementType = 'foster', deadline = DEADLINE) {
  const slot = 'on' in how && { slot: hour(how.on) }
  return {
    meeting: { state: how.state, ...slot, plan: aMeetingPlan({ deadline }) } as unknown as PlanningMeeting,
    placement: { confirmation: aConfirmation({ placement: { type, startsAt: instant('2026-11-02T10:00:00Z') } }) },
  }
}

const TEN = [
  aCase({ state: 'held', on: '2026-10-30T10:00:00Z' }),
  aCase({ state: 'held', on: '2026-10-29T10:00:00Z' }),
  aCase({ state: 'held', on: '2026-11-04T10:00:00Z' }),
  aCase({ state: 'held', on: '2026-11-09T16:00:00Z' }),
  aCase({ state: 'held', on: '2026-11-05T10:00:00Z' }),
  aCase({ state: 'held', on: '2026-11-10T10:00:00Z' }),
  aCase({ state: 'toArrange' }),
  // Arranged for a day that is still to come, after the last day: it was not held in time.
  aCase({ state: 'arranged', on: '2026-11-20T10:00:00Z' }),
  // Its hour has passed, and nobody has closed the record.
  aCase({ state: 'arranged', on: '2026-11-06T10:00:00Z' }),
  aCase({ state: 'cancelled' }),
]

describe('of ten placements', () => {
  test('it is counted what was held before, in time, late and not at all (R-228)', () => {
    const [row, ...others] = timelinessOf(TEN, NOW)
    expect(others).toEqual([])
    expect(row).toEqual({
      type: 'foster',
      rule: DEADLINE.rule,
      counts: { before: 2, inTime: 3, late: 1, notHeld: 2, open: 1 },
    })
    // A record that is not closed says neither.
    expect(inTimeOf(row!)).toEqual({ have: 5, of: 8 })
  })

  test('what is still to come, or is due by no day, is not counted', () => {
    const before = instant('2026-11-03T09:00:00Z')
    expect(timelinessOf([aCase({ state: 'toArrange' })], before)).toEqual([])
    expect(timelinessOf([aCase({ state: 'arranged', on: '2026-11-06T10:00:00Z' })], before)).toEqual([])
    const noDay = aCase({ state: 'held', on: '2026-11-06T10:00:00Z' })
    expect(
      timelinessOf([{ ...noDay, meeting: { ...noDay.meeting, plan: aMeetingPlan({ deadline: null }) } }], NOW),
    ).toEqual([])
  })

  test('each kind of placement and each rule stands by itself, the one of which most was missed first', () => {
    const sooner = aDeadline({ at: '2026-11-05T10:00:00Z' as Instant, rule: 'Within 72 hours' })
    const rows = timelinessOf(
      [
        aCase({ state: 'held', on: '2026-11-04T10:00:00Z' }),
        aCase({ state: 'held', on: '2026-11-04T10:00:00Z' }, 'residential'),
        aCase({ state: 'held', on: '2026-11-06T10:00:00Z' }, 'residential', sooner),
      ],
      NOW,
    )
    expect(rows.map(({ type, rule, counts }) => [type, rule, counts.inTime, counts.late])).toEqual([
      ['residential', 'Within 72 hours', 0, 1],
      ['foster', DEADLINE.rule, 1, 0],
      ['residential', DEADLINE.rule, 1, 0],
    ])
  })
})
