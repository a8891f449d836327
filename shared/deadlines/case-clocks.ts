/**
 * The clocks of a case as it stands: those of its plan, those that run from a meeting once it was held, and
 * those that run from the days that somebody has given.
 */
import type { Practice } from '../people/attendees.ts'
import type { CaseDates } from './case-dates.ts'
import { nextVisitClock } from './clocks.ts'
import { clockFrom, followUpsOf, type KnownMoments } from './follow-up-clocks.ts'
import type { FollowUpCell } from '../practice/practice-pack.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { Clock } from '../meeting/plan.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { startOfDay } from '../dates/time.ts'

/** The clock that a practice gives the record to go round, which no source sets: a gap for each authority. */
const CIRCULATION = 'circulation'

export const setsCirculation = (practice: Practice, confirmation: PlacementConfirmation): boolean =>
  followUpsOf(practice, confirmation).some(({ clock }) => clock === CIRCULATION)

type Case = Pick<Placement, 'confirmation' | 'plan' | 'dates'>

/** Throws {@link import('../dates/working-days.ts').BeyondBankHolidays} where a date lies outside the loaded bank holidays. */
export function caseClocks(of: Case, meeting: PlanningMeeting, practice: Practice): Clock[] {
  const { plan, dates = {} } = of
  const confirmation = settled(of)
  const known: KnownMoments = { ...heldMoments(meeting), ...momentsOf(dates) }
  const more = followUpsOf(practice, confirmation)
    .filter((cell) => !isSettled(cell, dates))
    .flatMap((cell) => {
      const from = known[cell.is.anchor]
      return from ? [clockFrom(cell, from)] : []
    })
  const { visit } = dates
  return [
    ...plan.clocks.map((clock) => (clock.id === 'nextVisit' && visit ? nextVisitClock(visit, confirmation) : clock)),
    ...more,
  ]
}

/** Whether it is an emergency may have been settled by the plan. */
const settled = ({ confirmation, plan }: Case): PlacementConfirmation => ({
  ...confirmation,
  placement: { ...confirmation.placement, basis: plan.basis.value ?? undefined },
})

/** The first meeting settles the plan: the first year runs from it, until a revision is told of. */
function heldMoments(meeting: PlanningMeeting): KnownMoments {
  if (meeting.state !== 'held') return {}
  const { start } = meeting.slot
  return { meeting: start, ...(meeting.plan.combines.includes('first') && { revision: start }) }
}

const momentsOf = (dates: CaseDates): KnownMoments =>
  Object.fromEntries(Object.entries(dates).map(([date, day]) => [date, startOfDay(day)]))

/** A plan that was revised since has taken up what the care plan brought. */
function isSettled({ is: { anchor } }: FollowUpCell, dates: CaseDates): boolean {
  if (anchor !== 'carePlanChange' && anchor !== 'carePlanCompletion') return false
  const { [anchor]: changed, revision } = dates
  return !!changed && !!revision && revision >= changed
}
