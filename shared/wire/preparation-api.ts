/** What the tab sends when people get a meeting ready. */
import { z } from 'zod'
import { READINESS } from '../readiness.ts'

/** `null` takes back what was said of it. */
export const documentBody = z.strictObject({ document: z.string().min(1).max(60), is: z.enum(READINESS).nullable() })
