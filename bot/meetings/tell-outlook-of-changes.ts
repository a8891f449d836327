/**
 * An arranged meeting has changed in something other than its time: who comes, or where. All that has piled up goes as
 * one change for each event that it concerns, and nobody else hears of it.
 */
import { withConcern, without } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { minutesBetween } from '../../shared/dates/time.ts'
import { cancelSecondEntries } from './cancel-second-entry.ts'
import type { InHand } from './meeting-in-hand.ts'
import { guardJob, HOURLY_SECONDS, inStepJob, PATIENCE_MINS, showJob, lookJob } from './outlook-jobs.ts'
import { planReminders } from './plan-reminders.ts'
import { CalendarUnreachable, type Ports } from './ports.ts'
import { concernsFrom, walkEvents, type Walk } from './walk-events.ts'
import { watchJob } from './watch-outlook.ts'

export async function tellOutlookOfChanges(
  meeting: PlanningMeeting & { state: 'arranged' },
  hand: InHand,
  ports: Ports,
): Promise<void> {
  const isPatient = !meeting.changedAt || minutesBetween(meeting.changedAt, ports.clock.now()) < PATIENCE_MINS
  try {
    await cancelSecondEntries(hand, ports)
    const walk = await walkEvents(hand, meeting.slot, false, ports)
    const wanted = walk.turns.filter(({ isLeaving }) => !isLeaving)
    if (wanted.some(({ end }) => end.is === 'refused')) return await sayThatNobodyKnows(hand, ports)
    if (walk.wait !== null && !isPatient) return await sayThatNobodyKnows(hand, ports)
    await settle(walk, hand, ports)
  } catch (error) {
    if (!(error instanceof CalendarUnreachable) || isPatient) throw error
    await sayThatNobodyKnows(hand, ports)
  }
}

async function settle(walk: Walk, hand: InHand, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const meeting = hand.meeting() as PlanningMeeting & { state: 'arranged' }
  const { changedAt: _, sendsAt: __, ...rest } = meeting
  // What Outlook would not take back is asked for again, also after a person has been told.
  const isLeft = walk.turns.some(({ end, isLeaving }) => isLeaving && end.is === 'refused')
  const wait = walk.wait ?? (isLeft ? HOURLY_SECONDS : null)
  const waiting = wait === null ? [] : [inStepJob(meeting.id, { seconds: wait, now })]
  if (walk.turns.some(({ end, isLeaving }) => !isLeaving && end.is === 'lookAgain')) {
    return void (await ports.store.save({ jobs: waiting }))
  }
  const known = meeting.concerns ?? []
  const concerns = concernsFrom(walk, now).reduce(withConcern, without(known, ['notTold', 'notCancelled']))
  if (!meeting.changedAt && JSON.stringify(concerns) === JSON.stringify(known)) {
    if (waiting.length > 0) await ports.store.save({ jobs: waiting })
    return
  }
  const { reminders, jobs } = planReminders(meeting, meeting.slot, now)
  // It may stand in another mailbox from now on.
  const isBooked = walk.turns.some(({ event: { state } }) => state === 'intended' || state === 'booking')
  await hand.save(
    { ...rest, concerns },
    {
      reminders,
      jobs: [
        showJob(meeting.id),
        lookJob(meeting.id, now),
        guardJob(meeting.id, now),
        ...(isBooked ? [watchJob(now)] : []),
        ...jobs,
        ...waiting,
      ],
      audit: [{ at: now, by: 'app', did: 'invitationsSent', placementId: meeting.placementId, meetingId: meeting.id }],
    },
  )
}

async function sayThatNobodyKnows(hand: InHand, { clock }: Ports): Promise<void> {
  const now = clock.now()
  const meeting = hand.meeting()
  await hand.save(
    { ...meeting, concerns: withConcern(meeting.concerns, { kind: 'notTold', since: now }) },
    { jobs: [showJob(meeting.id), inStepJob(meeting.id, { seconds: HOURLY_SECONDS, now })] },
  )
}
