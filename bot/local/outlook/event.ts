/** A meeting or appointment as one mailbox holds it. Each invited mailbox has a copy of its own. */
import type { Instant } from '../../../shared/dates/time.ts'

export type Address = { name: string; address: string }
export type Response = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded'
export type AttendeeType = 'required' | 'optional' | 'resource'
export type ShowAs = 'unknown' | 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere'
export type ExtendedProperty = { id: string; value: string }
export type ProposedTime = { start: Instant; end: Instant }

export type Attendee = Address & {
  type: AttendeeType
  response: Response
  respondedAt: Instant | null
  proposed: ProposedTime | null
}

export type FileAttachment = { id: string; name: string; contentType: string; contentBytes: string; isInline: boolean }

export type Location = Record<string, unknown> & { displayName?: string | null }

/** What the organiser decides and every copy repeats. */
export type MeetingContent = {
  subject: string
  bodyHtml: string
  start: Instant
  end: Instant
  startZone: string
  endZone: string
  isAllDay: boolean
  locations: Location[]
  importance: 'low' | 'normal' | 'high'
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential'
  /** How the time shows once the meeting is accepted. */
  showAs: ShowAs
  responseRequested: boolean
  allowNewTimeProposals: boolean
  hideAttendees: boolean
  isOnlineMeeting: boolean
  joinUrl: string | null
}

/** What each mailbox decides for itself. */
export type OwnSettings = {
  categories: string[]
  isReminderOn: boolean
  reminderMinutesBeforeStart: number
}

export type StoredEvent = MeetingContent &
  OwnSettings & {
    key: string
    /** The owner's address, in lower case. */
    mailbox: string
    folder: 'calendar' | 'deleteditems'
    /** How often it has changed folder: default ids change with it. */
    moves: number
    version: number
    /** Place in the mailbox's order of changes. */
    changed: number
    createdAt: Instant
    changedAt: Instant
    iCalUId: string
    transactionId: string | null
    organizer: Address
    isOrganizer: boolean
    attendees: Attendee[]
    response: Response
    respondedAt: Instant | null
    isCancelled: boolean
    /** How often people have been told of a change: SEQUENCE in the mails to other systems. */
    sequence: number
    extendedProperties: ExtendedProperty[]
    extensions: { name: string; values: Record<string, unknown> }[]
    attachments: FileAttachment[]
  }
