import { describe, expect, test } from '@jest/globals'
import { lastDayOfPlan } from '../../shared/clocks.ts'
import type { Clock } from '../../shared/plan.ts'
import { day, londonIso, type Instant } from '../../shared/time.ts'
import { F1, F2, F3, F4, F5, FIXTURES, PACK_IDS, planOf, warningIds, type FixtureId } from '../support/fixture-cases.ts'

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
  ['F6', '2027-04-05', '2027-04-12', '2027-04-26', '2027-04-02'],
]
const PLANNED = ['F1', 'F4']

describe.each(PACK_IDS)('under %s', (pack) => {
  test.each(TABLE)('%s: plan %s, care plan %s, first review %s, visit %s', (fixture, five, ten, twenty, week) => {
    const confirmation = FIXTURES[fixture]()
    const start = londonIso(confirmation.placement.startsAt!)
    const before = (fallback: string) => (PLANNED.includes(fixture) ? { due: start, fallback } : { due: fallback })
    const clocks = planOf(confirmation, pack).clocks.map((one) => ({ ...one, due: dueOf(one) }))
    const found = (id: string) => clocks.find((one) => one.id === id)
    const law = { status: 'law', owner: 'childsSocialWorker' }
    expect(found('placementPlan')).toMatchObject({ ...before(five), ...law, facts: ['L-01'] })
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

describe('other clocks', () => {
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
