/**
 * What the use cases need from the outside, in our words. Adapters in `bot/graph`, `bot/store`, `bot/chat` and
 * `bot/jobs` implement it; fakes in `test/support` do for tests.
 */
import type { CountedChances } from '../../shared/times/chances.ts'
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { PersonKey, Role } from '../../shared/placement/placement.ts'
import type {
  AnswerChoice,
  MeetingId,
  MeetingRef,
  PlacementId,
  PlanningMeeting,
  Slot,
} from '../../shared/meeting/planning-meeting.ts'
import type { FamilyId, Siblings } from '../../shared/placement/siblings.ts'
import type { MeetingKind } from '../../shared/meeting/plan.ts'
import type { Reminder, ReminderKind } from '../../shared/letters/reminders.ts'
import type { Practice } from '../../shared/people/attendees.ts'
import type { Diary } from '../../shared/times/diary.ts'
import type { Contact, Invitation } from '../../shared/letters/invitation.ts'
import type { JourneyMins } from '../../shared/times/journeys.ts'
import type { Letter } from '../../shared/letters/letters.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Instant, Interval, LocalDate } from '../../shared/dates/time.ts'
import type { Job } from '../../shared/wire/jobs.ts'

export interface Clock {
  now(): Instant
}

/** Somebody whom the authority's directory knows. */
export type DirectoryPerson = {
  objectId: string
  tenantId: string
  name: string
  email: string
  role: Role | null
}

export interface People {
  /** By address, letter case aside; `null` for somebody outside the tenant. */
  byEmail(email: string): Promise<DirectoryPerson | null>
  byObjectId(objectId: string): Promise<DirectoryPerson | null>
}

/** Somebody on an event in Outlook: whom we invited, and whoever was added there by hand or by a forward. */
export type EventAttendee = { email: string; name: string; type: 'required' | 'optional' | 'resource' }

/** An event as Outlook has it. */
export type Booked = {
  eventId: string
  iCalUId: string
  etag: string
  joinUrl: string | null
  slot: Slot
  transactionId: string
  createdAt: Instant
  location: string
  attendees: EventAttendee[]
  /** What Outlook's attendees have said, by address in lower case. */
  answers: ReadonlyMap<string, { choice: AnswerChoice; at: Instant | null }>
  /** When they would rather begin, likewise. */
  proposed: ReadonlyMap<string, { start: Instant; at: Instant | null }>
}

/** What is to become different about an event, in one go. Its words are not among it: they are never sent twice. */
export type EventChange = {
  slot?: Slot
  location?: string
  hideAttendees?: boolean
  /** All of them: whoever is left out is told that they are not invited any more. */
  attendees?: EventAttendee[]
  /** A meeting in Teams, where Outlook has made none. */
  online?: true
}

/** What became different in a calendar, each event by whatever is known of it: of a removed one only its id. */
export type CalendarChanges = {
  changed: {
    eventId: string
    iCalUId: string | null
    transactionId: string | null
    etag: string | null
    isRemoved: boolean
  }[]
  /** Where to go on the next time. */
  link: string
  /** All that stands in the window, since nothing is known of what was there before. */
  isWhole: boolean
}

/** How far the changes in one mailbox's calendar have been followed. */
export type FollowedCalendar = { mailbox: string; within: Interval; link: string }

/** Thrown when nobody can say whether Outlook did what was asked: look before trying again. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown'
}

/** Thrown when Outlook is there and says no for a reason that trying again will not mend. */
export class CalendarRefused extends Error {
  override name = 'CalendarRefused'
}

/** Thrown when Outlook cannot be reached at all, or asks to wait. */
export class CalendarUnreachable extends Error {
  override name = 'CalendarUnreachable'
  /** For how long Outlook wants to be left alone; `null` where it named no time. */
  readonly retryAfterSeconds: number | null

  constructor(
    message: string,
    { retryAfterSeconds, ...options }: ErrorOptions & { retryAfterSeconds?: number | null } = {},
  ) {
    super(message, options)
    this.retryAfterSeconds = retryAfterSeconds ?? null
  }
}

