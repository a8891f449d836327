import { describe, expect, test } from '@jest/globals'
import { lastDayOfPlan, nextVisitAfter } from '../../../shared/deadlines/clocks.ts'
import { clockFrom, followUpsOf } from '../../../shared/deadlines/follow-up-clocks.ts'
import type { Clock } from '../../../shared/meeting/plan.ts'
import { readHoldRule, type StatutoryClock } from '../../../shared/practice/practice-pack.ts'
import { day, londonIso, type Instant } from '../../../shared/dates/time.ts'
import {
  F1,
  F2,
  F3,
  F4,
  F5,
  F8,
  FIXTURES,
  PACK_IDS,
  planOf,
  planUnder,
  practiceOf,
  warningIds,
  type FixtureId,
} from '../../support/fixture-cases.ts'

type Confirmation = ReturnType<typeof F1>
const clock = (id: string, confirmation: Confirmation, pack: (typeof PACK_IDS)[number] = 'england-default') =>
  planOf(confirmation, pack).clocks.find((one) => one.id === id)
const dueOf = ({ due }: Clock) => (due.includes('T') ? londonIso(due as Instant) : due)

/** The worked deadlines of 1.1: five, ten and twenty working days, and one week. */
const TABLE: [FixtureId, five: string, ten: string, twenty: string, week: string][] = [
  ['F1', '2026-11-09', '2026-11-16', '2026-11-30', '2026-11-09'],
  ['F2', '2026-12-29', '2027-01-06', '2027-01-20', '2026-12-25'],
  ['F3', '2027-01-05', '2027-01-12', '2027-01-26', '2026-12-31'],
  ['F4', '2027-03-31', '2027-04-07', '2027-04-21', '2027-03-29'],
  ['F5', '2027-04-05', '2027-04-12', '2027-04-26', '2027-04-01'],
  ['F6', '2027-04-05', '2027-04-12', '2027-04-26', '2027-04-02'],
  ['F7', '2027-05-10', '2027-05-17', '2027-06-01', '2027-05-07'],
  ['F8', '2027-02-08', '2027-02-15', '2027-03-01', '2027-02-08'],
]
const PLANNED = ['F1', 'F4', 'F8']

describe.each(PACK_IDS)('under %s', (pack) => {
  test.each(TABLE)('%s: plan %s, care plan %s, first review %s, visit %s', (fixture, five, ten, twenty, week) => {
    const confirmation = FIXTURES[fixture]()
    const start = londonIso(confirmation.placement.startsAt!)
    const before = (fallback: string) => (PLANNED.includes(fixture) ? { due: start, fallback } : { due: fallback })
    const clocks = planOf(confirmation, pack).clocks.map((one) => ({ ...one, due: dueOf(one) }))
    const found = (id: string) => clocks.find((one) => one.id === id)
    const law = { status: 'law', owner: 'childsSocialWorker' }
    // With parents the plan has no days of grace.
    const plan = fixture === 'F8' ? { due: start, facts: ['L-04'] } : { ...before(five), facts: ['L-01'] }
    expect(found('placementPlan')).toMatchObject({ ...plan, ...law })
    expect(found('carePlan')).toMatchObject({ ...before(ten), ...law, facts: ['L-05'] })
    expect(found('notifications')).toMatchObject({ ...before(five), ...law, facts: ['L-09'] })
    expect(found('visit')).toMatchObject({ due: week, ...law, facts: ['L-11'] })
    expect(found('firstReview')).toMatchObject({ due: twenty, status: 'law', facts: ['L-20'] })
    expect(found('pep')).toMatchObject({ ...before(ten), status: 'statutoryGuidance', facts: ['L-17'] })
    expect(found('informationToCarer')).toMatchObject({ due: start })
    expect(clocks.filter(({ fallback }) => fallback).length > 0).toBe(PLANNED.includes(fixture))
  })
})

describe('the placement plan', () => {
  test('keeps its own date by law, whatever the practice says of the meeting (R-026, R-027)', () => {
    for (const pack of PACK_IDS) expect(clock('placementPlan', F3(), pack)?.due).toBe('2027-01-05')
  })

  test('with parents comes before the start, without any days of grace (L-04, E-41)', () => {
    const home = F1({
      child: { legalStatus: 'careOrder' },
      placement: { type: 'withParents', startsAt: '2027-02-01T10:00:00Z' as Instant },
    })
    for (const basis of ['planned', 'emergency'] as const) {
      const plan = clock('placementPlan', { ...home, placement: { ...home.placement, basis } }, 'wm-mosaic')
      expect(plan).toMatchObject({ due: '2027-02-01T10:00:00Z', facts: ['L-04'] })
      expect(plan?.fallback).toBeUndefined()
    }
  })

  test('has a last day: the one that the law still leaves', () => {
    expect(lastDayOfPlan(planOf(F1(), 'wm-mosaic').clocks)).toBe('2026-11-09')
    expect(lastDayOfPlan(planOf(F2(), 'wm-mosaic').clocks)).toBe('2026-12-29')
    expect(lastDayOfPlan([])).toBeNull()
  })
})

