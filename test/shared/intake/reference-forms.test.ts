/** Two references that nothing is said of: their forms may say which is the child's and which the placement's. */
import { describe, expect, test } from '@jest/globals'
import { whoseReferences } from '../../../shared/intake/reference-forms.ts'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { instant } from '../../../shared/dates/time.ts'

const read = (text: string) => {
  const from = { name: 'Lennox Abernathy', email: 'lennox.abernathy@brackenshire.example' }
  const { verdict, confirmations } = readMessage(text, { received: instant('2026-12-18T16:05:00Z'), from })
  const { fields, asks } = confirmations[0]!
  return { verdict, case: fields.caseReference, placement: fields.placementReference, asks }
}

describe('whose reference is whose', () => {
  test.each([
    [['LCS-104233', 'PL-88120'], 'LCS-104233', 'PL-88120'],
    [['PL-88120', 'LCS-104233'], 'LCS-104233', 'PL-88120'],
    [['BKS-204417', 'PLC-30951'], 'BKS-204417', 'PLC-30951'],
    [['Mosaic 771204', '88120'], 'Mosaic 771204', '88120'],
    [['OT33500/1', 'OT33500'], 'OT33500', 'OT33500/1'],
  ])('%j', (references, child, placement) => {
    expect(whoseReferences(references)).toEqual({ caseReference: child, placementReference: placement })
  })

  test.each([
    [['BKS-204417', 'WX-30951']],
    [['104233', '88120']],
    [['PL-1234', 'PL-1235']],
    [['LCS-1', 'LCS-2']],
    [['PLYMOUTH-104', 'BKS-204417']],
    [['LCS-104233']],
    [['LCS-104233', 'PL-88120', 'PL-88121']],
  ])('of %j nobody can tell', (references) => {
    expect(whoseReferences(references)).toBeNull()
  })
})

describe('a cancellation that names two references', () => {
  test('is certain where their forms are, and asks nothing', () => {
    for (const text of ['Cancellation: LCS-104233 PL-88120', 'PL-88120 / LCS-104233 cancelled']) {
      expect(read(text)).toEqual({ verdict: 'cancellation', case: 'LCS-104233', placement: 'PL-88120', asks: [] })
    }
  })

  test('asks for each with both to choose from, where nothing says which is which', () => {
    const { verdict, asks, ...named } = read('Cancellation: BKS-204417 WX-30951')
    expect([verdict, named]).toEqual(['cancellation', { case: undefined, placement: undefined }])
    expect(asks.map(({ field, among }) => [field, among])).toEqual([
      ['caseReference', ['BKS-204417', 'WX-30951']],
      ['placementReference', ['BKS-204417', 'WX-30951']],
    ])
    for (const { text } of asks) expect(text).toContain('it is BKS-204417 or WX-30951')
  })

  test('two placements are not taken for a child and a placement', () => {
    const { asks } = read('Cancelled: PL-88120, PL-88121')
    expect(asks.map(({ field, among }) => [field, among])).toEqual([['placementReference', undefined]])
  })

  test.each([
    ['PL-88120 cancelled', undefined, 'PL-88120'],
    ['LCS-104233 cancelled', 'LCS-104233', undefined],
    ['WX-30951 cancelled', undefined, undefined],
  ])('one alone: %s', (text, child, placement) => {
    expect(read(text)).toMatchObject({ verdict: 'cancellation', case: child, placement })
  })

  test('what is named by its label stays what it is called', () => {
    const text = 'Cancellation of placement\nCase reference: PL-88120\nPlacement reference: LCS-104233'
    expect(read(text)).toMatchObject({ case: 'PL-88120', placement: 'LCS-104233' })
  })
})
