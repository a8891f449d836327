/**
 * Takes one event back, and does not rest before Outlook shows that it is gone: also one of which nobody knows whether
 * it was ever booked. That it is not wanted any more is written down before Outlook hears of it.
 */
import { cancellationWords, markerOf, removalWords, replacedWords } from '../../shared/letters/invitation.ts'
import { isOpen, isStanding, takenBack, type OutlookEvent } from '../../shared/meeting/planning-meeting.ts'
import { bare, LOOK_AFTER_SECONDS, type EventEnd, type InHand } from './meeting-in-hand.ts'
import { CalendarRefused, OutcomeUnknown, type Calendar, type Ports } from './ports.ts'

type Cancelling = Extract<OutlookEvent, { state: 'cancelling' }>

/** A booking that went astray has surfaced by the last look, or never will. */
const LOOKS_AFTER_SECONDS: readonly number[] = [...LOOK_AFTER_SECONDS, 15 * 60]

export async function cancelEvent(event: OutlookEvent, hand: InHand, { calendar, settings }: Ports): Promise<EventEnd> {
  if (!isOpen(event)) return { is: 'done' }
  if (event.state === 'intended') return settle(event, hand)
  const meeting = hand.meeting()
  const isOff = meeting.state === 'cancelled' || meeting.state === 'toArrange'
  const isReplaced = meeting.events.some(
    (one) => one.key === event.key && one.transactionId !== event.transactionId && isStanding(one),
  )
  const words = (isOff ? cancellationWords : isReplaced ? replacedWords : removalWords)(settings.contact)
  const leaving = event.state === 'cancelling' ? event : takenBack(event)
  if (leaving !== event) await hand.keep(leaving)

  const look = () => idsOf(leaving, markerOf(meeting, event.generation), calendar)
  const cancelAll = async (ids: string[]) => {
    let allThere = true
    for (const id of ids) allThere = (await calendar.cancel(event.organiser, id, words)) === 'cancelled' && allThere
    return allThere
  }
  try {
    // Asked for the first time, it is where we left it; later, what Outlook shows decides.
    const ids = event.state === 'booked' ? [event.eventId] : await look()
    if (ids.length === 0 && leaving.eventId === undefined) return await lookAgain(leaving, hand)
    // Not where it was: it may stand under another id.
    if (!(await cancelAll(ids))) await cancelAll(await look())
    return await settle(event, hand)
  } catch (error) {
    if (error instanceof OutcomeUnknown) return lookAgain(leaving, hand)
    if (error instanceof CalendarRefused) return { is: 'refused' }
    throw error
  }
}

/** What Outlook shows of it, under whichever id: its own changes when it is filed away, and our mark is found late. */
async function idsOf({ organiser, eventId, iCalUId, transactionId }: Cancelling, marker: string, calendar: Calendar) {
  const known =
    (eventId !== undefined && (await calendar.read(organiser, { eventId }))) ||
    (iCalUId !== undefined && (await calendar.read(organiser, { iCalUId })))
  const marked = (await calendar.find(organiser, marker)).filter((one) => one.transactionId === transactionId)
  return [...new Set([...(known ? [known] : []), ...marked].map((one) => one.eventId))]
}

async function lookAgain(event: Cancelling, hand: InHand): Promise<EventEnd> {
  const looks = event.looks ?? 0
  const afterSeconds = LOOKS_AFTER_SECONDS[looks]
  if (afterSeconds === undefined && event.eventId === undefined) return settle(event, hand)
  await hand.keep({ ...event, looks: looks + 1 })
  return { is: 'lookAgain', afterSeconds: afterSeconds ?? LOOKS_AFTER_SECONDS.at(-1)! }
}

async function settle(event: OutlookEvent, hand: InHand): Promise<EventEnd> {
  await hand.keep({ ...bare(event), state: 'cancelled' })
  return { is: 'done' }
}
