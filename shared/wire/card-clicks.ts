/**
 * What comes back when somebody presses a button of a card: an opaque id, the version that the card showed, and what
 * its inputs held. Who may do it is looked up each time; nothing else in a press is believed.
 */
import { z } from 'zod'
import type { ArrivedMailId } from '../letters/arrived-mail.ts'
import { FORM_ROLES, startAnswer } from '../placement/confirmation-form.ts'
import type { DraftId } from '../placement/draft.ts'
import { ROLES, VENUE_KINDS } from '../placement/placement.ts'
import { ANSWERS, type MeetingId } from '../meeting/planning-meeting.ts'
import { atLondon, type Instant } from '../dates/time.ts'
import { caseClicks, placementId } from './case-clicks.ts'
import { dayAndTime } from './day-and-time.ts'
import { concernChoice, instantSchema, personKey, wayChoice } from './tab-api.ts'

/** Inputs that are not answers to questions; the number says which of a card's meetings they belong to. */
export const inputs = {
  lateReason: 'lateReason',
  /** `time.0`: one of the times offered. */
  time: (n: number) => `time.${n}`,
  ownDay: (n: number) => `ownDay.${n}`,
  ownTime: (n: number) => `ownTime.${n}`,
  moveReason: (n: number) => `moveReason.${n}`,
  cancelReason: (n: number) => `cancelReason.${n}`,
  late: (n: number) => `late.${n}`,
  /** Of one of the meeting's concerns. */
  addRole: (n: number) => `addRole.${n}`,
  addName: (n: number) => `addName.${n}`,
  addEmail: (n: number) => `addEmail.${n}`,
  addCleared: (n: number) => `addCleared.${n}`,
  leaving: (n: number) => `leaving.${n}`,
  venue: (n: number) => `venue.${n}`,
  editReason: (n: number) => `editReason.${n}`,
  concernReason: (n: number, ith: number) => `concernReason.${n}.${ith}`,
}
const OURS =
  /^(verb|draftId|meetingId|placementId|version|nth|concern|ith|event|who|choice|way|start|form|outsideFirst|startDay|startTime|lateReason|placementReason|(time|ownDay|ownTime|moveReason|cancelReason|late|addRole|addName|addEmail|addCleared|leaving|venue|editReason)\.\d|concernReason\.\d\.\d\d?)$/

const PEOPLE = 'people:'

const draftId = z.uuid().transform((id) => id as DraftId)
const meetingId = z.uuid().transform((id) => id as MeetingId)
const mailId = z.uuid().transform((id) => id as ArrivedMailId)
const version = z.coerce.number().int().nonnegative()
/** Clients send back an input that was left empty as an empty text, or not at all. */
const words = z
  .string()
  .max(2_000)
  .transform((text) => text.trim() || undefined)
  .optional()
const moment = z.union([z.literal('').transform(() => undefined), instantSchema]).optional()
const nth = z.coerce.number().int().min(0).max(9)
const MOST_MEETINGS = 10

const ofDraft = { draftId, version }
const ofMeeting = { meetingId, version, nth }

const MOST_ANSWERS = 60
const AN_ANSWER = /^[A-Za-z][A-Za-z0-9.:]{0,59}$/

/** Everything that is not ours is an answer, by question id. Empty ones were not answered. */
function answersIn(data: Record<string, unknown>): Record<string, string> | null {
  const given = Object.entries(data).filter(([key, value]) => !OURS.test(key) && value !== '' && value != null)
  const answers = given.filter(
    (entry): entry is [string, string] =>
      AN_ANSWER.test(entry[0]) && typeof entry[1] === 'string' && entry[1].length <= 2_000,
  )
  return answers.length === given.length && given.length <= MOST_ANSWERS ? Object.fromEntries(answers) : null
}

/** A press whose inputs are answers; `data` is all of it. */
const withAnswers = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).transform((data, context) => {
    const answers = answersIn(data)
    if (answers) return { data, answers }
    context.addIssue('answers by question id, as texts')
    return z.NEVER
  })

