/** Goes through a meeting's events once and does for each what it needs now: the same way for every kind of change. */
import { eventKeysOf, invitationOf } from '../../shared/letters/invitation.ts'
import type { OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import { isOpen, isStanding, type OutlookEvent, type Slot } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { bookEvent, joinUrlOf } from './book-event.ts'
import { cancelEvent } from './cancel-event.ts'
import { changeEvent, isInStep, type ChangeEnd } from './change-event.ts'
import type { InHand } from './meeting-in-hand.ts'
import type { Ports } from './ports.ts'

/** `isLeaving`: it is being taken back, and nothing waits for it. */
type Turn = { event: OutlookEvent; end: ChangeEnd; isLeaving: boolean }

export type Walk = {
  turns: Turn[]
  /** Seconds until the first that has to be looked at again; `null` when all are settled. */
  wait: number | null
}

/** `moving`: events that stand at another time go to this one. Otherwise they keep the time that they have. */
export async function walkEvents(hand: InHand, slot: Slot, moving: boolean, ports: Ports): Promise<Walk> {
  const keys = eventKeysOf(hand.meeting().plan)
  const { events } = hand.meeting()
  const isWanted = ({ key, state }: OutlookEvent) =>
    keys.includes(key) && state !== 'cancelling' && state !== 'cancelled'
  const leaving = events.filter((event) => isOpen(event) && !isWanted(event))
  const successorOf = ({ key }: OutlookEvent) =>
    events.find((event) => event.key === key && isWanted(event) && isStanding(event))
  const turns = await cancelAll(
    leaving.filter((event) => !successorOf(event)),
    hand,
    ports,
  )
  for (const event of events.filter(isWanted).sort(coreFirst)) {
    const end = await bringInStep(event, slot, moving, hand, ports)
    turns.push({ event, end, isLeaving: false })
    // The parents' invitations hold the core's link, and follow it to another time: they come after.
    if (event.key === 'core' && end.is !== 'done') break
  }
  // What moves to another mailbox stays in the first until it stands in the other.
  const isReplaced = (event: OutlookEvent) => {
    const successor = successorOf(event)
    return successor !== undefined && hand.event(successor).state === 'booked'
  }
  turns.push(...(await cancelAll(leaving.filter(isReplaced), hand, ports)))
  return { turns, wait: firstWait(turns) }
}

/** Takes back every event there may be. */
export async function takeBackEvents(hand: InHand, ports: Ports): Promise<Walk> {
  const turns = await cancelAll(hand.meeting().events.filter(isOpen), hand, ports)
  return { turns, wait: firstWait(turns) }
}

async function cancelAll(events: OutlookEvent[], hand: InHand, ports: Ports): Promise<Turn[]> {
  const turns: Turn[] = []
  for (const event of events) turns.push({ event, end: await cancelEvent(event, hand, ports), isLeaving: true })
  return turns
}

async function bringInStep(
  event: OutlookEvent,
  slot: Slot,
  moving: boolean,
  hand: InHand,
  ports: Ports,
): Promise<ChangeEnd> {
  if (event.state === 'deleted') return { is: 'deleted' }
  if (event.state === 'intended' || event.state === 'booking') {
    const end = await bookEvent(event, slot, hand, ports)
    if (end.is !== 'done') return end
  }
  // What was found after a silence may stand at an earlier time.
  const wanted = moving || event.state !== 'booked' ? slot : null
  const booked = hand.event(event)
  if (booked.state !== 'booked') return { is: 'done' }
  const meeting = hand.meeting()
  const invitation = invitationOf(meeting, booked, slot, ports.settings.contact, joinUrlOf(meeting))
  return isInStep(booked, wanted, invitation) ? { is: 'done' } : changeEvent(booked, wanted, hand, ports)
}

function firstWait(turns: Turn[]): number | null {
  const waits = turns.flatMap(({ end }) => (end.is === 'lookAgain' ? [end.afterSeconds] : []))
  return waits.length > 0 ? Math.min(...waits) : null
}

/** What somebody did in Outlook, or Outlook would not do, and only a person can decide about. */
export function concernsFrom({ turns }: Walk, since: Instant): OutlookConcern[] {
  return turns.flatMap(({ event: { key }, end, isLeaving }): OutlookConcern[] => {
    if (end.is === 'deleted') return [{ kind: 'eventDeleted', event: key, since }]
    if (end.is === 'atAnotherTime') return [{ kind: 'atAnotherTime', event: key, at: end.at, since }]
    if (end.is === 'refused' && isLeaving) return [{ kind: 'notCancelled', event: key, since }]
    return []
  })
}

const coreFirst = (a: OutlookEvent, b: OutlookEvent) => Number(b.key === 'core') - Number(a.key === 'core')
