/**
 * Whatever happens, in whatever order: in the end there is one set of events for each meeting, at its time, and nobody
 * was written to who was not meant. Each seed is a story of its own that is told again in the same way.
 */
import { describe, expect, test } from '@jest/globals'
import { SimulatedOffice, type Safeguards } from '../support/simulated-office.ts'

const STEPS = 60
const A_THOUSAND = 1_000

async function tell(seed: number, without: Partial<Safeguards> = {}): Promise<string[]> {
  const office = new SimulatedOffice(seed, { looksFirst: true, noticesOthers: true, ...without })
  await office.run(STEPS)
  return office.wrong.map((what) => `seed ${seed}: ${what}`)
}

describe('on two instances, with deaths between any two steps, faults, duplicates and hand edits', () => {
  test.each(Array.from({ length: 10 }, (_, n) => n * A_THOUSAND))('seeds from %i', async (first) => {
    const wrong: string[] = []
    for (let seed = first; seed < first + A_THOUSAND; seed += 1) wrong.push(...(await tell(seed)))
    expect(wrong).toEqual([])
  })
})

test('without looking first, the same stories end with meetings that are booked twice', async () => {
  const wrong: string[] = []
  for (let seed = 0; seed < 50; seed += 1) wrong.push(...(await tell(seed, { looksFirst: false })))
  expect(wrong.join('\n')).toMatch(/[2-9] events of/)
})

test('where one instance saves over what the other saved, what is cancelled comes back', async () => {
  const wrong: string[] = []
  for (let seed = 0; seed < 300; seed += 1) wrong.push(...(await tell(seed, { noticesOthers: false })))
  expect(wrong.join('\n')).toContain('although somebody was told that it is cancelled')
})
