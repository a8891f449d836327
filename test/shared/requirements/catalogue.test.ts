import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CATALOGUE, requirement } from '../../../shared/requirements/catalogue.ts'
import { KNOWN_IDS } from '../../support/catalogue-ids.ts'

const all = CATALOGUE.flatMap(({ requirements }) => requirements)

describe('the catalogue of requirements', () => {
  test('has every id once, in order', () => {
    const byLetter = (letter: string) => (id: string) => id.startsWith(letter)
    const ids = all.map(({ id }) => id)
    for (const letter of 'RPEAKL') {
      expect(ids.filter(byLetter(letter))).toEqual([...KNOWN_IDS].filter(byLetter(letter)).sort())
    }
    expect(ids).toHaveLength(KNOWN_IDS.size)
  })

  test.each(CATALOGUE)(
    '$title: one line each, which reads on after its id, and says where it comes from',
    (section) => {
      for (const { id, title, from } of section.requirements) {
        expect([id, title]).toEqual([id, expect.stringMatching(/^(?=["'a-z\d]|Outlook).{10,120}[^.]$/)])
        expect([id, from.length > 0]).toEqual([id, true])
      }
    },
  )

  test('says the same of no two', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })

  test('cites the law where it is the law, and there alone', () => {
    for (const { id, legal } of all) expect([id, legal !== null]).toEqual([id, id.startsWith('L-')])
    expect(requirement('L-01')?.legal).toEqual({
      citation: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9(1)(a) and (2)',
      checked: 'confirmed',
    })
  })

  test('gives no more certainty than there is', () => {
    const unconfirmed = all.filter(({ legal }) => legal?.checked === 'unconfirmed').map(({ id }) => id)
    expect(unconfirmed).toEqual(['L-18', 'L-19', 'L-41'])
  })

  test('is asked by id', () => {
    expect(requirement('R-064')).toEqual({
      id: 'R-064',
      title: 'at least the carer and both social workers',
      from: ['southGlos'],
      implied: false,
      legal: null,
    })
    expect(requirement('R-027')).toMatchObject({ from: ['southGlos'], implied: true })
    expect(requirement('P-03')).toMatchObject({ from: ['privacyRule'] })
    expect(requirement('A-01')).toMatchObject({ from: ['assumption'] })
    expect(requirement('R-299')).toBeNull()
    expect(requirement('toString')).toBeNull()
  })
})

describe('what a practice states of its first meeting', () => {
  type Cell = { is: string; from: string; requirements: string[] }
  const folder = join(import.meta.dirname, '../../../shared/packs')
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const stated = files.flatMap((file) => {
    const { firstMeeting = [] } = parse(readFileSync(join(folder, file), 'utf8')) as {
      firstMeeting?: { planned: Cell; emergency: Cell }[]
    }
    const cells = firstMeeting.flatMap(({ planned, emergency }) => [planned, emergency])
    return cells.filter(({ from }) => from === 'stated').map((cell) => [file, cell.is, cell.requirements] as const)
  })
  const FIGURES = /\d+ (?:working days|days|hours)/g

  test.each(stated)('%s: "%s" stands with the same figures in %j', (_, sentence, ids) => {
    const titles = ids.map((id) => requirement(id)?.title).join('\n')
    for (const figure of sentence.match(FIGURES) ?? []) expect(titles).toContain(figure)
  })

  test('is really compared', () => {
    expect(stated.length).toBeGreaterThanOrEqual(4)
    expect(stated.every(([, sentence]) => sentence.match(FIGURES) !== null || /before/.test(sentence))).toBe(true)
  })
})
