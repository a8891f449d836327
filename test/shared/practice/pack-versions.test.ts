/** A practice changes, and what was begun under it stays as it was (2.4, rule 5). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPacks, PackRefused } from '../../../bot/practice-packs.ts'
import { planFor, startDayOf } from '../../../shared/meeting/plan-placement.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { instant } from '../../../shared/dates/time.ts'
import { F2 } from '../../support/fixture-cases.ts'

const PACKS = join(import.meta.dirname, '../../../shared/packs')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'))
  for (const id of ['england-default', 'wm-mosaic']) copyFileSync(join(PACKS, `${id}.yaml`), join(folder, `${id}.yaml`))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The practice of wm-mosaic as it might be from April 2027: two working days instead of three. */
function laterVersion(version: string, from: string): void {
  const text = readFileSync(join(PACKS, 'wm-mosaic.yaml'), 'utf8')
    .replace("version: '2026-09'", `version: '${version}'`)
    .replace('effectiveFrom: 2026-09-01', `effectiveFrom: ${from}`)
    .replaceAll('is: within 3 working days of the placement', 'is: within 2 working days of the placement')
  writeFileSync(join(folder, `wm-mosaic.${version}.yaml`), text)
}

const startingOn = (startsAt: string | null) => F2({ placement: { startsAt: startsAt && instant(startsAt) } as object })
function planned(confirmation: PlacementConfirmation, now: string) {
  const at = instant(now)
  const practice = loadPacks(folder).practice('wm-mosaic', startDayOf(confirmation, at))!
  const { packVersion, meetings } = planFor(confirmation, practice, at, {
    serviceMailbox: 'service@brackenshire.example',
  })
  return [packVersion, meetings[0]!.deadline?.date]
}

describe('with a version from 1 April 2027', () => {
  beforeEach(() => laterVersion('2027-04', '2027-04-01'))

  test.each([
    ['the day before: the version so far', '2027-03-31T10:00:00+01:00', '2026-09', '2027-04-05'],
    ['that day: the new one', '2027-04-01T10:00:00+01:00', '2027-04', '2027-04-05'],
    ['at half past midnight in London, while it is still March elsewhere', '2027-03-31T23:30:00Z', '2027-04', '2027-04-05'],
    ['before any version: the first', '2020-06-01T10:00:00Z', '2026-09', '2020-06-04'],
  ])('a placement that starts %s', (_, startsAt, version, due) => {
    expect(planned(startingOn(startsAt), startsAt)).toEqual([version, due])
  }) // prettier-ignore

  test('a placement begun before keeps its version, on whatever day it is asked for again', () => {
    const [before, after] = ['2027-03-22T10:00:00Z', '2027-06-01T10:00:00Z']
    expect(planned(startingOn(before), after)).toEqual(planned(startingOn(before), before))
  })

  test('one that has no start yet goes by today', () => {
    expect(planned(startingOn(null), '2027-04-02T10:00:00Z')[0]).toBe('2027-04')
  })

  test('is the same practice and no other one', () => {
    expect(loadPacks(folder).ids).toEqual(['england-default', 'wm-mosaic'])
  })
})

test.each([
  ['version', '2026-09', '2027-04-01'],
  ['effectiveFrom', '2027-04', '2026-09-01'],
])('two files with the same %s are refused, and the cell is named', (cell, version, from) => {
  laterVersion(version, from)
  expect(() => loadPacks(folder)).toThrow(PackRefused)
  expect(() => loadPacks(folder)).toThrow(
    new RegExp(`wm-mosaic.*[.]yaml is refused:\n  ${cell}: version ${version} of wm-mosaic`),
  )
})

test('the app does not start on a pack that is laxer than the law', () => {
  const text = readFileSync(join(PACKS, 'wm-mosaic.yaml'), 'utf8')
  const lax = `${text}\ndeadlines:\n  - { clock: visit, is: within 14 calendar days of the placement starting, says: Later, from: stated, requirements: [R-204] }\n`
  writeFileSync(join(folder, 'wm-mosaic.yaml'), lax)
  expect(() => loadPacks(folder)).toThrow(/deadlines[.]0[.]is: is laxer than the law/)
})
