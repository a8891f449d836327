/** Outlook as our calendar: free and busy times, and events that are booked, found, changed, cancelled and answered. */
import { z } from 'zod'
import type { Diary } from '../../shared/times/diary.ts'
import type { Invitation } from '../../shared/letters/invitation.ts'
import type { AnswerChoice } from '../../shared/meeting/planning-meeting.ts'
import { addDays, atLondon, londonDate, type Interval } from '../../shared/dates/time.ts'
import type { Booked, Calendar } from '../meetings/ports.ts'
import { calendarChanges } from './calendar-changes.ts'
import { calendarHolds } from './calendar-holds.ts'
import { quoted, type Graph } from './graph-client.ts'
import { failureFrom, isGone, readFault, writeFault } from './graph-errors.ts'
import { changeRequest, eventAnswer, eventRequest, eventsAnswer, MARKER, wall } from './outlook-event.ts'
import { scheduleAnswer } from './schedule-answer.ts'

/** What `getSchedule` takes at once. */
const MOST_SCHEDULES = 20
const MOST_DAYS = 31

export function outlookCalendar(graph: Graph): Calendar {
  const read = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call
    } catch (error) {
      throw readFault(error)
    }
  }
  const find = async (organiser: string, marker: string): Promise<Booked[]> => {
    const answer = await read(
      graph.get(['users', organiser, 'events'], {
        $filter: `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(MARKER)} and ep/value eq ${quoted(marker)})`,
        $top: 50,
      }),
    )
    return eventsAnswer(answer)
  }
  const readOne = async (organiser: string, eventId: string): Promise<Booked | null> => {
    try {
      return eventAnswer(await graph.get(['users', organiser, 'events', eventId]))
    } catch (error) {
      if (error instanceof z.ZodError) throw error
      if (isGone(failureFrom(error))) return null
      throw readFault(error)
    }
  }
  const readByUid = async (organiser: string, iCalUId: string): Promise<Booked | null> => {
    const query = { $filter: `iCalUId eq ${quoted(iCalUId)}`, $top: 1 }
    const answer = await read(graph.get(['users', organiser, 'events'], query))
    return eventsAnswer(answer)[0] ?? null
  }
  const adopt = async (
    { organiser, marker, transactionId }: Invitation,
    existingId: unknown,
  ): Promise<Booked | null> => {
    const there =
      typeof existingId === 'string'
        ? await readOne(organiser, existingId)
        : (await find(organiser, marker)).find((one) => one.transactionId === transactionId)
    return there ? { ...there, transactionId } : null
  }
  return {
    ...calendarHolds(graph),
    find,
    changes: (organiser, within, since) => calendarChanges(graph, organiser, within, since),

    async diaries(organiser, emails, within) {
      const diaries = new Map<string, Diary>()
      for (const stretch of stretches(within)) {
        for (const some of chunks(emails, MOST_SCHEDULES)) {
          const answer = await read(
            graph.post(['users', organiser, 'calendar', 'getSchedule'], scheduleRequest(some, stretch), {
              repeatable: true,
            }),
          )
          for (const [email, diary] of scheduleAnswer(some, answer))
            diaries.set(email, joined(diaries.get(email), diary))
        }
      }
      return diaries
    },

    async book(invitation) {
      try {
        return eventAnswer(await graph.post(['users', invitation.organiser, 'events'], eventRequest(invitation)))
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        const failure = failureFrom(error)
        // The same transaction id has been used: the event is there, whether Graph names it or not.
        if (failure.status === 409 || failure.code === 'ErrorDuplicateTransactionId') {
          return adopt(invitation, failure.body['@event.existingEventId'])
        }
        throw writeFault(failure)
      }
    },

    read: (organiser, event) =>
      'eventId' in event ? readOne(organiser, event.eventId) : readByUid(organiser, event.iCalUId),

    async change(organiser, { eventId, etag }, change) {
      try {
        return eventAnswer(await graph.patch(['users', organiser, 'events', eventId], changeRequest(change), etag))
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        const failure = failureFrom(error)
        if (failure.status === 412 || failure.status === 409) return 'changedMeanwhile'
        if (isGone(failure)) return 'gone'
        throw writeFault(failure)
      }
    },

    async cancel(organiser, eventId, words) {
      try {
        await graph.post(['users', organiser, 'events', eventId, 'cancel'], { comment: words })
        return 'cancelled'
      } catch (error) {
        if (isGone(failureFrom(error))) return 'gone'
        throw writeFault(error)
      }
    },

    async answer(attendee, iCalUId, choice) {
      try {
        const answer = await graph.get(['users', attendee, 'events'], {
          $filter: `iCalUId eq ${quoted(iCalUId)}`,
          $select: 'id',
        })
        const copy = z.object({ value: z.array(z.object({ id: z.string() })) }).parse(answer).value[0]
        if (!copy) return false
        const { verb, comment } = ANSWERS[choice]
        await graph.post(['users', attendee, 'events', copy.id, verb], {
          sendResponse: true,
          ...(comment && { comment }),
        })
        return true
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        const { status } = failureFrom(error)
        // The mailbox is outside our reach, or the copy has been thrown away: their answer stays with us alone.
        if (status === 403 || status === 404) return false
        throw readFault(error)
      }
    },
  }
}

/** Only words that give nothing away: they reach the organiser's mailbox. */
const ANSWERS: Record<AnswerChoice, { verb: 'accept' | 'tentativelyAccept' | 'decline'; comment?: string }> = {
  coming: { verb: 'accept' },
  byVideo: { verb: 'accept', comment: 'By video.' },
  sendViews: { verb: 'decline', comment: 'Sends views instead.' },
  cannot: { verb: 'decline' },
}

const scheduleRequest = (schedules: string[], { start, end }: Interval) => ({
  schedules,
  startTime: wall(start),
  endTime: wall(end),
  availabilityViewInterval: 30,
})

function stretches({ start, end }: Interval): Interval[] {
  const parts: Interval[] = []
  for (let from = start; from < end;) {
    const until = atLondon(addDays(londonDate(from), MOST_DAYS), '00:00')
    parts.push({ start: from, end: until < end ? until : end })
    from = until
  }
  return parts
}

function chunks<T>(all: T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size))
  return parts
}

/** Two stretches of one diary; where either is unknown, so is the whole. */
function joined(before: Diary | undefined, diary: Diary): Diary {
  if (!before) return diary
  if (!before.known || !diary.known) return { known: false }
  return { ...diary, busy: [...before.busy, ...diary.busy], tentative: [...before.tentative, ...diary.tentative] }
}
