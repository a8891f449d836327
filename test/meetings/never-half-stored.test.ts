import { expect, test } from '@jest/globals'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { generatedConfirmation } from '../support/fuzz/confirmations.ts'
import { dice } from '../support/fuzz/dice.ts'
import { generatedMessage } from '../support/fuzz/messages.ts'
import { STAFF, useDesk } from '../support/practice-desk.ts'

const desk = useDesk({ now: '2026-12-16T10:00:00Z' })

test('a generated confirmation is a whole case with all its meetings, or leaves nothing behind', async () => {
  const { ports, store } = desk()
  let kept = 0
  for (let seed = 1; seed <= 400; seed++) {
    const read = readConfirmationJson(generatedConfirmation(dice(seed)))
    if (!read.ok) continue
    const { caseReference, placementReference } = read.value
    const registered = await registerConfirmation(read.value, STAFF.officer, 'api', ports)
    const placement = await store.placementFor(caseReference, placementReference)
    expect([seed, placement !== null]).toEqual([seed, registered.ok])
    if (!placement) continue
    kept += 1
    expect(await store.meetingsOf(placement.id)).toHaveLength(placement.plan.meetings.length)
  }
  expect(kept).toBeGreaterThan(50)
}, 60_000)

test('a generated message becomes drafts that can be found again, or leaves nothing behind', async () => {
  const { ports, store } = desk()
  let kept = 0
  for (let seed = 1; seed <= 120; seed++) {
    const { taken } = await takeMessage(generatedMessage(dice(seed)), STAFF.officer, 'chat', ports)
    for (const one of taken) {
      if (one.kind !== 'draft') continue
      kept += 1
      expect(await store.draft(one.draft.id)).toEqual(one.draft)
    }
  }
  expect(kept).toBeGreaterThan(20)
}, 60_000)