export interface Calendar {
  /** One entry for each address asked for. */
  diaries(organiser: string, emails: string[], within: Interval): Promise<Map<string, Diary>>
  /**
   * Books once: the same `transactionId` yields the same event. `null` when Outlook has booked it before and does not
   * show it: a new event may be late to show, and one that was deleted never does.
   */
  book(invitation: Invitation): Promise<Booked | null>
  /** Every event in the organiser's calendar that carries this marker. A new one may be late to show. */
  find(organiser: string, marker: string): Promise<Booked[]>
  /** `null` when there is none under this id, or this id for every mailbox, in the organiser's calendar. */
  read(organiser: string, event: { eventId: string } | { iCalUId: string }): Promise<Booked | null>
  /**
   * What changed within a stretch of time since the link that was given with the last answer; all that stands there
   * where there is none, or Outlook has forgotten it. Outlook keeps to the stretch that the link began with.
   */
  changes(organiser: string, within: Interval, since: string | null): Promise<CalendarChanges>
  /** Changes it if it is still what it was when `etag` was seen. */
  change(
    organiser: string,
    event: { eventId: string; etag: string },
    change: EventChange,
  ): Promise<Booked | 'changedMeanwhile' | 'gone'>
  /** Tells everyone invited, in neutral words. */
  cancel(organiser: string, eventId: string, words: string): Promise<'cancelled' | 'gone'>
  /**
   * Puts a time into somebody's own calendar, tentative and with nobody invited, so that nobody is mailed. The same id
   * puts it there once. `closed` where we may not write into that calendar; `null` where Outlook has put it there before
   * and does not show it.
   */
  hold(hold: TimeToHold): Promise<{ eventId: string } | 'closed' | null>
  /** `null` where their calendar does not show it: a new one may be late to show. */
  findHold(hold: TimeToHold): Promise<{ eventId: string } | null>
  /** Takes it out again; gone already is as good. */
  letGo(email: string, eventId: string): Promise<void>
  /** Answers in the attendee's own mailbox, so that Outlook shows it. `false` where that mailbox is closed to us. */
  answer(attendee: string, iCalUId: string, choice: AnswerChoice): Promise<boolean>
}

/** Where several instances tell each other until when Outlook wants to hear nothing of a mailbox; ms since 1970. */
export type SharedWaits = {
  until(mailbox: string): Promise<number>
  keep(mailbox: string, untilMs: number): Promise<void>
}

/** What somebody's calendar shows of a time that is held: a reference and nothing else (P-01). One `id` for all calendars. */
export type TimeToHold = { id: string; email: string; subject: string; slot: Slot }

/** A time that may stand in somebody's calendar; `eventId` is null as long as nobody knows. */
export type CalendarHold = {
  id: string
  meetingId: MeetingId
  email: string
  slot: Slot
  eventId: string | null
  /** How often it was looked for in vain. */
  looks: number
}

/** A personal link, known by the hash of its secret. The secret itself is in the letter and nowhere else. */
export type PersonalLink = { hash: string; meetingId: MeetingId; person: PersonKey; round: number; madeAt: Instant }

export interface Mail {
  /** Sends once: a letter whose id has been sent already is not sent again. */
  send(from: string, letter: Letter): Promise<void>
}

export type { Job }

/**
 * A job, and when it is due by the app's clock; at once when absent. Of jobs with one `key` only the last one asked for
 * is waiting at any time; once it has begun, another may be asked for.
 */
export type PlannedJob = { job: Job; dueAt?: Instant; key?: string }

/** One line of the audit log: references, never detail of a child (P-52). */
export interface OutlookWatch {
  /** We are told of every change in these mailboxes' calendars from now on, and of no others'. */
  over(mailboxes: string[]): Promise<void>
}

/** How a meeting in Teams stands; `notAllowed` where the app may not set it for the mailbox that owns it. */
export type Guarded = 'guarded' | 'notAllowed' | 'noMeeting'

export interface VideoMeetings {
  /** Guests wait in the lobby, nothing is recorded or transcribed by itself, and these people may let others in. */
  guard(organiser: string, joinUrl: string, hosts: string[]): Promise<Guarded>
}

export type AuditEntry = {
  at: Instant
  /** The directory's id of who did it, `app`, or `link` for somebody outside by their personal link. */
  by: string
  did: string
  placementId?: PlacementId
  meetingId?: MeetingId
  detail?: Record<string, string | number | boolean | null>
}

/** `lines`: so many were found as they were written. `broken`: where they were not, and since when that is known. */
export type AuditCheck = { at: Instant; lines: number; broken: { at: number; since: Instant } | null }

/** The audit log as a chain, in which a line that is changed or taken out behind the database's back shows (P-52). */
export interface AuditTrail {
  /** Goes on from the last line that was found as written. */
  check(now: Instant): Promise<AuditCheck>
  /** `null` where it was never looked over. */
  lastCheck(): Promise<AuditCheck | null>
}

export type Hold = { meetingId: MeetingId; emails: string[]; slots: Slot[] }

/**
 * Everything that changes together, in one transaction. A draft, placement or meeting carries the version that was
 * read, 0 when it is new.
 */