/** Pressed on a way out, it says which, and of which of the draft's meetings. */
const schedule = withAnswers({
  verb: z.literal('schedule'),
  ...ofDraft,
  lateReason: words,
  nth: nth.optional(),
  way: wayChoice.way.optional(),
  start: wayChoice.start.optional(),
  /** Those outside are asked before anything is booked. */
  outsideFirst: z.literal(1).optional(),
}).transform(({ data, answers }, context) => {
  const read = Array.from({ length: MOST_MEETINGS }, (_, n) => moment.safeParse(data[inputs.time(n)]))
  if (read.every(({ success }) => success)) {
    const { verb, draftId, version, lateReason, nth, way, start, outsideFirst } = data
    const wayOut = way && start && nth !== undefined ? { nth, way, start } : undefined
    const chosen = read.map((one) => one.data)
    return { verb, draftId, version, lateReason, answers, chosen, wayOut, outsideFirst: outsideFirst === 1 }
  }
  context.addIssue('times as moments')
  return z.NEVER
})

const preview = withAnswers({
  verb: z.literal('preview'),
  draftId: draftId.optional(),
  version: version.optional(),
  /** Sent by the form, where a line that was left empty names nobody. */
  form: z.literal(1).optional(),
}).transform(({ data, answers }) => {
  const isPerson = (id: string) => id.startsWith(PEOPLE)
  const named = Object.entries(answers).filter(([id]) => isPerson(id))
  const { startDay, startTime } = data as Record<string, unknown>
  const startsAt = startAnswer(startDay, startTime)
  return {
    verb: data.verb,
    draftId: data.draftId,
    version: data.version,
    answers: {
      ...Object.fromEntries(Object.entries(answers).filter(([id]) => !isPerson(id))),
      ...(startsAt && { 'placement.startsAt': startsAt }),
    },
    /** By role, whoever has it, in words; none for nobody. */
    people: {
      ...(data.form && Object.fromEntries(FORM_ROLES.map((role) => [role, '']))),
      ...Object.fromEntries(named.map(([id, said]) => [id.slice(PEOPLE.length), said])),
    },
  }
})

const answerCase = withAnswers({ verb: z.literal('answerCase'), placementId, version }).transform(
  ({ data: { verb, placementId, version }, answers }) => ({ verb, placementId, version, answers }),
)

const answerQuestions = withAnswers({ verb: z.literal('answerQuestions'), ...ofMeeting }).transform(
  ({ data: { verb, meetingId, version }, answers }) => ({ verb, meetingId, version, answers }),
)

/** The time that was typed, or else the one that was picked; the words that belong to the same meeting. */
const aboutTime = <const Verb extends 'chooseTime' | 'move' | 'cancelMeeting'>(verb: Verb) =>
  z.looseObject({ verb: z.literal(verb), ...ofMeeting }).transform((data, context) => {
    const { meetingId, version, nth } = data
    const input = (id: string): unknown => (data as Record<string, unknown>)[id]
    const read = z.object({ picked: moment, late: words, reason: words }).safeParse({
      picked: input(inputs.time(nth)),
      late: input(inputs.late(nth)),
      reason: input(verb === 'cancelMeeting' ? inputs.cancelReason(nth) : inputs.moveReason(nth)),
    })
    if (!read.success) {
      context.addIssue('a time and words')
      return z.NEVER
    }
    const { picked, late, reason } = read.data
    const start = ownTime(input(inputs.ownDay(nth)), input(inputs.ownTime(nth))) ?? picked
    return { verb, meetingId, version, start, lateReason: late, reason }
  })

/** A day and a time of the clock in London, as the card's own inputs give them. */
function ownTime(day: unknown, time: unknown): Instant | undefined {
  const given = dayAndTime(day, time)
  return given.day && given.time ? atLondon(given.day, given.time) : undefined
}

const chooseWay = z
  .looseObject({ verb: z.literal('chooseWay'), ...ofMeeting, ...wayChoice })
  .transform((data, context) => {
    const { verb, meetingId, version, nth, way, start } = data
    const input = (id: string) => words.safeParse((data as Record<string, unknown>)[id])
    const [late, why] = [input(inputs.late(nth)), input(inputs.moveReason(nth))]
    if (late.success && why.success) return { verb, meetingId, version, way, start, words: late.data, reason: why.data }
    context.addIssue('a reason in words')
    return z.NEVER
  })

