/**
 * Brings one booked event to what is wanted, in a single change, since each one mails people. It is sent only on top of
 * what we know; if somebody else changed the event in the meantime, it is read and thought over again.
 */
import { fingerprintOf, invitationOf, lastSent, markerOf, type Invitation } from '../../shared/letters/invitation.ts'
import type { OutlookEvent, Slot } from '../../shared/meeting/planning-meeting.ts'
import { bookedEvent, joinUrlOf, sentTo } from './book-event.ts'
import { bare, LOOK_AFTER_SECONDS, type EventEnd, type InHand } from './meeting-in-hand.ts'
import {
  CalendarRefused,
  CalendarUnreachable,
  OutcomeUnknown,
  type Booked,
  type Calendar,
  type EventAttendee,
  type EventChange,
  type Ports,
} from './ports.ts'

export type BookedEvent = Extract<OutlookEvent, { state: 'booked' }>
export type ChangeEnd = EventEnd | { is: 'atAnotherTime'; at: Slot }

/** How often somebody else may be quicker before we come back later. */
const ROUNDS = 4

/** `slot` is where the event is to be moved to; it keeps whatever time it has when that is absent. */
export async function changeEvent(
  event: BookedEvent,
  slot: Slot | null,
  hand: InHand,
  ports: Ports,
): Promise<ChangeEnd> {
  const { calendar, settings } = ports
  const meeting = hand.meeting()
  const invitation = invitationOf(meeting, event, slot ?? event.slot, settings.contact, joinUrlOf(meeting))
  let current = event
  // Others may be on it whom we did not invite: the list that is sent has to be the whole one.
  const mustRead = event.changing || event.etag === '' || differsInPeople(event, invitation)
  let seen = mustRead ? await readAgain(event, hand, calendar) : null
  if (seen) current = { ...current, fingerprint: sentTo(current, seen) }
  for (let round = 0; round < ROUNDS; round += 1) {
    if (mustRead && !seen) return markDeleted(event, hand)
    if (seen && slot && isElsewhere(seen.slot, current.slot, slot)) {
      await hand.keep({ ...bookedEvent(event, seen, current.fingerprint) })
      return { is: 'atAnotherTime', at: seen.slot }
    }
    const change = changeFor(current, invitation, slot, seen)
    if (Object.keys(change).length === 0) {
      const settled = { ...withoutDoubt(current), fingerprint: fingerprintOf(invitation) }
      await hand.keep(seen ? bookedEvent(event, seen, settled.fingerprint) : settled)
      return { is: 'done' }
    }
    await hand.keep((current = { ...current, changing: true, asking: askingWith(current, change) }))
    const basis = seen ?? current
    const answer = await send(() => calendar.change(event.organiser, basis, change), event, current, hand)
    if (typeof answer === 'object' && 'is' in answer) return answer
    if (typeof answer === 'object') {
      await hand.keep(bookedEvent(event, answer, fingerprintOf(invitation)))
      return { is: 'done' }
    }
    seen = await readAgain(event, hand, calendar)
    if (!seen) return markDeleted(event, hand)
    current = { ...current, fingerprint: sentTo(current, seen) }
  }
  throw new CalendarUnreachable('An event changes as often as we look at it')
}

/** Whether it says, and is, all that it should. */
export const isInStep = (event: BookedEvent, slot: Slot | null, invitation: Invitation): boolean =>
  !event.changing && event.fingerprint === fingerprintOf(invitation) && (!slot || isSameSlot(event.slot, slot))

export const isSameSlot = (a: Slot, b: Slot): boolean => a.start === b.start && a.end === b.end

/** Somebody has moved it since we last knew. */
const isElsewhere = (there: Slot, known: Slot, wanted: Slot) => !isSameSlot(there, known) && !isSameSlot(there, wanted)

