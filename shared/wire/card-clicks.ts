/**
 * What comes back when somebody presses a button of a card: an opaque id, the version that the card showed, and what
 * its inputs held. Who may do it is looked up each time; nothing else in a press is believed.
 */
import { z } from 'zod'
import type { DraftId } from '../draft.ts'
import { ANSWERS, type MeetingId } from '../planning-meeting.ts'
import { atLondon, readDate, type Instant } from '../time.ts'
import { instantSchema } from './tab-api.ts'

const draftId = z.uuid().transform((id) => id as DraftId)
const meetingId = z.uuid().transform((id) => id as MeetingId)
const version = z.coerce.number().int().nonnegative()
/** Clients send back an input that was left empty as an empty text, or not at all. */
const words = z
  .string()
  .max(2_000)
  .transform((text) => text.trim() || undefined)
  .optional()
const moment = z.union([z.literal('').transform(() => undefined), instantSchema]).optional()
/** Of one meeting on a card that may hold several. */
const nth = z.coerce.number().int().min(0).max(9)

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
}
const MOST_MEETINGS = 10
const MOST_ANSWERS = 60
const OURS = /^(verb|draftId|meetingId|version|nth|lateReason|(time|ownDay|ownTime|moveReason|cancelReason|late)\.\d)$/
const AN_ANSWER = /^[A-Za-z][A-Za-z0-9.:]{0,59}$/

/** Everything else that a press holds: answers by question id. Empty ones were not answered. */
function answersIn(data: Record<string, unknown>): Record<string, string> | null {
  const given = Object.entries(data).filter(([key, value]) => !OURS.test(key) && value !== '' && value != null)
  const isAnswer = ([key, value]: [string, unknown]) =>
    AN_ANSWER.test(key) && typeof value === 'string' && value.length <= 2_000
  return given.length <= MOST_ANSWERS && given.every(isAnswer)
    ? (Object.fromEntries(given) as Record<string, string>)
    : null
}

const withAnswers = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).transform((data, context) => {
    const answers = answersIn(data as Record<string, unknown>)
    if (answers) return { ...data, answers }
    context.addIssue('answers by question id, as texts')
    return z.NEVER
  })

const ofDraft = { draftId, version }
const ofMeeting = { meetingId, version, nth }

const schedule = withAnswers({ verb: z.literal('schedule'), ...ofDraft, lateReason: words }).transform(
  (data, context) => {
    const chosen = Array.from({ length: MOST_MEETINGS }, (_, n) =>
      moment.safeParse((data as Record<string, unknown>)[inputs.time(n)]),
    )
    if (chosen.every(({ success }) => success)) {
      const { verb, draftId, version, lateReason, answers } = data
      return { verb, draftId, version, lateReason, answers, chosen: chosen.map((read) => read.data) }
    }
    context.addIssue('times as moments')
    return z.NEVER
  },
)

const preview = withAnswers({
  verb: z.literal('preview'),
  draftId: draftId.optional(),
  version: version.optional(),
}).transform(({ verb, draftId, version, answers }) => ({ verb, draftId, version, answers }))

const answerQuestions = withAnswers({ verb: z.literal('answerQuestions'), ...ofMeeting }).transform(
  ({ verb, meetingId, version, answers }) => ({ verb, meetingId, version, answers }),
)

/** The time that was picked, or else the one that was typed; the words that belong to the same meeting. */
const aboutTime = <const Verb extends 'chooseTime' | 'move' | 'cancelMeeting'>(verb: Verb) =>
  z.looseObject({ verb: z.literal(verb), ...ofMeeting }).transform((data, context) => {
    const input = (id: string): unknown => (data as Record<string, unknown>)[id]
    const read = z.object({ picked: moment, late: words, moveReason: words, cancelReason: words }).safeParse({
      picked: input(inputs.time(data.nth)),
      late: input(inputs.late(data.nth)),
      moveReason: input(inputs.moveReason(data.nth)),
      cancelReason: input(inputs.cancelReason(data.nth)),
    })
    if (!read.success) {
      context.addIssue('a time and words')
      return z.NEVER
    }
    const { picked, late, moveReason, cancelReason } = read.data
    return {
      verb: data.verb,
      meetingId: data.meetingId,
      version: data.version,
      start: ownTime(input(inputs.ownDay(data.nth)), input(inputs.ownTime(data.nth))) ?? picked,
      lateReason: late,
      reason: verb === 'cancelMeeting' ? cancelReason : moveReason,
    }
  })

/** A day and a time of the clock in London, as the card's own inputs give them. */
function ownTime(day: unknown, time: unknown): Instant | undefined {
  const date = typeof day === 'string' ? readDate(day) : null
  return date && typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? atLondon(date, time) : undefined
}

const clickSchema = z.union([
  schedule,
  preview,
  answerQuestions,
  z.object({ verb: z.enum(['change', 'cancel', 'showDraft']), ...ofDraft }),
  z.object({ verb: z.enum(['times', 'showMeeting']), meetingId }),
  z.object({ verb: z.literal('answer'), meetingId, choice: z.enum(ANSWERS) }),
  aboutTime('chooseTime'),
  aboutTime('move'),
  aboutTime('cancelMeeting'),
])
export type CardClick = z.infer<typeof clickSchema>
export type Verb = CardClick['verb']
export type ClickOn<V extends Verb> = Extract<CardClick, { verb: V }>

/** `null` for whatever no card of ours sends. */
export function readCardClick(data: unknown): CardClick | null {
  const read = clickSchema.safeParse(data)
  return read.success ? read.data : null
}
