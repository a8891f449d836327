/**
 * Brothers and sisters placed together: one time may serve the meetings of several children, and never more than the time
 * (E-16). Each child has a case, a meeting, people, a record and invitations of their own, that name no other child (P-23).
 */
import { londonDate } from '../dates/time.ts'
import type { PlacementDetails } from './placement.ts'

/** `together`: one time serves them all. `oneAfterTheOther`: directly before or after, so that the same people come once. */
export const SIBLING_TIMES = ['together', 'oneAfterTheOther', 'apart'] as const
export type SiblingTimes = (typeof SIBLING_TIMES)[number]

/** Children whom one message confirmed together, or of whom an officer said that they are brothers and sisters. */
export type FamilyId = string & { readonly brand: 'FamilyId' }

/** `group` is the same for the children of one family who are placed in one home on one day, and for nobody else. */
export type Siblings = { group: string; how: Exclude<SiblingTimes, 'apart'> }

/** By what an officer is asked whose brother or sister a child is, and what says that they are nobody's. */
export const FAMILY_QUESTION = 'siblings'
export const NOBODYS = 'no'

type Placed = Pick<PlacementDetails, 'startsAt' | 'address'>

/** Absent where the practice keeps them apart, or home and day are not both known: that is never guessed. */
export function siblingsOf(
  placement: Partial<Placed> | undefined,
  family: FamilyId | undefined,
  how: SiblingTimes,
): Siblings | undefined {
  const place = placement && homeAndDay(placement)
  return place && family && how !== 'apart' ? { group: `${family} ${place}`, how } : undefined
}

/** Where and from which day a child is placed, however it was written down; `null` unless both are known. */
export function homeAndDay({ startsAt, address }: Partial<Placed>): string | null {
  const home = (address ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return startsAt && home ? `${londonDate(startsAt)} ${home}` : null
}
