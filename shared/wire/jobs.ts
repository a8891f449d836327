/**
 * Work kept in the database for later. Every job can be run twice without harm. It may have been kept by an older
 * version of the app, so it is read like anything else that comes from outside.
 */
import { z } from 'zod'
import type { ArrivedMailId } from '../letters/arrived-mail.ts'
import type { DraftId } from '../placement/draft.ts'
import { ANSWERS, type MeetingId, type PlacementId } from '../meeting/planning-meeting.ts'
import { REMINDER_KINDS } from '../letters/reminders.ts'
import { readInstant, type Instant } from '../dates/time.ts'
import { personKey } from './tab-api.ts'

/** These come back every few minutes for ever, so that a clock which is moved by hand does not stop for them. */
export const FOLLOW_CALENDARS = 'followCalendars'
export const READ_MAILBOX = 'readMailbox'
export const MERE_LOOKS: string[] = [FOLLOW_CALENDARS, READ_MAILBOX]

const meetingId = z.string().min(1) as unknown as z.ZodType<MeetingId>
const placementId = z.string().min(1) as unknown as z.ZodType<PlacementId>
const draftId = z.uuid() as unknown as z.ZodType<DraftId>
const arrivedMailId = z.uuid() as unknown as z.ZodType<ArrivedMailId>
const moment = z.custom<Instant>((value) => typeof value === 'string' && readInstant(value) === value)

export const jobSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('bringOutlookInStep'), meetingId }),
  z.object({
    name: z.literal('lookAtOutlook'),
    meetingId,
    /** 0 is the first look, a minute after the booking; later ones follow a hint. */
    round: z.int().nonnegative(),
  }),
  z.object({ name: z.literal('guardVideo'), meetingId, round: z.int().nonnegative() }),
  z.object({ name: z.literal('keepWatch') }),
  z.object({ name: z.literal('compareWithOutlook') }),
  z.object({ name: z.literal('checkAudit') }),
  z.object({ name: z.literal(FOLLOW_CALENDARS) }),
  z.object({ name: z.literal('showMeeting'), meetingId }),
  z.object({ name: z.literal('showPlacement'), placementId }),
  z.object({ name: z.literal('countChances'), meetingId }),
  z.object({ name: z.literal('tellNoDelegate'), of: z.enum(['draft', 'placement']), id: z.string().min(1) }),
  z.object({ name: z.literal('tellRunningOut'), meetingId, left: z.enum(['few', 'none']) }),
  z.object({
    name: z.literal('sendReminder'),
    meetingId,
    person: personKey,
    kind: z.enum(REMINDER_KINDS),
    meetingStart: moment,
  }),
  /** Settles the time where the answers from outside suffice, or the hour for them has come. */
  z.object({ name: z.literal('settleHeldTimes'), meetingId }),
  /** Brings the calendars of those inside in step with the times that are held. */
  z.object({ name: z.literal('keepCalendarHolds'), meetingId }),
  z.object({ name: z.literal('sendLink'), meetingId, person: personKey, round: z.int().positive(), askedAt: moment }),
  /** To somebody who was asked by such a link, once the meeting is off. */
  z.object({ name: z.literal('sayItIsOff'), meetingId, person: personKey, round: z.int().positive() }),
  z.object({ name: z.literal(READ_MAILBOX) }),
  z.object({ name: z.literal('takeMail'), mailId: z.string().min(1).max(1000) }),
  z.object({ name: z.literal('tellOfMail'), mail: arrivedMailId, person: z.string().min(1) }),
  z.object({ name: z.literal('showMail'), mail: arrivedMailId }),
  z.object({ name: z.literal('showDraft'), draftId }),
  /** The times of a draft are worked out anew, since a brother's or sister's meeting has got another. */
  z.object({ name: z.literal('offerAgain'), draftId }),
  z.object({ name: z.literal('answerInOutlook'), meetingId, person: personKey, choice: z.enum(ANSWERS) }),
])

export type Job = z.infer<typeof jobSchema>
