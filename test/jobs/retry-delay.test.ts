import { expect, test } from '@jest/globals'
import { delayBefore, MOST_TRIES } from '../../bot/jobs/retry-delay.ts'

test('a job waits longer after each try in vain, from seconds up to an hour', () => {
  expect([1, 2, 3, 4, 10, 11, 19].map((tries) => delayBefore(tries, 1))).toEqual([5, 10, 20, 40, 2560, 3600, 3600])
})

test('no two jobs that failed together come back together: chance takes off up to half of the wait', () => {
  expect([0, 0.5, 1].map((random) => delayBefore(3, random))).toEqual([10, 15, 20])
})

test('a job never comes back sooner than it was asked to', () => {
  expect([0, 2.128, 30].map((asked) => delayBefore(1, 1, asked))).toEqual([5, 5, 31])
})

test('in all, a job is tried for at least five hours before it is given up', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, n) => delayBefore(n + 1, 0))
  expect(waits.reduce((sum, wait) => sum + wait) / 3600).toBeGreaterThan(5)
})
