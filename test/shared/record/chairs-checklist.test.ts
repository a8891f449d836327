import { describe, expect, test } from '@jest/globals'
import { chairsChecklistOf, chairsLines } from '../../../shared/record/chairs-checklist.ts'
import { needsOf } from '../../../shared/record/checklists.ts'
import type { PlacementDetails } from '../../../shared/placement/placement.ts'
import { F1, F2, F4, F5, meetingOf, PACK_IDS } from '../../support/fixture-cases.ts'

const preset = (item: string, placement: Partial<PlacementDetails>, more: string[] = []) =>
  chairsChecklistOf(F4({ placement }), more).find((line) => line.item === item)?.preset
const lineOf = (id: string, placement: Partial<PlacementDetails> = {}) =>
  chairsLines({ chairsChecklist: chairsChecklistOf(F4({ placement }), []) }).find((line) => line.id === id)!

describe("the chair's checklist (3.12)", () => {
  test.each(PACK_IDS)('stands in every meeting under %s', (pack) => {
    for (const confirmation of [F1(), F2(), F4()]) {
      expect(meetingOf(confirmation, pack).chairsChecklist.map(({ item }) => item)).toEqual([
        'CH-1', 'CH-2', 'CH-3', 'CH-4', 'CH-5', 'CH-7', 'CH-8',
        ...(pack === 'leicester' ? ['CH-9', 'CH-10', 'CH-11', 'CH-12'] : []),
      ]) // prettier-ignore
    }
  })

  test("asks at Leicester whether the reviewing officer's and the Guardian's views were considered (R-062, R-063)", () => {
    const line = meetingOf(F4(), 'leicester').chairsChecklist.find(({ item }) => item === 'CH-11')
    expect(line).toEqual({ item: 'CH-11', preset: null, requirements: ['R-062', 'R-063'] })
  })

  test('has the exit plan in secure accommodation only, and there it is needed (R-155)', () => {
    expect(meetingOf(F5(), 'wm-mosaic').chairsChecklist.find(({ item }) => item === 'CH-6')?.preset).toBe('needed')
  })

  test('has further lines where a practice adds them', () => {
    expect(chairsChecklistOf(F4(), ['CH-9', 'CH-12']).map(({ item }) => item)).toEqual([
      'CH-1', 'CH-2', 'CH-3', 'CH-4', 'CH-5', 'CH-7', 'CH-8', 'CH-9', 'CH-12',
    ]) // prettier-ignore
  })

  test('is answered line by line: four to be told, four of health', () => {
    expect(chairsLines(meetingOf(F1(), 'wm-mosaic')).map(({ id }) => id)).toEqual([
      'CH-1', 'CH-2', 'CH-3a', 'CH-3b', 'CH-3c', 'CH-3d', 'CH-4', 'CH-5a', 'CH-5b', 'CH-5c', 'CH-5d', 'CH-7', 'CH-8',
    ]) // prettier-ignore
  })
})

describe('what the case settles beforehand', () => {
  test.each<[PlacementDetails['area'], string | null]>([
    ['inside', 'notNeeded'],
    ['adjoining', 'needed'],
    ['distant', 'needed'],
    [undefined, null],
  ])('approval of a placement outside the area, which is %s: %s (R-151)', (area, answer) => {
    expect(preset('CH-2', { area })).toBe(answer)
  })

  test.each([
    [true, 'needed'],
    [false, 'notNeeded'],
    [undefined, null],
  ])('school that is disrupted (%s), where the practice asks: %s (R-190)', (educationDisrupted, answer) => {
    expect(preset('CH-12', { educationDisrupted }, ['CH-12'])).toBe(answer)
  })

  test('everything else is the chair’s to answer', () => {
    const others = chairsChecklistOf(F4(), []).filter(({ item }) => item !== 'CH-2')
    expect(others.every(({ preset }) => preset === null)).toBe(true)
  })

  test('a distant placement is the director’s to approve, which the line says (L-08)', () => {
    expect(lineOf('CH-2').hint).toMatch(/Director of Children's Services/)
  })
})

describe('what an answer has to be completed with', () => {
  test.each<[string, string, string[]]>([
    ['needed', 'who and by when', ['owner', 'by']],
    ['done', 'nothing', []],
    ['notNeeded', 'why', ['why']],
    ['notKnown', 'who finds out, and by when', ['owner', 'by']],
    ['someday', 'one of the four answers', ['answer']],
  ])('%s: %s', (answer, _, needs) => {
    expect(needsOf(lineOf('CH-1'), { answer })).toEqual(needs)
  })

  test('no answer is a gap; nothing stays blank in silence', () => {
    expect(needsOf(lineOf('CH-4'), undefined)).toEqual(['answer'])
    expect(needsOf(lineOf('CH-4'), { answer: '' })).toEqual(['answer'])
  })

  test('what the case says is not needed asks for no reason; a chair who overrules it gives one (R-151)', () => {
    expect(needsOf(lineOf('CH-2', { area: 'inside' }), undefined)).toEqual([])
    expect(needsOf(lineOf('CH-2', { area: 'distant' }), { answer: 'notNeeded' })).toEqual(['why'])
    expect(needsOf(lineOf('CH-2', { area: 'distant' }), undefined)).toEqual(['owner', 'by'])
  })

  test('blanks are no reason, no owner and no date', () => {
    expect(needsOf(lineOf('CH-1'), { answer: 'notNeeded', why: '  ' })).toEqual(['why'])
    expect(needsOf(lineOf('CH-1'), { answer: 'needed', owner: 'teamManager', by: '' })).toEqual(['by'])
  })

  test('care and education in an exit plan cannot be answered "not needed", professional support can (R-155)', () => {
    const answers = (id: string) => lineOf(id, { type: 'secure' }).options.map(({ value }) => value)
    expect([answers('CH-6a').includes('notNeeded'), answers('CH-6b').includes('notNeeded')]).toEqual([false, false])
    expect(answers('CH-6c')).toContain('notNeeded')
  })

  test.each(['CH-6a', 'CH-6b', 'CH-6c'])(
    '%s: each part of an exit plan has an owner and a date, settled or not (E-32, R-155)',
    (id) => {
      const part = lineOf(id, { type: 'secure' })
      for (const answer of ['needed', 'done', 'notKnown']) expect(needsOf(part, { answer })).toEqual(['owner', 'by'])
      expect(needsOf(part, undefined)).toEqual(['owner', 'by'])
    },
  )
})

test('whom the law wants told besides opens once, under the first of the notices (L-09)', () => {
  expect(lineOf('CH-3a').list?.items).toContain('Whoever provides education or training')
  expect(['CH-3b', 'CH-3c', 'CH-3d'].map((id) => lineOf(id).list)).toEqual([undefined, undefined, undefined])
})
