import { describe, expect, test } from '@jest/globals'
import { documentTitle } from '../../../shared/agenda/documents.ts'
import { F1, F3, F4, meetingOf, practiceOf, type PackId } from '../../support/fixture-cases.ts'

const idsOf = (confirmation: ReturnType<typeof F1>, pack: PackId) =>
  meetingOf(confirmation, pack).documents.map(({ id }) => id)

describe('documents to be ready before a first meeting', () => {
  test('for a foster home at South Glos: its own four, then what the law asks besides (R-088 to R-090)', () => {
    expect(idsOf(F1(), 'south-glos')).toEqual([
      'placementPlan', 'carePlan', 'placementRequestForm', 'backgroundHistory',
      'personalEducationPlan', 'healthCarePlan', 'ehcPlan', 'chronology',
    ]) // prettier-ignore
  })

  test("for a children's home at South Glos, which its source does not cover: those of the default, none missing", () => {
    expect(idsOf(F3(), 'south-glos')).toEqual(idsOf(F3(), 'england-default'))
    expect(idsOf(F3(), 'south-glos')).toEqual(expect.arrayContaining(['placementPlan', 'carePlan']))
  })

  test("a home's statement of purpose is read, and the home has its information (R-091, R-092)", () => {
    expect(idsOf(F4(), 'wm-mosaic')).toEqual(expect.arrayContaining(['statementOfPurpose', 'informationToProvider']))
    expect(idsOf(F1(), 'wm-mosaic')).not.toContain('statementOfPurpose')
  })

  test.each([
    [4, false],
    [15, false],
    [16, true],
  ])('a pathway plan for a child of %i: %s (R-087, R-214)', (ageInYears, listed) => {
    expect(idsOf(F1({ child: { ageInYears } }), 'england-default').includes('pathwayPlan')).toBe(listed)
  })

  test('work done to support the placement belongs to later meetings (R-086)', () => {
    expect(idsOf(F1(), 'england-default')).not.toContain('supportWork')
  })

  test('no document stands twice', () => {
    for (const ids of [idsOf(F1(), 'south-glos'), idsOf(F4(), 'wm-mosaic')]) expect(new Set(ids).size).toBe(ids.length)
  })

  test('each has the name that the authority gives it', () => {
    expect(documentTitle('placementPlan', practiceOf('south-glos'))).toBe('Placement Information form')
    expect(documentTitle('placementPlan', practiceOf('wm-mosaic'))).toBe('Placement Information Record')
    expect(documentTitle('carePlan', practiceOf('wm-mosaic'))).toBe('Care plan')
    expect(documentTitle('unheardOf', practiceOf('wm-mosaic'))).toBe('unheardOf')
  })
})
