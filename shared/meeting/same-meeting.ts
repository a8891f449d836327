/** Whether a plan speaks of a meeting that is kept already: what is the same one when a plan is made anew. */
import type { MeetingKind, MeetingPlan, MeetingTrigger } from './plan.ts'
import type { PlanningMeeting } from './planning-meeting.ts'

/** A placement has one first meeting and one introduction, whatever else they come to serve. */
export const onlyOne = ({ combines: [duty] }: Pick<MeetingPlan, 'combines'>): MeetingKind | null =>
  duty === 'first' || duty === 'introduction' ? duty : null

export type LaterTrigger = Exclude<MeetingTrigger, 'emergencyPlacement'>

/** What has happened or was wished for since the placement started, and called for the meeting. */
export const laterTriggers = ({ triggers }: Pick<MeetingPlan, 'triggers'>): LaterTrigger[] =>
  triggers.filter((trigger): trigger is LaterTrigger => trigger !== 'emergencyPlacement')

export function isSameMeeting(plan: MeetingPlan, { plan: kept, state }: PlanningMeeting): boolean {
  if (state === 'cancelled') return false
  const duty = onlyOne(plan)
  if (duty) return duty === onlyOne(kept)
  return plan.combines.join() === kept.combines.join() && isCalledForAlike(plan, kept)
}

/** A later meeting is known by what called for it, and when. */
const isCalledForAlike = (plan: MeetingPlan, kept: MeetingPlan): boolean =>
  plan.triggers.join() === kept.triggers.join() && plan.deadline?.at === kept.deadline?.at

/** The one of which there is only one that a meeting is, or is a part of: of a meeting in two parts both are. */
export function dutyOf({ plan, wayTaken }: PlanningMeeting, meetings: PlanningMeeting[]): MeetingKind | null {
  if (wayTaken?.part !== 'family') return onlyOne(plan)
  if (laterTriggers(plan).length === 0) return plan.kind === 'introduction' ? 'introduction' : 'first'
  const whole = meetings.find((one) => one.plan.combines.length > 0 && isCalledForAlike(one.plan, plan))
  return whole ? onlyOne(whole.plan) : null
}

/** Which of the plans is that of a meeting that is kept. */
export function planAmong(
  plans: MeetingPlan[],
  meeting: PlanningMeeting,
  meetings: PlanningMeeting[],
): MeetingPlan | undefined {
  const duty = dutyOf(meeting, meetings)
  return plans.find((plan) => (duty || onlyOne(plan) ? duty === onlyOne(plan) : isCalledForAlike(plan, meeting.plan)))
}
