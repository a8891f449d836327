import { expect, test } from '@jest/globals'
import { fuzz } from '../../support/fuzz/ask-fuzz.ts'

test('12,000 messages: what was understood can be planned, or what is missing is asked', async () => {
  const tally = await fuzz('messages', { count: 12_000, from: 1 })
  expect(tally.asked).toBeGreaterThan(1_000)
  expect(tally.leftAlone).toBeGreaterThan(1_000)
}, 180_000)

test('3,000 mails as they come over the wire, whole and torn', async () => {
  const tally = await fuzz('mails', { count: 3_000, from: 1 })
  expect(tally.asked).toBeGreaterThan(100)
}, 60_000)
