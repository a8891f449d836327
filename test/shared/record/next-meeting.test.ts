import { describe, expect, test } from '@jest/globals'
import { nextMeetingOn, nextMeetingQuestion } from '../../../shared/record/next-meeting.ts'
import { day } from '../../../shared/dates/time.ts'
import { F1, meetingOf } from '../../support/fixture-cases.ts'

const agreed = (heldOn: string, answer: string, over: object = {}) =>
  nextMeetingOn(day(heldOn), { lines: { nextMeeting: { answer, ...over } } })

describe('the next meeting is proposed by the agreed interval (R-014)', () => {
  test.each([
    ['6 weeks after Thu 5 November', '2026-11-05', 'weeks6', '2026-12-17'],
    ['4 weeks before a Christmas Day, on the working day before it', '2026-11-27', 'weeks4', '2026-12-24'],
    ['3 months, where that is a Sunday', '2026-11-07', 'months3', '2027-02-05'],
  ])('%s', (_, heldOn, answer, on) => {
    expect(agreed(heldOn, answer)).toBe(on)
  })

  test('or on the day that was agreed; and none where none was', () => {
    expect(agreed('2026-11-05', 'onDay', { by: '2026-12-01' })).toBe('2026-12-01')
    expect(agreed('2026-11-05', 'onDay')).toBeNull()
    expect(agreed('2026-11-05', 'none')).toBeNull()
    expect(agreed('2026-11-05', 'constructor')).toBeNull()
    expect(nextMeetingOn(day('2026-11-05'), { lines: {} })).toBeNull()
  })

  test('after a disruption nobody is asked (3.10)', () => {
    const meeting = meetingOf(F1(), 'south-glos')
    expect(nextMeetingQuestion(meeting)).toHaveLength(1)
    expect(nextMeetingQuestion({ ...meeting, kind: 'disruption' })).toEqual([])
  })
})
