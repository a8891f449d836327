/** An event as it crosses the border to Graph: what is asked for, and what comes back. */
import { z } from 'zod'
import type { Invitation } from '../../shared/letters/invitation.ts'
import type { AnswerChoice } from '../../shared/meeting/planning-meeting.ts'
import {
  atLondon,
  instant,
  LONDON,
  londonWallClock,
  readDate,
  readInstant,
  type Instant,
} from '../../shared/dates/time.ts'
import { CalendarRefused, type Booked, type EventAttendee, type EventChange } from '../meetings/ports.ts'

/** London with summer time; "Greenwich Standard Time" would be Iceland. */
const LONDON_ZONE = 'GMT Standard Time'
/** Ours alone: marks every event that we book, so that it is found whatever its id has become. */
export const MARKER = 'String {7c9a3f52-6d0e-4b8b-9c41-2f1f6a5e8d37} Name PlacementMeeting'

export const eventRequest = (invitation: Invitation) => ({
  transactionId: invitation.transactionId,
  singleValueExtendedProperties: [{ id: MARKER, value: invitation.marker }],
  subject: invitation.subject,
  body: { contentType: 'text', content: invitation.body },
  start: wall(invitation.slot.start),
  end: wall(invitation.slot.end),
  location: { displayName: invitation.location },
  attendees: invitation.attendees.map(({ email, name, required }) =>
    attendeeRequest({ email, name, type: required ? 'required' : 'optional' }),
  ),
  sensitivity: 'private',
  showAs: 'busy',
  hideAttendees: invitation.hideAttendees,
  responseRequested: true,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  ...(invitation.online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
})

/** Only what changes. The words stay out of it: Teams keeps its link among them, and a body without it ends the meeting. */
export const changeRequest = ({ slot, location, hideAttendees, attendees, online }: EventChange) => ({
  ...(slot && { start: wall(slot.start), end: wall(slot.end) }),
  ...(location !== undefined && { location: { displayName: location } }),
  ...(hideAttendees !== undefined && { hideAttendees }),
  ...(attendees && { attendees: attendees.map(attendeeRequest) }),
  ...(online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
})

const attendeeRequest = ({ email, name, type }: EventAttendee) => ({ type, emailAddress: { address: email, name } })

/** Wall-clock time beside the zone's name, never an offset as well. */
export const wall = (at: Instant) => ({ dateTime: londonWallClock(at), timeZone: LONDON_ZONE })

const eventSchema = z.object({
  id: z.string(),
  iCalUId: z.string(),
  '@odata.etag': z.string().optional(),
  transactionId: z.string().nullish(),
  start: z.object({ dateTime: z.string() }),
  end: z.object({ dateTime: z.string() }),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  createdDateTime: z.string().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  attendees: z
    .array(
      z.object({
        type: z.enum(['required', 'optional', 'resource']).nullish().catch('required'),
        emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }),
        status: z.object({ response: z.string().nullish(), time: z.string().nullish() }).nullish(),
        proposedNewTime: z
          .object({ start: z.object({ dateTime: z.string(), timeZone: z.string().nullish() }).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
})
const collection = z.object({ value: z.array(eventSchema) })

export const eventAnswer = (answer: unknown): Booked => booked(eventSchema.parse(answer))
export const eventsAnswer = (answer: unknown): Booked[] => collection.parse(answer).value.map(booked)

/** For an event whose making nobody noted: it counts as the oldest. */
const EPOCH = instant('1970-01-01T00:00:00Z')

function booked(event: z.infer<typeof eventSchema>): Booked {
  return {
    eventId: event.id,
    iCalUId: event.iCalUId,
    etag: event['@odata.etag'] ?? '',
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    transactionId: event.transactionId ?? '',
    slot: { start: utc(event.start.dateTime), end: utc(event.end.dateTime) },
    createdAt: readInstant(event.createdDateTime ?? '') ?? EPOCH,
    location: event.location?.displayName ?? '',
    attendees: (event.attendees ?? []).flatMap(({ type, emailAddress: { address, name } }) =>
      address ? [{ email: address, name: name ?? address, type: type ?? 'required' }] : [],
    ),
    proposed: new Map(
      (event.attendees ?? []).flatMap(({ emailAddress: { address }, proposedNewTime, status }) => {
        const start = proposedNewTime?.start && proposedStart(proposedNewTime.start)
        return address && start ? [[address.toLowerCase(), { start, at: responseTime(status?.time) }]] : []
      }),
    ),
    answers: new Map(
      (event.attendees ?? []).flatMap(({ emailAddress: { address }, status }) => {
        const choice = RESPONSES[status?.response ?? 'none']
        return address && choice ? [[address.toLowerCase(), { choice, at: responseTime(status?.time) }]] : []
      }),
    ),
  }
}

/** A zone that is neither UTC nor London's is that of another mail system: nobody could say when it was meant. */
function proposedStart({ dateTime, timeZone }: { dateTime: string; timeZone?: string | null }): Instant | null {
  if (!timeZone || timeZone === 'UTC') return readInstant(`${dateTime.replace(/Z$/, '')}Z`)
  const date = readDate(dateTime.slice(0, 10))
  const isLondon = timeZone === LONDON_ZONE || timeZone === LONDON
  return date && isLondon ? atLondon(date, dateTime.slice(11, 16)) : null
}

/** "Tentative" says nothing that we could tell anybody. */
const RESPONSES: Partial<Record<string, AnswerChoice>> = { accepted: 'coming', declined: 'cannot' }

/** 1 January of the years 1 and 4501 stand for "no answer yet". */
function responseTime(time: string | null | undefined): Instant | null {
  if (!time || time.startsWith('0001-') || time.startsWith('4501-')) return null
  return readInstant(time)
}

/** Answers come in UTC, with seven digits behind the seconds and no offset. */
function utc(dateTime: string): Instant {
  const read = readInstant(`${dateTime.replace(/Z$/, '')}Z`)
  if (!read) throw new CalendarRefused('Outlook gave a time that cannot be read')
  return read
}
