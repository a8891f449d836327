/**
 * The meeting of a child who is placed together with brothers and sisters gets its time, goes to another or is off. Theirs
 * are moved by nobody but a person, who is asked; what has no time yet is offered one beside it (E-16).
 */
import { isAsking } from '../../shared/times/held-times.ts'
import { isBeside, startsBeside } from '../../shared/times/beside-siblings.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { withConcern, without } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting, Slot } from '../../shared/meeting/planning-meeting.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Siblings } from '../../shared/placement/siblings.ts'
import { isInTime } from '../../shared/times/slots.ts'
import { siblingMeetings } from './beside-siblings.ts'
import { showJob } from './outlook-jobs.ts'
import type { AuditEntry, PlannedJob, Ports } from './ports.ts'

/** Where the meeting was, and where it is now; `null` where it had no time, or has none. */
type Change = { from: Slot | null; to: Slot | null }
/** What is saved together with the meeting. */
export type SiblingsAsked = { others: PlanningMeeting[]; jobs: PlannedJob[]; audit: AuditEntry[] }

export async function askSiblings(
  { id, plan }: PlanningMeeting,
  placement: Placement,
  change: Change,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<SiblingsAsked> {
  const { family, siblings } = placement
  if (!family || !siblings) return { others: [], jobs: [], audit: [] }
  const { meetings } = await siblingMeetings({ plan, of: placement, except: id }, store)
  const now = clock.now()
  const others = meetings
    .filter(({ placementId }) => placementId !== placement.id)
    .flatMap((other) => {
      const after = afterChange(other, change, siblings.how, now)
      return after === other ? [] : [after]
    })
  const drafts = await store.draftsOfFamily(family)
  return {
    others,
    jobs: [
      ...others.map((other) => showJob(other.id)),
      ...drafts.map(({ id: draftId }): PlannedJob => ({
        job: { name: 'offerAgain', draftId },
        key: `offer/${draftId}`,
      })),
    ],
    audit: others.flatMap(({ id: meetingId, placementId, state }) =>
      state === 'arranged' ? [{ at: now, by: 'app', did: 'siblingsAsked', placementId, meetingId }] : [],
    ),
  }
}

/** A meeting that does not take place leaves theirs as they are. */
export const siblingsLeft = (meeting: PlanningMeeting, placement: Placement, ports: Pick<Ports, 'store' | 'clock'>) =>
  askSiblings(meeting, placement, { from: 'slot' in meeting ? meeting.slot : null, to: null }, ports)

/** The very same meeting where nothing becomes of it. */
function afterChange(
  meeting: PlanningMeeting,
  { from, to }: Change,
  how: Siblings['how'],
  now: Instant,
): PlanningMeeting {
  if (meeting.state === 'toArrange') return isAsking(meeting) ? meeting : { ...meeting, offered: [], ways: [] }
  if (meeting.state !== 'arranged') return meeting
  const known = meeting.concerns?.some(({ kind }) => kind === 'siblingMoved' || kind === 'siblingCancelled')
  if (to && isBeside(meeting.slot, to, how))
    return known ? { ...meeting, concerns: without(meeting.concerns, ['siblingMoved', 'siblingCancelled']) } : meeting
  if (!from || !isBeside(meeting.slot, from, how)) return meeting
  const others = without(meeting.concerns, ['siblingMoved', 'siblingCancelled'])
  if (!to) return { ...meeting, concerns: withConcern(others, { kind: 'siblingCancelled', since: now }) }
  const { durationMinutes } = meeting.plan
  const [start] = startsBeside({ how, slots: [to] }, durationMinutes)
  const at = { start: start!, end: addMinutes(start!, durationMinutes) }
  const inTime = isInTime(at.start, meeting.plan)
  return { ...meeting, concerns: withConcern(others, { kind: 'siblingMoved', at, inTime, since: now }) }
}
