import { describe, expect, test } from '@jest/globals'
import { namePeople } from '../../../shared/people/named-people.ts'
import { aConfirmation } from '../../support/builders.ts'

const named = (role: Parameters<typeof namePeople>[1], words: string) => {
  const read = namePeople(aConfirmation(), role, words)
  if (!read.ok) throw new Error(read.refusal.detail)
  return read.value.people!.filter((person) => person.role === role)
}

describe('everybody who has a role, named anew', () => {
  test('several, parted by semicolons', () => {
    expect(named('fosterCarer', 'Ines Adjei, ines@post.example; Kofi Adjei')).toEqual([
      { role: 'fosterCarer', name: 'Ines Adjei', email: 'ines@post.example' },
      { role: 'fosterCarer', name: 'Kofi Adjei', email: null },
    ])
  })

  test('who is named still keeps what is known of them', () => {
    expect(named('mother', 'Petra Vandermolen, petra.v@post.example')[0]).toMatchObject({
      decision: { part: 'attend' },
      clearedForAddress: false,
    })
  })

  test('with another address, it is found out anew whether they are inside', () => {
    expect(named('mother', 'Petra Vandermolen, petra@elsewhere.example')[0]?.insideTenant).toBeUndefined()
  })

  test('no words name nobody', () => {
    expect(named('mother', ' ')).toEqual([])
  })

  test('words that name nobody are refused, saying what is wanted', () => {
    expect(namePeople(aConfirmation(), 'mother', '???')).toMatchObject({
      ok: false,
      refusal: { reason: 'notAccepted' },
    })
  })
})
