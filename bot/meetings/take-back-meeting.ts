/**
 * A meeting that does not take place, or has lost its time: every event of it is cancelled in Outlook, in the same words
 * for everyone (P-07). Its people's time stays held until the last is gone.
 */
import { isAsking } from '../../shared/times/held-times.ts'
import { withConcern, without, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { minutesBetween } from '../../shared/dates/time.ts'
import { cancelSecondEntries } from './cancel-second-entry.ts'
import type { InHand } from './meeting-in-hand.ts'
import { HOURLY_SECONDS, inStepJob, lookJob, PATIENCE_MINS, showJob } from './outlook-jobs.ts'
import { CalendarUnreachable, type Ports } from './ports.ts'
import { concernsFrom, takeBackEvents, type Walk } from './walk-events.ts'

export async function takeBackMeeting(hand: InHand, ports: Ports): Promise<void> {
  const before = hand.meeting()
  if (
    before.events.every(({ state }) => state === 'cancelled' || state === 'deleted') &&
    !before.concerns?.some(({ kind }) => kind === 'eventDoubled')
  )
    return letGo(hand, ports)
  try {
    const walk = await takeBackEvents(hand, ports)
    await cancelSecondEntries(hand, ports)
    await settle(walk, hand, ports)
  } catch (error) {
    if (!(error instanceof CalendarUnreachable) || isPatient(hand.meeting(), ports)) throw error
    await sayThatItStands({ kind: 'outlookAway', since: ports.clock.now() }, hand, ports)
  }
}

/**
 * All is taken back already, perhaps by a process that died before it could let go of the time. Where somebody may just
 * be choosing another one, theirs is not let go in its place.
 */
async function letGo(hand: InHand, { store }: Ports): Promise<void> {
  const meeting = hand.meeting()
  if (isAsking(meeting)) return
  const release = [meeting.id]
  if (meeting.state === 'cancelled') await store.save({ release })
  else await hand.save(meeting, { release, jobs: [showJob(meeting.id)] })
}

/** A job that fails comes back by itself for half a day; one that has waited long is asked for anew, and said. */
function isPatient(meeting: PlanningMeeting, { clock }: Ports): boolean {
  return meeting.state === 'cancelled' && minutesBetween(meeting.cancelledAt, clock.now()) < PATIENCE_MINS
}

async function settle(walk: Walk, hand: InHand, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const meeting = hand.meeting()
  const refused = concernsFrom(walk, now).filter(({ kind }) => kind === 'notCancelled')
  if (refused.length > 0) {
    for (const concern of refused) await sayThatItStands(concern, hand, ports)
    return
  }
  if (walk.wait !== null) {
    return void (await ports.store.save({ jobs: [inStepJob(meeting.id, { seconds: walk.wait, now })] }))
  }
  await hand.save(
    { ...meeting, concerns: without(meeting.concerns, ['notCancelled', 'outlookAway']) },
    {
      // What is held for people outside stays held: it is for the next try.
      release: isAsking(meeting) ? [] : [meeting.id],
      jobs: [showJob(meeting.id), lookJob(meeting.id, now)],
      audit: [{ at: now, by: 'app', did: 'eventsCancelled', placementId: meeting.placementId, meetingId: meeting.id }],
    },
  )
}

async function sayThatItStands(concern: OutlookConcern, hand: InHand, { clock }: Ports): Promise<void> {
  const meeting = hand.meeting()
  await hand.save(
    { ...meeting, concerns: withConcern(meeting.concerns, concern) },
    { jobs: [showJob(meeting.id), inStepJob(meeting.id, { seconds: HOURLY_SECONDS, now: clock.now() })] },
  )
}
