/** What runs from a meeting that was held, and from the days that a person gives: nothing is guessed before. */
import { describe, expect, test } from '@jest/globals'
import { caseClocks, setsCirculation } from '../../../shared/deadlines/case-clocks.ts'
import { datesAsked, type CaseDates } from '../../../shared/deadlines/case-dates.ts'
import { readFollowUpRule } from '../../../shared/deadlines/follow-up-rule.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { addMinutes, day, instant } from '../../../shared/dates/time.ts'
import { aMeeting } from '../../support/builders.ts'
import { F1, F2, F4, F8, meetingOf, PACK_IDS, planOf, practiceOf, type PackId } from '../../support/fixture-cases.ts'

const heldAt = (confirmation: PlacementConfirmation, pack: PackId, start: string): PlanningMeeting => {
  const slot = { start: instant(start), end: addMinutes(instant(start), 60) }
  const plan = meetingOf(confirmation, pack)
  return aMeeting({ plan, state: 'held', slot, closedAt: slot.end, closedBy: 'somebody' })
}

function clocksOf(
  confirmation: PlacementConfirmation,
  pack: PackId,
  dates: CaseDates = {},
  meeting = aMeeting({ plan: meetingOf(confirmation, pack) }),
) {
  const clocks = caseClocks({ confirmation, plan: planOf(confirmation, pack), dates }, meeting, practiceOf(pack))
  return Object.fromEntries(clocks.map((clock) => [clock.id, clock]))
}

describe('once the meeting was held', () => {
  test('the supervising social worker has the risk assessment to write, two working days from it (R-180, A-11)', () => {
    const { riskAssessment } = clocksOf(F2(), 'south-glos', {}, heldAt(F2(), 'south-glos', '2026-12-22T10:00:00Z'))
    expect(riskAssessment).toMatchObject({
      due: '2026-12-24',
      owner: 'supervisingSocialWorker',
      status: 'localPractice',
      requirements: ['R-180', 'A-11'],
    })
    expect(riskAssessment?.working.map(({ words }) => words)).toEqual([
      'Tue 22 Dec 2026: the meeting, day 0, not counted',
      'Wed 23 Dec 2026: working day 1',
      'Thu 24 Dec 2026: working day 2',
    ])
  })

  test('and not before, nor in a practice that does not ask for it, nor for a home (R-180)', () => {
    expect(clocksOf(F2(), 'south-glos')).not.toHaveProperty('riskAssessment')
    expect(clocksOf(F2(), 'leicester', {}, heldAt(F2(), 'leicester', '2026-12-21T10:00:00Z'))).not.toHaveProperty(
      'riskAssessment',
    )
    expect(clocksOf(F4(), 'south-glos', {}, heldAt(F4(), 'south-glos', '2027-03-19T10:00:00Z'))).not.toHaveProperty(
      'riskAssessment',
    )
  })

  test('the year until the plan is revised runs from the first meeting, which settled it (R-209)', () => {
    const held = heldAt(F1(), 'standards-lcs', '2026-10-29T10:00:00Z')
    expect(clocksOf(F1(), 'standards-lcs', {}, held)['annualRevision']).toMatchObject({ due: '2027-10-29' })
  })
})

