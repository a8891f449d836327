/**
 * Which Outlook events a meeting takes, and what each may tell its readers: a time, a reference and whom to ring, and
 * nothing about a child (P-01 to P-06). An address never goes into a calendar, since an invitation leaves the tenant in
 * clear; those who are cleared read it behind the tab's sign-in (P-03).
 */
import type { Attendee, EventKey, MeetingPlan } from '../meeting/plan.ts'
import type { MeetingRef, PlanningMeeting, Slot } from '../meeting/planning-meeting.ts'

/** What Outlook is asked to put into calendars, for one group of readers. */
export type Invitation = {
  key: EventKey
  marker: string
  transactionId: string
  organiser: string
  subject: string
  body: string
  location: string
  slot: Slot
  /** A meeting in Teams of its own; a family event borrows the core event's link instead. */
  online: boolean
  hideAttendees: boolean
  attendees: { email: string; name: string; required: boolean }[]
}

/** Whom to ring, and the mailbox that answers for the service. */
export type Contact = { phone: string; serviceMailbox: string; council: string }

/** The subject of every event, card and letter about a meeting (P-01). */
export const subjectOf = (ref: MeetingRef): string => `Planning meeting – ref ${ref}`

/** The groups of readers that have an event of their own: the core, and each parent who can be reached by mail (P-06). */
export function eventKeysOf({ attendees }: MeetingPlan): EventKey[] {
  const keys = attendees.filter(({ event, email }) => event && email).map(({ event }) => event!)
  return [...new Set<EventKey>(['core', ...keys])]
}

/** How our events are found again in the organiser's mailbox, whatever their id has become. */
export const markerOf = ({ id }: Pick<PlanningMeeting, 'id'>, generation: number): string => `${id}/${generation}`

/** The same on every try, and another for each booking anew. */
export const transactionIdOf = ({ id }: Pick<PlanningMeeting, 'id'>, key: EventKey, generation: number): string =>
  `${id}/${generation}/${key}`

/**
 * One event's invitation. `joinUrl` is the core event's link in Teams, which the family's events need: they come after.
 */
export function invitationOf(
  meeting: PlanningMeeting,
  {
    key,
    generation,
    organiser,
    transactionId,
  }: { key: EventKey; generation: number; organiser: string; transactionId: string },
  slot: Slot,
  contact: Contact,
  joinUrl: string | null,
): Invitation {
  return {
    key,
    marker: markerOf(meeting, generation),
    transactionId,
    organiser,
    subject: subjectOf(meeting.ref),
    body: bodyOf(meeting, key, contact, joinUrl),
    slot,
    online: key === 'core',
    ...readersOf(meeting, { key, organiser }),
  }
}

/**
 * What of an invitation can change while its words stay: who is on it, whether they see each other, and where it is.
 * Nobody who came by a forward from outside sees the others, nor they them (P-05).
 */
export function readersOf(
  { plan, guests = [] }: Pick<PlanningMeeting, 'plan' | 'guests'>,
  { key, organiser }: { key: EventKey; organiser: string },
): Pick<Invitation, 'location' | 'hideAttendees' | 'attendees'> {
  const invited = plan.attendees.filter(({ event, email }) => event === key && email)
  const isKeptAway = ({ part }: Attendee) => part === 'notInvited' || part === 'undecided'
  const others = [...invited, ...plan.attendees.filter(isKeptAway)].map(({ email }) => email)
  const kept = guests.filter(({ event, email }) => event === key && ![organiser, ...others].some(isMailbox(email)))
  return {
    location: plan.venue.kind === 'online' ? 'Online' : 'Details sent separately',
    hideAttendees:
      key !== 'core' ||
      invited.some(({ reachedBy }) => reachedBy !== 'teams') ||
      kept.some(({ email }) => domainOf(email) !== domainOf(organiser)),
    attendees: [
      ...onceEach(invited.filter(isNotOrganiser(organiser))),
      ...kept.map(({ email, name }) => ({ email, name, required: false })),
    ],
  }
}

/** Somebody who is named in two roles is invited once, as required if either role is. */
const onceEach = (attendees: Attendee[]): Invitation['attendees'] =>
  attendees
    .filter(({ email }, index) => attendees.findIndex((other) => sameMailbox(other.email, email)) === index)
    .map(({ email, name }) => ({
      email: email!,
      name,
      required: attendees.some((other) => sameMailbox(other.email, email) && other.required),
    }))

