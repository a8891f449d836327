/**
 * What a way out makes of a meeting, so that it is really booked so: a shorter agenda, no place to travel to, or a second
 * meeting with the family. What was given up stays with the meeting, and holds also where its plan is made anew (E-43).
 */
import { agendaWithin } from '../agenda/agenda.ts'
import type { Attendee, MeetingPlan } from '../meeting/plan.ts'
import {
  chooseTime,
  moveTo,
  type MeetingRefusal,
  type PlanningMeeting,
  type Slot,
} from '../meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../result.ts'
import { planAmong } from '../meeting/same-meeting.ts'
import { minutesBetween, type Instant } from '../dates/time.ts'
import { FAMILY_MINS, isOfFamily, leadsOf, type WayOut, type WayTaken } from './ways-out.ts'

export type WayRefusal = MeetingRefusal | 'consentMissing' | 'reasonMissing'

/** `family`: of a meeting in two parts, what the second is to be, and when. */
export type TakenWay = { meeting: PlanningMeeting; family: { plan: MeetingPlan; slot: Slot } | null }

/** A meeting that is one of two parts is not divided once more. */
export const waysFor = ({ wayTaken }: Pick<PlanningMeeting, 'wayTaken'>, ways: WayOut[]): WayOut[] =>
  ways.filter(({ way }) => way !== 'split' || wayTaken?.way !== 'split')

/**
 * `words`: who has agreed to meet outside working hours, or why it is held late. `reason`: why a meeting
 * that has a time goes to another one.
 */
export function takeWay(
  meeting: PlanningMeeting,
  { way, slot, family }: WayOut,
  words: string | undefined,
  now: Instant,
  reason?: string,
): Result<TakenWay, WayRefusal> {
  const said = words?.trim()
  const why = reason?.trim()
  if (meeting.state === 'arranged' && !why) return refuse('reasonMissing')
  if (way === 'outOfHours' && !said) return refuse('consentMissing')
  const taken: WayTaken = {
    way,
    ...(way === 'shorter' && { minutes: minutesBetween(slot.start, slot.end) }),
    ...(way === 'outOfHours' && { consent: said }),
  }
  const changed = { ...meeting, plan: planAfter(meeting.plan, taken), offered: [slot], ways: [], wayTaken: taken }
  const late = way === 'late' ? said : undefined
  const chosen = why ? moveTo(changed, bare(slot), now, why, late) : chooseTime(changed, bare(slot), now, late)
  if (!chosen.ok) return chosen
  // In two parts each stays what it is, wherever the first ends up: the second has a life of its own.
  const isToReturn = chosen.value.state === 'arranging' && chosen.value.movedFrom && way !== 'split'
  const { plan, wayTaken } = meeting
  return ok({
    meeting: isToReturn ? { ...chosen.value, before: { plan, ...(wayTaken && { wayTaken }) } } : chosen.value,
    family: family ? { plan: planAfter(meeting.plan, FAMILY_PART), slot: bare(family) } : null,
  })
}

export const FAMILY_PART: WayTaken = { way: 'split', part: 'family' }

const bare = ({ start, end }: Slot): Slot => ({ start, end })

/** A plan as it is once something has been given up; the same plan where nothing was. */
export function planAfter(plan: MeetingPlan, taken: WayTaken | undefined): MeetingPlan {
  switch (taken?.way) {
    case 'shorter': {
      const durationMinutes = taken.minutes ?? plan.durationMinutes
      return { ...plan, durationMinutes, agenda: agendaWithin(plan.agenda, durationMinutes) }
    }
    case 'video':
      return { ...plan, venue: { kind: 'online', shownTo: [], requirements: [...plan.venue.requirements, 'E-43'] } }
    case 'split':
      return taken.part === 'family' ? withFamily(plan) : withoutFamily(plan)
    default:
      return plan
  }
}

/** Not asked to this part, and told nothing of it. */
const leftOut = (attendee: Attendee): Attendee => ({
  ...attendee,
  part: 'informed',
  required: false,
  reachedBy: 'none',
  event: null,
})

const withoutFamily = (plan: MeetingPlan): MeetingPlan => ({
  ...plan,
  minimum: plan.minimum.filter((role) => !isOfFamily(role)),
  attendees: plan.attendees.map((one) => (isOfFamily(one.role) && one.event ? leftOut(one) : one)),
})

/** The family with those who lead: what is for everybody, and none of the duties that the first part has met. */
function withFamily(plan: MeetingPlan): MeetingPlan {
  const leads = leadsOf(plan)
  const agenda = plan.agenda.filter(({ audience }) => audience === 'all')
  return {
    ...plan,
    combines: [],
    durationMinutes: FAMILY_MINS,
    minimum: plan.chair.role ? [plan.chair.role] : [],
    attendees: plan.attendees.map((one) =>
      (isOfFamily(one.role) && one.event) || leads.includes(one.key) || one.event === null ? one : leftOut(one),
    ),
    agenda: agendaWithin(agenda, FAMILY_MINS),
    emergencyChecklist: [],
    chairsChecklist: [],
    documents: [],
  }
}

/** The plan that a meeting goes back to when the time that something was given up for is gone. */
export function planBefore(meeting: PlanningMeeting, planned: MeetingPlan[]): MeetingPlan {
  const { plan, wayTaken } = meeting
  if (!wayTaken || wayTaken.way === 'split') return plan
  return planAmong(planned, meeting, [meeting]) ?? plan
}
