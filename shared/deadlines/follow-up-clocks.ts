/** Tasks that a practice asks for beyond the law, as far as the days are known from which they run. */
import type { Practice } from '../people/attendees.ts'
import { dueBy, dueWritten, type Anchor } from './follow-up-rule.ts'
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { Clock } from '../meeting/plan.ts'
import type { FollowUpCell } from '../practice/practice-pack.ts'
import { londonDate, momentWords, type Instant } from '../dates/time.ts'

export type KnownMoments = Partial<Record<Anchor, Instant>>

export function followUpClocks(confirmation: PlacementConfirmation, practice: Practice): Clock[] {
  const { placement, trigger, confirmedAt } = confirmation
  const known: KnownMoments = {
    ...(placement.startsAt && !placement.shortBreaks && { start: placement.startsAt, confirmation: confirmedAt }),
    ...(trigger?.kind === 'lacReview' && { review: trigger.at }),
    ...(trigger?.kind === 'unplannedEnding' && { ending: trigger.at }),
  }
  return followUpsOf(practice, confirmation).flatMap((cell) => {
    const from = known[cell.is.anchor]
    return from ? [clockFrom(cell, from)] : []
  })
}

/** The practice's own follow-ups for this placement, and the default's for whatever it does not mention. */
export function followUpsOf({ pack, fallback }: Practice, { placement }: PlacementConfirmation): FollowUpCell[] {
  const fits = (cell: FollowUpCell) =>
    (!cell.for || (!!placement.type && cell.for.includes(placement.type))) &&
    (cell.when !== 'plannedEnd' || !!placement.plannedEndOn) &&
    (cell.when !== 'emergency' || placement.basis === 'emergency')
  const own = (pack.followUp ?? []).filter(fits)
  const others = pack === fallback ? [] : (fallback.followUp ?? []).filter(fits)
  return [...own, ...others.filter(({ clock }) => !own.some((cell) => cell.clock === clock))]
}

export const clockFrom = (cell: FollowUpCell, from: Instant): Clock => ({
  id: cell.clock,
  title: cell.title,
  due: cell.is.unit === 'moment' ? from : dueBy(cell.is, londonDate(from)),
  owner: cell.owner,
  status: cell.status ?? 'localPractice',
  requirements: cell.requirements,
  facts: cell.fact ? [cell.fact] : [],
  working:
    cell.is.unit === 'moment'
      ? [{ words: `Before the placement starts: ${momentWords(from)}.` }]
      : dueWritten(cell.is, londonDate(from)),
})
