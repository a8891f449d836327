import { describe, expect, test } from '@jest/globals'
import { recordLines } from '../../../shared/record/minutes-gaps.ts'
import { applyAnswer } from '../../../shared/placement/answers.ts'
import { ROLES, type PlacementConfirmation, type Role } from '../../../shared/placement/placement.ts'
import { SETTLED_ELSEWHERE } from '../../../shared/placement/questions.ts'
import { day, type Instant } from '../../../shared/dates/time.ts'
import {
  F1,
  F2,
  F3,
  F4,
  FATHER,
  FIXTURE_IDS,
  FIXTURES,
  fosterPeople,
  homePeople,
  MOTHER,
  PACK_IDS,
  planOf,
  questionIds,
  warningIds,
  withPeople,
  meetingOf,
} from '../../support/fixture-cases.ts'

describe('one confirmed placement makes one first meeting (R-001)', () => {
  test.each(FIXTURE_IDS)('%s, ready to be sent under every practice that names a chair', (fixture) => {
    for (const pack of PACK_IDS) {
      const plan = planOf(FIXTURES[fixture](), pack)
      const firsts = plan.meetings.filter(({ combines }) => combines.includes('first'))
      const asked = pack === 'leicester' ? ['chair'] : []
      expect([pack, plan.status, plan.questions.map(({ id }) => id), firsts.length]).toEqual([
        pack,
        asked.length > 0 ? 'asks' : 'ready',
        asked,
        1,
      ])
    }
  })

  test('the same confirmation makes the same plan, and is left as it was', () => {
    const confirmation = F3()
    const before = structuredClone(confirmation)
    expect(planOf(confirmation, 'wm-mosaic')).toEqual(planOf(structuredClone(confirmation), 'wm-mosaic'))
    expect(confirmation).toEqual(before)
  })
})

describe('what has to be known first', () => {
  test('the kind of placement: nothing is scheduled until it is given (R-004)', () => {
    const plan = planOf(F2({ placement: { type: undefined } }), 'wm-mosaic')
    expect(plan).toMatchObject({ status: 'asks', meetings: [] })
    expect(plan.questions.map(({ id }) => id)).toEqual(['placementType'])
  })

  test.each([
    ['starts 85 minutes after it was confirmed', F2, 'emergency'],
    ['starts a week later', F1, 'planned'],
  ] as const)('planned or emergency: proposed where it %s, and asked all the same (R-005)', (_, fixture, value) => {
    const plan = planOf(fixture({ placement: { basis: undefined } }), 'wm-mosaic')
    expect(plan.basis).toEqual({ value, stated: false })
    expect(plan.status).toBe('asks')
    expect(plan.questions.map(({ id }) => id)).toEqual(['basis'])
  })

  test.each([
    ['had started before it was confirmed', '2026-12-18T18:00:00Z', 'emergency'],
    ['starts within the day', '2026-12-17T17:30:01Z', 'emergency'],
    ['starts a whole day later', '2026-12-17T17:30:00Z', 'planned'],
  ])('a placement that %s is proposed as %3$s', (_, confirmedAt, value) => {
    const unsaid = F2({ confirmedAt: confirmedAt as Instant, placement: { basis: undefined } })
    expect(planOf(unsaid, 'wm-mosaic').basis.value).toBe(value)
  })

  test('the start: without one the meeting is provisional, without deadline or questions about people (R-003)', () => {
    const plan = planOf(F1({ placement: { startsAt: null }, people: [] }), 'wm-mosaic')
    expect(plan).toMatchObject({ status: 'provisional', questions: [], clocks: [] })
    expect(plan.meetings[0]).toMatchObject({ deadline: null, mustStartBefore: null })
  })

  test('everything that is open is asked at once, in the order in which it is best answered', () => {
    const people = withPeople(fosterPeople(), { supervisingSocialWorker: null, mother: { decision: undefined } })
    expect(questionIds(F2({ people, placement: { basis: undefined } }), 'south-glos')).toEqual([
      'basis',
      'missingRole:supervisingSocialWorker',
      'part:mother',
    ])
  })

  test('whoever confirms has to be one who may; whose role is not said is looked up elsewhere', () => {
    const by = (role?: Role) => F1({ confirmedBy: { name: 'N', email: 'n@brackenshire.example', role } })
    const mayNot = ROLES.filter((role) => questionIds(by(role)).includes('confirmer'))
    expect(ROLES.filter((role) => !mayNot.includes(role))).toEqual([
      'teamManager',
      'placementOfficer',
      'designatedManager',
      'emergencyDutyTeam',
    ])
    expect(questionIds(by())).toEqual([])
  })

  test('questions name roles and never a person, who would be read out in a shared chat', () => {
    const people = withPeople(fosterPeople(), { mother: { decision: undefined }, child: null, fosterCarer: null })
    for (const { text } of planOf(F2({ people }), 'south-glos').questions) {
      for (const { name } of people) if (name !== 'the child') expect(text).not.toContain(name)
    }
  })
})

