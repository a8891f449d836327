/**
 * What crosses the border between the tab and the server. What the tab sends is read with these schemas by the server;
 * what the server answers is typed by the views that it works out.
 */
import { z } from 'zod'
import type { CaseView } from '../placement/case-view.ts'
import type { Chances } from '../times/chances.ts'
import type { FollowUpRow } from '../record/follow-ups.ts'
import type { MeetingView } from '../meeting/meeting-view.ts'
import type { Gap } from '../record/minutes-gaps.ts'
import { ANSWERS, type OfferedSlot } from '../meeting/planning-meeting.ts'
import { CONCERN_CHOICES } from '../meeting/outlook-concerns.ts'
import { CASE_DATES } from '../deadlines/case-dates.ts'
import { INSTEAD } from '../people/changing-people.ts'
import { ROLES, VENUE_KINDS, type PersonKey, type Role } from '../placement/placement.ts'
import type { EventKey } from '../meeting/plan.ts'
import { readDate, readInstant, type Instant } from '../dates/time.ts'
import { WAYS, type WayOut } from '../times/ways-out.ts'

/** A moment with an offset, as the app writes it. */
export const instantSchema = z.string().transform((text, context) => {
  const read = readInstant(text)
  if (read) return read
  context.addIssue('ISO 8601 with an offset, such as 2026-12-18T17:30:00+00:00')
  return z.NEVER
})

/** `fosterCarer:1` */
export const personKey = z.templateLiteral([z.enum(ROLES), ':', z.int().positive()]) satisfies z.ZodType<PersonKey>

const version = z.number().int().nonnegative()
const reason = z.string().trim().min(1, 'a reason of 1 to 500 characters').max(500, 'a reason of 1 to 500 characters')

export const chooseTimeBody = z.strictObject({ version, start: instantSchema, lateReason: reason.optional() })
/** One of the ways out that were offered, as it was shown; `words` say who has agreed, or why it is late. */
export const wayChoice = { way: z.enum(WAYS), start: instantSchema }
export const wayBody = z.strictObject({ version, ...wayChoice, words: reason.optional(), reason: reason.optional() })
export const moveBody = z.strictObject({ version, start: instantSchema, reason, lateReason: reason.optional() })
export const cancelBody = z.strictObject({ version, reason })
/** Which of a meeting's concerns about Outlook, and what is to be done about it. */
export const concernChoice = {
  concern: z.string().max(40),
  event: z
    .string()
    .regex(/^(?:core|family:\d{1,2})$/, 'core, family:1 and so on, or null')
    .transform((key) => key as EventKey)
    .nullable()
    .default(null),
  /** Whom it is about, of a kind that there is once for each person. */
  who: z.string().max(320).nullable().default(null),
  choice: z.enum(CONCERN_CHOICES),
}
export const concernBody = z.strictObject({ version, ...concernChoice, reason: reason.optional() })
export const followUpBody = z.strictObject({ id: z.string().min(1).max(80), done: z.boolean() })
const line = z.string().trim().min(1).max(200)
/** Somebody is to come as well, or not any more; everything of it is decided by who they are. */
export const peopleBody = z.strictObject({
  version,
  reason,
  wish: z.discriminatedUnion('does', [
    z.strictObject({
      does: z.literal('add'),
      role: z.enum(ROLES),
      name: line,
      email: z.email().max(254).nullable().default(null),
      /** For the address of the placement; not said is not decided, which behaves as no (P-34). */
      cleared: z.boolean().optional(),
    }),
    z.strictObject({ does: z.literal('remove'), person: personKey, instead: z.enum(INSTEAD) }),
  ]),
})
export const venueBody = z.strictObject({ version, reason, venue: z.enum(VENUE_KINDS) })
export const sendNowBody = z.strictObject({ version })
export const answerBody = z.strictObject({ choice: z.enum(ANSWERS) })
/** What was answered, by question id. */
export const answersByQuestion = z
  .record(z.string().max(80), z.string().max(500))
  .refine((answers) => Object.keys(answers).length <= 40)

export const questionsBody = z.strictObject({
  version,
  answers: answersByQuestion,
})
const pastDay = z.string().transform((text, context) => {
  const read = readDate(text)
  if (read) return read
  context.addIssue('a day as YYYY-MM-DD')
  return z.NEVER
})
/** Days from which something runs; an empty one takes back what was given. */
export const datesBody = z.strictObject({
  dates: z.partialRecord(z.enum(CASE_DATES), z.union([z.literal(''), pastDay])),
})
const MOST_WORDS = 'words of up to 4000 characters'
/** What somebody says of a closed record. */
export const laterWordsBody = z.strictObject({
  version,
  who: z
    .string()
    .max(60)
    .transform((key) => key as PersonKey),
  on: pastDay,
  text: z.string().trim().min(1, MOST_WORDS).max(4000, MOST_WORDS),
})

/** Hold these times and ask those outside; stop it; or withdraw one person's link, with or without a new one. */
export const outsideBody = z.union([
  z.strictObject({ version, starts: z.array(instantSchema).min(1).max(3) }),
  z.strictObject({ version, stop: z.literal(true) }),
  z.strictObject({ version, person: personKey, again: z.boolean() }),
])

const base64 = z.base64().max(700_000, 'at most 500 kB of changes at once')
/** `update` is what the writer has and the server may lack, `stateVector` what the writer has; both Yjs's, in base64. */
export const syncBody = z.strictObject({
  stateVector: base64,
  update: base64.optional(),
  /** The agenda item that the writer is at, shown to the others. */
  at: z.string().max(40).optional(),
})
export type SyncBody = z.input<typeof syncBody>
export type SyncAnswer = {
  /** What the writer lacks. */
  update: string
  savedAt: Instant | null
  present: { name: string; at: string | null }[]
  closed: boolean
}

export type Me = {
  name: string
  email: string
  role: Role | null
  administrator: boolean
  now: Instant
  council: string
}
export type MeetingAnswer = { meeting: MeetingView; placement: CaseView; now: Instant }
/** `offered` is `null` while Outlook cannot be asked. */
export type TimesAnswer = { offered: OfferedSlot[] | null; ways: WayOut[]; chances: Chances | null }
export type FollowUpsAnswer = { followUps: FollowUpRow[]; now: Instant }
/** iCalendar, and a name to save it under. */
export type CalendarFileAnswer = { name: string; text: string }
export type ClosedAnswer = { closed: true } | { closed: false; gaps: Gap[] }

/** What every refusal looks like: a reason for the program, words for the person, and fields where fields are at fault. */
export type ErrorAnswer = {
  error: { reason: string; message: string; fields?: { field: string; problem: string; accepted: string }[] }
}
