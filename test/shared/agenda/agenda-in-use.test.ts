import { describe, expect, test } from '@jest/globals'
import { agendaInUse, notReached, placeBetween } from '../../../shared/agenda/agenda-in-use.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import { instant } from '../../../shared/dates/time.ts'

const item = (id: string, minutes = 20) => ({
  item: id,
  title: id,
  prompts: [],
  audience: 'all' as const,
  minutes,
  requirements: [],
})
const planned = [item('AG-01'), item('AG-02'), item('AG-03')]
const order = (agenda: Minutes['agenda'], from = planned) =>
  agendaInUse(from, agenda ? { agenda } : {}).map(({ item }) => item)
const added = instant('2026-11-04T10:20:00Z')

describe('the agenda as the chair has it', () => {
  test('is the plan’s until something is moved', () => {
    expect(order(undefined)).toEqual(['AG-01', 'AG-02', 'AG-03'])
  })

  test('an item stands where it was moved to, again and again', () => {
    expect(order({ 'AG-03': { place: 0.5 } })).toEqual(['AG-01', 'AG-03', 'AG-02'])
    const once = agendaInUse(planned, { agenda: { 'AG-03': { place: 0.5 } } })
    const place = placeBetween(once[2], undefined)
    const agenda = { 'AG-03': { place: 0.5 }, 'AG-01': { place } }
    expect(order(agenda)).toEqual(['AG-03', 'AG-02', 'AG-01'])
    expect(agendaInUse(agendaInUse(planned, { agenda }), { agenda })).toEqual(agendaInUse(planned, { agenda }))
  })

  test('between two, ahead of all, after all', () => {
    const [one, two] = agendaInUse(planned, {})
    expect(placeBetween(one, two)).toBe(0.5)
    expect(placeBetween(undefined, one)).toBe(-1)
    expect(placeBetween(two, undefined)).toBe(2)
  })

  test('an item of the chair’s own is added, and gone once it is taken off', () => {
    const mine = { 'X-a': { title: 'The cat', added, place: 1.5 }, 'X-b': { title: 'Taken off' } }
    expect(order(mine)).toEqual(['AG-01', 'AG-02', 'X-a', 'AG-03'])
  })
})

describe('what will not fit the booked time is said', () => {
  const withCat = agendaInUse(planned, { agenda: { 'X-a': { title: 'The cat', added, place: 0 } } })

  test('by name, with how much it is over', () => {
    expect(notReached(planned, 60, { items: {} })).toEqual({ over: 0, items: [] })
    expect(notReached(withCat, 60, { items: {} })).toEqual({ over: 5, items: ['AG-03'] })
  })

  test('what is parked takes no time', () => {
    expect(notReached(withCat, 60, { items: { 'AG-01': { notDiscussed: true } } })).toEqual({ over: 0, items: [] })
  })
})
