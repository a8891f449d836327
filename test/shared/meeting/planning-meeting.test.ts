import { describe, expect, test } from '@jest/globals'
import {
  arranged,
  backToArrange,
  cancel,
  chooseTime,
  close,
  moveTo,
  type MeetingState,
  type MeetingStateName,
  type PlanningMeeting,
} from '../../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../../shared/dates/time.ts'
import { aMeeting, aMeetingPlan, anEvent, aSlot } from '../../support/builders.ts'

const now = instant('2026-11-02T09:00:00Z')
const slot = aSlot()
const other = aSlot({ start: instant('2026-11-04T10:00:00Z'), end: instant('2026-11-04T11:00:00Z') })
const STATES: Record<MeetingStateName, MeetingState> = {
  toArrange: { state: 'toArrange' },
  arranging: { state: 'arranging', slot, since: now },
  arranged: { state: 'arranged', slot },
  held: { state: 'held', slot, closedAt: now, closedBy: 'x' },
  cancelled: { state: 'cancelled', reason: 'r', cancelledAt: now },
}
const outcome = (result: { ok: true; value: PlanningMeeting } | { ok: false; refusal: { reason: string } }) =>
  result.ok ? result.value.state : result.refusal.reason

describe('a meeting goes from state to state, or says why not', () => {
  test.each<[MeetingStateName, choose: string, move: string, cancelled: string, closed: string]>([
    ['toArrange', 'arranging', 'notArranged', 'cancelled', 'notArranged'],
    ['arranging', 'alreadyArranged', 'notArranged', 'cancelled', 'notArranged'],
    ['arranged', 'alreadyArranged', 'arranging', 'cancelled', 'held'],
    ['held', 'alreadyClosed', 'alreadyClosed', 'alreadyClosed', 'alreadyClosed'],
    ['cancelled', 'alreadyClosed', 'alreadyClosed', 'alreadyClosed', 'notArranged'],
  ])('%s: choosing a time %s, moving %s, cancelling %s, closing %s', (state, choose, move, cancelled, closed) => {
    const meeting = aMeeting(STATES[state])
    expect(outcome(chooseTime(meeting, slot, now))).toBe(choose)
    expect(outcome(moveTo(meeting, other, now, 'The carer is away'))).toBe(move)
    expect(outcome(cancel(meeting, 'The placement ended', now))).toBe(cancelled)
    expect(outcome(close(meeting, 'x', slot.start))).toBe(closed)
  })

  test('a time that has passed is not chosen, nor one that begins this instant', () => {
    expect(outcome(chooseTime(aMeeting(), slot, slot.start))).toBe('timePast')
    expect(outcome(moveTo(aMeeting(STATES.arranged), other, other.start, 'r'))).toBe('timePast')
  })

  test('nothing is closed before it has begun', () => {
    expect(outcome(close(aMeeting(STATES.arranged), 'x', addMinutes(slot.start, -1)))).toBe('notYetStarted')
  })
})

describe('a late time needs its reason (R-025, R-033)', () => {
  const late = aSlot({ start: instant('2026-11-10T10:00:00Z'), end: instant('2026-11-10T11:00:00Z') })

  test.each([
    [undefined, 'lateReasonMissing'],
    ['  ', 'lateReasonMissing'],
    ['Nobody was free before', 'arranging'],
  ])('%j: %s', (reason, expected) => {
    expect(outcome(chooseTime(aMeeting(), late, now, reason))).toBe(expected)
    expect(outcome(moveTo(aMeeting(STATES.arranged), late, now, 'moved', reason))).toBe(expected)
  })

  test('the reason stays with the meeting through everything that follows', () => {
    const chosen = chooseTime(aMeeting(), late, now, 'Nobody was free before')
    if (!chosen.ok || chosen.value.state !== 'arranging') throw new Error('not chosen')
    const closed = close(arranged(chosen.value), 'x', late.start)
    expect(closed).toMatchObject({ ok: true, value: { state: 'held', lateReason: 'Nobody was free before' } })
  })

  test('where only before the start is in time, the start itself is late', () => {
    const plan = aMeetingPlan({ mustStartBefore: slot.start })
    expect(outcome(chooseTime(aMeeting({ plan }), slot, now))).toBe('lateReasonMissing')
  })
})

describe("Outlook's events", () => {
  test('are intended when a time is chosen: one for all staff and carers, one for each parent', () => {
    const chosen = chooseTime(aMeeting(), slot, now)
    expect(chosen).toMatchObject({
      ok: true,
      value: { events: [{ key: 'core', generation: 1, state: 'intended' }, { key: 'family:1', generation: 1, state: 'intended' }] },
    })
  }) // prettier-ignore

  test('are booked anew under another generation, so that a cancelled one is never taken up again', () => {
    const before = aMeeting({
      events: [anEvent({ generation: 3 })].map((event) => ({ ...event, state: 'cancelled' as const })),
    })
    const chosen = chooseTime(before, slot, now)
    expect(chosen.ok && chosen.value.events.map(({ generation, state }) => [generation, state])).toEqual([[4, 'intended'], [4, 'intended']]) // prettier-ignore
  })

  test('stay the same events when the meeting is moved; answers for the old time no longer hold', () => {
    const meeting = aMeeting({ ...STATES.arranged, events: [anEvent()], answers: { 'mother:1': { choice: 'coming', at: now, via: 'link' } } })
    const moved = moveTo(meeting, other, now, 'The carer is away')
    expect(moved).toMatchObject({
      ok: true,
      value: { events: [anEvent()], answers: {}, movedFrom: slot, moves: [{ from: slot, reason: 'The carer is away', at: now }] },
    })
  }) // prettier-ignore

  test('that cannot be had bring the meeting back to where a time has to be chosen, and say why', () => {
    const back = backToArrange(aMeeting(STATES.arranging), 'timeTaken', [])
    expect(back).toMatchObject({ state: 'toArrange', problem: 'timeTaken', offered: [] })
    expect('slot' in back).toBe(false)
    const again = chooseTime(back, slot, now)
    expect(again.ok && 'problem' in again.value).toBe(false)
  })
})