test('every question that a plan can ask takes an answer that settles it, or is settled elsewhere', () => {
  const leave = { onLeave: [{ from: day('2026-12-18'), to: day('2027-01-31') }] }
  const notInvited = withPeople(fosterPeople(), {
    child: { decision: { part: 'notInvited' } },
    mother: { decision: { part: 'notInvited' } },
    childsSocialWorker: leave,
  })
  const apart = [
    { ...MOTHER, separateFrom: ['father' as const] },
    { ...FATHER, decision: { part: 'attend' as const } },
  ]
  const cases: [PlacementConfirmation, (typeof PACK_IDS)[number]][] = [
    [F2({ people: [], placement: { type: undefined, basis: undefined } }), 'wm-mosaic'],
    [F2({ people: [], placement: { basis: undefined } }), 'south-glos'],
    [F2({ people: notInvited }), 'wm-mosaic'],
    [F2({ people: [...fosterPeople().slice(2), ...apart] }), 'south-glos'],
    [
      F3({ people: withPeople(homePeople(), { registeredManager: leave, mother: { decision: undefined } }) }),
      'wm-mosaic',
    ],
    [F2({ child: { ageInYears: 17, turns18On: day('2026-12-20'), legalStatus: 'remand' } }), 'wm-mosaic'],
    [F2({ child: { ageInYears: 17, turns18On: day('2026-12-20') } }), 'wm-mosaic'],
  ]
  const SAMPLES: Record<string, string> = { decidedOn: '18/12/2026' }
  const seen = new Set<string>()
  for (const [confirmation, pack] of cases) {
    for (const { id, choices } of planOf(confirmation, pack).questions) {
      seen.add(id.split(':')[0]!)
      if (SETTLED_ELSEWHERE.includes(id)) continue
      const answer = choices?.[0]?.value ?? SAMPLES[id.split(':')[0]!] ?? 'Glenys Harrop, glenys.harrop@example.org'
      const answered = applyAnswer(confirmation, id, answer)
      if (!answered.ok) throw new Error(`${id} does not take ${answer}`)
      const after = planOf(answered.value as PlacementConfirmation, pack).questions.map((question) => question.id)
      expect([id, after.includes(id)]).toEqual([id, false])
    }
  }
  expect([...seen].sort()).toEqual([
    'basis', 'chair', 'decidedBy', 'decidedOn', 'delegate', 'ground', 'missingRole', 'part', 'placementType', 'remand',
    'turns18', 'viewsObtainedBy',
  ]) // prettier-ignore
})

describe('placements that the law treats apart', () => {
  test('a series of short breaks has no first meeting and no clock (L-06, E-42)', () => {
    const plan = planOf(F1({ placement: { shortBreaks: true } }), 'wm-mosaic')
    expect(plan).toMatchObject({ status: 'noMeeting', meetings: [], clocks: [], questions: [] })
  })

  test('a child on remand is asked about and not scheduled, and no clock of a placement plan runs (L-28)', () => {
    const plan = planOf(F4({ child: { legalStatus: 'remand' } }), 'wm-mosaic')
    expect(plan).toMatchObject({ status: 'asks', meetings: [], clocks: [] })
    expect(plan.questions.map(({ id }) => id)).toEqual(['remand'])
  })

  test('supported accommodation below sixteen is queried, and from sixteen taken (L-27)', () => {
    const supported = (ageInYears: number) =>
      F4({ child: { ageInYears }, placement: { type: 'supportedAccommodation' } })
    expect(questionIds(supported(15))).toEqual(['under16'])
    expect(questionIds(supported(16))).toEqual([])
  })

  test('a young person who turns eighteen before the meeting is due is asked about', () => {
    const turning = (date: string) => F2({ child: { ageInYears: 17, turns18On: day(date) } })
    expect(questionIds(turning('2026-12-23'), 'wm-mosaic')).toEqual(['turns18'])
    expect(questionIds(turning('2026-12-24'), 'wm-mosaic')).toEqual([])
  })
})