describe('from the day that somebody gives', () => {
  test('the plan is revised within a year of its last revision: Tue 12 Jan 2027 until Wed 12 Jan 2028 (R-209)', () => {
    const dates = { revision: day('2027-01-12') }
    const held = heldAt(F1(), 'standards-lcs', '2026-10-29T10:00:00Z')
    for (const meeting of [held, aMeeting()])
      expect(clocksOf(F1(), 'standards-lcs', dates, meeting)['annualRevision']).toMatchObject({
        due: '2028-01-12',
        owner: 'childsSocialWorker',
        requirements: ['R-209'],
      })
  })

  test('the single assessment is done in 45 working days: begun Mon 2 Nov 2026, by Thu 7 Jan 2027 (R-213)', () => {
    const { singleAssessment } = clocksOf(F1(), 'homes-care-planning', { assessment: day('2026-11-02') })
    expect(singleAssessment).toMatchObject({ due: '2027-01-07', owner: 'childsSocialWorker', requirements: ['R-213'] })
    expect(singleAssessment?.working.at(-1)?.words).toBe('Thu 7 Jan 2027: working day 45')
  })

  test('the plan is looked at after any change of the care plan, until it has been revised (R-210)', () => {
    const changed = { carePlanChange: day('2027-01-12') }
    const { planAfterChange } = clocksOf(F1(), 'homes-care-planning', changed)
    expect(planAfterChange).toMatchObject({ due: '2027-01-19', owner: 'childsSocialWorker', requirements: ['R-210'] })
    const before = { ...changed, revision: day('2027-01-11') }
    expect(clocksOf(F1(), 'homes-care-planning', before)).toHaveProperty('planAfterChange')
    const since = { ...changed, revision: day('2027-01-14') }
    expect(clocksOf(F1(), 'homes-care-planning', since)).not.toHaveProperty('planAfterChange')
  })

  test('a plan agreed after an emergency is revised when the care plan is completed (R-031)', () => {
    const completed = { carePlanCompletion: day('2027-01-06') }
    expect(clocksOf(F2(), 'standards-lcs', completed)['planAfterCarePlan']).toMatchObject({
      due: '2027-01-13',
      owner: 'childsSocialWorker',
      requirements: ['R-031'],
    })
    expect(clocksOf(F2(), 'standards-lcs')).not.toHaveProperty('planAfterCarePlan')
    expect(clocksOf(F1(), 'standards-lcs', completed)).not.toHaveProperty('planAfterCarePlan')
  })

  test('an emergency that was proposed and not stated counts as one (R-031, R-005)', () => {
    const proposed = F2({ placement: { basis: undefined } })
    expect(clocksOf(proposed, 'standards-lcs', { carePlanCompletion: day('2027-01-06') })).toHaveProperty(
      'planAfterCarePlan',
    )
  })

  test('the next visit follows the last: Thu 24 Dec 2026 until Thu 4 Feb 2027 (R-205)', () => {
    const visited = { visit: day('2026-12-24') }
    expect(clocksOf(F2(), 'england-default', visited)['nextVisit']).toMatchObject({ due: '2027-02-04', status: 'law' })
    const atHome = F8({ child: { legalStatus: 'interimCareOrder' } })
    expect(clocksOf(atHome, 'england-default', { visit: day('2027-02-08') })['nextVisit']?.due).toBe('2027-02-15')
  })

  test('and what the plan set is there all the same, each once', () => {
    const plan = planOf(F2(), 'standards-lcs').clocks.map(({ id }) => id)
    const all = Object.keys(clocksOf(F2(), 'standards-lcs', { visit: day('2026-12-24'), revision: day('2026-12-29') }))
    expect(all).toEqual([...plan, 'annualRevision'])
  })
})

describe('by when the record goes round (R-166, A-10)', () => {
  test.each(PACK_IDS)('%s sets no time, and the page says so instead of making one up', (pack) => {
    expect(setsCirculation(practiceOf(pack), F2())).toBe(false)
    const held = heldAt(F2(), pack, '2026-12-21T10:00:00Z')
    expect(clocksOf(F2(), pack, {}, held)).not.toHaveProperty('circulation')
  })

  test('an authority that sets one has a clock from the meeting', () => {
    const { pack, fallback } = practiceOf('south-glos')
    const cell = {
      clock: 'circulation',
      title: 'Record sent round',
      owner: 'childsSocialWorker' as const,
      is: readFollowUpRule('within 5 working days of the meeting')!,
      says: 'The record goes round within five working days.',
      from: 'stated' as const,
      requirements: ['R-166'],
    }
    const practice = { pack: { ...pack, followUp: [...pack.followUp!, cell] }, fallback }
    expect(setsCirculation(practice, F2())).toBe(true)
    const held = heldAt(F2(), 'south-glos', '2026-12-22T10:00:00Z')
    const clocks = caseClocks({ confirmation: F2(), plan: planOf(F2(), 'south-glos') }, held, practice)
    expect(clocks.find(({ id }) => id === 'circulation')).toMatchObject({ due: '2026-12-31', requirements: ['R-166'] })
  })
})

describe('only the days are asked for from which something runs', () => {
  test.each([
    ['england-default', ['visit']],
    ['standards-lcs', ['visit', 'revision', 'carePlanCompletion']],
    ['homes-care-planning', ['visit', 'revision', 'carePlanChange', 'assessment']],
  ] as const)('%s', (pack, dates) => {
    expect(datesAsked(practiceOf(pack), F2())).toEqual(dates)
  })

  test('none of a placement that has no start yet', () => {
    expect(datesAsked(practiceOf('england-default'), F2({ placement: { startsAt: null } }))).toEqual([])
  })
})
