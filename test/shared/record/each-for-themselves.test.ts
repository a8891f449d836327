/** The home's manager chairs an emergency meeting: whose word on the placement is whose (E-15). */
import { describe, expect, test } from '@jest/globals'
import { gapsOf, recordDuties } from '../../../shared/record/minutes-gaps.ts'
import { minutesAsText } from '../../../shared/record/minutes-text.ts'
import type { LineAnswer } from '../../../shared/record/minutes.ts'
import { F2, F3, meetingOf } from '../../support/fixture-cases.ts'
import { wholeRecord } from '../../support/whole-record.ts'

const BOTH = ['homeMeetsNeed', 'authoritysDecision']

describe('the home’s manager sits there as chair, and for the home (E-15, L-15, R-164)', () => {
  const confirmation = F3()
  const meeting = meetingOf(confirmation, 'wm-mosaic')
  const after = (answers: Record<string, LineAnswer | undefined>) => {
    const minutes = wholeRecord(meeting, confirmation)
    for (const [id, answer] of Object.entries(answers)) {
      if (answer) minutes.lines[id] = answer
      else delete minutes.lines[id]
    }
    return { gaps: gapsOf(meeting, confirmation, minutes).map(({ at }) => at.id), minutes }
  }

  test('what the home says and what the authority decides are asked apart, and neither stays blank', () => {
    expect(meeting.chair.role).toBe('registeredManager')
    expect(after({ homeMeetsNeed: undefined }).gaps).toEqual(['homeMeetsNeed'])
    expect(after({ authoritysDecision: undefined }).gaps).toEqual(['authoritysDecision'])
    // Also where nothing else is written under the item, since its checklist fills it.
    const { minutes } = after({ homeMeetsNeed: undefined, authoritysDecision: undefined })
    minutes.entries = minutes.entries.filter(({ item }) => item !== 'AG-24')
    expect(gapsOf(meeting, confirmation, minutes).map(({ at }) => at.id)).toEqual(BOTH)
  })

  test('a home that cannot meet the need says why; a decision against the placement has its reason', () => {
    expect(after({ homeMeetsNeed: { answer: 'no' } }).gaps).toEqual(['homeMeetsNeed'])
    expect(after({ authoritysDecision: { answer: 'notSuitable' } }).gaps).toEqual(['authoritysDecision'])
    expect(after({ authoritysDecision: { answer: 'later' } }).gaps).toEqual(['authoritysDecision'])
  })

  test('both stand in the record, though they differ', () => {
    const { minutes } = after({
      homeMeetsNeed: { answer: 'no', why: 'Nobody awake at night' },
      authoritysDecision: { answer: 'suitable' },
    })
    const duties = recordDuties(meeting, confirmation)
    const text = minutesAsText(minutes, { ...duties, agenda: meeting.agenda } as unknown as Parameters<
      typeof minutesAsText
    >[1])
    expect(text).toMatch(/What the home says: .*No.*Nobody awake at night/)
    expect(text).toMatch(/What the authority decides, as the social worker states it: .*Suitable/)
  })
})

test('a social worker who chairs decides for the authority anyway: nothing is asked twice', () => {
  const meeting = meetingOf(F2(), 'wm-mosaic')
  expect(meeting.chair.role).toBe('childsSocialWorker')
  const asked = recordDuties(meeting, F2()).recordLines.map(({ id }) => id)
  expect(asked.filter((id) => BOTH.includes(id))).toEqual([])
})
