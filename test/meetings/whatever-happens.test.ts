/**
 * Whatever happens, in whatever order: in the end there is one set of events for each meeting, at its time, and nobody
 * was written to who was not meant. Each seed is a story of its own that is told again in the same way
 * (`npm run stories -- 1 SEED`).
 */
import { describe, expect, jest, test } from '@jest/globals'
import { runScript } from '../support/run-command.ts'
import type { Safeguards } from '../support/simulated-office.ts'

jest.setTimeout(180_000)

const A_THOUSAND = 1_000

/** What went wrong in so many stories, a line each. */
async function tell(count: number, from: number, without: keyof Safeguards | '' = ''): Promise<string> {
  const { status, stdout, stderr } = await runScript('tell-stories', count, from, without)
  if (status !== 0) throw new Error(stderr)
  return stdout
}

describe('on two instances, with deaths between any two steps, faults, duplicates and hand edits', () => {
  test.each(Array.from({ length: 10 }, (_, n) => n * A_THOUSAND))('seeds from %i', async (from) => {
    expect(await tell(A_THOUSAND, from)).toBe('')
  })
})

test('without looking first, the same stories end with meetings that are booked twice', async () => {
  expect(await tell(50, 0, 'looksFirst')).toMatch(/[2-9] events of/)
})

test('where one instance saves over what the other saved, what is cancelled comes back', async () => {
  expect(await tell(300, 0, 'noticesOthers')).toContain('although somebody was told that it is cancelled')
})

test('brothers are met at one time in some of the stories, as nobody else ever is (E-16)', async () => {
  expect(await tell(100, 0, 'letsBrothersMeet')).toContain('the same people are booked twice at once')
})