describe('the care plan', () => {
  const again = (fixture: typeof F1) => fixture({ child: { firstPlacement: false } })

  test('is due by law for a first placement only (L-05, R-200, K-03)', () => {
    expect(clock('carePlan', F2())).toMatchObject({ due: '2027-01-06', status: 'law', requirements: ['R-200'] })
    expect(clock('carePlan', again(F2))).toBeUndefined()
    expect(clock('carePlan', again(F2), 'wm-mosaic')).toBeUndefined()
  })

  test('is local practice at South Glos for every later placement (R-201)', () => {
    expect(clock('carePlan', again(F2), 'south-glos')).toMatchObject({
      due: '2027-01-06',
      status: 'localPractice',
      requirements: ['R-201'],
    })
    expect(clock('carePlan', again(F3), 'south-glos')).toBeUndefined()
  })

  test('starts no clock while nobody has said whether it is the first, and that is said', () => {
    const unsaid = F2({ child: { firstPlacement: undefined } })
    expect(clock('carePlan', unsaid)).toBeUndefined()
    expect(warningIds(unsaid)).toContain('firstPlacementNotKnown')
    expect(warningIds(F2())).not.toContain('firstPlacementNotKnown')
  })
})

describe('the first review', () => {
  test('runs from the day the child became looked after, not from the placement (L-20)', () => {
    expect(clock('firstReview', F2({ child: { newlyLookedAfterOn: day('2026-12-16') } }))?.due).toBe('2027-01-18')
  })

  test('is not due again once it has been held, and unknown is said rather than guessed', () => {
    const held = F2({ child: { newlyLookedAfterOn: null } })
    const unsaid = F2({ child: { newlyLookedAfterOn: undefined } })
    expect([clock('firstReview', held), clock('firstReview', unsaid)]).toEqual([undefined, undefined])
    expect(warningIds(held)).not.toContain('newlyLookedAfterNotKnown')
    expect(warningIds(unsaid)).toContain('newlyLookedAfterNotKnown')
  })
})

describe('the personal education plan', () => {
  const since = (date: string | null) => ({ child: { newlyLookedAfterOn: date === null ? null : day(date) } })

  test('is due within ten working days of an emergency placement (R-202)', () => {
    expect(clock('pep', F5(since(null)))?.due).toBe('2027-04-12')
  })

  test('counts from becoming looked after where that came earlier (K-17)', () => {
    expect(clock('pep', F2(since('2026-12-16')))?.due).toBe('2027-01-04')
    expect(clock('pep', F1(since('2026-10-28')))).toMatchObject({ due: '2026-11-02T10:00:00Z', fallback: '2026-11-11' })
    expect(clock('pep', F1(since('2026-10-12')))).toMatchObject({ due: '2026-10-26' })
    expect(clock('pep', F1(since('2026-10-12')))?.fallback).toBeUndefined()
  })

  test('exists already when a move is planned after the first review', () => {
    expect(clock('pep', F1(since(null)))).toBeUndefined()
  })
})

describe('a practice that is stricter than the law', () => {
  const stricter = (id: StatutoryClock, sentence: string) => {
    const { pack, fallback } = practiceOf('south-glos')
    const is = readHoldRule(sentence)!
    const cell = { clock: id, is, says: 'Sooner.', from: 'stated' as const, requirements: ['R-026'] }
    return (confirmation: Confirmation) =>
      planUnder(confirmation, { pack: { ...pack, deadlines: [cell] }, fallback }).clocks.find((one) => one.id === id)
  }

  test('leads, and is called local practice (2.4)', () => {
    const three = stricter('placementPlan', 'before the placement starts, or within 3 working days of it starting')
    expect(three(F2())).toMatchObject({ due: '2026-12-23', status: 'localPractice', requirements: ['R-026'] })
    expect(three(F1())).toMatchObject({ due: '2026-11-02T10:00:00Z', fallback: '2026-11-05' })
    expect(three(F2())!.working[0]!.words).toContain('The law would leave until Tue 29 Dec 2026.')
  })

  test('may want it before the start without exception, in an emergency too', () => {
    const before = stricter('carePlan', 'before the placement starts')(F2())
    expect(before).toMatchObject({ due: '2026-12-18T17:30:00Z', status: 'localPractice' })
    expect(before?.fallback).toBeUndefined()
  })

  test('for visits and education plans as well; what is no stricter stays the law', () => {
    expect(stricter('visit', 'within 3 calendar days of the placement starting')(F2())).toMatchObject({ due: '2026-12-21', status: 'localPractice' })
    expect(stricter('pep', 'within 5 working days of the placement starting')(F2())?.due).toBe('2026-12-29')
    expect(stricter('visit', 'within 7 calendar days of the placement starting')(F2())).toMatchObject({ status: 'law' })
  }) // prettier-ignore
})

