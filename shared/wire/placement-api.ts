/** What the tab and other systems send about a placement as a whole, and what comes back. */
import { z } from 'zod'
import { ASK_REASONS, DECISIONS, type FurtherAsk } from '../meeting/further-meeting.ts'
import type { WaitingCase } from '../placement/waiting-case.ts'
import { answersByQuestion, instantSchema } from './tab-api.ts'

const version = z.number().int().nonnegative()

const episode = z.strictObject({ from: instantSchema, to: instantSchema })
export const furtherBody = z
  .strictObject({
    reason: z.enum(ASK_REASONS),
    /** When it happened, when the child returned, the day agreed, or when the review is. */
    at: instantSchema.optional(),
    /** Of a time of being missing: when it began. */
    from: instantSchema.optional(),
    earlier: z.array(episode).max(20).optional(),
    words: z.string().trim().min(1).max(500).optional(),
    decision: z.enum(DECISIONS).optional(),
  })
  .transform((body) => body as FurtherAsk)
export const askedBody = z.strictObject({
  askedId: z.uuid(),
  open: z.boolean(),
  decision: z.enum(DECISIONS).optional(),
})
export const changeBody = z.strictObject({ version, take: z.boolean() })

/** By question id, as on a meeting. */
export const caseAnswersBody = z.strictObject({ version, answers: answersByQuestion })

export const placementOffBody = z.strictObject({ version, reason: z.string().trim().min(1).max(500) })
export const placementOnBody = z.strictObject({ version })

type Opened = { id: string; ref: string; state: string }
export type FurtherAnswer =
  | { outcome: 'called' | 'known'; meetings: Opened[] }
  | { outcome: 'recorded' | 'undecided'; counted: string }
  | { outcome: 'waits' }
/** The placement as it is now, with all its meetings. */
export type WaitingAnswer = { waiting: WaitingCase[] }
export type PlacementAnswer = { placement: { id: string; version: number; meetings: Opened[] } }