export type Change = {
  draft?: Draft
  placement?: Placement
  meetings?: PlanningMeeting[]
  /** How many times are left for a meeting, as counted just now. Its version stays as it is. */
  chances?: { meetingId: MeetingId; counted: CountedChances }
  /**
   * Times to offer for a meeting that had none to offer, as long as it is what it was at that version, which it keeps:
   * whoever gives a time of their own meanwhile has seen nothing that is out of date.
   */
  times?: Pick<PlanningMeeting, 'id' | 'version' | 'offered' | 'ways'>
  /**
   * Takes these times for these people in our own books, in place of what each meeting held; refused when another has
   * one of them, except the same kind of meeting of a brother or sister who is met together with the child (E-16). A meeting that moves holds its old time until the new one is settled.
   */
  holds?: Hold[]
  release?: MeetingId[]
  followed?: FollowedCalendar
  /** By id, new or as they stand now; and those that are known to be gone from Outlook. */
  calendarHolds?: CalendarHold[]
  droppedHolds?: Pick<CalendarHold, 'id' | 'email'>[]
  links?: PersonalLink[]
  /** All of a meeting, or of one person; before `links` are added. */
  revokeLinks?: { meetingId: MeetingId; person?: PersonKey }[]
  /** Instead of all reminders of this meeting that are not yet sent. One that was sent for this very start stays sent. */
  reminders?: { meetingId: MeetingId; all: Reminder[] }
  jobs?: PlannedJob[]
  audit?: AuditEntry[]
}

/** What was saved, as it now stands: with the version that the next save has to give. */
export type Saved = { draft?: Draft; placement?: Placement; meetings: PlanningMeeting[] }

/**
 * Thrown by {@link Store.save} when somebody else saved first, also when two bring in the same placement or take the
 * same meeting reference: read again and decide again.
 */
export class SavedByAnother extends Error {
  override name = 'SavedByAnother'
}

/** Thrown by {@link Store.save} when one of `holds` overlaps another meeting's. */
export class TimeTaken extends Error {
  override name = 'TimeTaken'
}

/** A message in Teams: its id is its chat's alone. */
export type MessageId = { chat: string; id: string }

/** Who looks: those who place children see every meeting, everybody else those of their own cases. */
export type Looking = { email: string; seesAll: boolean }

export type MinutesRecord = {
  /** The document as Yjs encodes it. */
  state: Uint8Array
  minutes: Minutes
  savedAt: Instant
}

export type CaseOfMessage = { kind: 'placement'; placement: Placement } | { kind: 'draft'; draft: Draft }

