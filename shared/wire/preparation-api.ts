/** What the tab sends when people get a meeting ready. */
import { z } from 'zod'
import { CAME_IN } from '../contributions.ts'
import { READINESS } from '../readiness.ts'
import { personKey } from './tab-api.ts'

/** `null` takes back what was said of it. */
export const documentBody = z.strictObject({ document: z.string().min(1).max(60), is: z.enum(READINESS).nullable() })

const WORDS = 'words of up to 4000 characters'
/** The sender's own views, or those of somebody else as a worker was told them. */
export const contributionBody = z.strictObject({
  text: z.string().trim().min(1, WORDS).max(4000, WORDS),
  for: z.strictObject({ who: personKey, via: z.enum(CAME_IN) }).optional(),
})
