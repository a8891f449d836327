import { expect, test } from '@jest/globals'
import { mailOutcome, messageOutcome, tallyOf } from '../../support/fuzz/what-happens.ts'

test('12,000 messages: what was understood can be planned, or what is missing is asked', async () => {
  const tally = await tallyOf(12_000, 1, messageOutcome)
  expect(tally.asked).toBeGreaterThan(1_000)
  expect(tally.leftAlone).toBeGreaterThan(1_000)
}, 180_000)

test('3,000 mails as they come over the wire, whole and torn', async () => {
  const tally = await tallyOf(3_000, 1, mailOutcome)
  expect(tally.asked).toBeGreaterThan(100)
}, 60_000)
