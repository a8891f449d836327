/** Which meetings of the list are asked for: in the body of a request, for what somebody looks for may be a name. */
import { z } from 'zod'
import type { Instant } from '../dates/time.ts'
import { ALL_FILTERS, ROW_GROUPS, type ListPage } from '../meeting/meeting-list.ts'

const WORDS = 'at most 100 characters'
const place = z.strictObject({ at: z.string().max(40), ref: z.string().max(20) })
export const listBody = z.strictObject({
  words: z.string().max(100, WORDS).optional(),
  filter: z.enum(ALL_FILTERS).optional(),
  further: z.strictObject({ group: z.enum(ROW_GROUPS), after: place }).optional(),
})
export type MeetingsAnswer = ListPage & { now: Instant }
