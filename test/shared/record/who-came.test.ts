/** What a record asks because of who came and who did not. */
import { describe, expect, test } from '@jest/globals'
import { day } from '../../../shared/dates/time.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { followUpsFrom } from '../../../shared/record/follow-ups.ts'
import { gapsOf, recordDuties } from '../../../shared/record/minutes-gaps.ts'
import { minutesAsText } from '../../../shared/record/minutes-text.ts'
import type { AttendanceState, LineAnswer } from '../../../shared/record/minutes.ts'
import type { PersonKey } from '../../../shared/placement/placement.ts'
import { CARER, F1, FATHER, fosterPeople, meetingOf, withPeople } from '../../support/fixture-cases.ts'
import { wholeRecord } from '../../support/whole-record.ts'

function held(
  attendance: Partial<Record<PersonKey, AttendanceState>>,
  answers: Record<string, LineAnswer> = {},
  confirmation: PlacementConfirmation = F1(),
) {
  const meeting = meetingOf(confirmation, 'south-glos')
  const minutes = wholeRecord(meeting, confirmation)
  for (const [key, state] of Object.entries(attendance)) {
    minutes.attendance[key as PersonKey] = { state, how: 'Told the social worker beforehand' }
  }
  Object.assign(minutes.lines, answers)
  const duties = recordDuties(meeting, confirmation)
  return {
    gaps: gapsOf(meeting, confirmation, minutes).map(({ at, words }) => ({ at: at.id, words })),
    toDo: followUpsFrom(meeting.agenda, duties, minutes, day('2026-11-04')),
    text: minutesAsText(minutes, { ...duties, agenda: meeting.agenda } as unknown as Parameters<
      typeof minutesAsText
    >[1]),
  }
}

describe('neither the child nor a parent comes, and the minimum is met (E-20, R-065)', () => {
  const away = { 'child:1': 'apologies', 'mother:1': 'noReply' } as const
  const after = {
    answer: 'after',
    why: 'It was too soon after the move',
    owner: 'childsSocialWorker:1' as const,
    by: day('2026-11-06'),
  }

  test('the meeting counts: nothing is below the minimum, and the record only asks why and how they are heard', () => {
    expect(held(away).gaps).toEqual([
      {
        at: 'familyAbsent',
        words:
          'Neither the child nor a parent came. The meeting counts all the same. Why was that, and how are they heard? An answer is needed',
      },
    ])
  })

  test('it closes with a reason, and with somebody who gathers their views by a day', () => {
    expect(held(away, { familyAbsent: { answer: 'after', why: 'It was too soon' } }).gaps).toEqual([
      { at: 'familyAbsent', words: expect.stringContaining('An owner and a date are needed') },
    ])
    const { gaps, toDo, text } = held(away, { familyAbsent: after })
    expect(gaps).toEqual([])
    expect(toDo).toContainEqual({
      id: 'familyAbsent',
      words: 'Gather the views of the child and the family, who were not at the meeting.',
      owner: 'childsSocialWorker:1',
      by: '2026-11-06',
    })
    expect(text).toContain('It was too soon after the move')
  })

  test('or says why, where they have been heard already', () => {
    expect(held(away, { familyAbsent: { answer: 'heard' } }).gaps).toHaveLength(1)
    expect(held(away, { familyAbsent: { answer: 'heard', why: 'By video the day before' } }).gaps).toEqual([])
  })

  test.each<[string, Parameters<typeof held>[0]]>([
    ['the child', { 'mother:1': 'apologies' }],
    ['a parent by video', { 'child:1': 'contributed', 'mother:1': 'byVideo' }],
    ['a parent for a part of it', { 'child:1': 'apologies', 'mother:1': 'presentInPart' }],
  ])('nothing is asked where %s was there', (_, attendance) => {
    expect(held(attendance).gaps).toEqual([])
  })

  test('nor before it is recorded of everybody who of them is there', () => {
    const people = [...fosterPeople(), { ...FATHER, decision: { part: 'attend' as const } }]
    const confirmation = F1({ people })
    const meeting = meetingOf(confirmation, 'south-glos')
    const minutes = wholeRecord(meeting, confirmation)
    minutes.attendance['child:1'] = minutes.attendance['mother:1'] = { state: 'apologies' }
    delete minutes.attendance['father:1']
    expect(gapsOf(meeting, confirmation, minutes).map(({ at }) => at.id)).toEqual(['father:1'])
  })

  test('of a child who has no parents here, the child is spoken of alone (E-38)', () => {
    const alone = F1({
      child: { unaccompaniedAsylumSeeking: true },
      people: withPeople(fosterPeople(), { mother: null }),
    })
    expect(held({ 'child:1': 'viewsConsidered' }, {}, alone).gaps[0]!.words).toMatch(/^The child did not come[.]/)
  })
})

describe('two foster carers, and one can come (E-18)', () => {
  const second = { ...CARER, name: 'Ambrose Oyelaran', email: 'a.oyelaran@homefires.example' }
  const two = F1({ people: [...fosterPeople(), second] })
  const away = { 'fosterCarer:2': 'apologies' } as const

  test('the minimum is met, and the record asks who gives the other one a copy', () => {
    expect(held(away, {}, two).gaps).toEqual([
      {
        at: 'copyFor:fosterCarer:2',
        words: 'Ambrose Oyelaran did not come. Who gives them a copy of the record? An answer is needed',
      },
    ])
  })

  test('that is somebody’s to do by a day; or it says why they get none', () => {
    const given = { answer: 'given', owner: 'supervisingSocialWorker:1' as const, by: day('2026-11-09') }
    const { gaps, toDo } = held(away, { 'copyFor:fosterCarer:2': given }, two)
    expect(gaps).toEqual([])
    expect(toDo).toContainEqual({
      id: 'copyFor:fosterCarer:2',
      words: 'Give Ambrose Oyelaran a copy of the record.',
      owner: 'supervisingSocialWorker:1',
      by: '2026-11-09',
    })
    expect(held(away, { 'copyFor:fosterCarer:2': { answer: 'not' } }, two).gaps).toHaveLength(1)
    expect(held(away, { 'copyFor:fosterCarer:2': { answer: 'not', why: 'Has moved out' } }, two).gaps).toEqual([])
  })

  test('nothing is asked where both came, where one cares alone, or where nobody of them came', () => {
    expect(held({}, {}, two).gaps).toEqual([])
    expect(held({ 'fosterCarer:1': 'apologies' }).gaps.map(({ at }) => at)).toEqual(['belowMinimum'])
    expect(held({ ...away, 'fosterCarer:1': 'apologies' }, {}, two).gaps.map(({ at }) => at)).toEqual(['belowMinimum'])
  })
})
