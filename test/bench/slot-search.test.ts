import { expect, test } from '@jest/globals'
import { aSearch, fullStarts, fullStartsPlainly } from './slot-search.ts'

test.each([
  { people: 2, days: 7 },
  { people: 6, days: 7 },
  { people: 12, days: 21 },
])('what the bench compares finds the same times: $people people over $days days', (size) => {
  const question = aSearch(size)
  const found = fullStarts(question)
  expect(found).toEqual(fullStartsPlainly(question))
  if (size.people === 2) expect(found.length).toBeGreaterThan(0)
})
