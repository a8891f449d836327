/**
 * The agenda as the chair has made it their own: in another order, with items added. The plan's items stay what they
 * are; what was changed stands in the minutes, so that everybody who writes has the same, and nobody else sees a word.
 */
import type { Minutes } from '../record/minutes.ts'
import type { AgendaItem } from '../meeting/plan.ts'

/** An item knows its place once the agenda is in use: putting it in order again changes nothing. */
type Placed<Item> = Item & { place?: number }
type Changes = Pick<Minutes, 'agenda'>

/** What an item that the chair adds is booked with. */
const ADDED_MINUTES = 5

export function agendaInUse<Item extends Pick<AgendaItem, 'item' | 'title'>>(
  agenda: Placed<Item>[],
  { agenda: changes = {} }: Changes,
): Placed<Item | AgendaItem>[] {
  const known = new Set(agenda.map(({ item }) => item))
  const added = Object.entries(changes).flatMap(([item, { added, title = '', place }]): Placed<AgendaItem>[] =>
    added && !known.has(item)
      ? [
          {
            item,
            title: title.trim() || 'A new item',
            prompts: [],
            audience: 'all',
            minutes: ADDED_MINUTES,
            requirements: ['R-117'],
            place: place ?? agenda.length,
          },
        ]
      : [],
  )
  return [...agenda.map((one, at) => ({ ...one, place: changes[one.item]?.place ?? one.place ?? at })), ...added].sort(
    (one, other) => one.place! - other.place! || (one.item < other.item ? -1 : 1),
  )
}

/** The place for an item that is to stand after `before` and ahead of `after`; either may be the end. */
export function placeBetween(before: { place?: number } | undefined, after: { place?: number } | undefined): number {
  if (before?.place === undefined) return (after?.place ?? 0) - 1
  if (after?.place === undefined) return before.place + 1
  return (before.place + after.place) / 2
}

/** Whether an item is the chair's own. */
export const isAdded = (item: string): boolean => item.startsWith('X-')

/** Items that the booked time does not reach, one that is not to be discussed left out; empty while all fit. */
export function notReached(
  agenda: Pick<AgendaItem, 'item' | 'title' | 'minutes'>[],
  durationMinutes: number,
  { items }: Pick<Minutes, 'items'>,
): { over: number; items: string[] } {
  let used = 0
  const late: string[] = []
  for (const { item, title, minutes } of agenda) {
    if (items[item]?.notDiscussed) continue
    used += minutes
    if (used > durationMinutes) late.push(title)
  }
  return { over: Math.max(0, used - durationMinutes), items: late }
}
