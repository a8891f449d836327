/** Outlook as our calendar: free and busy times, and events that are booked, found, moved, cancelled and answered. */
import { z } from 'zod'
import type { Diary } from '../../shared/diary.ts'
import type { Invitation } from '../../shared/invitation.ts'
import type { AnswerChoice } from '../../shared/planning-meeting.ts'
import {
  addDays,
  atLondon,
  londonDate,
  londonWallClock,
  readInstant,
  type Instant,
  type Interval,
} from '../../shared/time.ts'
import { CalendarRefused, type Booked, type Calendar } from '../meetings/ports.ts'
import { quoted, type Graph } from './graph-client.ts'
import { failureFrom, readFault, writeFault } from './graph-errors.ts'
import { scheduleAnswer } from './schedule-answer.ts'

/** London with summer time; "Greenwich Standard Time" would be Iceland. */
const LONDON_ZONE = 'GMT Standard Time'
/** Ours alone: marks every event that we book, so that it is found whatever its id has become. */
const MARKER = 'String {7c9a3f52-6d0e-4b8b-9c41-2f1f6a5e8d37} Name PlacementMeeting'
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
    return collection.parse(answer).value.map(booked)
  }
  return {
    find,

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
        return booked(
          eventAnswer.parse(await graph.post(['users', invitation.organiser, 'events'], eventRequest(invitation))),
        )
      } catch (error) {
        const failure = failureFrom(error)
        // The same transaction id has been used: the event is there, whether Graph names it or not.
        if (failure.status === 409 || failure.code === 'ErrorDuplicateTransactionId') {
          return adopt(graph, invitation, failure.body['@event.existingEventId'], find)
        }
        throw error instanceof z.ZodError ? error : writeFault(failure)
      }
    },

    async move(organiser, eventId, slot) {
      const path = ['users', organiser, 'events', eventId]
      const before = booked(eventAnswer.parse(await read(graph.get(path))))
      // Every change mails everybody: what is there already is left alone.
      if (before.slot.start === slot.start && before.slot.end === slot.end) return before
      try {
        return booked(
          eventAnswer.parse(await graph.patch(path, { start: wall(slot.start), end: wall(slot.end) }, before.etag)),
        )
      } catch (error) {
        throw error instanceof z.ZodError ? error : writeFault(error)
      }
    },

    async cancel(organiser, eventId, words) {
      try {
        await graph.post(['users', organiser, 'events', eventId, 'cancel'], { comment: words })
      } catch (error) {
        if (failureFrom(error).status === 404) return
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

    async responses(organiser, eventId) {
      const answer = await read(graph.get(['users', organiser, 'events', eventId], { $select: 'attendees' }))
      const said = new Map<string, { choice: AnswerChoice; at: Instant | null }>()
      for (const { emailAddress, status } of attendeesAnswer.parse(answer).attendees) {
        const choice = RESPONSES[status.response ?? 'none']
        if (choice && emailAddress.address)
          said.set(emailAddress.address.toLowerCase(), { choice, at: responseTime(status.time) })
      }
      return said
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

const RESPONSES: Partial<Record<string, AnswerChoice>> = { accepted: 'coming', declined: 'cannot' }

const eventRequest = (invitation: Invitation) => ({
  transactionId: invitation.transactionId,
  singleValueExtendedProperties: [{ id: MARKER, value: invitation.marker }],
  subject: invitation.subject,
  body: { contentType: 'text', content: invitation.body },
  start: wall(invitation.slot.start),
  end: wall(invitation.slot.end),
  location: { displayName: invitation.location },
  attendees: invitation.attendees.map(({ email, name, required }) => ({
    type: required ? 'required' : 'optional',
    emailAddress: { address: email, name },
  })),
  sensitivity: 'private',
  showAs: 'busy',
  hideAttendees: invitation.hideAttendees,
  responseRequested: true,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  ...(invitation.online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
})

/** Wall-clock time beside the zone's name, never an offset as well. */
const wall = (at: Instant) => ({ dateTime: londonWallClock(at), timeZone: LONDON_ZONE })

const scheduleRequest = (schedules: string[], { start, end }: Interval) => ({
  schedules,
  startTime: wall(start),
  endTime: wall(end),
  availabilityViewInterval: 30,
})

const eventAnswer = z.object({
  id: z.string(),
  iCalUId: z.string(),
  '@odata.etag': z.string().optional(),
  transactionId: z.string().nullish(),
  start: z.object({ dateTime: z.string() }),
  end: z.object({ dateTime: z.string() }),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
})
const collection = z.object({ value: z.array(eventAnswer) })

const attendeesAnswer = z.object({
  attendees: z.array(
    z.object({
      emailAddress: z.object({ address: z.string().nullish() }),
      status: z.object({ response: z.string().nullish(), time: z.string().nullish() }),
    }),
  ),
})

function booked(event: z.infer<typeof eventAnswer>): Booked {
  return {
    eventId: event.id,
    iCalUId: event.iCalUId,
    etag: event['@odata.etag'] ?? '',
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    transactionId: event.transactionId ?? '',
    slot: { start: utc(event.start.dateTime), end: utc(event.end.dateTime) },
  }
}

/** Answers come in UTC, with seven digits behind the seconds and no offset. */
function utc(dateTime: string): Instant {
  const read = readInstant(`${dateTime.replace(/Z$/, '')}Z`)
  if (!read) throw new CalendarRefused('Outlook gave a time that cannot be read')
  return read
}

/** 1 January of the years 1 and 4501 stand for "no answer yet". */
function responseTime(time: string | null | undefined): Instant | null {
  if (!time || time.startsWith('0001-') || time.startsWith('4501-')) return null
  return readInstant(time)
}

async function adopt(
  graph: Graph,
  { organiser, marker, transactionId }: Invitation,
  existingId: unknown,
  find: Calendar['find'],
): Promise<Booked> {
  if (typeof existingId === 'string') {
    const event = booked(eventAnswer.parse(await graph.get(['users', organiser, 'events', existingId])))
    return { ...event, transactionId }
  }
  const found = (await find(organiser, marker)).find((one) => one.transactionId === transactionId)
  if (!found) throw new CalendarRefused('Outlook says that it has this event already, and does not show it')
  return found
}

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
