/** The town as a whole: who lives there, what time it is, and starting over. */
import { z } from 'zod'
import { ROLES } from '../../../../shared/placement/placement.ts'
import { instant, type Instant } from '../../../../shared/dates/time.ts'
import { ask, tell } from './ask.ts'

export const moment = z.string().transform((text) => instant(text))

const townsperson = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  aadObjectId: z.string().nullable(),
  insideTenant: z.boolean(),
})
export type Townsperson = z.output<typeof townsperson>

const directory = z.object({ tenantId: z.string(), people: z.array(townsperson) })
export type Directory = z.output<typeof directory>

const clock = z.object({ now: moment })
const nextMeeting = z.object({ startsAt: moment.nullable() })
const signedIn = z.object({ accessToken: z.string() })

export const townApi = {
  directory: () => ask(directory, '/people'),
  now: async () => (await ask(clock, '/clock')).now,
  moveClock: async (to: Instant) => (await ask(clock, '/clock', { method: 'POST', body: { now: to } })).now,
  nextMeeting: async () => (await ask(nextMeeting, '/next-meeting')).startsAt,
  token: async (email: string) =>
    (await ask(signedIn, '/sign-in', { method: 'POST', body: { as: email } })).accessToken,
  reset: () => tell('/reset'),
}
