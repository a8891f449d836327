/**
 * Books one event of a meeting. That it is being booked is written down before Outlook hears of it, so whoever comes
 * after a crash or a silence looks for it first, several times, and only then asks again under the same id.
 */
import {
  fingerprintAsFound,
  fingerprintOf,
  invitationOf,
  markerOf,
  type Invitation,
} from '../../shared/letters/invitation.ts'
import type { OutlookEvent, PlanningMeeting, Slot } from '../../shared/meeting/planning-meeting.ts'
import { bare, LOOK_AFTER_SECONDS, type EventEnd, type InHand } from './meeting-in-hand.ts'
import {
  CalendarRefused,
  CalendarUnreachable,
  OutcomeUnknown,
  type Booked,
  type Calendar,
  type Ports,
} from './ports.ts'

type ToBook = Extract<OutlookEvent, { state: 'intended' | 'booking' }>

export async function bookEvent(event: ToBook, slot: Slot, hand: InHand, ports: Ports): Promise<EventEnd> {
  const { calendar, settings } = ports
  const invitation = invitationOf(hand.meeting(), event, slot, settings.contact, joinUrlOf(hand.meeting()))
  if (event.state === 'booking') {
    const there = await findOurs(event, hand.meeting(), calendar)
    if (there) return take(there, event, invitation, hand, calendar)
    const looks = (event.looks ?? 0) + 1
    const wait = LOOK_AFTER_SECONDS[looks]
    if (wait !== undefined) {
      await hand.keep({ ...event, looks })
      return { is: 'lookAgain', afterSeconds: wait }
    }
    if (event.bookedBefore) {
      await hand.keep({ ...bare(event), state: 'deleted' })
      return { is: 'deleted' }
    }
  }
  const asked: ToBook = { ...bare(event), state: 'booking', ...askedWith(event, invitation) }
  await hand.keep(asked)
  try {
    const booked = await calendar.book(invitation)
    if (booked) return await take(booked, asked, invitation, hand, calendar)
    await hand.keep({ ...asked, bookedBefore: true })
    return { is: 'lookAgain', afterSeconds: LOOK_AFTER_SECONDS[0] }
  } catch (error) {
    if (error instanceof OutcomeUnknown) return { is: 'lookAgain', afterSeconds: LOOK_AFTER_SECONDS[0] }
    if (!(error instanceof CalendarRefused || error instanceof CalendarUnreachable)) throw error
    // A clear no to the first try: Outlook has nothing that would have to be looked for.
    if (event.state === 'intended') await hand.keep(event)
    if (error instanceof CalendarRefused) return { is: 'refused' }
    throw error
  }
}

/** Ours among those with the meeting's mark; of two, which should not be, the older. */
export async function findOurs(event: OutlookEvent, meeting: PlanningMeeting, calendar: Calendar) {
  const marked = await calendar.find(event.organiser, markerOf(meeting, event.generation))
  const ours = marked.filter(({ transactionId }) => transactionId === event.transactionId)
  return ours.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0] ?? null
}

async function take(
  there: Booked,
  event: ToBook,
  invitation: Invitation,
  hand: InHand,
  calendar: Calendar,
): Promise<EventEnd> {
  await hand.keep(bookedEvent(event, there, sentAs(event, invitation, there)))
  if (invitation.online && !there.joinUrl) {
    const mended = await askForLink(event.organiser, there, calendar)
    if (mended) await hand.keep(bookedEvent(event, mended, sentAs(event, invitation, mended)))
  }
  return { is: 'done' }
}

/** What Outlook is being asked for, with whom it was asked for before. */
function askedWith(event: ToBook, invitation: Invitation): { fingerprint: string; asking: string[] } {
  const before = event.state === 'booking' ? event.asking : undefined
  const now = invitation.attendees.map(({ email }) => email.toLowerCase())
  return { fingerprint: fingerprintOf(invitation), asking: [...new Set([...(before ?? []), ...now])] }
}

/** Whoever of the invited is not on it after all has yet to be invited; whoever is not wanted since has yet to go. */
function sentAs(event: ToBook, invitation: Invitation, { location, attendees }: Booked): string {
  const asked = askedWith(event, invitation)
  const fingerprint = (event.state === 'booking' && event.fingerprint) || asked.fingerprint
  const ours = attendees.filter(({ email }) => asked.asking.includes(email.toLowerCase()))
  return fingerprintAsFound(fingerprint, { location, attendees: ours })
}

/** Outlook can answer that all went well and make no meeting in Teams. Asked once more, it may; if not, a person is told. */
export async function askForLink(organiser: string, event: Booked, calendar: Calendar): Promise<Booked | null> {
  try {
    const answer = await calendar.change(organiser, event, { online: true })
    return answer === 'changedMeanwhile' || answer === 'gone' ? null : answer
  } catch (error) {
    const isTrouble =
      error instanceof OutcomeUnknown || error instanceof CalendarRefused || error instanceof CalendarUnreachable
    if (!isTrouble) throw error
    return null
  }
}

export const bookedEvent = (
  event: OutlookEvent,
  { eventId, iCalUId, etag, joinUrl, slot }: Booked,
  fingerprint: string,
): OutlookEvent => ({ ...bare(event), state: 'booked', eventId, iCalUId, etag, joinUrl, slot, fingerprint })

/** What was sent to the entry that is there: one that was booked beside ours, and ours is gone, heard of no change. */
export const sentTo = (event: OutlookEvent & { state: 'booked' }, there: Booked): string =>
  there.iCalUId === event.iCalUId ? event.fingerprint : fingerprintAsFound(event.fingerprint, there)

export const joinUrlOf = ({ events }: PlanningMeeting): string | null => {
  const core = events.find(({ key, state }) => key === 'core' && state === 'booked')
  return core?.state === 'booked' ? core.joinUrl : null
}
