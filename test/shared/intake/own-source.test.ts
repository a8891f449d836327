import { describe, expect, test } from '@jest/globals'
import { ownSource } from '../../../shared/intake/own-source.ts'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { instant } from '../../../shared/dates/time.ts'
import { TWO_BROTHERS, YOUNGER_FATHER } from '../../support/confirmation-texts.ts'
import { STAFF } from '../../support/staff.ts'

const { confirmations } = readMessage(TWO_BROTHERS, { received: instant('2026-12-18T16:05:00Z'), from: STAFF.officer })
const [older, younger] = confirmations as [(typeof confirmations)[0], (typeof confirmations)[0]]

describe('the message that is kept with the case of one of two brothers (P-23, E-16)', () => {
  test('holds nothing that tells who the other is, and all that is common to both', () => {
    const kept = ownSource(TWO_BROTHERS, older, confirmations)
    for (const his of ['W.Z.', 'BKS-204412', 'PL-30952', YOUNGER_FATHER, 'Anders']) expect(kept).not.toContain(his)
    for (const own of ['Q.X.', 'BKS-204411', 'PL-30951', 'Marguerite Oyelaran', 'Petra Vandermolen', '14 Tannery Row'])
      expect(kept).toContain(own)
  })

  test('of the other one it is the other way round', () => {
    const kept = ownSource(TWO_BROTHERS, younger, confirmations)
    for (const hers of ['Q.X.', 'BKS-204411', 'PL-30951']) expect(kept).not.toContain(hers)
    expect(kept).toContain(YOUNGER_FATHER)
  })

  test('is the message as it came where there is one child', () => {
    expect(ownSource(TWO_BROTHERS, older, [older])).toBe(TWO_BROTHERS)
  })

  test('a word in which another’s initials happen to stand stays whole', () => {
    const own = { words: [{ field: 'child.initials', phrase: 'KV' }] }
    const other = { words: [{ field: 'child.initials', phrase: 'AL' }] }
    expect(ownSource('KV and AL, AL4 7QT', own, [own, other])).toBe('KV and […], AL4 7QT')
  })
})
