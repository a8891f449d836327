/**
 * How timely planning meetings are, by kind of placement and by the rule that sets their last day. Counts alone:
 * nothing of it leads to a child.
 */
import type { Instant, LocalDate } from '../dates/time.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PlacementType } from '../placement/placement.ts'
import { isInTime } from '../times/slots.ts'
import type { PlanningMeeting } from './planning-meeting.ts'

/** Before the placement began; by the last day; after it; not at all by then; and past its hour, its record not closed. */
export const OUTCOMES = ['before', 'inTime', 'late', 'notHeld', 'open'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Timeliness = { type: PlacementType; rule: string; counts: Record<Outcome, number> }
export type TimelinessReport = { rows: Timeliness[]; since: LocalDate }

type Case = { meeting: PlanningMeeting; placement: Pick<Placement, 'confirmation'> }

/** `null` for what is off, still to come, or due by no day; its time alone says of no meeting that it was held (P-51). */
export function outcomeOf({ meeting, placement }: Case, now: Instant): Outcome | null {
  const { plan, state } = meeting
  if (state === 'cancelled' || !plan.deadline) return null
  if (state === 'held') {
    const { startsAt } = placement.confirmation.placement
    if (startsAt && meeting.slot.start < startsAt) return 'before'
    return isInTime(meeting.slot.start, plan) ? 'inTime' : 'late'
  }
  if ('slot' in meeting && meeting.slot.end <= now) return 'open'
  return plan.deadline.at < now ? 'notHeld' : null
}

/** The rule of which most was missed comes first. */
export function timelinessOf(cases: Case[], now: Instant): Timeliness[] {
  const rows = new Map<string, Timeliness>()
  for (const one of cases) {
    const outcome = outcomeOf(one, now)
    const { type } = one.placement.confirmation.placement
    if (!outcome || !type) continue
    const { rule } = one.meeting.plan.deadline!
    const key = `${type} ${rule}`
    const row = rows.get(key) ?? { type, rule, counts: { before: 0, inTime: 0, late: 0, notHeld: 0, open: 0 } }
    row.counts[outcome] += 1
    rows.set(key, row)
  }
  const missed = ({ counts }: Timeliness) => counts.late + counts.notHeld
  return [...rows.values()].sort(
    (a, b) => missed(b) - missed(a) || (`${a.type} ${a.rule}` < `${b.type} ${b.rule}` ? -1 : 1),
  )
}

/** Those in time, of all of which it is known. */
export function inTimeOf({ counts: { before, inTime, late, notHeld } }: Timeliness): { have: number; of: number } {
  return { have: before + inTime, of: before + inTime + late + notHeld }
}
