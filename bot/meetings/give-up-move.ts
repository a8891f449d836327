/**
 * A move that cannot be made: the meeting stays where it was. Where some of its events have gone already, they are
 * brought back; where they can neither go on nor come back, a person is told.
 */
import { withConcern, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import { isNothing, pendingChanges } from '../../shared/meeting/pending-changes.ts'
import {
  arranged,
  eventFor,
  isStanding,
  type PlanningMeeting,
  type Slot,
} from '../../shared/meeting/planning-meeting.ts'
import { isSameSlot } from './change-event.ts'
import type { InHand } from './meeting-in-hand.ts'
import { diariesToRead } from './offer-times.ts'
import { HOURLY_SECONDS, inStepJob, showJob } from './outlook-jobs.ts'
import { planReminders } from './plan-reminders.ts'
import type { Ports } from './ports.ts'

type Moving = PlanningMeeting & { state: 'arranging'; movedFrom: Slot }
export type NotMoved = Extract<OutlookConcern, { kind: 'notMoved' }>['because']

export async function giveUpMove(because: NotMoved, hand: InHand, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const meeting = hand.meeting() as Moving
  const { id, slot, movedFrom, concerns = [] } = meeting
  const notMoved: OutlookConcern = { kind: 'notMoved', to: slot, because, since: now }
  const mayHaveGone = meeting.events.some(
    (event) => event.state === 'booked' && (event.changing === true || isSameSlot(event.slot, slot)),
  )
  if (!mayHaveGone) return stayWhereItWas([notMoved], hand, ports)
  if (because === 'outlookUnreachable') {
    return hand.save(
      { ...meeting, concerns: withConcern(concerns, { kind: 'outlookAway', since: now }) },
      { jobs: [showJob(id), inStepJob(id, { seconds: HOURLY_SECONDS, now })] },
    )
  }
  const isReturning = concerns.some(({ kind }) => kind === 'notMoved')
  if (isReturning) return stayApart(hand, ports)
  const back: Moving = { ...asBefore(meeting), slot: movedFrom, movedFrom: slot, since: now }
  await hand.save({ ...back, concerns: withConcern(concerns, notMoved) }, { jobs: [showJob(id), inStepJob(id)] })
}

/** What was given up for the new time is not given up any more. */
function asBefore({ before, ...meeting }: Moving): Moving {
  if (!before) return meeting
  const { wayTaken: _, ...rest } = meeting
  return { ...rest, ...before }
}

/** Nothing has gone yet, or a person has decided otherwise in Outlook. */
export async function stayWhereItWas(found: OutlookConcern[], hand: InHand, ports: Ports): Promise<void> {
  const meeting = hand.meeting() as Moving
  await stayAt(meeting.movedFrom, found, hand, ports)
}

/** The core neither goes on nor comes back: the meeting is where the core is, and what stands elsewhere is said. */
async function stayApart(hand: InHand, ports: Ports): Promise<void> {
  const meeting = hand.meeting() as Moving
  const core = eventFor(meeting, 'core')
  const slot = core?.state === 'booked' ? core.slot : meeting.slot
  const since = ports.clock.now()
  const apart = meeting.events.flatMap((event): OutlookConcern[] =>
    event.state === 'booked' && !isSameSlot(event.slot, slot)
      ? [{ kind: 'atAnotherTime', event: event.key, at: event.slot, since }]
      : [],
  )
  await stayAt(slot, apart, hand, ports)
}

async function stayAt(slot: Slot, found: OutlookConcern[], hand: InHand, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const meeting = asBefore(hand.meeting() as Moving)
  // Who was told of this time when it was booked is not told of it again.
  const { reminders, jobs } = planReminders(meeting, slot, now, ({ kind }) => kind !== 'booked')
  const concerns = found.reduce(withConcern, meeting.concerns ?? [])
  // What was edited by hand before, and an invitation that was to be sent anew, since somebody had deleted it, is sent for
  // the old time.
  const isUnsent =
    meeting.events.some((event) => isStanding(event) && event.state !== 'booked') || !isNothing(pendingChanges(meeting))
  // What is being taken back goes on being taken back.
  const isLeft = meeting.events.some(({ state }) => state === 'cancelling')
  const staying = { ...arranged({ ...meeting, slot, concerns }), ...(isUnsent && { changedAt: now }) }
  await hand.save(staying, {
    holds: [{ meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots: [slot] }],
    reminders,
    jobs: [showJob(meeting.id), ...jobs, ...(isUnsent || isLeft ? [inStepJob(meeting.id)] : [])],
    audit: [{ at: now, by: 'app', did: 'notMoved', placementId: meeting.placementId, meetingId: meeting.id }],
  })
}
