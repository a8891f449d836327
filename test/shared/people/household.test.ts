import { describe, expect, test } from '@jest/globals'
import { householdGaps, householdOf, householdText, residentsOf } from '../../../shared/people/household.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import { instant } from '../../../shared/dates/time.ts'

const known = residentsOf([
  { key: 'fosterCarer:1', role: 'fosterCarer', name: 'Grace Oyelaran' },
  { key: 'childsSocialWorker:1', role: 'childsSocialWorker', name: 'Rosalind Achterberg' },
])
const at = (time: string) => instant(`2026-11-04T${time}:00Z`)
const household: Minutes['household'] = {
  'R-b': { added: at('10:20'), who: 'a daughter, 9', text: 'Shares the bathroom' },
  'R-a': { added: at('10:21'), who: 'a grandfather' },
  'R-gone': { who: 'left over', text: '' },
  'fosterCarer:1': { text: 'Off work for two weeks' },
}

describe('each person in the house has a line (R-185)', () => {
  test('the carers from the start, others as the chair adds them, in that order', () => {
    expect(householdOf(known, { household }).map(({ who }) => who)).toEqual([
      'Grace Oyelaran',
      'a daughter, 9',
      'a grandfather',
    ])
    expect(householdOf(known, {}).map(({ who }) => who)).toEqual(['Grace Oyelaran'])
  })

  test('and so does everybody whom the confirmation says lives there', () => {
    const four = residentsOf(
      [{ key: 'fosterCarer:1', role: 'fosterCarer', name: 'Grace Oyelaran' }],
      ["carer's daughter, 12", 'a foster child, 7', 'a lodger'],
    )
    expect(householdOf(four, {}).map(({ who }) => who)).toEqual([
      'Grace Oyelaran',
      "carer's daughter, 12",
      'a foster child, 7',
      'a lodger',
    ])
    expect(householdGaps(four, { household: { 'resident:2': { text: 'Shares a room' } } })).toHaveLength(3)
  })

  test('once it is said for one, nobody else is passed over in silence', () => {
    expect(householdGaps(known, {})).toEqual([])
    expect(householdGaps(known, { household }).map(({ words }) => words)).toEqual([
      'The household: what it means for a grandfather is missing',
    ])
  })

  test('the record has only what was said', () => {
    expect(householdText(known, { household })).toEqual([
      'What it means for Grace Oyelaran: Off work for two weeks',
      'What it means for a daughter, 9: Shares the bathroom',
    ])
  })
})
