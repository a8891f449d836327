/**
 * Somebody who came onto an invitation without our asking: an attendee has passed it on in Outlook. They see what the
 * invitation says, and may join by its link; whether they stay is for the convenor to decide. Whom a decision keeps away
 * does not come in by this door either, and family never stands on the invitation of the others (P-06, P-40).
 */
import { lastSent, readersOf } from '../letters/invitation.ts'
import { isParentRole, type PersonKey } from '../placement/placement.ts'
import type { EventKey, MeetingPlan } from '../meeting/plan.ts'
import type { Answer, OutlookEvent, PlanningMeeting } from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'

/** Kept by somebody who arranges the meeting, with the reason; from then on invited like the others. */
export type Guest = {
  event: EventKey
  email: string
  name: string
  at: Instant
  by: string
  reason: string
  answer?: Answer
}

/** `person`: whom of the case they are. `bar`: why nobody can keep them on this invitation. */
export type Stranger = { email: string; name: string; person: PersonKey | null; bar: GuestBar | null }
export type GuestBar = 'notInvited' | 'undecided' | 'ownInvitation'

type OnEvent = { email: string; name: string; type: 'required' | 'optional' | 'resource' }

/** Whom Outlook shows on an event and nobody here asked for; whom we are just taking off does not count. */
export function strangersOn(
  meeting: PlanningMeeting,
  event: OutlookEvent & { state: 'booked' },
  there: OnEvent[],
): Stranger[] {
  const expected = new Set(
    [...readersOf(meeting, event).attendees, ...lastSent(event.fingerprint).attendees, { email: event.organiser }].map(
      ({ email }) => email.toLowerCase(),
    ),
  )
  return there
    .filter(({ email, type }) => type !== 'resource' && !expected.has(email.toLowerCase()))
    .map(({ email, name }) => ({ email: email.toLowerCase(), name, ...whoThatIs(meeting.plan, event.key, email) }))
}

function whoThatIs({ attendees }: MeetingPlan, event: EventKey, email: string): Pick<Stranger, 'person' | 'bar'> {
  const them = attendees.filter((one) => one.email?.toLowerCase() === email.toLowerCase())
  const barOf = ({ role, part }: (typeof them)[number]): GuestBar | null => {
    if (part === 'notInvited') return 'notInvited'
    if (part === 'undecided') return 'undecided'
    return role === 'child' || isParentRole(role) || event !== 'core' ? 'ownInvitation' : null
  }
  const barred = them.find((one) => barOf(one) !== null)
  return { person: (barred ?? them[0])?.key ?? null, bar: barred ? barOf(barred) : null }
}

/** Why somebody cannot be kept on an invitation, as things stand now; `null` where they can. */
export const barTo = (meeting: PlanningMeeting, event: EventKey, email: string): GuestBar | null =>
  whoThatIs(meeting.plan, event, email).bar
