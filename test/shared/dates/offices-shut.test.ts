import { describe, expect, test } from '@jest/globals'
import { isDayOfYear } from '../../../shared/dates/offices-shut.ts'
import { planFor } from '../../../shared/meeting/plan-placement.ts'
import type { PracticePack } from '../../../shared/practice/practice-pack.ts'
import { instant } from '../../../shared/dates/time.ts'
import { F1, F3, planOf, practiceOf, SERVICE_MAILBOX } from '../../support/fixture-cases.ts'

const AUTHORITY = { serviceMailbox: SERVICE_MAILBOX }
const said = (plan: ReturnType<typeof planOf>) => plan.warnings.find(({ id }) => id === 'officesShut')?.text
const confirmed = (text: string) => ({ confirmedAt: instant(text), placement: { startsAt: instant(text) } })

describe('days on which the council’s offices are shut (E-04, A-01)', () => {
  test('change no clock: the plan over the New Year is due as if they were open', () => {
    const open: PracticePack = { ...practiceOf('england-default').pack, officesShut: undefined }
    const practice = { pack: open, fallback: open }
    const without = planFor(F3(), practice, F3().confirmedAt, AUTHORITY)
    const plan = planOf(F3(), 'england-default')
    expect(plan.clocks.find(({ id }) => id === 'placementPlan')?.due).toBe('2027-01-05')
    expect([plan.clocks, plan.meetings[0]!.deadline]).toEqual([without.clocks, without.meetings[0]!.deadline])
    expect(said(without)).toBeUndefined()
  })

  test('are said on the day of the confirmation, with what to do: before them, or with duty staff', () => {
    expect(said(planOf(F3(), 'wm-mosaic'))).toBe(
      'Offices may be shut on Tue 29 Dec 2026, Wed 30 Dec 2026 and Thu 31 Dec 2026. These count as working days all the same, and no clock stops. Hold the meeting before, or ask now which duty staff can come.',
    )
  })

  test('are told only as far as the meeting may be held on them', () => {
    const [start, later] = ['2026-12-22T10:00:00Z', '2027-01-04T10:00:00Z']
    expect(said(planOf(F3(confirmed(start)), 'wm-mosaic'))).toMatch(/^Offices may be shut on Tue 29 Dec 2026[.]/)
    expect(said(planOf(F3(confirmed(later)), 'wm-mosaic'))).toBeUndefined()
    expect(said(planOf(F1(), 'wm-mosaic'))).toBeUndefined()
  })

  test('are the authority’s own where its pack has them, and then are no “may”; a weekend or a holiday is none', () => {
    const { pack, fallback } = practiceOf('wm-mosaic')
    const is = ['25 December', '26 December', '29 December']
    const own: PracticePack = { ...pack, officesShut: { is, says: 'Shut', from: 'stated', requirements: [] } }
    const plan = planFor(F3(), { pack: own, fallback }, F3().confirmedAt, AUTHORITY)
    expect(said(plan)).toMatch(/^Offices are shut on Tue 29 Dec 2026[.]/)
  })

  test.each([
    ['29 December', true],
    ['29 February', true],
    ['1 January', true],
    ['31 June', false],
    ['29 Dec', false],
    ['December 29', false],
  ])('“%s” is a day of the year: %s', (words, is) => {
    expect(isDayOfYear(words)).toBe(is)
  })
})
