import { describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AGENDA_ITEMS } from '../../../shared/agenda/agenda-items.ts'
import { PLACEMENT_TYPES, type Basis, type PlacementType } from '../../../shared/placement/placement.ts'
import { firstMeetingRules, MATTERS, type PracticePack } from '../../../shared/practice/practice-pack.ts'
import { KNOWN_IDS } from '../../support/catalogue-ids.ts'
import { F1, F2, F3, F4, F5, PACK_IDS, planOf, planUnder, practiceOf } from '../../support/fixture-cases.ts'

type AnyCell = { is: unknown; says: string; from: string; fact?: string; requirements: string[]; path: string }

/** Every cell of a pack, wherever it stands. */
function cellsOf(value: unknown, path: string): AnyCell[] {
  if (typeof value !== 'object' || value === null || value instanceof Map) return []
  const own = 'is' in value && 'says' in value ? [{ ...(value as Omit<AnyCell, 'path'>), path }] : []
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => cellsOf(inner, `${path}.${key}`))]
}
const packOf = (id: string): PracticePack => practiceOf(id).pack
const files = readdirSync(join(import.meta.dirname, '../../../shared/packs'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))

describe.each(files)('the practice pack %s', (id) => {
  const cells = cellsOf(packOf(id), id)

  test('has words behind every cell: those of its source, of the law, or why a value is proposed', () => {
    expect(cells.length).toBeGreaterThan(5)
    expect(cells.filter(({ says }) => says.trim().length < 8).map(({ path }) => path)).toEqual([])
  })

  test('claims no requirement and no fact that is not in the catalogue', () => {
    const unknown = cells.flatMap(({ path, requirements, fact }) =>
      [...requirements, ...(fact ? [fact] : [])].filter((one) => !KNOWN_IDS.has(one)).map((one) => `${path}: ${one}`),
    )
    expect(unknown).toEqual([])
  })

  test('says for every cell that rests on the law which fact it rests on', () => {
    expect(cells.filter(({ from, fact }) => from === 'law' && !fact).map(({ path }) => path)).toEqual([])
  })

  test('has something to say of every matter that a practice settles, itself or by the default', () => {
    const { pack, fallback } = practiceOf(id)
    const said = new Set([...(pack.rest ?? []), ...(fallback.rest ?? [])].map(({ about }) => about))
    expect(MATTERS.filter((matter) => !said.has(matter))).toEqual([])
  })

  test('is called by the name of its file', () => {
    expect(packOf(id).id).toBe(id)
  })
})

test('a South Glos chair has no stand-in, since its source names none; the home’s manager may send a delegate', () => {
  expect(packOf('south-glos').chair.map(({ delegate }) => delegate)).toEqual([undefined])
  expect(packOf('wm-mosaic').chair[0]).toMatchObject({ is: 'registeredManager', delegate: 'managersDelegate' })
})

describe('no practice is laxer than the law (2.4)', () => {
  const cases: [PlacementType, Basis][] = PLACEMENT_TYPES.flatMap((type) => [[type, 'planned'], [type, 'emergency']] as [PlacementType, Basis][]) // prettier-ignore

  test.each(PACK_IDS)('%s leaves no placement without a rule for its first meeting', (pack) => {
    const { pack: own, fallback } = practiceOf(pack)
    for (const [type, basis] of cases)
      expect(firstMeetingRules(own, fallback, type)[basis].is.sentence).toMatch(/start/)
  })

  test.each(PACK_IDS)('under %s no meeting of a foster or residential placement is due after the plan is', (pack) => {
    for (const fixture of [F1, F2, F3, F4, F5]) {
      const { meetings, clocks } = planOf(fixture(), pack)
      const plan = clocks.find(({ id }) => id === 'placementPlan')!
      expect(meetings[0]!.deadline!.date <= (plan.fallback ?? plan.due.slice(0, 10))).toBe(true)
    }
  })

  test('a practice that takes seven working days keeps them for the meeting, and is warned; the plan stays at five', () => {
    const { pack, fallback } = practiceOf('south-glos')
    const later = structuredClone(pack)
    later.firstMeeting[0]!.emergency.is = { sentence: 'within 7 working days of the placement starting', beforeStart: 'no', within: { count: 7, unit: 'workingDay', unitGiven: true } } // prettier-ignore
    const plan = planUnder(F2(), { pack: later, fallback })
    expect(plan.meetings[0]!.deadline!.date).toBe('2026-12-31')
    expect(plan.clocks.find(({ id }) => id === 'placementPlan')!.due).toBe('2026-12-29')
    expect(plan.warnings.map(({ id }) => id)).toContain('meetingAfterPlan')
  })

  test('no practice can move a clock of the law at all: the same start gives the same dates under each', () => {
    const law = (pack: (typeof PACK_IDS)[number]) =>
      planOf(F2(), pack).clocks.filter(({ status }) => status === 'law').map(({ id, due, fallback }) => [id, due, fallback]) // prettier-ignore
    expect(law('wm-mosaic')).toEqual(law('england-default'))
    expect(law('south-glos')).toEqual(law('england-default'))
  })
})

