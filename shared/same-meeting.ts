/** Whether a plan speaks of a meeting that is kept already: what is the same one when a plan is made anew. */
import type { MeetingKind, MeetingPlan } from './plan.ts'
import type { PlanningMeeting } from './planning-meeting.ts'

/** A placement has one first meeting and one introduction, whatever else they come to serve. */
export const onlyOne = ({ combines: [duty] }: Pick<MeetingPlan, 'combines'>): MeetingKind | null =>
  duty === 'first' || duty === 'introduction' ? duty : null

export function isSameMeeting(plan: MeetingPlan, { plan: kept, state }: PlanningMeeting): boolean {
  if (state === 'cancelled') return false
  const duty = onlyOne(plan)
  if (duty) return duty === onlyOne(kept)
  // A later meeting is known by what called for it, and when.
  return (
    plan.combines.join() === kept.combines.join() &&
    plan.triggers.join() === kept.triggers.join() &&
    plan.deadline?.at === kept.deadline?.at
  )
}