async function send(
  change: () => ReturnType<Calendar['change']>,
  event: BookedEvent,
  current: BookedEvent,
  hand: InHand,
): Promise<Booked | 'changedMeanwhile' | 'gone' | EventEnd> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof OutcomeUnknown) {
      const looks = event.looks ?? 0
      const afterSeconds = LOOK_AFTER_SECONDS[Math.min(looks, LOOK_AFTER_SECONDS.length - 1)]!
      await hand.keep({ ...current, looks: looks + 1 })
      return { is: 'lookAgain', afterSeconds }
    }
    const isClearNo = error instanceof CalendarRefused || error instanceof CalendarUnreachable
    if (!isClearNo) throw error
    // What was on its way before may still arrive; what was sent just now has not.
    await hand.keep(event)
    if (error instanceof CalendarRefused) return { is: 'refused' }
    throw error
  }
}

/** By the id we know, then by our mark, then by the id that all mailboxes share: ids change when an event is filed away. */
async function readAgain(event: BookedEvent, hand: InHand, calendar: Calendar): Promise<Booked | null> {
  const { organiser, eventId, iCalUId, transactionId, generation } = event
  const there = await calendar.read(organiser, { eventId })
  if (there) return there
  const marked = await calendar.find(organiser, markerOf(hand.meeting(), generation))
  return marked.find((one) => one.transactionId === transactionId) ?? (await calendar.read(organiser, { iCalUId }))
}

async function markDeleted(event: BookedEvent, hand: InHand): Promise<EventEnd> {
  await hand.keep({ ...bare(event), state: 'deleted' })
  return { is: 'deleted' }
}

const withoutDoubt = ({ changing: _, asking: __, looks: ___, ...event }: BookedEvent): BookedEvent => event

const askingWith = ({ asking = [] }: BookedEvent, { attendees = [] }: EventChange): string[] => [
  ...new Set([...asking, ...attendees.map(({ email }) => email.toLowerCase())]),
]

function differsInPeople(event: BookedEvent, { attendees }: Invitation): boolean {
  const sent = lastSent(event.fingerprint)
  return JSON.stringify(peopleOf(sent.attendees)) !== JSON.stringify(peopleOf(attendees))
}

const peopleOf = (attendees: { email: string; required: boolean }[]) =>
  attendees.map(({ email, required }) => `${email.toLowerCase()} ${required}`).sort()

/** What is still to be changed; nothing for an event that is in step. */
function changeFor(event: BookedEvent, invitation: Invitation, slot: Slot | null, seen: Booked | null): EventChange {
  const sent = lastSent(event.fingerprint)
  const { location, hideAttendees } = invitation
  // Outlook adds words of its own to a place, so only what we sent ourselves can be compared; or how it begins.
  const isPlaceSent = sent.location === location || (event.changing && seen?.location.startsWith(location))
  const known = [...sent.attendees.map(({ email }) => email), ...(event.asking ?? [])]
  const isDoubtful = event.asking !== undefined && event.asking.length > 0
  const attendees =
    seen && (isDoubtful || differsInPeople(event, invitation)) ? everybodyOn(invitation, known, seen.attendees) : null
  return {
    ...(slot && !isSameSlot(seen?.slot ?? event.slot, slot) && { slot }),
    ...(!isPlaceSent && { location }),
    // Somebody kept who is on it already changes nothing but that; what was sent before went with the list.
    ...(sent.hideAttendees !== hideAttendees && (attendees ?? (seen && !event.changing)) && { hideAttendees }),
    ...(attendees && { attendees }),
  }
}

/** Those wanted, and whoever came to be on it without our having asked; `null` when that is who is on it already. */
function everybodyOn({ attendees }: Invitation, known: string[], there: EventAttendee[]): EventAttendee[] | null {
  const isOn = (list: { email: string }[], email: string) =>
    list.some((one) => one.email.toLowerCase() === email.toLowerCase())
  const uninvited = known.filter((email) => !isOn(attendees, email)).map((email) => ({ email }))
  const wanted = attendees.map(({ email, name, required }): EventAttendee => ({
    email,
    name,
    type: required ? 'required' : 'optional',
  }))
  const others = there.filter(({ email }) => !isOn(wanted, email) && !isOn(uninvited, email))
  const all = [...wanted, ...others]
  const names = (list: EventAttendee[]) =>
    JSON.stringify(list.map(({ email, type }) => `${email.toLowerCase()} ${type}`).sort())
  return names(all) === names(there) ? null : all
}