describe('under every practice (2.4)', () => {
  const ids = (confirmation: Parameters<typeof planOf>[0], pack: (typeof PACK_IDS)[number]) =>
    planOf(confirmation, pack).questions.map(({ id }) => id)

  test.each(PACK_IDS)(
    '%s: each date says whether it is law, statutory guidance or local practice (rule 6, K-22)',
    (pack) => {
      for (const fixture of [F1, F2, F3, F4, F5]) {
        const { meetings, clocks } = planOf(fixture({ child: { courtProceedings: true } }), pack)
        for (const { status } of [...clocks, ...meetings.flatMap(({ deadline }) => deadline ?? [])])
          expect(['law', 'statutoryGuidance', 'localPractice']).toContain(status)
        // What claims the law names the fact; what does not is the practice's own.
        expect(clocks.filter(({ status, facts }) => status !== 'localPractice' && facts.length === 0)).toEqual([])
        for (const { deadline } of meetings) expect(deadline?.status).toBe('localPractice')
      }
    },
  )

  test.each(PACK_IDS)('%s starts no clock for a series of short breaks (rule 7, L-06, E-42)', (pack) => {
    expect(planOf(F1({ placement: { shortBreaks: true } }), pack)).toMatchObject({
      status: 'noMeeting',
      meetings: [],
      clocks: [],
    })
  })

  test.each(PACK_IDS)('%s asks before anything is planned for a child on remand (rule 8, L-28)', (pack) => {
    const onRemand = F3({ child: { legalStatus: 'remand' } })
    expect(planOf(onRemand, pack)).toMatchObject({ status: 'asks', meetings: [], clocks: [] })
    expect(ids(onRemand, pack)).toContain('remand')
  })

  test.each(PACK_IDS)(
    '%s queries a child under 16 in supported accommodation, and schedules nothing (rule 9, L-27)',
    (pack) => {
      const placed = (ageInYears: number) =>
        F3({ child: { ageInYears }, placement: { type: 'supportedAccommodation' } })
      expect(planOf(placed(15), pack)).toMatchObject({ status: 'asks', meetings: [] })
      expect(ids(placed(15), pack)).toContain('under16')
      expect(ids(placed(16), pack)).not.toContain('under16')
    },
  )

  test('one number does for no authority: a home and a foster family may have their own (rule 3, L-25)', () => {
    const { pack, fallback } = practiceOf('wm-mosaic')
    const [all] = structuredClone(pack.firstMeeting)
    const within = (count: number) => ({ sentence: `within ${count} working days of the placement starting`, beforeStart: 'no' as const, within: { count, unit: 'workingDay' as const, unitGiven: true } }) // prettier-ignore
    const rule = (count: number) => ({ ...all!.emergency, is: within(count) })
    const own = {
      ...pack,
      firstMeeting: [
        { for: ['residential' as const], planned: rule(3), emergency: rule(2) },
        { for: ['foster' as const], planned: rule(5), emergency: rule(4) },
      ],
    }
    const due = (fixture: typeof F1) => planUnder(fixture(), { pack: own, fallback }).meetings[0]!.deadline!.rule
    expect([F4, F3, F1, F2].map(due)).toEqual([3, 2, 5, 4].map((count) => within(count).sentence))
  })
})

test('every id that the plan, its agenda, questions and warnings carry is in the catalogue', () => {
  const carried = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'requirements' || key === 'facts') for (const id of inner as string[]) carried.add(id)
      else collect(inner)
    }
  }
  const undecided = { people: [], child: { keyStage4: true, newlyLookedAfterOn: undefined, firstPlacement: undefined } }
  for (const pack of PACK_IDS) {
    for (const fixture of [F1, F2, F3, F4, F5]) {
      collect(planOf(fixture(), pack))
      collect(planOf(fixture({ ...undecided, placement: { area: 'distant', educationDisrupted: true } }), pack))
      collect(planOf(fixture({ placement: { shortBreaks: true } }), pack))
    }
  }
  collect(AGENDA_ITEMS)
  expect([...carried].filter((id) => !KNOWN_IDS.has(id))).toEqual([])
  expect(carried.size).toBeGreaterThan(60)
})