const settleConcern = z
  .looseObject({
    verb: z.literal('settleConcern'),
    ...ofMeeting,
    ith: z.coerce.number().int().min(0).max(99).default(0),
    ...concernChoice,
  })
  .transform((data, context) => {
    const { verb, meetingId, version, nth, ith, concern, event, who, choice } = data
    const reason = words.safeParse((data as Record<string, unknown>)[inputs.concernReason(nth, ith)])
    if (reason.success) return { verb, meetingId, version, kind: concern, event, who, choice, reason: reason.data }
    context.addIssue('a reason in words')
    return z.NEVER
  })

const blank = z.literal('').transform(() => undefined)
const editInputs = z.object({
  reason: words,
  role: z.union([blank, z.enum(ROLES)]).optional(),
  name: words,
  email: z.union([blank, z.email().max(254)]).optional(),
  cleared: z.enum(['', 'no', 'yes']).optional(),
  leaving: z.union([blank, personKey]).optional(),
  venue: z.union([blank, z.enum(VENUE_KINDS)]).optional(),
})

/** Who comes, and where: what belongs to the button that was pressed, and the reason. */
const editMeeting = z
  .looseObject({ verb: z.enum(['addPerson', 'removePerson', 'changeVenue', 'sendNow']), ...ofMeeting })
  .transform((data, context) => {
    const { verb, meetingId, version, nth } = data
    const input = (id: string): unknown => (data as Record<string, unknown>)[id]
    const read = editInputs.safeParse({
      reason: input(inputs.editReason(nth)),
      role: input(inputs.addRole(nth)),
      name: input(inputs.addName(nth)),
      email: input(inputs.addEmail(nth)),
      cleared: input(inputs.addCleared(nth)),
      leaving: input(inputs.leaving(nth)),
      venue: input(inputs.venue(nth)),
    })
    if (!read.success) {
      context.addIssue('people and places')
      return z.NEVER
    }
    const { reason, role, name, email, cleared, leaving, venue } = read.data
    const added =
      role && name
        ? { does: 'add' as const, role, name, email: email ?? null, ...(cleared && { cleared: cleared === 'yes' }) }
        : null
    const removed = leaving ? { does: 'remove' as const, person: leaving, instead: 'contribute' as const } : null
    const wish = verb === 'addPerson' ? added : verb === 'removePerson' ? removed : null
    return { verb, meetingId, version, reason, wish, venue }
  })

const clickSchema = z.union([
  schedule,
  preview,
  answerQuestions,
  answerCase,
  z.object({ verb: z.enum(['change', 'cancel', 'showDraft']), ...ofDraft }),
  z.object({ verb: z.literal('newForm') }),
  /** Sent by a line that stands for a card: it is shown, or what is true of it. */
  z.object({
    verb: z.literal('findCard'),
    kind: z.enum(['draft', 'meeting', 'attendee']),
    subjectId: z.uuid(),
    postedAt: instantSchema,
  }),
  z.object({ verb: z.literal('seeToMail'), mailId }),
  z.object({ verb: z.enum(['askOutside', 'stopAsking']), meetingId, version }),
  z.object({ verb: z.literal('times'), meetingId }),
  z.object({ verb: z.literal('answer'), meetingId, choice: z.enum(ANSWERS) }),
  aboutTime('chooseTime'),
  aboutTime('move'),
  aboutTime('cancelMeeting'),
  chooseWay,
  settleConcern,
  ...caseClicks,
  editMeeting,
])
export type CardClick = z.infer<typeof clickSchema>
export type Verb = CardClick['verb']
export type ClickOn<V extends Verb> = Extract<CardClick, { verb: V }>

/** `null` for whatever no card of ours sends. */
export function readCardClick(data: unknown): CardClick | null {
  const read = clickSchema.safeParse(data)
  return read.success ? read.data : null
}
