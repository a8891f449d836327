/** A person has decided about something that is not as it should be in Outlook; a job carries it out. */
import {
  choicesAbout,
  isAbout,
  withConcern,
  type ConcernChoice,
  type OutlookConcern,
} from '../../shared/outlook-concerns.ts'
import { mayDo, type Reader } from '../../shared/permissions.ts'
import type { EventKey } from '../../shared/plan.ts'
import { roleOf } from '../../shared/placement.ts'
import {
  moveTo,
  withEveryInvitation,
  type MeetingId,
  type PlanningMeeting,
  type Slot,
} from '../../shared/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { ROLE_WORDS } from '../../shared/words.ts'
import { diariesToRead } from './offer-times.ts'
import { inStepJob, showJob } from './outlook-jobs.ts'
import { SavedByAnother, TimeTaken, type Change, type Ports } from './ports.ts'

export type Decision = {
  meetingId: MeetingId
  version: number
  kind: string
  event: EventKey | null
  who?: string | null
  choice: ConcernChoice
  /** Kept with the meeting; asked for where a time is kept that breaks a rule. */
  reason?: string
}
export type ConcernRefusal = 'gone' | 'stale' | 'mayNot' | 'reasonMissing' | 'timePast' | 'timeTaken'

type Arranged = PlanningMeeting & { state: 'arranged' }
const SENDS_NOTHING: ConcernChoice[] = ['putAside', 'keepOurs']
type Decided = { meeting: PlanningMeeting } & Pick<Change, 'holds'>

export async function settleConcern(
  decision: Decision,
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<PlanningMeeting, ConcernRefusal>> {
  const meeting = await store.meeting(decision.meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (meeting.state !== 'arranged' || meeting.version !== decision.version) return refuse('stale')
  if (!mayDo('move', by, placement, meeting)) return refuse('mayNot')
  const concern = meeting.concerns?.find((one) => isAbout(one, decision))
  if (!concern || !choicesAbout(concern).includes(decision.choice)) return refuse('stale')
  const now = clock.now()
  const decided = decide(meeting, concern, decision, now)
  if (!decided.ok) return decided
  const { meeting: changed, holds } = decided.value
  try {
    const saved = await store.save({
      meetings: [changed],
      ...(holds && { holds }),
      jobs: [...(SENDS_NOTHING.includes(decision.choice) ? [] : [inStepJob(meeting.id)]), showJob(meeting.id)],
      audit: [
        {
          at: now,
          by: by.objectId,
          did: 'concernSettled',
          placementId: placement.id,
          meetingId: meeting.id,
          detail: { kind: concern.kind, choice: decision.choice },
        },
      ],
    })
    return ok(saved.meetings[0]!)
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    if (error instanceof TimeTaken) return refuse('timeTaken')
    throw error
  }
}

function decide(
  meeting: Arranged,
  concern: OutlookConcern,
  { choice, reason }: Decision,
  now: Instant,
): Result<Decided, ConcernRefusal> {
  const others = (meeting.concerns ?? []).filter((one) => one !== concern)
  switch (choice) {
    case 'putAside':
    case 'keepOurs':
      return ok({ meeting: { ...meeting, concerns: others } })
    case 'cancelSecond':
      return ok({ meeting: { ...meeting, concerns: [...others, { ...concern, isToGo: true } as OutlookConcern] } })
    case 'inviteAgain':
      return ok({ meeting: inviteAgain(meeting, concern, others, now) })
    case 'putBack': {
      const { slot } = meeting
      if (slot.start <= now) return refuse('timePast')
      return ok({ meeting: { ...meeting, state: 'arranging', slot, movedFrom: slot, since: now, concerns: others } })
    }
    case 'keepTime': {
      if (concern.kind !== 'atAnotherTime') return refuse('stale')
      const why = reason?.trim()
      return why ? goTo(concern.at, { ...meeting, concerns: others }, now, why, why) : refuse('reasonMissing')
    }
    case 'takeTime': {
      if (concern.kind !== 'timeProposed') return refuse('stale')
      const why = `Proposed by the ${ROLE_WORDS[roleOf(concern.person)]}`
      return goTo(concern.at, { ...meeting, concerns: others }, now, why, reason?.trim())
    }
  }
}

function goTo(
  slot: Slot,
  meeting: Arranged,
  now: Instant,
  reason: string,
  lateReason: string | undefined,
): Result<Decided, ConcernRefusal> {
  const moved = moveTo(meeting, slot, now, reason, lateReason)
  if (moved.ok) {
    const hold = { meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots: [meeting.slot, slot] }
    return ok({ meeting: moved.value, holds: [hold] })
  }
  if (moved.refusal.reason === 'lateReasonMissing') return refuse('reasonMissing')
  return refuse(moved.refusal.reason === 'timePast' ? 'timePast' : 'stale')
}

/** Whoever was on it hears of the meeting once more. A new core has a new link, which the parents' invitations lack. */
function inviteAgain(meeting: Arranged, concern: OutlookConcern, others: OutlookConcern[], now: Instant): Arranged {
  if (concern.kind !== 'eventDeleted') return meeting
  const hasFamily = meeting.events.some(({ key, state }) => key !== 'core' && state === 'booked')
  return {
    ...meeting,
    events: withEveryInvitation(meeting, (key) => key === concern.event),
    changedAt: now,
    concerns:
      concern.event === 'core' && hasFamily ? withConcern(others, { kind: 'joinLinkChanged', since: now }) : others,
  }
}
