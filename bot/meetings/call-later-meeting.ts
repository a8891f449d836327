/**
 * Something in a confirmed placement calls for another meeting: an incident, a return from being missing, a review, an
 * ending. It opens the same day beside those that are there, or becomes one with a first meeting that
 * has no time yet. What was reported already opens nothing again.
 */
import type { AskReason } from '../../shared/meeting/further-meeting.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementConfirmation, Trigger } from '../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { withSiblingsAnew } from './families.ts'
import { followPlan } from './meetings-of-plan.ts'
import type { Ports } from './ports.ts'
import { makePlan } from './make-plan.ts'
import { showJob } from './outlook-jobs.ts'
import { delegateJobs } from './tell-no-delegate.ts'

export type Reported = PlacementConfirmation & { trigger: Trigger }

/** Whether a confirmation reports something that the case does not know of. */
export const reportsNews = (
  { trigger }: PlacementConfirmation,
  { confirmation: known }: Placement,
  meetings: PlanningMeeting[],
): boolean => !!trigger && ![known.trigger, ...meetings.map(({ called }) => called)].some((one) => isSame(one, trigger))

const isSame = (known: Pick<Trigger, 'kind' | 'at'> | null | undefined, { kind, at }: Trigger) =>
  known?.kind === kind && known.at === at

export type CalledMeetings = {
  placement: Placement
  meetings: PlanningMeeting[]
  /** Those of them that this called for. */
  called: PlanningMeeting[]
}

export async function callLaterMeeting(
  reported: Reported,
  placement: Placement,
  by: Reader,
  ports: Ports,
  { reason = null, asker = by.name }: { reason?: AskReason | null; asker?: string } = {},
): Promise<Result<CalledMeetings, 'beyondBankHolidays'>> {
  const { store, clock } = ports
  const kept = await store.meetingsOf(placement.id)
  const first = kept.find(({ plan, state }) => plan.combines.includes('first') && state !== 'cancelled')
  // Our own case says whether the first meeting is still to come. One that has its time keeps it, and the other comes
  // beside it; one that has none yet serves both.
  const firstMeetingHeld = first ? first.state !== 'toArrange' : reported.trigger.firstMeetingHeld
  const confirmation: PlacementConfirmation = { ...reported, trigger: { ...reported.trigger, firstMeetingHeld } }
  const made = makePlan(confirmation, ports, placement.needs)
  if (!made.ok) return refuse('beyondBankHolidays', made.why)
  const { kind, at, reason: words, episodes } = confirmation.trigger!
  const called = { reason, kind, at, ...(words && { words }), on: clock.now(), by: asker, openedBy: by.objectId }
  const followed = await followPlan(made.plan.meetings, kept, placement.id, ports, true)
  const meetings = followed.map((meeting) => (isCalled(meeting) ? { ...meeting, called } : meeting))
  const saved = await store.save({
    placement: withSiblingsAnew(
      { ...placement, confirmation, plan: made.plan, ...(episodes && { missingEpisodes: episodes }) },
      ports,
    ),
    meetings,
    jobs: [
      ...meetings.map(({ id }) => showJob(id)),
      ...delegateJobs(made.plan, placement.plan, { of: 'placement', id: placement.id }, clock.now()),
    ],
    audit: [
      {
        at: clock.now(),
        by: by.objectId,
        did: 'laterMeetingCalled',
        placementId: placement.id,
        detail: { trigger: reported.trigger.kind, meetings: meetings.length },
      },
    ],
  })
  return ok({
    placement: saved.placement!,
    meetings: await store.meetingsOf(placement.id),
    called: saved.meetings.filter(isCalled),
  })
}

const isCalled = ({ plan }: PlanningMeeting) => plan.triggers.some((trigger) => trigger !== 'emergencyPlacement')
