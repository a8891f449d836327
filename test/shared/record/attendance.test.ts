import { describe, expect, test } from '@jest/globals'
import {
  attendanceText,
  familyPresent,
  outSince,
  saidWithout,
  suggestedAttendance,
} from '../../../shared/record/attendance.ts'
import type { AttendeePart } from '../../../shared/meeting/plan.ts'
import type { AnswerChoice } from '../../../shared/meeting/planning-meeting.ts'
import { instant } from '../../../shared/dates/time.ts'

const mother = (over: { answer?: AnswerChoice; part?: AttendeePart } = {}) => ({
  key: 'mother:1' as const,
  role: 'mother' as const,
  part: over.part ?? ('attend' as const),
  invited: (over.part ?? 'attend') === 'attend',
  answer: over.answer ? { choice: over.answer, at: instant('2026-11-01T09:00:00Z'), via: 'card' as const } : null,
})
const theChild = { ...mother(), key: 'child:1' as const, role: 'child' as const, invited: false }

describe('what the chair is offered to confirm', () => {
  test.each<[AnswerChoice, string]>([
    ['coming', 'present'],
    ['byVideo', 'byVideo'],
    ['sendViews', 'contributed'],
    ['cannot', 'apologies'],
  ])('someone who answered %s: %s (R-069)', (answer, state) => {
    expect(suggestedAttendance(mother({ answer }))).toBe(state)
  })

  test.each<[AttendeePart, string | null]>([
    ['attend', 'noReply'],
    ['contribute', 'contributed'],
    ['viewsConsidered', 'viewsConsidered'],
    ['notInvited', 'notInvited'],
    ['undecided', null],
    ['informed', null],
  ])('someone without an answer whose part is %s: %s', (part, state) => {
    expect(suggestedAttendance(mother({ part }))).toBe(state)
  })

  test('the child, whom nobody asks by mail', () => {
    expect(suggestedAttendance(theChild)).toBe('present')
  })
})

describe('from whom professional items are taken apart', () => {
  const here = (attendance: Parameters<typeof familyPresent>[1]['attendance'], people = [mother(), theChild]) =>
    familyPresent(people, { attendance }).map(({ key }) => key)

  test('family who are expected, while nobody has said', () => {
    expect(here({})).toEqual(['mother:1', 'child:1'])
    expect(here({}, [mother({ answer: 'cannot' })])).toEqual([])
    expect(here({}, [mother({ part: 'contribute' })])).toEqual([])
  })

  test('once the chair has said who is there, only those', () => {
    expect(here({ 'mother:1': { state: 'byVideo' }, 'child:1': { state: 'apologies' } })).toEqual(['mother:1'])
  })

  test('not a child who has stepped out, until they are back (R-070)', () => {
    const out = instant('2026-11-03T10:20:00Z')
    const back = instant('2026-11-03T10:30:00Z')
    expect(here({ 'child:1': { state: 'presentInPart', steppedOut: [{ out }] } }, [theChild])).toEqual([])
    expect(here({ 'child:1': { state: 'presentInPart', steppedOut: [{ out, back }] } }, [theChild])).toEqual([
      'child:1',
    ])
  })
})

describe('what was talked about while somebody was out of the room (R-070)', () => {
  const entry = (item: string, text: string, without?: 'child:1') => ({
    id: text,
    item,
    type: 'note' as const,
    text,
    ...(without && { without }),
  })
  const agenda = [
    { item: 'AG-10', title: 'Health' },
    { item: 'AG-11', title: 'Education' },
  ]

  test('is told item by item, in the order of the agenda, so that they can be told', () => {
    const entries = [
      entry('AG-11', 'Bullied', 'child:1'),
      entry('AG-10', 'Hay fever'),
      entry('AG-10', 'Tablets', 'child:1'),
      entry('AG-10', 'Dentist', 'child:1'),
      entry('AG-10', ' ', 'child:1'),
    ]
    expect(saidWithout('child:1', { entries }, agenda)).toEqual([
      { item: 'AG-10', title: 'Health', entries: 2 },
      { item: 'AG-11', title: 'Education', entries: 1 },
    ])
    expect(saidWithout('mother:1', { entries }, agenda)).toEqual([])
  })

  test('they are out from the last time they left until they are back', () => {
    const [first, back, again] = ['10:20', '10:30', '10:40'].map((time) => instant(`2026-11-03T${time}:00Z`))
    expect(outSince(undefined)).toBeNull()
    expect(outSince({ steppedOut: [{ out: first!, back: back! }] })).toBeNull()
    expect(outSince({ steppedOut: [{ out: first!, back: back! }, { out: again! }] })).toBe(again)
  })
})

test('the record says when somebody who was there stepped out and came back, to the minute (R-070)', () => {
  const steppedOut = [
    { out: instant('2026-11-03T10:07:00Z'), back: instant('2026-11-03T10:15:00Z') },
    { out: instant('2026-11-03T10:40:00Z') },
  ]
  expect(attendanceText({ state: 'presentInPart', steppedOut })).toBe(
    'Present in part (out at 10:07, back at 10:15 and out at 10:40)',
  )
  expect(attendanceText({ state: 'apologies', steppedOut })).toBe('Apologies')
  expect(attendanceText({ state: 'present' })).toBe('Present')
})
