import { expect, test } from '@jest/globals'
import { confirmationOutcome, jsonOutcome, tallyOf } from '../../support/fuzz/what-happens.ts'

test('75,000 confirmations, most of them damaged: a plan, or a refusal that names the fault and no value', async () => {
  const tally = await tallyOf(75_000, 1, confirmationOutcome)
  expect(tally.planned).toBeGreaterThan(10_000)
  expect(tally.refused).toBeGreaterThan(10_000)
  expect(tally.beyondBankHolidays).toBeGreaterThan(0)
}, 180_000)

test('10,000 of them pasted as JSON', async () => {
  const tally = await tallyOf(10_000, 1_000_000, jsonOutcome)
  expect(tally.refused).toBeGreaterThan(1_000)
  expect(tally.asked).toBeGreaterThan(1_000)
}, 60_000)
