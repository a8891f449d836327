import { describe, expect, test } from '@jest/globals'
import type { MeetingRow } from '../../../shared/meeting/meeting-view.ts'
import { byWhatIsMissedFirst, deadlineWords, standingOf, timeLeftWords } from '../../../shared/meeting/standing.ts'
import { day, endOfDay, instant } from '../../../shared/dates/time.ts'
import { aDeadline, aRow, aSlot } from '../../support/builders.ts'

const now = instant('2026-11-02T09:00:00Z')

describe('how a meeting stands, in a word', () => {
  test.each<[string, Partial<MeetingRow>, string, string]>([
    ['without a time, with days to go', {}, 'Not yet arranged', 'attention'],
    ['without a time, on the last working day but one', { workingDaysLeft: 1 }, 'Due now', 'urgent'],
    ['without a time, past its deadline', { late: true, workingDaysLeft: -2 }, 'Late', 'urgent'],
    ['whose time somebody else took', { problem: 'timeTaken' }, 'Time was taken', 'attention'],
    ['for which those outside are asked', { asking: true, nextStep: 'wait' }, 'Asking outside', 'calm'],
    [
      'for which they are asked, on the last working day but one',
      { asking: true, workingDaysLeft: 1 },
      'Due now',
      'urgent',
    ],
    ['arranged in time', { state: 'arranged', slot: aSlot() }, 'Arranged', 'calm'],
    ['arranged after its deadline', { state: 'arranged', slot: aSlot(), late: true }, 'Arranged late', 'attention'],
    ['that has begun', { state: 'arranged', slot: { start: now, end: aSlot().end } }, 'Meeting now', 'attention'],
    [
      'somebody moved in Outlook',
      { state: 'arranged', slot: aSlot(), concern: 'atAnotherTime' },
      'Other time in Outlook',
      'attention',
    ],
    [
      'that is over and not closed',
      { state: 'arranged', slot: { start: instant('2026-11-02T07:00:00Z'), end: now } },
      'Minutes open',
      'attention',
    ],
    ['that is closed', { state: 'held', slot: aSlot() }, 'Held', 'done'],
    ['that is cancelled', { state: 'cancelled' }, 'Cancelled', 'done'],
  ])('a meeting %s', (_, over, words, worry) => {
    expect(standingOf(aRow(over), now)).toEqual({ words, worry })
  })
})

describe('the time that is left', () => {
  test.each([
    [5, 'Mon 9 Nov 2026', 'in 5 working days'],
    [1, 'Mon 9 Nov 2026', 'in 1 working day'],
    [-1, 'Mon 9 Nov 2026', '1 working day late'],
    [0, 'Mon 9 Nov 2026', 'no working day left'],
  ])('%s working days', (workingDaysLeft, _, words) => {
    expect(timeLeftWords(aRow({ workingDaysLeft }), now)).toBe(words)
  })

  test('the last day itself is called today', () => {
    const deadline = aDeadline({ date: day('2026-11-02') })
    expect(timeLeftWords(aRow({ deadline, workingDaysLeft: 0 }), now)).toBe('today')
  })

  test('a deadline in days is a day, one in hours a moment', () => {
    const date = day('2026-12-21')
    expect(deadlineWords({ date, at: endOfDay(date) })).toBe('Mon 21 Dec 2026')
    expect(deadlineWords({ date, at: instant('2026-12-21T17:30:00Z') })).toBe('Mon 21 Dec 2026 17:30')
  })
})

test('what will be missed first comes first, and of what is done the latest', () => {
  const rows = [
    aRow({ ref: 'no date', deadline: null, workingDaysLeft: null }),
    aRow({ ref: 'arranged for the 3rd', state: 'arranged', slot: aSlot() }),
    aRow({ ref: 'due on the 9th' }),
    aRow({ ref: 'late', deadline: aDeadline({ at: instant('2026-10-30T23:59:59Z') }), late: true }),
  ]
  expect(rows.sort(byWhatIsMissedFirst).map(({ ref }) => ref)).toEqual([
    'late',
    'arranged for the 3rd',
    'due on the 9th',
    'no date',
  ])
  const held = (ref: string, start: string) =>
    aRow({ ref, state: 'held', group: 'done', slot: { start: instant(start), end: instant(start) } })
  const done = [held('older', '2026-10-01T10:00:00Z'), held('newer', '2026-10-20T10:00:00Z')]
  expect(done.sort(byWhatIsMissedFirst).map(({ ref }) => ref)).toEqual(['newer', 'older'])
})
