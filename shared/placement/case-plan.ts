/**
 * The plan of a case in which something has happened since: its first meeting is still that of the start, and each later
 * one that of what called for it. A change reaches every meeting that is not over, and none takes another's last day.
 */
import type { PlacementConfirmation, Trigger } from './placement.ts'
import { once } from '../meeting/plan-placement.ts'
import type { MeetingPlan, Plan } from '../meeting/plan.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { dutyOf, laterTriggers, onlyOne, planAmong, type LaterTrigger } from '../meeting/same-meeting.ts'

export type PlanOf = (confirmation: PlacementConfirmation) => Plan

/**
 * `confirmation` carries what was reported last, and its plan leads; of every other meeting that is open it gets that
 * meeting, with what has to be asked and warned of for it.
 */
export function casePlan(confirmation: PlacementConfirmation, meetings: PlanningMeeting[], planOf: PlanOf): Plan {
  const latest = planOf(confirmation)
  if (!confirmation.trigger) return latest
  const standing = meetings.filter(({ state }) => state !== 'cancelled')
  const plans = [latest]
  const planned: MeetingPlan[] = []
  for (const meeting of standing) {
    if (meeting.state === 'held' || planAmong(planned, meeting, standing)) continue
    const source = whatCalledFor(meeting, confirmation, standing)
    const plan = source === confirmation ? latest : source && planOf(source)
    const own = plan && ownOf(meeting, plan, standing)
    if (!own) continue
    plans.push(plan)
    planned.push(own)
  }
  // What is asked for and nobody has a meeting for, nor had one: a placement whose basis is put right may have one more.
  const started = standing.some(({ plan }) => onlyOne(plan)) ? planOf({ ...confirmation, trigger: null }).meetings : []
  for (const plan of [...latest.meetings, ...started]) {
    const isKnown = meetings.some((meeting) => planAmong([plan], meeting, meetings))
    const isPlanned = onlyOne(plan) !== null && planned.some((one) => onlyOne(one) === onlyOne(plan))
    if (!isKnown && !isPlanned) planned.push(plan)
  }
  const questions = once(plans.flatMap((plan) => plan.questions))
  return {
    ...latest,
    status: latest.status === 'ready' && questions.length > 0 ? 'asks' : latest.status,
    meetings: planned,
    questions,
    warnings: once(plans.flatMap(({ warnings }) => warnings)),
  }
}

/** The confirmation as it called for one of the meetings that are kept; `null` where what did is no longer known. */
export function whatCalledFor(
  meeting: PlanningMeeting,
  confirmation: PlacementConfirmation,
  meetings: PlanningMeeting[],
): PlacementConfirmation | null {
  const [event] = laterTriggers(meeting.plan)
  if (!event) return confirmation.trigger ? { ...confirmation, trigger: null } : confirmation
  const called = calledOf(meeting, meetings)
  const { trigger } = confirmation
  const isLatest =
    trigger && (called ? trigger.kind === called.kind && trigger.at === called.at : mayCall(trigger, event))
  if (isLatest) return confirmation
  if (!called) return null
  const first = meetings.find(({ plan }) => onlyOne(plan) === 'first')
  const servesFirst = dutyOf(meeting, meetings) === 'first'
  const firstMeetingHeld = !servesFirst && (event !== 'lacReview' || first?.state !== 'toArrange')
  // It was opened, so that whatever had to be counted or asked for that has been.
  const { at, words: reason = 'as it was opened' } = called
  return { ...confirmation, trigger: { kind: event, at, reason, firstMeetingHeld, agreedBy: reason } }
}

/** The part with the family follows what called for the whole. */
const calledOf = ({ called, plan }: PlanningMeeting, meetings: PlanningMeeting[]) =>
  called ?? meetings.find((one) => one.called && one.plan.triggers.join() === plan.triggers.join())?.called

const mayCall = ({ kind }: Trigger, event: LaterTrigger): boolean =>
  kind === event || (kind === 'missing' && (event === 'missingDuration' || event === 'missingOccasions'))

/** Of a later meeting the last day is that of what called for it: no change of the placement moves it. */
function ownOf(meeting: PlanningMeeting, { meetings }: Plan, standing: PlanningMeeting[]): MeetingPlan | undefined {
  const duty = dutyOf(meeting, standing)
  const own = meetings.find((plan) => onlyOne(plan) === duty)
  const { triggers, deadline } = meeting.plan
  return own && duty === null ? { ...own, triggers, deadline } : own
}
