/** A time is chosen, changed or given up for a meeting whose placement is confirmed: from a card or from the tab. */
import { mayDo, type Action, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import {
  cancel,
  chooseTime,
  moveTo,
  type MeetingId,
  type MeetingRefusal,
  type PlanningMeeting,
  type Slot,
} from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { siblingsLeft, type SiblingsAsked } from './ask-siblings.ts'
import { callOffAsking } from './call-off-asking.ts'
import { diariesToRead } from './offer-times.ts'
import { holdsJobs, inStepJob, showJob } from './outlook-jobs.ts'
import { SavedByAnother, TimeTaken, type Change, type Ports } from './ports.ts'

export type ArrangeRefusal = 'gone' | 'mayNot' | 'timeTaken' | MeetingRefusal

export type Wanted = { meetingId: MeetingId; version: number }
export type Arranged = { placement: Placement; meeting: PlanningMeeting }

/** Books the first time of a meeting that has none. */
export async function chooseMeetingTime(
  { start, lateReason, ...wanted }: Wanted & { start: Instant; lateReason?: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, ArrangeRefusal>> {
  const found = await findFor('schedule', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  if (placement.plan.questions.length > 0) return refuse('questionsOpen')
  const slot = { start, end: addMinutes(start, meeting.plan.durationMinutes) }
  const chosen = chooseTime(meeting, slot, ports.clock.now(), lateReason)
  if (!chosen.ok) return chosen
  return saveWithHold(placement, chosen.value, [slot], 'timeChosen', by, ports)
}

/** Moves every event of the meeting to another time; the reason is kept. */
export async function moveMeeting(
  { start, reason, lateReason, ...wanted }: Wanted & { start: Instant; reason: string; lateReason?: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, ArrangeRefusal>> {
  const found = await findFor('move', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  const slot = { start, end: addMinutes(start, meeting.plan.durationMinutes) }
  if (meeting.state === 'arranged' && meeting.slot.start === start) return ok(found.value)
  const moved = moveTo(meeting, slot, ports.clock.now(), reason, lateReason)
  if (!moved.ok) return moved
  // The old time stays held until Outlook has the new one: the meeting may have to stay where it is.
  const slots = meeting.state === 'arranged' ? [meeting.slot, slot] : [slot]
  return saveWithHold(placement, moved.value, slots, 'meetingMoved', by, ports)
}

/** Cancels the meeting, its events and its reminders. */
export async function cancelMeeting(
  { reason, ...wanted }: Wanted & { reason: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, ArrangeRefusal>> {
  const found = await findFor('cancel', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  const cancelled = cancel(meeting, reason, ports.clock.now())
  if (!cancelled.ok) return cancelled
  const siblings = await siblingsLeft(meeting, placement, ports)
  // What is held while those outside are asked is let go; events keep their time until they are gone.
  const more = callOffAsking([meeting])
  return saveChanged(placement, [{ meeting: cancelled.value }], 'meetingCancelled', by, ports, {
    ...more,
    jobs: [...more.jobs, ...siblings.jobs],
    siblings,
  })
}

/** A meeting as somebody sees it, who may do this to it. */
export async function findFor(action: Action, { meetingId, version }: Wanted, by: Reader, { store }: Ports) {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (meeting.version !== version) return refuse('stale')
  if (!mayDo(action, by, placement, meeting)) {
    if (meeting.state === 'held' || meeting.state === 'cancelled') return refuse('alreadyClosed')
    if (action === 'schedule' && meeting.state !== 'toArrange') return refuse('alreadyArranged')
    return refuse('mayNot')
  }
  return ok({ meeting, placement })
}

/** A meeting that changes, and the times that it holds from now on; those it has where absent. */
type Changed = { meeting: PlanningMeeting; slots?: Slot[] }

const saveWithHold = (
  placement: Placement,
  meeting: PlanningMeeting,
  slots: Slot[],
  did: string,
  by: Reader,
  ports: Ports,
) => saveChanged(placement, [{ meeting, slots }], did, by, ports)

/** The first is the one that was pressed on; others come about with it, all of them or none. */
export async function saveChanged(
  placement: Placement,
  changed: Changed[],
  did: string,
  by: Reader,
  ports: Ports,
  {
    jobs = [],
    siblings,
    ...more
  }: Pick<Change, 'release' | 'revokeLinks' | 'jobs'> & { siblings?: Pick<SiblingsAsked, 'others' | 'audit'> } = {},
): Promise<Result<Arranged, ArrangeRefusal>> {
  const meetings = changed.map(({ meeting }) => meeting)
  try {
    const saved = await ports.store.save({
      ...more,
      meetings: [...meetings, ...(siblings?.others ?? [])],
      holds: changed.flatMap(({ meeting, slots }) =>
        slots ? [{ meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots }] : [],
      ),
      // Whatever was planned for the old time is dropped in the same breath.
      reminders: { meetingId: meetings[0]!.id, all: [] },
      jobs: [
        ...meetings.flatMap((meeting) => [...holdsJobs(meeting), inStepJob(meeting.id), showJob(meeting.id)]),
        ...jobs,
      ],
      audit: [
        ...meetings.map(({ id }) => ({
          at: ports.clock.now(),
          by: by.objectId,
          did,
          placementId: placement.id,
          meetingId: id,
        })),
        ...(siblings?.audit ?? []),
      ],
    })
    return ok({ placement, meeting: saved.meetings[0]! })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    if (error instanceof TimeTaken) return refuse('timeTaken')
    throw error
  }
}
