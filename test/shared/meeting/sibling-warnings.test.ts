import { describe, expect, test } from '@jest/globals'
import { planJson } from '../../../shared/meeting/plan-json.ts'
import { F2, PACK_IDS, planOf, planUnder, practiceOf } from '../../support/fixture-cases.ts'

const withHousehold = (...household: string[]) => F2({ placement: { household } })
const said = (...household: string[]) =>
  planOf(withHousehold(...household), 'leicester').warnings.find(({ id }) => id === 'siblings')

describe('a brother or sister in the household (E-16, P-23)', () => {
  test.each(PACK_IDS)('is spoken of in the plan under %s, in its printed form, too', (pack) => {
    const { warnings } = planJson(planOf(withHousehold('her sister, 6'), pack))
    expect(warnings.find(({ id }) => id === 'siblings')).toEqual({
      id: 'siblings',
      text: 'A brother or sister lives there, too. Where both are placed on the same day, one time can serve the meetings of both. Each child has a meeting, a record, an agenda and invitations of their own in any case. This is proposed, and for the authority to confirm.',
      requirements: ['E-16', 'P-23'],
    })
  })

  test.each([['brother B., 4'], ['a twin'], ['two half-siblings'], ['younger sisters']])(
    '%s is one of the child',
    (who) => {
      expect(said(who)).toBeDefined()
    },
  )

  test.each([
    ['carer’s sister'],
    ['the carers’ brother, 40'],
    ['sister of the carer'],
    ['carer’s daughter, 12'],
    ['a dog'],
  ])('%s is none of the child', (who) => {
    expect(said(who)).toBeUndefined()
  })

  test('as the practice has it: apart, where it says so itself', () => {
    const { pack, fallback } = practiceOf('leicester')
    const own = { is: 'apart' as const, says: 'Each on their own', from: 'stated' as const, requirements: [] }
    const { warnings } = planUnder(withHousehold('her sister, 6'), { pack: { ...pack, siblings: own }, fallback })
    const { text } = warnings.find(({ id }) => id === 'siblings')!
    expect(text).toContain('Their meetings are held at times of their own.')
    expect(text).not.toContain('proposed')
  })
})
