/**
 * What stands in Outlook and should not: entries of a meeting that is off, or of an earlier booking of it, which nobody
 * knew of when the others were taken back. A booking that went astray can surface late; an entry can have been doubled.
 */
import { markerOf } from '../../shared/letters/invitation.ts'
import type { EventKey } from '../../shared/meeting/plan.ts'
import { isStanding, type OutlookEvent, type PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Calendar } from './ports.ts'

/** Each as an event that is to be taken back. */
export async function findLeftOver(
  meeting: PlanningMeeting,
  calendar: Calendar,
): Promise<Extract<OutlookEvent, { state: 'cancelling' }>[]> {
  // Another may convene by now; what was sent before stays in the mailbox that sent it.
  const organisers = [...new Set([...meeting.events.map(({ organiser }) => organiser), meeting.plan.organiserMailbox])]
  const last = Math.max(0, ...meeting.events.map(({ generation }) => generation))
  const standing = meeting.events.filter(isStanding).map(({ transactionId }) => transactionId)
  const settledBy = (generation: number) =>
    meeting.events.some((event) => event.generation === generation && isStanding(event))
  const leftOver = new Map<string, Extract<OutlookEvent, { state: 'cancelling' }>>()
  for (let generation = 1; generation <= last; generation += 1) {
    if (settledBy(generation)) continue
    const marker = markerOf(meeting, generation)
    for (const organiser of organisers) {
      for (const { transactionId, eventId } of await calendar.find(organiser, marker)) {
        if (standing.includes(transactionId) || !transactionId.startsWith(`${marker}/`)) continue
        const key = transactionId.slice(marker.length + 1) as EventKey
        leftOver.set(transactionId, { key, generation, transactionId, organiser, state: 'cancelling', eventId })
      }
    }
  }
  return [...leftOver.values()]
}
