/** The names of one item: its two ids, and the etag of its present state. */
import { changeKeyOf, itemIds } from '../ids.ts'

type Named = { mailbox: string; key: string; moves: number }

/** Worked out once for each item and place: looking something up by its id goes through all that a mailbox has. */
const known = new Map<string, ReturnType<typeof itemIds>>()

function idsOf({ mailbox, key, moves }: Named): ReturnType<typeof itemIds> {
  const name = `${mailbox} ${key} ${moves}`
  const ids = known.get(name) ?? itemIds(mailbox, key, moves)
  known.set(name, ids)
  return ids
}

export const idOf = (item: Named, immutable: boolean): string =>
  immutable ? idsOf(item).immutable : idsOf(item).default

export const etagOf = (item: { key: string; version: number }): string => `W/"${changeKeyOf(item.key, item.version)}"`

/** By either form of its id; ids tell upper from lower case. */
export const withId = <Item extends Named>(items: Item[], id: string): Item | undefined =>
  items.find((item) => idsOf(item).immutable === id || idsOf(item).default === id)
