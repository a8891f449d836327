/**
 * Every rule of every practice on every day of the years whose bank holidays are known, against a calendar that was
 * reckoned by another road; and hours over every change of the clocks until 2036.
 */
import { describe, expect, test } from '@jest/globals'
import { ENGLAND } from '../../../shared/dates/bank-holidays.ts'
import { lastDayOf } from '../../../shared/deadlines/clocks.ts'
import { deadlineFrom } from '../../../shared/deadlines/deadlines.ts'
import { BASES, PLACEMENT_TYPES } from '../../../shared/placement/placement.ts'
import { firstMeetingRules, readHoldRule } from '../../../shared/practice/practice-pack.ts'
import { addHours, fromEpochMs, instant, londonIso, toEpochMs, type Instant } from '../../../shared/dates/time.ts'
import { clockChangesOf, dayText, numberOf, workingDaysOf } from '../../support/calendar-oracle.ts'
import { F1, F2, onlyMeetingOf, PACK_IDS, planOf, practiceOf } from '../../support/fixture-cases.ts'

const [FIRST, LAST] = [Number(ENGLAND.knownFrom.slice(0, 4)), Number(ENGLAND.knownUntil.slice(0, 4))]
const WORKING = new Set(workingDaysOf(FIRST, LAST))
/** Walked day by day, where the app looks it up in a list. */
function afterWorking(start: number, count: number): number {
  let day = start
  for (let left = count; left > 0; left -= WORKING.has(day) ? 1 : 0) day += 1
  return day
}
/** A week from the first day, since what lies before a holiday is looked at as well. */
const STARTS = Array.from(
  { length: numberOf(`${LAST}-11-15`) - numberOf(`${FIRST}-01-08`) },
  (_, n) => numberOf(`${FIRST}-01-08`) + n,
)
const noonOf = (start: number) => instant(`${dayText(start)}T12:00:00Z`)

/** By its sentence, read here once more and more simply. */
function expectedDay(sentence: string, start: number): number {
  const [, count, unit] = /(\d+) (working days|calendar days|days|hours) of/.exec(sentence) ?? []
  if (!count) return start
  if (unit === 'working days') return afterWorking(start, Number(count))
  return start + (unit === 'hours' ? Number(count) / 24 : Number(count))
}

/** Every rule that any practice has for any placement, each once. */
const RULES = new Map(
  PACK_IDS.flatMap((id) => {
    const { pack, fallback } = practiceOf(id)
    return PLACEMENT_TYPES.flatMap((type) => BASES.map((basis) => firstMeetingRules(pack, fallback, type)[basis]))
  }).map((cell) => [cell.is.sentence, cell]),
)

test.each([...RULES.keys()])('a first meeting %s, on every day of a start', (sentence) => {
  for (const start of STARTS) {
    const { date } = deadlineFrom(noonOf(start), RULES.get(sentence)!, 'the placement starts').deadline
    const expected = dayText(expectedDay(sentence, start))
    if (date !== expected) expect([dayText(start), date]).toEqual([dayText(start), expected])
  }
})

test('ten years of starts are tried', () => {
  expect(LAST - FIRST + 1).toBeGreaterThanOrEqual(10)
  expect(STARTS.length).toBeGreaterThan(3590)
})

test('the rules of the six practices are among them', () => {
  expect([...RULES.keys()].sort()).toEqual([
    'before the placement starts',
    'before the placement starts, or within 5 working days of it starting',
    'within 3 working days of the placement starting',
    'within 5 days of the placement starting',
    'within 5 working days of the placement starting',
    'within 72 hours of the placement starting',
  ])
})

test('the clocks of the law on every seventh and every holiday start: five, ten and twenty working days, and a week', () => {
  const holidays = [...ENGLAND.days.keys()].map(numberOf).filter((day) => STARTS.includes(day))
  for (const start of [...STARTS.filter((_, n) => n % 7 === 3), ...holidays]) {
    const startsAt = noonOf(start)
    const child = { newlyLookedAfterOn: dayText(start) as never }
    for (const fixture of [F1, F2]) {
      const { clocks } = planOf(fixture({ child, placement: { startsAt } }), 'standards-lcs', startsAt)
      const last = (id: string) => lastDayOf(id, clocks)
      expect([dayText(start), last('placementPlan'), last('carePlan'), last('firstReview'), last('visit')]).toEqual([
        dayText(start),
        dayText(afterWorking(start, 5)),
        dayText(afterWorking(start, 10)),
        dayText(afterWorking(start, 20)),
        dayText(start + 7),
      ])
    }
  }
})

test('no rule in days ends before its last minute in London, in winter and in summer', () => {
  const rule = {
    is: readHoldRule('within 3 working days of the placement starting')!,
    says: '',
    from: 'stated' as const,
    requirements: [],
  }
  for (const start of STARTS.filter((_, n) => n % 3 === 0)) {
    const { at, date } = deadlineFrom(noonOf(start), rule, 'the placement starts').deadline
    expect(londonIso(at).slice(0, 19)).toBe(`${date}T23:59:59`)
  }
})

describe('72 hours are elapsed hours over every change of the clocks until 2036 (R-029)', () => {
  const changes = Array.from({ length: 2036 - FIRST + 1 }, (_, n) => FIRST + n).flatMap(clockChangesOf)
  const rule = {
    is: readHoldRule('within 72 hours of the placement starting')!,
    says: '',
    from: 'stated' as const,
    requirements: [],
  }
  /** What a clock on a wall in London shows: an hour more between the change of March and that of October. */
  const onTheWall = (at: Instant) => {
    const [spring, autumn] = clockChangesOf(Number(at.slice(0, 4)))
    const isSummer = at >= spring! && at < autumn!
    const shown = fromEpochMs(toEpochMs(at) + (isSummer ? 3_600_000 : 0)).slice(0, 19)
    return `${shown}${isSummer ? '+01:00' : '+00:00'}`
  }

  test.each(changes)('%s', (change) => {
    for (let before = 1; before < 72; before += 1) {
      const start = fromEpochMs(toEpochMs(change as Instant) - before * 3_600_000)
      const expected = fromEpochMs(toEpochMs(start) + 72 * 3_600_000)
      expect(addHours(start, 72)).toBe(expected)
      const { at } = deadlineFrom(start, rule, 'the placement starts').deadline
      expect([at, londonIso(at)]).toEqual([expected, onTheWall(expected)])
    }
  })

  test('so that the wall shows an hour less or more: Fri 23 Oct 17:30 until Mon 26 Oct 16:30 (E-05, E-07)', () => {
    const start = '2026-10-23T16:30:00Z' as Instant
    const { deadline } = onlyMeetingOf(F2({ placement: { startsAt: start } }), 'leicester', start)
    expect([londonIso(start), londonIso(deadline!.at)]).toEqual([
      '2026-10-23T17:30:00+01:00',
      '2026-10-26T16:30:00+00:00',
    ])
  })
})
