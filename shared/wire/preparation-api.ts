/** What the tab sends when people get a meeting ready. */
import { z } from 'zod'
import { CAME_IN } from '../agenda/contributions.ts'
import { LONGEST_TITLE } from '../agenda/proposed-items.ts'
import { READINESS } from '../agenda/readiness.ts'
import { personKey } from './tab-api.ts'

/** `null` takes back what was said of it. */
export const documentBody = z.strictObject({ document: z.string().min(1).max(60), is: z.enum(READINESS).nullable() })

const WORDS = 'words of up to 4000 characters'
/** The sender's own views, or those of somebody else as a worker was told them. */
export const contributionBody = z.strictObject({
  text: z.string().trim().min(1, WORDS).max(4000, WORDS),
  for: z.strictObject({ who: personKey, via: z.enum(CAME_IN) }).optional(),
})

const TITLE = `a title of up to ${LONGEST_TITLE} characters`
const REASON = 'a reason of 1 to 500 characters'
export const proposeBody = z.strictObject({
  title: z.string().trim().min(1, TITLE).max(LONGEST_TITLE, TITLE),
  why: z.string().trim().min(1, REASON).max(500, REASON),
})
const item = z.string().regex(/^X-[A-Za-z0-9]{1,80}$/)
/** Something that is proposed or carried over is put on the agenda, or parked with a reason. */
export const settleItemBody = z.discriminatedUnion('as', [
  z.strictObject({ item, as: z.literal('taken') }),
  z.strictObject({ item, as: z.literal('parked'), why: z.string().trim().min(1, REASON).max(500, REASON) }),
])
