import { describe, expect, test } from '@jest/globals'
import { instant } from '../../../shared/dates/time.ts'
import { siblingsOf, type FamilyId } from '../../../shared/placement/siblings.ts'
import { siblingTimesRule } from '../../../shared/practice/practice-pack.ts'
import { PACK_IDS, practiceOf } from '../../support/fixture-cases.ts'

const FAMILY = 'a family' as FamilyId
const OTHERS = 'another family' as FamilyId
const placed = (startsAt = '2026-12-18T17:30:00Z', address: string | null = '14 Tannery Row, Aldermere AL4 7QT') => ({
  startsAt: instant(startsAt),
  address,
})
const group = (...asked: [ReturnType<typeof placed>, FamilyId?]) =>
  siblingsOf(asked[0], asked[1] ?? FAMILY, 'together')?.group

describe('children of one family are placed together (E-16)', () => {
  test('in one home on one day, however its address is written and at whatever hour each comes', () => {
    expect(group(placed())).toBe(group(placed('2026-12-18T09:00:00Z', '14 TANNERY ROW,  Aldermere, AL4 7QT.')))
  })

  test.each([
    ['on another day', placed('2026-12-19T17:30:00Z'), FAMILY],
    ['in another home', placed('2026-12-18T17:30:00Z', '15 Tannery Row, Aldermere AL4 7QT'), FAMILY],
    ['of another family, in the same home on the same day', placed(), OTHERS],
  ])('and not %s', (_, other, family) => {
    expect(group(other, family)).not.toBe(group(placed()))
  })

  test('nor where home or day is not known, which is never guessed, or nobody said that they are one family', () => {
    expect(group(placed('2026-12-18T17:30:00Z', null))).toBeUndefined()
    expect(siblingsOf({ ...placed(), startsAt: null }, FAMILY, 'together')).toBeUndefined()
    expect(siblingsOf(placed(), undefined, 'together')).toBeUndefined()
  })

  test('a day is a day in London: shortly before and after its midnight are two', () => {
    expect(group(placed('2026-07-01T22:59:00Z'))).not.toBe(group(placed('2026-07-01T23:00:00Z')))
    expect(group(placed('2026-07-01T23:00:00Z'))).toBe(group(placed('2026-07-02T12:00:00Z')))
  })

  test('are kept apart where the practice says so', () => {
    expect(siblingsOf(placed(), FAMILY, 'apart')).toBeUndefined()
  })
})

describe('whether one time may serve several children', () => {
  test.each(PACK_IDS)(
    '%s: no source says so, so that it is proposed, and for the authority to confirm (E-16)',
    (id) => {
      const { pack, fallback } = practiceOf(id)
      expect(siblingTimesRule({ pack, fallback })).toBe('together')
      expect(fallback.siblings).toMatchObject({ from: 'gap', requirements: ['E-16', 'P-23'] })
    },
  )

  test('is the practice’s own word where it has one, and no where nobody says anything', () => {
    const { pack, fallback } = practiceOf('leicester')
    const says = { says: 'So', from: 'stated' as const, requirements: [] }
    expect(siblingTimesRule({ pack: { ...pack, siblings: { is: 'apart', ...says } }, fallback })).toBe('apart')
    expect(siblingTimesRule({ pack, fallback: { ...fallback, siblings: undefined } })).toBe('apart')
  })
})
