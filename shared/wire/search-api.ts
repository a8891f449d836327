/** What is looked for: in the body of a request, since addresses are kept by whatever stands on the way. */
import { z } from 'zod'
import { SHORTEST } from '../meeting/found-words.ts'
import type { Found } from '../meeting/search.ts'
import type { Instant } from '../dates/time.ts'

const WORDS = `${SHORTEST} to 100 characters`
export const searchBody = z.strictObject({ words: z.string().trim().min(SHORTEST, WORDS).max(100, WORDS) })
export type SearchAnswer = { found: Found[]; more: boolean; now: Instant }