describe('approvals before the placement takes effect', () => {
  const ids = (confirmation: Confirmation) => planOf(confirmation, 'wm-mosaic').clocks.map(({ id }) => id)

  test('with parents by a nominated officer, whatever the practice (L-04, E-41)', () => {
    for (const pack of PACK_IDS) {
      expect(clock('withParentsApproval', F8(), pack)).toMatchObject({
        due: '2027-02-01T10:00:00Z',
        owner: 'designatedManager',
        status: 'law',
      })
    }
  })

  test('outside the area: next to it by a nominated officer, further by the director, with the area consulted (R-151, E-29, E-30)', () => {
    const area = (where: 'inside' | 'adjoining' | 'distant') => F4({ placement: { area: where } })
    expect(clock('outOfAreaApproval', area('adjoining'))?.title).toMatch(/nominated officer/)
    expect(clock('outOfAreaApproval', area('distant'))?.title).toMatch(/Director of Children's Services/)
    expect(ids(area('distant'))).toContain('areaAuthorityConsulted')
    expect(ids(area('inside'))).not.toContain('outOfAreaApproval')
    expect(warningIds(area('adjoining'))).toContain('adjoiningPlacement')
  })

  test('a move that disrupts Key Stage 4 (E-54)', () => {
    const move = (keyStage4: boolean) => F1({ child: { keyStage4 }, placement: { educationDisrupted: true } })
    expect([ids(move(true)).includes('keyStage4Approval'), ids(move(false)).includes('keyStage4Approval')]).toEqual([true, false])
  }) // prettier-ignore

  test('secure: the court within 72 hours, the criteria within a month, each apart from the meeting (K-20, E-33)', () => {
    expect(clock('secureAuthority', F5())).toMatchObject({ due: '2027-03-28T16:00:00Z', facts: ['L-22'] })
    expect(clock('secureCriteriaReview', F5())).toMatchObject({ due: '2027-04-25', facts: ['L-23'] })
    expect(warningIds(F5({ child: { ageInYears: 12 } }))).toContain('secureUnder13')
    expect(warningIds(F5({ child: { ageInYears: 13 } }))).not.toContain('secureUnder13')
  })
})

describe('a review', () => {
  const on = (at: string, child: Parameters<typeof F2>[0] = {}) =>
    F2({ ...child, trigger: { kind: 'lacReview', at: `${at}T10:00:00Z` as Instant } })

  test('its report comes within twenty working days (R-206)', () => {
    expect(clock('reviewReport', on('2027-03-08'), 'homes-care-planning')).toMatchObject({
      due: '2027-04-07',
      owner: 'independentReviewingOfficer',
      status: 'localPractice',
    })
  })

  test('the plan is checked five working days before it (R-207, A-12), with the care plan among what is ready (R-216)', () => {
    for (const pack of PACK_IDS) expect(clock('planCheck', on('2027-04-13'), pack)?.due).toBe('2027-04-06')
  })

  test('delegated authority is looked at with it at South Glos (R-173)', () => {
    expect(clock('delegatedAuthorityReview', on('2027-04-13'), 'south-glos')?.due).toBe('2027-04-13')
    expect(clock('delegatedAuthorityReview', on('2027-04-13'), 'leicester')).toBeUndefined()
  })

  test("the plan is looked at in its light, by the home's guidance", () => {
    expect(clock('planReview', on('2027-03-08'), 'homes-care-planning')?.due).toBe('2027-03-15')
  })

  test('after the first, the second is due within three months, with the plan for permanence (R-212)', () => {
    expect(clock('secondReview', on('2027-01-20'))?.due).toBe('2027-04-20')
    expect(clock('secondReview', on('2027-01-20', { child: { newlyLookedAfterOn: null } }))).toBeUndefined()
  })
})

describe('the end of a placement at Leicester', () => {
  const ended = F2({ trigger: { kind: 'unplannedEnding', at: '2026-12-17T15:00:00Z' as Instant } })

  test.each([
    ['placementOfficerTold', 'childsSocialWorker', '2026-12-17', 'the placement officer hears of it (R-192)'],
    ['noticeServed', 'placementOfficer', '2026-12-17', 'notice is served (R-193)'],
    ['financeTold', 'placementOfficer', '2026-12-17', 'finance stops the payments (R-194)'],
    ['endNotifications', 'childsSocialWorker', '2026-12-24', 'everyone hears who heard of the start (R-195)'],
  ])('%s, by the %s: %4$s', (id, owner, due) => {
    expect(clock(id, ended, 'leicester')).toMatchObject({ owner, due, status: 'localPractice' })
    expect(clock(id, ended, 'wm-mosaic')).toBeUndefined()
  })

  test('a planned end is told at once (R-196)', () => {
    const planned = F1({ placement: { plannedEndOn: day('2027-03-01') } })
    expect(clock('plannedEndTold', planned, 'leicester')).toMatchObject({ due: '2026-10-26' })
    expect(clock('plannedEndTold', F1(), 'leicester')).toBeUndefined()
  })
})

describe('what follows once its day is known', () => {
  const followUp = (id: string, pack: (typeof PACK_IDS)[number], from: string) => {
    const cell = followUpsOf(practiceOf(pack), F1()).find(({ clock }) => clock === id)
    return cell && clockFrom(cell, `${from}T10:00:00Z` as Instant)
  }

  test.each([
    ['the yearly revision', 'annualRevision', 'standards-lcs', '2027-01-12', '2028-01-12'],
    ['the single assessment', 'singleAssessment', 'homes-care-planning', '2026-11-02', '2027-01-07'],
    ['the risk assessment (A-11)', 'riskAssessment', 'south-glos', '2026-12-22', '2026-12-24'],
  ] as const)('%s', (_, id, pack, from, due) => {
    expect(followUp(id, pack, from)?.due).toBe(due)
  })

  test('none of them runs before, nor is it guessed', () => {
    for (const id of ['annualRevision', 'singleAssessment', 'riskAssessment'])
      for (const pack of PACK_IDS) expect(clock(id, F1(), pack)).toBeUndefined()
  })
})

describe('other clocks', () => {
  test('the second visit follows the first within six weeks, at home under an interim order within one (R-205)', () => {
    expect(nextVisitAfter(day('2026-12-24'), F2())).toBe('2027-02-04')
    expect(clock('nextVisit', F2())).toMatchObject({ due: '2027-02-05', status: 'law', facts: ['L-11'] })
    expect(clock('nextVisit', F8({ child: { legalStatus: 'interimCareOrder' } }))?.due).toBe('2027-02-15')
  })

  test('the health assessment comes before a first placement, or else before the first review (R-154)', () => {
    expect(clock('healthAssessment', F3())).toMatchObject({ due: '2027-01-26', facts: ['L-34'] })
    expect(clock('healthAssessment', F1())).toMatchObject({ due: '2026-11-02T10:00:00Z', fallback: '2026-11-30' })
    expect(clock('healthAssessment', F1({ child: { newlyLookedAfterOn: null } }))).toBeUndefined()
  })

  test('notices go to the statutory list before the start, or within five working days (R-191, L-09)', () => {
    expect(clock('notifications', F2())).toMatchObject({ due: '2026-12-29', requirements: ['R-152', 'R-191'] })
  })

  test('an education plan is there for the first review (R-203)', () => {
    for (const fixture of [F2, F3, F5])
      expect(clock('pep', fixture())!.due < clock('firstReview', fixture())!.due).toBe(true)
  })

  test('the first visit is a week after the start, and a holiday at its end is pointed out (R-204)', () => {
    const visit = clock('visit', F2())!
    expect(visit.due).toBe('2026-12-25')
    expect(visit.working.at(-1)?.words).toBe('Fri 25 Dec 2026 is no working day: Christmas Day. Visit before it.')
  })

  test.each([
    ['a foster carer', F2(), 'law', ['R-030', 'R-091'], ['L-16']],
    ["a children's home, which no law names", F4(), 'localPractice', ['R-091'], []],
  ] as const)(
    'information goes to %s before the child comes (R-030, R-091)',
    (_, confirmation, status, requirements, facts) => {
      const information = clock('informationToCarer', confirmation)!
      expect(information).toMatchObject({ due: confirmation.placement.startsAt, status, requirements, facts })
    },
  )

  test('the virtual school hears by the next working day that school is disrupted (R-190, A-14)', () => {
    const disrupted = F5({ placement: { educationDisrupted: true } })
    expect(clock('virtualSchool', disrupted)).toMatchObject({ due: '2027-03-30', owner: 'childsSocialWorker' })
    expect(clock('virtualSchool', F5())).toBeUndefined()
  })

  test('a placement that is still being found has none (R-003)', () => {
    expect(planOf(F1({ placement: { startsAt: null } }), 'wm-mosaic').clocks).toEqual([])
  })
})
