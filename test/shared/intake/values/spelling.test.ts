import { describe, expect, test } from '@jest/globals'
import { readMessage } from '../../../../shared/intake/read-message.ts'
import { isOneSlipAway, respelt } from '../../../../shared/intake/values/spelling.ts'

describe('a slip of the finger is read as it was meant', () => {
  test.each([
    ['placment', 'placement'],
    ['emergancy', 'emergency'],
    ['residentail', 'residential'],
    ['planed', 'planned'],
    ['strat', 'start'],
    ['socail', 'social'],
  ])('%s is %s', (written, meant) => {
    expect(respelt(written)).toBe(meant)
  })

  test.each(['planner', 'Forster', 'managed', 'provided', 'supporter', 'secured', 'carter', 'mother', 'other'])(
    '%s is a word of its own',
    (word) => {
      expect(respelt(word.toLowerCase())).toBe(word.toLowerCase())
    },
  )

  test.each([
    ['foster', 'foser', true],
    ['foster', 'fostter', true],
    ['foster', 'fotser', true],
    ['foster', 'fester', true],
    ['foster', 'festor', false],
    ['foster', 'fost', false],
  ])('%s and %s', (meant, written, near) => {
    expect(isOneSlipAway(written, meant)).toBe(near)
  })

  test('a name that resembles a word stays a name', () => {
    const { confirmations } = readMessage(
      'Case ref: C-1001\nPlacement ref: P-2002\nInitials: AB\nAge: 9\nType: foster\nCarer: Jean Forster\nSocial worker: Adam Planner',
    )
    expect(confirmations[0]!.fields.people).toEqual([
      expect.objectContaining({ role: 'fosterCarer', name: 'Jean Forster' }),
      expect.objectContaining({ role: 'childsSocialWorker', name: 'Adam Planner' }),
    ])
  })
})
