import { beforeEach, describe, expect, test } from '@jest/globals'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import { aConfirmation } from '../support/builders.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { aRecord } from '../support/placement-record.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const RECORD = JSON.stringify(aRecord({ placementAvailability: { placementId: 'PL-30951' } }))
const paste = (text: string) => takeMessage(text, STAFF.officer, 'chat', desk.ports)
const promptsOf = (plan: Plan | null) => plan!.meetings[0]!.agenda.flatMap(({ prompts }) => prompts).join('\n')

async function draftOf(text: string) {
  const [first] = (await paste(text)).taken
  if (first?.kind !== 'draft') throw new Error(`no draft but ${first?.kind}`)
  return first.draft
}

describe('a record of the national Placements Standard and the confirmation of the same placement', () => {
  test.each([
    ['the record first', [RECORD, EMERGENCY_FOSTER]],
    ['the confirmation first', [EMERGENCY_FOSTER, RECORD]],
  ])('%s: they are one draft, and its agenda asks after what the record names (E-10)', async (_, texts) => {
    const first = await draftOf(texts[0]!)
    const second = await draftOf(texts[1]!)
    expect(second.id).toBe(first.id)
    expect(second.fields).toMatchObject({ placement: { basis: 'emergency', providerUrn: 'SC990012' } })
    expect(promptsOf(second.plan)).toContain('self-harm')
  })

  test('what was asked for stays with the placement that is made of it', async () => {
    await paste(RECORD)
    const draft = await draftOf(EMERGENCY_FOSTER)
    const pressed = await confirmPlacement(
      { draftId: draft.id, version: draft.version, answers: {}, chosen: [] },
      STAFF.officer,
      desk.ports,
    )
    if (!pressed.ok) throw new Error(pressed.reason)
    expect(pressed.value.placement.needs).toMatchObject({ risksToChild: ['self-harm'] })
    expect(promptsOf(pressed.value.placement.plan)).toContain('self-harm')
  })

  test('a confirmation from another system takes up the draft that the record had made', async () => {
    const draft = await draftOf(RECORD)
    const registered = await registerConfirmation(aConfirmation(), STAFF.officer, 'api', desk.ports)
    if (!registered.ok) throw new Error(registered.refusal.reason)
    expect(promptsOf(registered.value.placement.plan)).toContain('self-harm')
    expect(await desk.store.draft(draft.id)).toMatchObject({
      state: 'confirmed',
      placementId: registered.value.placement.id,
    })
  })

  test('one that breaks the standard is kept nowhere', async () => {
    const { taken, refused } = await paste(RECORD.replace('"Risk Present"', '"Severe"'))
    expect({ taken, fields: refused!.faults.map(({ field }) => field) }).toEqual({
      taken: [],
      fields: ['riskAssessment.riskSelfHarm'],
    })
    expect(await desk.store.draftFor('BKS-204417', 'PL-30951')).toBeNull()
  })
})
