import { describe, expect, test } from '@jest/globals'
import { day, instant } from '../../../shared/dates/time.ts'
import { asksTogether, fieldsTogether, wordsTogether } from '../../../shared/placement/taken-together.ts'
import { aConfirmation, thePeople } from '../../support/builders.ts'

describe('two messages about one placement (E-10)', () => {
  test('what the newer one says counts, and what it does not mention stays', () => {
    const before = aConfirmation()
    const together = fieldsTogether(before, { placement: { startsAt: instant('2026-11-05T09:00:00Z') } })
    expect(together).toEqual({
      ...before,
      placement: { ...before.placement, startsAt: instant('2026-11-05T09:00:00Z') },
    })
  })

  test('a start that is no longer known is not known', () => {
    expect(fieldsTogether(aConfirmation(), { placement: { startsAt: null } }).placement?.startsAt).toBeNull()
  })

  test('who is named for a role takes the place of those who were', () => {
    const carer = { role: 'fosterCarer' as const, name: 'Ines Adjei', email: 'ines@post.example' }
    const { people } = fieldsTogether(aConfirmation(), { people: [carer] })
    expect(people?.filter(({ role }) => role === 'fosterCarer')).toEqual([carer])
    expect(people).toHaveLength(thePeople().length)
  })

  test('what was decided about somebody stays when they are named again without it', () => {
    const { people } = fieldsTogether(aConfirmation(), {
      people: [{ role: 'mother', name: 'Petra Vandermolen', email: 'PETRA.V@post.example' }],
    })
    expect(people?.find(({ role }) => role === 'mother')?.decision).toEqual({
      part: 'attend',
      decidedBy: 'Rosalind Achterberg',
      decidedOn: day('2026-10-26'),
    })
  })

  test('what either left open is asked once, and not when the other settles it', () => {
    const asked = (...fields: string[]) => fields.map((field) => ({ field, text: `${field}?` }))
    const left = asksTogether(
      asked('placementType', 'placement.startsAt', 'part:child', 'missingRole:registeredManager', 'child.turns18On'),
      asked('child.turns18On', 'missingRole:fosterCarer'),
      aConfirmation(),
    )
    expect(left.map(({ field }) => field)).toEqual(['child.turns18On', 'missingRole:registeredManager'])
  })

  test('each value keeps the words it came from, of the message that gave it last', () => {
    const newer = [{ field: 'placement.startsAt', phrase: '5 November' }]
    const before = [
      { field: 'placement.startsAt', phrase: '2 November' },
      { field: 'placement.type', phrase: 'foster' },
    ]
    expect(wordsTogether(before, newer)).toEqual([newer[0], before[1]])
  })
})
