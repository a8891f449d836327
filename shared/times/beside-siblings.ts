/** Times that are the time of a brother's or sister's meeting, or lie directly beside it (E-16). */
import { addMinutes, type Instant, type Interval } from '../dates/time.ts'
import type { Siblings } from '../placement/siblings.ts'

/** When brothers and sisters meet, and how their meetings may lie to each other. */
export type BesideSiblings = Pick<Siblings, 'how'> & { slots: Interval[] }

/** When a meeting of so many minutes would start: the likeliest first. */
export const startsBeside = ({ how, slots }: BesideSiblings, minutes: number): Instant[] =>
  slots.flatMap(({ start, end }) => (how === 'together' ? [start] : [end, addMinutes(start, -minutes)]))

export const isBeside = (slot: Interval, other: Interval, how: Siblings['how']): boolean =>
  how === 'together' ? slot.start === other.start : slot.start === other.end || slot.end === other.start
