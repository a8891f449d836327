/** The names of one item: its two ids, and the etag of its present state. */
import { changeKeyOf, itemIds } from '../ids.ts'

type Named = { mailbox: string; key: string; moves: number }

const idsOf = (item: Named) => itemIds(item.mailbox, item.key, item.moves)

export const idOf = (item: Named, immutable: boolean): string =>
  immutable ? idsOf(item).immutable : idsOf(item).default

export const etagOf = (item: { key: string; version: number }): string => `W/"${changeKeyOf(item.key, item.version)}"`

/** By either form of its id; ids tell upper from lower case. */
export const withId = <Item extends Named>(items: Item[], id: string): Item | undefined =>
  items.find((item) => Object.values(idsOf(item)).includes(id))
