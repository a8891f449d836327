/**
 * What the server answers, checked where it comes in. A tab that stays open for days may meet a server that has learnt
 * something new: then the page says so, instead of breaking in the middle. Checked is what the pages find their way by;
 * the small edition of zod keeps the first load light.
 */
import * as z from 'zod/mini'
import type { PreflightReport } from '../shared/preflight.ts'
import type {
  CalendarFileAnswer,
  ClosedAnswer,
  FollowUpsAnswer,
  ErrorAnswer,
  Me,
  MeetingAnswer,
  SyncAnswer,
  TimesAnswer,
} from '../shared/wire/tab-api.ts'
import type { MeetingsAnswer } from '../shared/wire/list-api.ts'
import { readInstant } from '../shared/dates/time.ts'

/** Reads an answer, or gives `null` for one that this tab does not know. */
export type Reader<Answer> = (raw: unknown) => Answer | null

export const reader =
  <Answer>(schema: z.ZodMiniType): Reader<Answer> =>
  (raw) => {
    const read = z.safeParse(schema, raw)
    return read.success ? (read.data as Answer) : null
  }

const moment = z.string().check(z.refine((text) => readInstant(text) !== null))
const slot = z.looseObject({ start: moment, end: moment })
const text = z.nullable(z.string())
const list = z.array(z.looseObject({}))

const row = {
  id: z.string(),
  ref: z.string(),
  kind: z.enum(['first', 'emergency', 'introduction', 'interval', 'duringReview', 'disruption']),
  placementType: text,
  basis: text,
  state: z.enum(['toArrange', 'arranging', 'arranged', 'held', 'cancelled']),
  slot: z.nullable(slot),
  deadline: z.nullable(z.looseObject({ at: moment, date: z.string(), working: list })),
  workingDaysLeft: z.nullable(z.number()),
  late: z.boolean(),
  caseReference: text,
  nextStep: z.enum([
    'answerQuestions',
    'chooseTime',
    'wait',
    'answer',
    'settleConcern',
    'hold',
    'finishMinutes',
    'none',
  ]),
  group: z.enum(['needsYou', 'thisWeek', 'waiting', 'done']),
  answered: z.looseObject({ of: z.number(), have: z.number() }),
}

const attendee = z.looseObject({ key: z.string(), role: z.string(), name: z.string(), part: z.string() })
const agendaItem = z.looseObject({ item: z.string(), title: z.string(), prompts: z.array(z.string()) })
const line = z.looseObject({ id: z.string(), title: z.string(), options: list })
const gap = z.looseObject({ at: z.looseObject({ kind: z.string(), id: z.string() }), words: z.string() })
const minutes = z.looseObject({
  attendance: z.looseObject({}),
  entries: list,
  items: z.looseObject({}),
  lines: z.looseObject({}),
})

const view = z.looseObject({
  ...row,
  version: z.number(),
  may: z.record(z.string(), z.boolean()),
  attendees: z.array(attendee),
  guests: list,
  agenda: z.array(agendaItem),
  offered: z.array(slot),
  clocks: list,
  chairsLines: z.array(line),
  recordLines: z.array(line),
  concerns: z.array(z.looseObject({ kind: z.string(), words: z.string(), choices: z.array(z.string()) })),
  questions: list,
  warnings: list,
  documents: list,
  minutes: z.nullable(minutes),
  gaps: z.array(gap),
  laterWords: list,
  guidance: list,
})

export const readMe = reader<Me>(
  z.looseObject({
    name: z.string(),
    email: z.string(),
    administrator: z.boolean(),
    now: moment,
    council: z.string(),
  }),
)
export const readMeetings = reader<MeetingsAnswer>(
  z.looseObject({
    meetings: z.array(z.looseObject(row)),
    counts: z.record(z.string(), z.number()),
    next: z.looseObject({}),
    all: z.number(),
    types: z.array(z.string()),
    now: moment,
  }),
)
export const readMeeting = reader<MeetingAnswer>(
  z.looseObject({ meeting: view, placement: z.looseObject({ asked: list }), now: moment }),
)
export const readTimes = reader<TimesAnswer>(
  z.looseObject({ offered: z.nullable(z.array(slot)), ways: z.optional(list) }),
)
export const readSync = reader<SyncAnswer>(
  z.looseObject({ update: z.string(), savedAt: z.nullable(moment), present: list, closed: z.boolean() }),
)
export const readClosed = reader<ClosedAnswer>(z.looseObject({ closed: z.boolean(), gaps: z.optional(z.array(gap)) }))
export const readPreflight = reader<PreflightReport>(
  z.looseObject({ checks: z.array(z.looseObject({ id: z.string(), outcome: z.string(), words: z.string() })) }),
)
export const readCalendarFile = reader<CalendarFileAnswer>(z.looseObject({ name: z.string(), text: z.string() }))
export const readFollowUps = reader<FollowUpsAnswer>(
  z.looseObject({ followUps: z.array(z.looseObject({ id: z.string(), words: z.string() })), now: moment }),
)
export const readError = reader<ErrorAnswer>(
  z.looseObject({ error: z.looseObject({ reason: z.string(), message: z.string() }) }),
)
