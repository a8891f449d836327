/** A mail as one mailbox holds it. Mails about meetings carry more than others. */
import type { Instant } from '../../../shared/dates/time.ts'
import type { Address, ExtendedProperty, FileAttachment, Location, ProposedTime, Response } from './event.ts'

export type Folder = 'inbox' | 'drafts' | 'sentitems' | 'deleteditems' | 'archive'

export type Header = { name: string; value: string }

type Times = { start: Instant; end: Instant; location: Location | null; isAllDay: boolean }

/** What a mail about a meeting says, beyond its words. */
export type MeetingMail =
  | {
      kind: 'request'
      request: 'newMeetingRequest' | 'fullUpdate' | 'informationalUpdate'
      times: Times
      previous: Times | null
      responseRequested: boolean
      allowNewTimeProposals: boolean
    }
  | { kind: 'cancellation'; times: Times }
  | {
      kind: 'response'
      response: Extract<Response, 'accepted' | 'tentativelyAccepted' | 'declined'>
      times: Times
      proposed: ProposedTime | null
    }

export type MailContent = {
  subject: string
  bodyHtml: string
  /** Plain text was sent, so plain text is what the reader gets back when it asks for text. */
  from: Address | null
  to: Address[]
  cc: Address[]
  bcc: Address[]
  replyTo: Address[]
  headers: Header[]
  attachments: FileAttachment[]
  importance: 'low' | 'normal' | 'high'
}

export type StoredMessage = MailContent & {
  key: string
  mailbox: string
  folder: Folder
  moves: number
  version: number
  changed: number
  createdAt: Instant
  changedAt: Instant
  sentAt: Instant | null
  receivedAt: Instant | null
  internetMessageId: string
  conversation: string
  isDraft: boolean
  isRead: boolean
  categories: string[]
  flag: Record<string, unknown>
  inferenceClassification: 'focused' | 'other'
  extendedProperties: ExtendedProperty[]
  meeting: (MeetingMail & { iCalUId: string }) | null
  /** Folders that it has left, with the place of that change; coming back does not show in their delta. */
  left: { folder: Folder; changed: number }[]
}