/**
 * Sent once and never changed again: Teams keeps its link among an event's words, and each change of them mails people.
 * They come once more with every update, so that a time in them would tell the old one beside the new. Outlook and every
 * other mail program show the time itself. A parent who cannot come is offered video from the start.
 */
function bodyOf(meeting: PlanningMeeting, key: EventKey, contact: Contact, joinUrl: string | null): string {
  const convenor = nameOnly(meeting.plan.convenor.person)
  const ring = `${contact.council}, ${contact.phone}`
  const lines =
    key === 'core'
      ? [
          'A planning meeting is arranged. Its day and time are at the top of this message; if it is moved, a new message brings the new ones.',
          convenor ? `Arranged by ${convenor}.` : '',
          `Questions, or if you cannot come: ${ring}. Please give the reference ${meeting.ref}.`,
        ]
      : [
          'We are holding a planning meeting, and you are invited. Its day and time are at the top of this message; if we have to move it, a new message brings the new ones.',
          'You can come, join by video or by phone, or tell us your views beforehand.',
          joinUrl ? `To join by video: ${joinUrl}` : '',
          `Please ring us about where it is, an interpreter or other help: ${ring}. Please give the reference ${meeting.ref}.`,
        ]
  return lines.filter((line) => line !== '').join('\n')
}

const isNotOrganiser =
  (organiser: string) =>
  ({ email }: Attendee) =>
    !sameMailbox(email, organiser)

const sameMailbox = (one: string | null, other: string | null) => one?.toLowerCase() === other?.toLowerCase()
const isMailbox = (one: string) => (other: string | null) => sameMailbox(one, other)
const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** A name as it may be shown to others; an e-mail address that stands for a name is not (P-22). */
export const nameOnly = (name: string | null): string | null => (name && !name.includes('@') ? name : null)

/** Tells whether an event that is there still says what is wanted, apart from its time. */
export const fingerprintOf = ({ subject, location, hideAttendees, attendees }: Invitation): string =>
  JSON.stringify([
    subject,
    location,
    hideAttendees,
    attendees.map(({ email, required }) => [email.toLowerCase(), required]).sort(),
  ])

/** What a fingerprint says was sent last. */
export function lastSent(fingerprint: string) {
  type Parts = [
    subject: string,
    location: string,
    hideAttendees: boolean,
    attendees: [email: string, required: boolean][],
  ]
  const [, location, hideAttendees, attendees] = JSON.parse(fingerprint) as Parts
  return { location, hideAttendees, attendees: attendees.map(([email, required]) => ({ email, required })) }
}

/** The same for another entry that takes the place of the one it was sent to: what stands there is what was sent. */
export function fingerprintAsFound(
  sent: string,
  there: { location: string; attendees: { email: string; type: 'required' | 'optional' | 'resource' }[] },
): string {
  const [subject, location, hideAttendees] = JSON.parse(sent) as [string, string, boolean]
  const people = there.attendees.filter(({ type }) => type !== 'resource')
  return JSON.stringify([
    subject,
    // Outlook adds words of its own to a place.
    there.location.startsWith(location) ? location : there.location,
    hideAttendees,
    people.map(({ email, type }) => [email.toLowerCase(), type === 'required']).sort(),
  ])
}

/** The same with one more who was on it: from then on they are wanted there, or taken off. */
export function fingerprintWith(sent: string, email: string): string {
  const [subject, location, hideAttendees, attendees] = JSON.parse(sent) as [
    string,
    string,
    boolean,
    [string, boolean][],
  ]
  const others = attendees.filter(([address]) => !sameMailbox(address, email))
  return JSON.stringify([subject, location, hideAttendees, [...others, [email.toLowerCase(), false]].sort()])
}

/** What people read when a meeting does not take place; the same for everyone, and no reason (P-07). */
export const cancellationWords = ({ phone, council }: Contact): string =>
  `This meeting will not now take place. Questions: ${council}, ${phone}.`

/** What stands on an entry that another has taken the place of, from another mailbox. */
export const replacedWords = ({ phone, council }: Contact): string =>
  `The meeting takes place as before. This entry is replaced by a new invitation for the same time: please keep that one. Questions: ${council}, ${phone}.`

/** What somebody reads who is not to come any more; no reason (P-07). */
export const removalWords = ({ phone, council }: Contact): string =>
  `This meeting will not now take place for you. Please ring ${council}, ${phone}.`
