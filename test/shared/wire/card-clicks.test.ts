import { describe, expect, test } from '@jest/globals'
import { readCardClick } from '../../../shared/wire/card-clicks.ts'

const DRAFT = '2c9b8a7d-6e5f-4d3c-b2a1-90f8e7d6c5b4'
const MEETING = 'b1d7e3f4-0a68-4c2b-8f19-7e5a4d3c2b10'

describe('a press of Schedule', () => {
  const schedule = { verb: 'schedule', draftId: DRAFT, version: 3 }

  test('carries the times that were picked and the answers by question id; what was left empty is not an answer', () => {
    expect(
      readCardClick({
        ...schedule,
        'time.0': '2026-12-21T10:00:00Z',
        'part:mother': 'attend',
        chair: '',
        lateReason: ' ',
      }),
    ).toMatchObject({
      verb: 'schedule',
      draftId: DRAFT,
      version: 3,
      answers: { 'part:mother': 'attend' },
      chosen: expect.arrayContaining(['2026-12-21T10:00:00Z']),
      lateReason: undefined,
    })
  })

  test('from clients that send every value as text is the same', () => {
    expect(readCardClick({ ...schedule, version: '3' })).toMatchObject({ version: 3 })
  })

  test.each([
    ['no id', { draftId: 'all' }],
    ['a version that is none', { version: -1 }],
    ['a time that is none', { 'time.0': 'tomorrow' }],
    ['an answer that is no text', { 'part:mother': ['attend'] }],
    ['an answer to a question with a strange name', { '<script>': 'x' }],
    ['an answer without end', { chair: 'x'.repeat(2_001) }],
    ['answers without end', Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`q${n}`, 'x']))],
    ['another verb', { verb: 'drop' }],
  ])('with %s is none of ours', (_, over) => {
    expect(readCardClick({ ...schedule, ...over })).toBeNull()
  })

  test('that is nothing at all is none of ours', () => {
    for (const nothing of [null, undefined, 'schedule', [], {}]) expect(readCardClick(nothing)).toBeNull()
  })
})

describe('a press of Move', () => {
  const move = { verb: 'move', meetingId: MEETING, version: 5, nth: 1, 'moveReason.1': 'The carer is ill' }

  test('takes what was put in for its own meeting of the card', () => {
    expect(readCardClick({ ...move, 'time.0': '2026-12-21T10:00:00Z', 'time.1': '2026-12-22T10:00:00Z' })).toEqual({
      verb: 'move',
      meetingId: MEETING,
      version: 5,
      start: '2026-12-22T10:00:00Z',
      reason: 'The carer is ill',
      lateReason: undefined,
    })
  })

  test('prefers a day and time of one’s own, on London’s clocks', () => {
    const own = { 'time.1': '2026-12-22T10:00:00Z', 'ownDay.1': '2027-06-01', 'ownTime.1': '09:30' }
    expect(readCardClick({ ...move, ...own })).toMatchObject({ start: '2027-06-01T08:30:00Z' })
  })

  test('a day without a time is no time', () => {
    expect(readCardClick({ ...move, 'ownDay.1': '2027-06-01' })).toMatchObject({ start: undefined })
  })
})

describe('the form', () => {
  test('gives the start as an answer, and names nobody where a line was left empty', () => {
    expect(
      readCardClick({
        verb: 'preview',
        form: 1,
        startDay: '2026-12-18',
        startTime: '17:30',
        'people:mother': 'Kelly Tranter',
        caseReference: 'LCS-1',
      }),
    ).toMatchObject({
      answers: { caseReference: 'LCS-1', 'placement.startsAt': '18/12/2026 17:30' },
      people: { mother: 'Kelly Tranter', father: '' },
    })
  })

  test('answers that come without the form leave everybody where they are', () => {
    expect(readCardClick({ verb: 'preview', draftId: DRAFT, version: 1, basis: 'planned' })).toMatchObject({
      people: {},
    })
  })
})