describe('what a person should know', () => {
  const has = (
    id: string,
    confirmation: PlacementConfirmation,
    pack: (typeof PACK_IDS)[number] = 'wm-mosaic',
    now?: string,
  ) => warningIds(confirmation, pack, now as Instant).includes(id)

  test('that the deadline has passed, which is recorded and never hidden (R-033)', () => {
    expect(has('late', F2(), 'wm-mosaic', '2026-12-23T23:59:59Z')).toBe(false)
    expect(has('late', F2(), 'wm-mosaic', '2026-12-24T00:00:00Z')).toBe(true)
  })

  test('that the practice lets a planned meeting follow the start, while the plan does not wait for it (K-01)', () => {
    expect([has('planBeforeStart', F1()), has('planBeforeStart', F1(), 'south-glos')]).toEqual([true, true])
    expect([has('planBeforeStart', F1(), 'england-default'), has('planBeforeStart', F2())]).toEqual([false, false])
  })

  test('that a meeting with parents is due after the plan, where the plan has no grace (L-04, E-41)', () => {
    const home = F1({ child: { legalStatus: 'careOrder' }, placement: { type: 'withParents' } })
    expect(has('meetingAfterPlan', home)).toBe(true)
    expect(has('meetingAfterPlan', home, 'england-default')).toBe(false)
  })

  test('that the last day is no working day, with the last one before it (E-02)', () => {
    const saturday = F1({ placement: { startsAt: '2026-11-07T10:00:00Z' as Instant } })
    const warning = planOf(saturday, 'england-default').warnings.find(({ id }) => id === 'deadlineOnNonWorkingDay')
    expect(warning?.text).toContain('The last working day before it is Fri 6 Nov 2026.')
  })

  test('that a child who comes needs a quiet room to step out to, and the chair is asked for it at the start (R-079)', () => {
    const apart = withPeople(fosterPeople(), { child: { decision: { part: 'contribute' } } })
    expect([has('quietRoom', F1()), has('quietRoom', F1({ people: apart }))]).toEqual([true, false])
    const asked = (people = fosterPeople()) =>
      recordLines(meetingOf(F1({ people }), 'wm-mosaic'), F1()).find(({ id }) => id === 'quietRoom')
    expect(asked()).toMatchObject({ item: 'AG-01', title: 'Is there a quiet room for the child to step out to?' })
    expect(asked(apart)).toBeUndefined()
  })

  test('and none for a meeting by video, which the child joins from home (R-079)', () => {
    const people = withPeople(fosterPeople(), { mother: { clearedForAddress: false } })
    expect(has('quietRoom', F1({ people }))).toBe(false)
  })

  test('that no parent is named, unless the child came alone (R-057, E-38)', () => {
    const people = withPeople(fosterPeople(), { mother: null })
    expect(has('noParentNamed', F1({ people }))).toBe(true)
    expect(has('noParentNamed', F1({ people, child: { unaccompaniedAsylumSeeking: true } }))).toBe(false)
  })

  test('that no reviewing officer is named, whom the care plan has to name (R-095, K-16)', () => {
    const people = withPeople(fosterPeople(), { independentReviewingOfficer: null })
    expect([has('noReviewingOfficer', F1({ people })), has('noReviewingOfficer', F1())]).toEqual([true, false])
  })

  test('that a parent under section 20 is to be told where the child is, before it is kept from them (P-30)', () => {
    const people = withPeople(fosterPeople(), { mother: { ...MOTHER, clearedForAddress: false } })
    expect(has('keptFromParent:mother:1', F1({ people, child: { legalStatus: 'section20' } }))).toBe(true)
    expect(has('keptFromParent:mother:1', F1({ people, child: { legalStatus: 'careOrder' } }))).toBe(false)
  })

  test('that a move in Key Stage 4 which disrupts school needs approval first (E-54, L-07)', () => {
    const move = (keyStage4: boolean, educationDisrupted: boolean) =>
      F1({ child: { keyStage4 }, placement: { educationDisrupted } })
    expect([has('keyStage4', move(true, true)), has('keyStage4', move(true, false))]).toEqual([true, false])
  })

  test('that a placement is called planned and starts within a day of being confirmed (R-005)', () => {
    const starting = (startsAt: string, basis: 'planned' | 'emergency' = 'planned') =>
      F1({ placement: { basis, startsAt: startsAt as Instant } })
    expect(has('plannedAtShortNotice', starting('2026-10-27T09:29:00Z'))).toBe(true)
    expect(has('plannedAtShortNotice', starting('2026-10-27T09:30:00Z'))).toBe(false)
    expect(has('plannedAtShortNotice', starting('2026-10-27T09:29:00Z', 'emergency'))).toBe(false)
    // Confirmed after the fact: that says nothing about how it came about.
    expect(has('plannedAtShortNotice', starting('2026-10-26T09:00:00Z'))).toBe(false)
  })

  test('that somebody who comes has no e-mail address, but never the child (R-040)', () => {
    const people = fosterPeople().map(({ email, ...person }) =>
      person.role === 'childsSocialWorker' ? person : { ...person, ...(email && { email }) },
    )
    expect(warningIds(F1({ people })).filter((id) => id.startsWith('noAddress'))).toEqual([
      'noAddress:childsSocialWorker:1',
    ])
  })

  test('that a distant placement needs the director (E-30, L-08)', () => {
    expect(has('distantPlacement', F4({ placement: { area: 'distant' } }))).toBe(true)
    expect(has('distantPlacement', F4({ placement: { area: 'adjoining' } }))).toBe(false)
  })

  test('which parts of the practice are only proposed, until the authority says so itself', () => {
    const proposed = (confirmation: PlacementConfirmation, pack: (typeof PACK_IDS)[number]) =>
      planOf(confirmation, pack).warnings.find(({ id }) => id === 'proposed')?.text ?? null
    expect(proposed(F1(), 'england-default')).toMatch(
      /by when it is held; who convenes; who chairs; who must be there; where it is held\.$/,
    )
    expect(proposed(F1(), 'wm-mosaic')).toMatch(/: who must be there\.$/)
    expect(proposed(F4(), 'wm-mosaic')).toMatch(/: who chairs; who must be there\.$/)
    expect(proposed(F1(), 'south-glos')).toBeNull()
    expect(proposed(F3(), 'south-glos')).toContain('by when it is held')
  })
})
