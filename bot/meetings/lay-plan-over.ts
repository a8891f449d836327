/** A plan made anew, laid over the meetings that are kept: each keeps its time, and its readers their own events. */
import type { Attendee, EventKey, MeetingPlan, Plan } from '../../shared/meeting/plan.ts'
import { withOrganiserSaid } from '../../shared/people/other-organiser.ts'
import { withEveryInvitation, type PlacementId, type PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { planAmong } from '../../shared/meeting/same-meeting.ts'
import { planAfter } from '../../shared/times/take-way.ts'
import { meetingToArrange } from './meetings-of-plan.ts'
import type { Ports } from './ports.ts'

/** Who changes the plan, and when. */
type Laying = { by: string; now: Instant }

/** Those that change; a meeting that has a time keeps it until somebody moves it. */
export async function layPlanOver(
  { meetings: planned }: Plan,
  meetings: PlanningMeeting[],
  placementId: PlacementId,
  laying: Laying,
  ports: Pick<Ports, 'store'>,
): Promise<PlanningMeeting[]> {
  const left = new Set(planned)
  const changed = meetings.flatMap((meeting): PlanningMeeting[] => {
    const found = planAmong(planned, meeting, meetings)
    if (found) left.delete(found)
    const made = found && planAfter(found, meeting.wayTaken)
    if (!made || meeting.state === 'held' || meeting.state === 'cancelled') return []
    return [laidOver(made, meeting, laying)]
  })
  for (const plan of left) changed.push(await meetingToArrange(plan, placementId, ports))
  return changed
}

/** Of a meeting that the plan does not speak of any more, since another has come in its place, who comes and where. */
export function layPeopleOver({ meetings }: Plan, meeting: PlanningMeeting, laying: Laying): PlanningMeeting | null {
  const like = meetings.find(({ kind }) => kind === meeting.plan.kind) ?? meetings[0]
  return like ? laidOver({ ...meeting.plan, attendees: like.attendees, venue: like.venue }, meeting, laying) : null
}

function laidOver(plan: MeetingPlan, meeting: PlanningMeeting, { by, now }: Laying): PlanningMeeting {
  if (meeting.state === 'toArrange') return { ...meeting, plan, offered: [], ways: [] }
  const after = { ...meeting, plan: onTheirOwnEvents(plan, meeting), changedAt: now }
  // A parent who is to come now has an invitation to get; one that somebody deleted in Outlook stays deleted.
  const invited = { ...after, events: withEveryInvitation(after, () => false) }
  return withOrganiserSaid(invited, meeting, { by, since: now })
}

/** Nobody's invitation ever becomes another's: who has an event of their own keeps it, who is new gets a new one (P-06). */
function onTheirOwnEvents(plan: MeetingPlan, { plan: before, events }: PlanningMeeting): MeetingPlan {
  const taken = new Set<EventKey>([
    ...before.attendees.flatMap(({ event }) => event ?? []),
    ...events.map(({ key }) => key),
  ])
  const ownOf = ({ key, event }: Attendee): EventKey | null => {
    if (event === null || event === 'core') return event
    const known = before.attendees.find((one) => one.key === key)?.event
    if (known && known !== 'core') return known
    for (let nth = 1; ; nth += 1) {
      const free: EventKey = `family:${nth}`
      if (taken.has(free)) continue
      taken.add(free)
      return free
    }
  }
  return { ...plan, attendees: plan.attendees.map((attendee) => ({ ...attendee, event: ownOf(attendee) })) }
}
