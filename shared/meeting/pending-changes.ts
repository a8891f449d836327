/** What Outlook is still to be told of an arranged meeting: who is invited, who is not any more, and where it is held. */
import { eventKeysOf, lastSent, readersOf } from '../letters/invitation.ts'
import type { Attendee } from './plan.ts'
import { isOpen, isStanding, type PlanningMeeting } from './planning-meeting.ts'
import { listed } from '../people/who-is-told.ts'
import { addMinutes, type Instant } from '../dates/time.ts'

/** Edits pile up for so long after the last of them, and go as one change. */
export const QUIET_MINS = 2

export const sendsAt = (now: Instant): Instant => addMinutes(now, QUIET_MINS)

type Known = Pick<Attendee, 'key' | 'role' | 'name'>
export type PendingChanges = { invited: Known[]; uninvited: Known[]; place: string | null }

export function pendingChanges(meeting: PlanningMeeting): PendingChanges {
  const keys = eventKeysOf(meeting.plan)
  const pending: PendingChanges = { invited: [], uninvited: [], place: null }
  for (const event of meeting.events.filter(isOpen)) {
    const sent = event.state === 'booked' ? lastSent(event.fingerprint) : null
    const isWanted = isStanding(event) && keys.includes(event.key)
    const wanted = isWanted ? readersOf(meeting, event) : null
    const before = sent?.attendees.map(({ email }) => email) ?? []
    const after = wanted?.attendees.map(({ email }) => email.toLowerCase()) ?? []
    pending.invited.push(
      ...knownBy(
        meeting,
        after.filter((email) => !before.includes(email)),
      ),
    )
    pending.uninvited.push(
      ...knownBy(
        meeting,
        before.filter((email) => !after.includes(email)),
      ),
    )
    if (sent && wanted && sent.location !== wanted.location) pending.place = wanted.location
  }
  return pending
}

export const isNothing = ({ invited, uninvited, place }: PendingChanges): boolean =>
  invited.length === 0 && uninvited.length === 0 && place === null

const knownBy = ({ plan }: PlanningMeeting, emails: string[]): Known[] =>
  emails.flatMap((email) => plan.attendees.find((one) => one.email?.toLowerCase() === email) ?? [])

/** A sentence for each thing that people will read; `who` says whether they are named or only their roles are. */
export function pendingSentences(
  { invited, uninvited, place }: PendingChanges,
  who: (person: Known) => string,
): string[] {
  return [
    invited.length > 0 ? `An invitation goes to ${listed(invited.map(who))}.` : '',
    uninvited.length > 0
      ? `${listed(uninvited.map(who))} ${uninvited.length === 1 ? 'is' : 'are'} told that the meeting will not take place for them, and no reason.`
      : '',
    place === null ? '' : `Everybody invited hears of the place: ${place}.`,
  ].filter((sentence) => sentence !== '')
}
