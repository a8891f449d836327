/**
 * What the confirmation mailbox needs beside the ports of the use cases. `bot/graph` reads the mailbox, `bot/store` keeps
 * how far, and `bot/chat` tells the officers.
 */
import type { ArrivedMail, ArrivedMailId, MailCounts } from '../../shared/letters/arrived-mail.ts'
import type { Mail } from '../../shared/intake/read-mail.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { DirectoryPerson, PlannedJob, Ports } from '../meetings/ports.ts'

/** The mailbox that confirmations are sent to, and the officers who hear of them. */
export type MailboxSettings = { address: string; officers: string[] }

/** An attachment as the mailbox lists it, unread. */
export type ListedFile = {
  id: string
  name: string
  contentType: string
  bytes: number
  /** A picture inside the words, such as a logo. */
  inline: boolean
  /** A file, and not a mail or a link. */
  isFile: boolean
}

export type ReceivedMail = Omit<Mail, 'attachments'> & {
  /** The mailbox's id for it, wherever in the mailbox it is moved. */
  mailId: string
  /** The same for every copy of one mail. */
  internetMessageId: string
  receivedAt: Instant
  /** Moves a calendar: an invitation, an answer, a cancellation. */
  isMeetingMail: boolean
  files: ListedFile[]
}

/** A mail that came in or changed, before it is read. */
export type Sighting = { mailId: string; internetMessageId: string; receivedAt: Instant }

/** What has changed in the inbox, page by page; `link` leads on from here, for as long as the mailbox remembers. */
export type InboxPage = { sightings: Sighting[]; link: string; isLast: boolean }

export interface Inbox {
  /** From the moment given, or on from a link; `forgotten` when the mailbox does not know the link any more. */
  changes(mailbox: string, from: { since: Instant } | { link: string }): Promise<InboxPage | 'forgotten'>
  /** Wherever in the mailbox it is; `null` when it is there no more. */
  read(mailbox: string, mailId: string): Promise<ReceivedMail | null>
  file(mailbox: string, mailId: string, fileId: string): Promise<Uint8Array | null>
}

export interface InboxWatch {
  /** We are told of every mail that comes into this mailbox's inbox, and of no other's. */
  inbox(mailbox: string | null): Promise<void>
}

/** How far the mailbox has been read. */
export type Round = {
  mailbox: string
  link: string
  /** When all of the inbox was last gone through from the beginning. */
  beganAt: Instant
  /** Up to when everything is known to have been seen. */
  readAt: Instant
  watchedAt: Instant | null
}

export interface MailMemory {
  round(mailbox: string): Promise<Round | null>
  /** Which of these have been taken already. */
  taken(ids: ArrivedMailId[]): Promise<Set<ArrivedMailId>>
  mail(id: ArrivedMailId): Promise<ArrivedMail | null>
  /** What officers have not yet seen to, the oldest first. */
  waiting(): Promise<ArrivedMail[]>
  counts(since: Instant): Promise<MailCounts>
  /** All or nothing. A mail that is there already stays as it is, and its jobs are not kept: `false`. */
  keep(change: { round?: Round; mail?: ArrivedMail; jobs?: PlannedJob[] }): Promise<boolean>
  /** Remembers who saw to it; whoever was first. */
  settle(id: ArrivedMailId, by: { at: Instant; by: string }, jobs: PlannedJob[]): Promise<void>
  /** How an officer was told; `null` when they have not been. */
  told(id: ArrivedMailId, objectId: string): Promise<Telling | null>
  tellings(id: ArrivedMailId): Promise<Telling[]>
  keepTelling(id: ArrivedMailId, telling: Telling): Promise<void>
  /** Forgets what was seen to, or had no news, before a moment. */
  forget(before: Instant): Promise<void>
}

/** Where a card stands that speaks of the mail itself. */
export type MailPlace = { serviceUrl: string; conversationId: string; activityId: string }
export type Telling = { objectId: string; how: 'teams' | 'letter'; place: MailPlace | null }

export interface MailTeller {
  /** Puts what a mail brought before an officer; `null` when Teams does not reach them. */
  tell(officer: DirectoryPerson, mail: ArrivedMail): Promise<{ place: MailPlace | null } | null>
  /** Draws the card about a mail anew, where it stands. */
  redraw(mail: ArrivedMail, place: MailPlace): Promise<void>
}

export type MailboxPorts = Ports & {
  mailbox: MailboxSettings | null
  inbox: Inbox
  inboxWatch: InboxWatch
  memory: MailMemory
  teller: MailTeller
}
