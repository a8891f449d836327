import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readHoldRule } from '../../../shared/practice-pack.ts'
import { readPack } from '../../../shared/wire/practice-pack.ts'

/** The pack of South Glos as written, with values laid over it by path; `undefined` takes a cell away. */
function faultsWith(change: Record<string, unknown>): string[] {
  const file = join(import.meta.dirname, '../../../shared/packs/south-glos.yaml')
  const written = parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split('.')
    const last = keys.pop()!
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, written)
    if (value === undefined) Reflect.deleteProperty(holder, last)
    else holder[last] = value
  }
  const read = readPack(written)
  return read.ok ? [] : read.faults.map(({ cell, problem }) => `${cell}: ${problem}`)
}

test('the pack as it is written is whole', () => {
  expect(faultsWith({})).toEqual([])
})

describe('a cell that is not understood is named, with what would be', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['a rule in other words', 'firstMeeting.0.planned.is', 'as soon as possible', /: this sentence is not understood; accepted are forms such as "before the placement starts", "within 3 working days of the placement starting"/],
    ['a unit that does not exist', 'firstMeeting.0.emergency.is', 'within 3 working hours of the placement starting', /is not understood/],
    ['a role that does not exist', 'chair.0.is', 'socialWorker', /./],
    ['a placement type that does not exist', 'minimum.0.for.0', 'fostering', /foster/],
    ['an empty minimum', 'minimum.0.is', [], /./],
    ['a venue that does not exist', 'venue.0.is', 'pub', /placement.*office.*online/],
    ['a part that does not exist', 'attendance.0.is', 'maybe', /attend.*contribute/],
    ['a cell without words', 'convenor.0.says', ' ', /some words are needed/],
    ['a provenance that does not exist', 'convenor.0.from', 'custom', /stated.*law.*gap/],
    ['an id that is none', 'convenor.0.requirements.0', 'R37', /an id such as R-023/],
    ['a day that does not exist', 'effectiveFrom', '2026-09-31', /a day such as 2026-09-01/],
    ['a length of a whole day', 'durationMinutes.is.first', 480, /240/],
    ['no record at all', 'record', undefined, /./],
    ['an id with spaces', 'id', 'South Glos', /small letters, digits and hyphens/],
  ])('%s', (_, path, value, problem) => {
    const [fault, ...more] = faultsWith({ [path]: value })
    expect(more).toEqual([])
    expect(fault).toMatch(new RegExp(`^${path}: `))
    expect(fault).toMatch(problem)
  }) // prettier-ignore

  test.each([
    ['a cell that nobody knows', 'charing', /^\(the pack\): .*charing/],
    ['a field that nobody knows', 'chair.0.deputy', /^chair\.0: .*deputy/],
  ])('%s', (_, path, fault) => {
    expect(faultsWith({ [path]: 'teamManager' })).toEqual([expect.stringMatching(fault)])
  })

  test('every fault is told at once', () => {
    expect(faultsWith({ 'chair.0.is': 'nobody', 'venue.0.is': 'nowhere' }).length).toBe(2)
  })

  test.each([null, 7, 'pack', [], {}])('%j is no pack', (input) => {
    expect(readPack(input).ok).toBe(false)
  })
})

describe('the sentences that a rule may be written in', () => {
  test.each([
    ['before the placement starts', 'must', null],
    ['within 3 working days of the placement starting', 'no', { count: 3, unit: 'workingDay', unitGiven: true }],
    ['within 1 working day of the placement starting', 'no', { count: 1, unit: 'workingDay', unitGiven: true }],
    ['within 72 hours of the placement starting', 'no', { count: 72, unit: 'hour', unitGiven: true }],
    ['within 5 days of the placement starting', 'no', { count: 5, unit: 'calendarDay', unitGiven: false }],
    ['within 5 calendar days of the placement starting', 'no', { count: 5, unit: 'calendarDay', unitGiven: true }],
    ['before the placement starts, or within 5 working days of it starting', 'may', { count: 5, unit: 'workingDay', unitGiven: true }],
  ])('%s', (sentence, beforeStart, within) => {
    expect(readHoldRule(sentence)).toEqual({ sentence, beforeStart, within })
  }) // prettier-ignore

  test.each([
    'within three working days of the placement starting',
    'within 3 working days',
    'Within 3 Working Days of the placement starting',
    '',
  ])('not: %j', (sentence) => {
    expect(readHoldRule(sentence)).toBeNull()
  })
})
