/** A person has decided about something that is not as it should be in Outlook; a job carries it out. */
import { barTo } from '../../shared/people/guests.ts'
import { fingerprintWith } from '../../shared/letters/invitation.ts'
import {
  choicesAbout,
  isAbout,
  withConcern,
  type ConcernChoice,
  type OutlookConcern,
} from '../../shared/meeting/outlook-concerns.ts'
import { movedOver } from '../../shared/people/other-organiser.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { EventKey } from '../../shared/meeting/plan.ts'
import { roleOf } from '../../shared/placement/placement.ts'
import {
  moveTo,
  withEveryInvitation,
  type MeetingId,
  type PlanningMeeting,
  type Slot,
} from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { ROLE_WORDS } from '../../shared/words.ts'
import { changeVenue, type EditRefusal } from './edit-meeting.ts'
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
export type ConcernRefusal = EditRefusal | 'reasonMissing' | 'timePast' | 'timeTaken'

type Arranged = PlanningMeeting & { state: 'arranged' }
const SENDS_NOTHING: ConcernChoice[] = ['putAside', 'keepOurs', 'leaveThere']
type Decided = { meeting: PlanningMeeting } & Pick<Change, 'holds'>

export async function settleConcern(
  decision: Decision,
  by: Reader,
  ports: Ports,
): Promise<Result<PlanningMeeting, ConcernRefusal>> {
  const { store, clock } = ports
  const meeting = await store.meeting(decision.meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (meeting.state !== 'arranged' || meeting.version !== decision.version) return refuse('stale')
  if (!mayDo('move', by, placement, meeting)) return refuse('mayNot')
  const concern = [...(meeting.concerns ?? []), ...keptGuests(meeting)].find((one) => isAbout(one, decision))
  if (!concern || !choicesAbout(concern).includes(decision.choice)) return refuse('stale')
  const now = clock.now()
  const { choice, reason } = decision
  if (choice === 'meetByVideo') return meetByVideo(decision, by, ports)
  const decided = decide(meeting, concern, { choice, reason }, by, now)
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
  { choice, reason }: { choice: Exclude<ConcernChoice, 'meetByVideo'>; reason: string | undefined },
  by: Reader,
  now: Instant,
): Result<Decided, ConcernRefusal> {
  const others = (meeting.concerns ?? []).filter((one) => one !== concern)
  switch (choice) {
    case 'putAside':
    case 'keepOurs':
    case 'leaveThere':
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
    case 'moveOver':
      return ok({ meeting: movedOver(meeting, now) })
    case 'keepGuest':
      return concern.kind === 'joinedByForward'
        ? keepGuest({ ...meeting, concerns: others }, concern, { reason: reason?.trim(), by, now })
        : refuse('stale')
    case 'takeOff':
    case 'takeRoomOff':
      return concern.kind === 'joinedByForward' || concern.kind === 'roomDeclined'
        ? ok({ meeting: takeOff({ ...meeting, concerns: others }, concern, now) })
        : refuse('stale')
    case 'takeTime': {
      if (concern.kind !== 'timeProposed' && concern.kind !== 'siblingMoved') return refuse('stale')
      const why =
        concern.kind === 'siblingMoved'
          ? 'Together with the meeting of a brother or sister'
          : `Proposed by the ${ROLE_WORDS[roleOf(concern.person)]}`
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

/** Whoever was kept can be taken off later, by the same way. */
const keptGuests = ({ guests = [] }: Arranged): Forwarded[] =>
  guests.map(({ event, email, name, at }) => ({
    ...{ kind: 'joinedByForward', event, who: email, name, since: at },
    ...{ person: null, bar: null, sees: { names: false, place: false } },
  }))

type Forwarded = Extract<OutlookConcern, { kind: 'joinedByForward' }>

/** Invited like the others from now on; whom a decision keeps away is not let in by a forward (P-06, P-40). */
function keepGuest(
  meeting: Arranged,
  { event, who, name }: Forwarded,
  { reason, by, now }: { reason: string | undefined; by: Reader; now: Instant },
): Result<Decided, ConcernRefusal> {
  const bar = barTo(meeting, event, who)
  if (bar) return refuse(bar === 'ownInvitation' ? 'ownInvitation' : 'notToBeInvited')
  if (!reason) return refuse('reasonMissing')
  const guest = { event, email: who, name, at: now, by: by.objectId, reason }
  return ok({ meeting: { ...meeting, guests: [...(meeting.guests ?? []), guest], changedAt: now } })
}

/** The place changes as it does by hand, and the room goes with the same change. */
async function meetByVideo(
  { meetingId, version, reason, ...about }: Decision,
  by: Reader,
  ports: Ports,
): Promise<Result<PlanningMeeting, ConcernRefusal>> {
  const why = reason?.trim() || 'The room turned it down'
  const changed = await changeVenue({ meetingId, version, venue: 'online', reason: why }, by, ports)
  if (!changed.ok) return changed
  const meeting = changed.value.meeting as Arranged
  // Online there is no room to be missed: left behind by a crash, it is no concern any more.
  return settleConcern({ ...about, meetingId, version: meeting.version, choice: 'takeRoomOff' }, by, ports)
}

type OnIt = Pick<Extract<OutlookConcern, { kind: 'joinedByForward' | 'roomDeclined' }>, 'event' | 'who'>

/** From now on they are somebody who was on it and is not wanted there: the next change leaves them out. */
const takeOff = (meeting: Arranged, { event: key, who }: OnIt, now: Instant): Arranged => ({
  ...meeting,
  events: meeting.events.map((event) =>
    event.key === key && event.state === 'booked'
      ? { ...event, fingerprint: fingerprintWith(event.fingerprint, who) }
      : event,
  ),
  ...(meeting.guests && { guests: meeting.guests.filter(({ event, email }) => event !== key || email !== who) }),
  changedAt: now,
})

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
