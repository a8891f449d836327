/**
 * The mailbox that owns a meeting's events follows whoever convenes it. An event cannot change its organiser: it is
 * booked anew in the other mailbox, and the first one is taken back once that stands, so that there is an invitation at
 * every moment. Everybody is mailed twice by that, which is why a person decides it.
 */
import { without } from '../meeting/outlook-concerns.ts'
import {
  isStanding,
  takenBack,
  withEveryInvitation,
  type OutlookEvent,
  type PlanningMeeting,
} from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'

type Arranged = PlanningMeeting & { state: 'arranged' }

const isElsewhere = ({ plan }: PlanningMeeting) => {
  const mailbox = plan.organiserMailbox.toLowerCase()
  return (event: OutlookEvent) => isStanding(event) && event.organiser.toLowerCase() !== mailbox
}

/** Says so once for each change of convenor, and no more once the events stand where they belong. */
export function withOrganiserSaid(
  meeting: PlanningMeeting,
  before: PlanningMeeting,
  { by, since }: { by: string; since: Instant },
): PlanningMeeting {
  const from = meeting.events.find(isElsewhere(meeting))?.organiser
  const to = meeting.plan.organiserMailbox
  if (from && before.plan.organiserMailbox === to) return meeting
  const others = without(meeting.concerns, ['otherOrganiser'])
  if (!from && others.length === (meeting.concerns ?? []).length) return meeting
  const { convenor } = meeting.plan
  const found = from ? [{ kind: 'otherOrganiser', from, to, convenor: convenor.role, by, since } as const] : []
  return { ...meeting, concerns: [...others, ...found] }
}

/** Each is booked anew; what may stand in the other mailbox is taken back, and what somebody deleted stays deleted. */
export function movedOver(meeting: Arranged, now: Instant): Arranged {
  const isLeft = isElsewhere(meeting)
  const events = meeting.events.map((event) => (isLeft(event) ? leaving(event) : event))
  return {
    ...meeting,
    events: withEveryInvitation({ ...meeting, events }, () => false),
    changedAt: now,
    concerns: without(meeting.concerns, ['otherOrganiser', 'joinLinkMissing', 'joinLinkChanged']),
  }
}

/** Of one that is not booked yet Outlook has not heard. */
const leaving = (event: OutlookEvent): OutlookEvent =>
  event.state === 'intended' ? { ...event, state: 'cancelled' } : takenBack(event)
