/** The list of what is due next, a page at a time. */
import { describe, expect, test } from '@jest/globals'
import {
  listPage,
  ROW_GROUPS,
  withFurther,
  type ListAsked,
  type ListPage,
} from '../../../shared/meeting/meeting-list.ts'
import type { MeetingRow, RowGroup } from '../../../shared/meeting/meeting-view.ts'
import { byWhatIsMissedFirst } from '../../../shared/meeting/standing.ts'
import { addMinutes, instant } from '../../../shared/dates/time.ts'
import { aRow } from '../../support/builders.ts'

const now = instant('2026-11-02T09:00:00Z')

/** Many, of which several are always due at the same moment. */
const many = (count: number, group: RowGroup = 'needsYou', over: Partial<MeetingRow> = {}): MeetingRow[] =>
  Array.from({ length: count }, (_, n) => {
    const start = addMinutes(now, ((n * 7919) % 97) * 60)
    const ref = `PPM-${String((n * 7907) % 9973).padStart(4, '0')}`
    const slot = { start, end: addMinutes(start, 60) }
    return aRow({ id: `${group}${n}`, ref, group, state: group === 'done' ? 'held' : 'arranged', slot, ...over })
  })

/** As the tab goes through it, with whatever happens between two pages. */
function wholeList(
  rows: MeetingRow[],
  asked: ListAsked = {},
  between: (rows: MeetingRow[]) => MeetingRow[] = (all) => all,
) {
  let [list, at] = [listPage(rows, asked, now), rows]
  let requests = 1
  for (const group of ROW_GROUPS) {
    for (let after = list.next[group]; after; after = list.next[group], requests += 1) {
      at = between(at)
      const further = { group, after }
      list = withFurther(list, listPage(at, { ...asked, further }, now), further)
    }
  }
  return { list, requests }
}

const idsIn = ({ meetings }: Pick<ListPage, 'meetings'>, group: RowGroup) =>
  meetings.filter((row) => row.group === group).map(({ id }) => id)

describe('the list of what is due next', () => {
  test('of 2,000, fifty of each group come first, and how many there are', () => {
    const page = listPage([...many(1990), ...many(10, 'waiting')], {}, now)
    expect(page.counts).toEqual({ needsYou: 1990, thisWeek: 0, waiting: 10, done: 0 })
    expect([idsIn(page, 'needsYou').length, idsIn(page, 'waiting').length]).toEqual([50, 10])
    expect(Object.keys(page.next)).toEqual(['needsYou'])
  })

  test.each(ROW_GROUPS)('page by page, each of “%s” comes once, in the order in which they will be missed', (group) => {
    const rows = many(2000, group)
    const { list, requests } = wholeList(rows)
    expect(idsIn(list, group)).toEqual(rows.toSorted(byWhatIsMissedFirst).map(({ id }) => id))
    expect(requests).toBeLessThanOrEqual(11)
  })

  test('what others settle or open between two pages leaves out nothing else, and shows nothing twice', () => {
    const rows = many(900)
    const stays = new Set(rows.map(({ id }) => id))
    const { list } = wholeList(rows, {}, (all) => {
      const [gone, ...others] = all
      stays.delete(gone!.id)
      return [...others, aRow({ id: crypto.randomUUID(), ref: 'PPM-0000', group: 'needsYou' })]
    })
    const shown = idsIn(list, 'needsYou')
    expect(new Set(shown).size).toBe(shown.length)
    for (const id of stays) expect(shown).toContain(id)
  })

  test('a page that comes for a list that goes on elsewhere by now is left out', () => {
    const rows = many(120)
    const list = listPage(rows, {}, now)
    const further = { group: 'needsYou' as const, after: { at: list.next.needsYou!.at, ref: 'PPM-ELSE' } }
    expect(withFurther(list, listPage(rows, { further }, now), further)).toBe(list)
  })

  test('what is looked for is found on whatever page it stands, and is counted alone', () => {
    const one = aRow({ id: 'one', ref: 'PPM-7K2D', group: 'waiting', caseReference: 'BKS-77', placementType: 'secure' })
    const rows = [...many(300, 'waiting'), one]
    for (const asked of [{ words: 'ppm-7k' }, { words: ' bks-77 ' }, { filter: 'secure' as const }]) {
      const page = listPage(rows, asked, now)
      expect(page.meetings).toEqual([one])
      expect(page.counts.waiting).toBe(1)
      // What may be chosen stays.
      expect([page.all, page.types]).toEqual([301, ['foster', 'secure']])
    }
    const { list } = wholeList([...rows, ...many(10, 'done')], { filter: 'done' })
    expect(list.meetings.every(({ group }) => group === 'done')).toBe(true)
  })
})
