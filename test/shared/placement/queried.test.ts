/** Placements that are queried instead of scheduled, and what a person may answer (2.4 of the catalogue, rules 8 and 9). */
import { describe, expect, test } from '@jest/globals'
import { applyAnswer } from '../../../shared/placement/answers.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { heldAnyway } from '../../../shared/placement/queried.ts'
import { FIXTURES, F3, planOf } from '../../support/fixture-cases.ts'

const onRemand = F3({ child: { legalStatus: 'remand' } })
const fifteen = F3({ child: { ageInYears: 15 }, placement: { type: 'supportedAccommodation' } })

function after(confirmation: PlacementConfirmation, answers: Record<string, string>) {
  const answered = Object.entries(answers).reduce((fields, [id, value]) => {
    const applied = applyAnswer(fields, id, value)
    if (!applied.ok) throw new Error(applied.refusal.detail)
    return applied.value as PlacementConfirmation
  }, confirmation)
  return { confirmation: answered, plan: planOf(answered, 'wm-mosaic') }
}
const opening = ({ plan }: ReturnType<typeof after>) =>
  plan.questions.map(({ id }) => id).filter((id) => /remand|under16/.test(id))
const asItWouldBe = planOf(F3(), 'wm-mosaic')

describe('a child on remand (L-28)', () => {
  test('nothing runs and nothing is planned before a person has answered, who has a choice of every way', () => {
    const plan = planOf(onRemand, 'wm-mosaic')
    expect(plan).toMatchObject({ status: 'asks', meetings: [], clocks: [] })
    expect(plan.questions.find(({ id }) => id === 'remand')?.choices?.map(({ value }) => value)).toEqual([
      'hold', 'none', 'section20', 'interimCareOrder', 'careOrder', 'policeProtection', 'emergencyProtectionOrder',
    ]) // prettier-ignore
  })

  test('put right, it is planned as any other', () => {
    const { confirmation, plan } = after(onRemand, { remand: 'interimCareOrder' })
    expect(confirmation.child.legalStatus).toBe('interimCareOrder')
    expect(plan.meetings.map(({ deadline }) => deadline)).toEqual(asItWouldBe.meetings.map(({ deadline }) => deadline))
    expect(plan.warnings.map(({ id }) => id)).not.toContain('heldOnRemand')
  })

  test('held all the same, it has to say why and who decided: until then nothing can be sent', () => {
    const held = after(onRemand, { remand: 'hold' })
    expect(opening(held)).toEqual(['remandBecause', 'remandDecidedBy'])
    expect(held.plan.status).toBe('asks')
    const why = { remand: 'hold', remandBecause: 'The panel wants one plan for both' }
    expect(opening(after(onRemand, why))).toEqual(['remandDecidedBy'])
    const whole = after(onRemand, { ...why, remandDecidedBy: 'Imelda Castellano' })
    expect(opening(whole)).toEqual([])
    expect(whole.confirmation.choices?.queried).toEqual({
      meeting: 'hold',
      because: 'The panel wants one plan for both',
      decidedBy: 'Imelda Castellano',
    })
    expect(whole.plan.meetings).toHaveLength(1)
    expect(whole.plan.warnings.find(({ id }) => id === 'heldOnRemand')?.text).toMatch(/as Imelda Castellano decided/)
    const { words, because } = heldAnyway(whole.confirmation)!
    expect([words, because]).toEqual([
      'Held although the child is on remand, as Imelda Castellano decided.',
      'The panel wants one plan for both',
    ])
    expect(heldAnyway(held.confirmation)).toBeNull()
    // Why is for the case, and not for everybody who reads the plan.
    expect(JSON.stringify(whole.plan)).not.toContain('panel wants')
  })

  test('left without a meeting, nothing is due and nothing is asked', () => {
    const { plan } = after(onRemand, { remand: 'none' })
    expect(plan).toMatchObject({ status: 'noMeeting', meetings: [], clocks: [], questions: [] })
    expect(plan.warnings.map(({ id, requirements }) => [id, requirements])).toContainEqual([
      'leftUnscheduled',
      ['L-28'],
    ])
  })

  test('who was left without a meeting and turns out not to be on remand gets one', () => {
    const { confirmation } = after(onRemand, { remand: 'none' })
    const { plan } = after(confirmation, { remand: 'section20' })
    expect(plan.meetings).toHaveLength(1)
    const status = applyAnswer(confirmation, 'child.legalStatus', 'careOrder')
    expect(status.ok && planOf(status.value as PlacementConfirmation, 'wm-mosaic').meetings).toHaveLength(1)
  })
})

describe('a child under 16 in supported accommodation (L-27)', () => {
  test.each([
    ['age16', { child: { ageInYears: 16 } }],
    ['17', { child: { ageInYears: 17 } }],
    ['foster', { placement: { type: 'foster' } }],
    ['residential', { placement: { type: 'residential' } }],
  ])('the age or the kind put right (%s), it is planned', (answer, fields) => {
    const { confirmation, plan } = after(fifteen, { under16: answer })
    expect(confirmation).toMatchObject(fields)
    expect(plan.meetings.length).toBeGreaterThan(0)
    expect(plan.questions.map(({ id }) => id)).not.toContain('under16')
  })

  test.each(['hold', 'yes', 'supportedAccommodation', 'age15', '15', ''])(
    'nobody can decide against the law: %s settles nothing',
    (answer) => {
      expect(applyAnswer(fifteen, 'under16', answer)).toMatchObject({ ok: false })
      const held = { ...fifteen, choices: { queried: { meeting: 'hold' as const, because: 'b', decidedBy: 'd' } } }
      expect(planOf(held, 'wm-mosaic')).toMatchObject({ status: 'asks', meetings: [] })
    },
  )

  test('left without a meeting, it says that the placement itself has to be put right, and the law’s clocks run on', () => {
    const { plan } = after(fifteen, { under16: 'none' })
    expect(plan).toMatchObject({ status: 'noMeeting', meetings: [], questions: [] })
    expect(plan.warnings.find(({ id }) => id === 'leftUnscheduled')?.text).toMatch(/has to be put right/)
    expect(plan.clocks).toEqual(planOf(fifteen, 'wm-mosaic').clocks)
    expect(plan.clocks.length).toBeGreaterThan(0)
  })
})

test('a decision about what is not queried changes nothing', () => {
  for (const meeting of ['hold', 'none'] as const) {
    for (const fixture of Object.values(FIXTURES)) {
      const confirmation = fixture({ choices: { queried: { meeting } } })
      expect(planOf(confirmation, 'wm-mosaic')).toEqual(planOf(fixture(), 'wm-mosaic'))
    }
  }
})
