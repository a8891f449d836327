/** Presses that are about a placement as a whole, and not about one of its meetings: by its id, looked up each time. */
import { z } from 'zod'
import { ASK_REASONS, DECISIONS, momentFor, type AskReason, type FurtherAsk } from '../meeting/further-meeting.ts'
import type { PlacementId } from '../meeting/planning-meeting.ts'
import { dayAndTime } from './day-and-time.ts'

/** Inputs of the form for a further meeting. */
export const furtherInputs = {
  reference: 'reference',
  reason: 'reason',
  day: 'onDay',
  time: 'onTime',
  fromDay: 'fromDay',
  fromTime: 'fromTime',
  words: 'words',
  decision: 'decision',
  earlier: (n: number, what: 'fromDay' | 'fromTime' | 'toDay' | 'toTime') => `earlier.${n}.${what}`,
}
/** Inputs about the placement as a whole. */
export const caseInputs = { reason: 'placementReason' } as const
/** More earlier times than this are put in one after the other. */
export const MOST_EARLIER = 2

export const placementId = z.uuid().transform((id) => id as PlacementId)
const version = z.coerce.number().int().nonnegative()
const askedId = z.uuid()
const reason = z.enum(ASK_REASONS)
/** Clients send back an input that was left empty as an empty text, or not at all. */
const words = z
  .string()
  .max(2_000)
  .transform((text) => text.trim() || undefined)
  .optional()
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

const askMeeting = z
  .looseObject({
    verb: z.literal('askMeeting'),
    placementId,
    reason,
    askedId: orNothing(askedId),
    words,
    decision: orNothing(z.enum(DECISIONS)),
  })
  .transform((data) => {
    const { verb, placementId, reason, askedId, words, decision } = data
    return {
      verb,
      placementId,
      ...(askedId && { askedId }),
      ask: { ...momentsIn(data, reason), reason, ...(words && { words }), ...(decision && { decision }) },
    }
  })

function momentsIn(data: Record<string, unknown>, reason: AskReason): Pick<FurtherAsk, 'at' | 'from' | 'earlier'> {
  const moment = (of: AskReason, dayId: string, timeId: string) => {
    const { day, time } = dayAndTime(data[dayId], data[timeId])
    return momentFor(of, day, time)
  }
  const { day, time, fromDay, fromTime, earlier } = furtherInputs
  const at = moment(reason, day, time)
  if (reason !== 'missing') return at ? { at } : {}
  const from = moment(reason, fromDay, fromTime)
  const before = Array.from({ length: MOST_EARLIER }, (_, n) => n)
    .filter((n) => EARLIER_PARTS.some((part) => data[earlier(n, part)]))
    .map((n) => ({
      from: moment(reason, earlier(n, 'fromDay'), earlier(n, 'fromTime')),
      to: moment(reason, earlier(n, 'toDay'), earlier(n, 'toTime')),
    }))
  return { ...(at && { at }), ...(from && { from }), ...(before.length > 0 && { earlier: before }) }
}
const EARLIER_PARTS = ['fromDay', 'fromTime', 'toDay', 'toTime'] as const

export const caseClicks = [
  z.object({ verb: z.enum(['takeChange', 'leaveChange']), placementId, version }),
  z.object({
    verb: z.literal('furtherForm'),
    placementId: orNothing(placementId),
    reference: words,
    reason: orNothing(reason),
  }),
  askMeeting,
  z.object({ verb: z.enum(['callAsked', 'declineAsked']), placementId, askedId }),
  z.object({ verb: z.literal('showCase'), placementId }),
  z
    .object({ verb: z.literal('cancelPlacement'), placementId, version, [caseInputs.reason]: words })
    .transform(({ verb, placementId, version, [caseInputs.reason]: reason }) => ({
      verb,
      placementId,
      version,
      reason,
    })),
  z.object({ verb: z.literal('keepPlacement'), placementId, version }),
] as const
