/**
 * Whatever happens to the confirmation mailbox, in whatever order: in the end each mail was taken once, no confirmation is
 * lost or doubled, and nothing was arranged that nobody pressed for. Each seed is a story that is told again in the same
 * way.
 */
import { describe, expect, test } from '@jest/globals'
import { SimulatedMailbox } from '../support/simulated-mailbox.ts'

const STEPS = 60
const SEEDS = 60

async function tell(seed: number, knowsCopies = true): Promise<string[]> {
  const mailbox = new SimulatedMailbox(seed, { knowsCopies })
  await mailbox.run(STEPS)
  return mailbox.wrong.map((what) => `seed ${seed}: ${what}`)
}

describe('with deaths between any two steps, two at work, copies, and notices lost, doubled and late', () => {
  test.each([0, 1, 2, 3, 4].map((n) => n * SEEDS))('seeds from %i', async (first) => {
    const wrong: string[] = []
    for (let seed = first; seed < first + SEEDS; seed += 1) wrong.push(...(await tell(seed)))
    expect(wrong).toEqual([])
  })
})

test('if every copy counted as a mail of its own, the same stories would end with mails that are taken twice', async () => {
  const wrong: string[] = []
  for (let seed = 0; seed < 10; seed += 1) wrong.push(...(await tell(seed, false)))
  expect(wrong.join('\n')).toMatch(/mails were taken/)
})
