/**
 * What is kept of a mail that came into the confirmation mailbox: when, what it was taken for, and which case it led to.
 * Never what it says, nor who wrote it; the mail itself stays where it is.
 */
import type { DraftId } from '../placement/draft.ts'
import type { PlacementId } from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'

export type ArrivedMailId = string & { readonly brand: 'ArrivedMailId' }

/** Who wrote it, as far as anybody vouches for that. */
export type Sender = 'officer' | 'colleague' | 'outside' | 'unproven'

/** How a mail came in, for whoever is to judge what it says. */
export type Arrival = { at: Instant; sender: Sender; /** Attachments that nobody has read. */ unread: number }

/** Why a person has to look at a mail themselves. */
export const LOOKS = [
  'failsChecks',
  'lookalike',
  'answersElsewhere',
  'borrowedName',
  'onlyAttachment',
  'asksForAddresses',
  'unreadAttachment',
  'brokenRecord',
  'unknownCase',
  'unprovenChange',
  'tooLong',
] as const
export type Look = (typeof LOOKS)[number]

/** Something that a mail brought and that is put before the officers. */
export type News =
  | { about: 'draft'; draftId: DraftId; seenBefore: boolean; calledOff: boolean }
  /** `changes`: names of fields, never what stands in them. */
  | { about: 'placement'; placementId: PlacementId; changes: string[]; calledOff: boolean }
  | { about: 'look'; why: Look }

/** What a mail without news was: none of our business, a machine's, one of our own, or not to be trusted. */
export const LEFT = ['nothing', 'automatic', 'ours', 'notTrusted'] as const

export type ArrivedMail = {
  id: ArrivedMailId
  arrival: Arrival
  came: 'news' | (typeof LEFT)[number]
  news: News[]
  /** By the directory's id, whoever saw to it. */
  settled: { at: Instant; by: string } | null
}

/** How many mails were read since a moment, and what they were. */
export type MailCounts = Record<ArrivedMail['came'], number>
