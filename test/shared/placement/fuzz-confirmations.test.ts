import { expect, test } from '@jest/globals'
import { fuzz } from '../../support/fuzz/ask-fuzz.ts'

test('75,000 confirmations, most of them damaged: a plan, or a refusal that names the fault and no value', async () => {
  const tally = await fuzz('confirmations', { count: 75_000, from: 1 })
  expect(tally.planned).toBeGreaterThan(10_000)
  expect(tally.refused).toBeGreaterThan(10_000)
  expect(tally.beyondBankHolidays).toBeGreaterThan(0)
}, 180_000)

test('10,000 of them pasted as JSON', async () => {
  const tally = await fuzz('json', { count: 10_000, from: 1_000_000 })
  expect(tally.refused).toBeGreaterThan(1_000)
  expect(tally.asked).toBeGreaterThan(1_000)
}, 60_000)