export interface Store {
  draft(id: DraftId): Promise<Draft | null>
  /** The draft that is open for a placement or, with none open, the one it was last confirmed from; never a dismissed one. */
  draftFor(caseReference: string, placementReference: string): Promise<Draft | null>
  /** Placements, and open drafts, of which one of these is the case's or the placement's reference. */
  casesWith(references: string[]): Promise<{ placements: Placement[]; drafts: Draft[] }>
  /** The cases that a message was kept with, of each child that it speaks of: placements, then drafts that are open. */
  casesOfMessage(message: MessageId): Promise<CaseOfMessage[]>
  /** Placements for which no meeting is due, and something is still to be answered; and drafts that are open. Oldest first. */
  casesWithoutMeeting(): Promise<{ placements: Placement[]; drafts: Draft[] }>
  placement(id: PlacementId): Promise<Placement | null>
  placementFor(caseReference: string, placementReference: string): Promise<Placement | null>
  /** Every placement that has this reference: its own, its case's, or that of one of its meetings. */
  placementsNamed(reference: string): Promise<Placement[]>
  meeting(id: MeetingId): Promise<PlanningMeeting | null>
  meetingsOf(placementId: PlacementId): Promise<PlanningMeeting[]>
  /**
   * All that are not closed or cancelled, and those closed or cancelled since a moment; soonest deadline first. Narrowed
   * to those that may be the business of `who`.
   */
  meetings(since: Instant, who?: Looking): Promise<{ meeting: PlanningMeeting; placement: Placement }[]>
  /** Meetings that were held and in which somebody took on what is still open, of cases on which this address is. */
  meetingsWithFollowUps(email: string): Promise<{ meeting: PlanningMeeting; placement: Placement }[]>
  /**
   * In which every word begins some word, with their records: those to come first, then the latest. It only narrows:
   * who asks may not be allowed to see all of it.
   */
  meetingsSaying(
    words: string,
    who: Looking,
    limit: number,
  ): Promise<{ meeting: PlanningMeeting; placement: Placement; minutes: Minutes | null }[]>
  /** Those not over that may be the one of a call: by the link to it, or by the chat that the link names. */
  meetingsOfCall(call: {
    chat: string
    joinUrl: string | null
  }): Promise<{ meeting: PlanningMeeting; placement: Placement }[]>
  /** Arranged meetings that have one of these events in Outlook. */
  meetingsWithEvents(eventIds: string[]): Promise<MeetingId[]>
  followedCalendar(mailbox: string): Promise<FollowedCalendar | null>
  isRefTaken(ref: MeetingRef): Promise<boolean>
  /** `null` for one that was never made, or was revoked. */
  personalLink(hash: string): Promise<PersonalLink | null>
  calendarHolds(meetingId: MeetingId): Promise<CalendarHold[]>
  /** Times that our own other meetings hold for these people, by address in lower case; an entry for each address asked for. */
  held(emails: string[], within: Interval, except?: MeetingId[]): Promise<Map<string, Interval[]>>
  /** Meetings of one kind, still to come, of brothers and sisters who are placed together. */
  siblingMeetings(group: Siblings['group'], kind: MeetingKind): Promise<PlanningMeeting[]>
  /** Open drafts of children who are placed together. */
  draftsOfFamily(family: FamilyId): Promise<Draft[]>
  /** Placements that begin within a stretch of time, and were not called off. */
  placementsStarting(within: Interval): Promise<Placement[]>
  /** All or nothing. What was given keeps its version; go on with what is returned. */
  save(change: Change): Promise<Saved>
  /** Whether a reminder still stands as planned; sent ones are marked, so that none goes twice. */
  reminder(
    meetingId: MeetingId,
    person: PersonKey,
    kind: ReminderKind,
  ): Promise<(Reminder & { sentAt: Instant | null }) | null>
  /** Leaves alone a reminder that was planned anew, for another start, in the meantime. */
  markReminder(
    reminder: Pick<Reminder, 'meetingId' | 'person' | 'kind' | 'meetingStart'>,
    outcome: { at: Instant; how: string },
  ): Promise<void>
  minutes(meetingId: MeetingId): Promise<MinutesRecord | null>
  /** Runs `merge` on what is there while nobody else can, and keeps what it returns. */
  changeMinutes(meetingId: MeetingId, merge: (before: MinutesRecord | null) => MinutesRecord): Promise<MinutesRecord>
  audit(of: { placementId?: PlacementId; meetingId?: MeetingId }): Promise<AuditEntry[]>
}

/** Shows people what they should see in Teams, later and without a click. */
export interface Announcer {
  /** Redraws the card of a draft, for whoever has it: what was changed in Planning, or put aside, shows there too. */
  showDraft(draft: Draft): Promise<void>
  /** Redraws the card that belongs to a draft or its placement, for whoever has it. */
  showPlacement(placement: Placement, meetings: PlanningMeeting[]): Promise<void>
  /** One card per meeting and person; a new one takes the old one's place. `false` when the person cannot be reached in Teams. */
  remind(
    person: DirectoryPerson,
    meeting: PlanningMeeting,
    reminder: { kind: ReminderKind; key: PersonKey },
  ): Promise<boolean>
  /**
   * The card about a meeting once more, for somebody who has to hear that its times run out; once for each `left`.
   * `false` when the person cannot be reached in Teams, or has no part in the case.
   */
  tellRunningOut(person: DirectoryPerson, meeting: PlanningMeeting, left: 'few' | 'none'): Promise<boolean>
  /**
   * Nobody is named to stand in for the manager who would chair (E-13): a card that asks, once for each case. `false` when
   * the person cannot be reached in Teams, or the case is not theirs to see.
   */
  tellNoDelegate(person: DirectoryPerson, about: { draft: Draft } | { placement: Placement }): Promise<boolean>
  /** Redraws the attendee cards that are out there, without a sound. */
  refreshAttendeeCards(meeting: PlanningMeeting): Promise<void>
}

/** What the authority has set, the same for all its meetings. */
export type Settings = {
  packId: string
  /**
   * The practice for placements that start on a day, and the statutory default that it falls back on; `null` for a pack
   * that is not known.
   */
  practice(packId: string, startsOn: LocalDate): Practice | null
  contact: Contact
  /** How long people are on their way between the office and a placement. */
  journeyMins: JourneyMins
  /** Where the tab is reached from a card or a letter. */
  tabUrl(meetingId?: MeetingId): string
  /** Where somebody outside answers. Whoever has the secret has the link. */
  linkUrl(secret: string): string
}

export type Ports = {
  settings: Settings
  clock: Clock
  store: Store
  calendar: Calendar
  watch: OutlookWatch
  video: VideoMeetings
  mail: Mail
  people: People
  announcer: Announcer
}
