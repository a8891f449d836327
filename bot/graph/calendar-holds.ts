/**
 * Times that are held in somebody's own calendar: an entry of their own, tentative and private, with nobody invited.
 * Outlook mails nobody for it, neither when it comes nor when it goes, and their diary shows it to everybody who looks.
 */
import { z } from 'zod'
import type { Calendar, TimeToHold } from '../meetings/ports.ts'
import { quoted, type Graph } from './graph-client.ts'
import { failureFrom, isGone, readFault, writeFault } from './graph-errors.ts'
import { wall } from './outlook-event.ts'

/** Apart from the mark of our meetings, so that neither is ever taken for the other. */
const MARKER = 'String {7c9a3f52-6d0e-4b8b-9c41-2f1f6a5e8d37} Name PlacementHold'

const entry = z.object({ id: z.string() })
const entries = z.object({ value: z.array(entry) })

export function calendarHolds(graph: Graph): Pick<Calendar, 'hold' | 'findHold' | 'letGo'> {
  const findHold = async ({ id, email }: TimeToHold): Promise<{ eventId: string } | null> => {
    try {
      const answer = await graph.get(['users', email, 'events'], {
        $filter: `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(MARKER)} and ep/value eq ${quoted(id)})`,
        $select: 'id',
        $top: 5,
      })
      const [found] = entries.parse(answer).value
      return found ? { eventId: found.id } : null
    } catch (error) {
      if (error instanceof z.ZodError) throw error
      throw readFault(error)
    }
  }
  return {
    findHold,

    async hold(hold) {
      try {
        const made = entry.parse(await graph.post(['users', hold.email, 'events'], holdRequest(hold)))
        return { eventId: made.id }
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        const failure = failureFrom(error)
        if (failure.status === 403 || failure.code === 'ErrorInvalidUser') return 'closed'
        if (failure.status === 409 || failure.code === 'ErrorDuplicateTransactionId') {
          const id = failure.body['@event.existingEventId']
          return typeof id === 'string' ? { eventId: id } : await findHold(hold)
        }
        throw writeFault(failure)
      }
    },

    async letGo(email, eventId) {
      try {
        await graph.delete(['users', email, 'events', eventId])
      } catch (error) {
        const failure = failureFrom(error)
        if (!isGone(failure)) throw writeFault(failure)
      }
    },
  }
}

const holdRequest = ({ id, subject, slot }: TimeToHold) => ({
  transactionId: id,
  singleValueExtendedProperties: [{ id: MARKER, value: id }],
  subject,
  body: { contentType: 'text', content: 'This time is held until it is settled when the meeting takes place.' },
  start: wall(slot.start),
  end: wall(slot.end),
  sensitivity: 'private',
  showAs: 'tentative',
  isReminderOn: false,
})
