/** What is asked of the server while a meeting is got ready. */
import type { z } from 'zod'
import type { documentBody } from '../../../shared/wire/preparation-api.ts'
import { readMeeting } from '../../answers.ts'
import type { Api } from '../../api.ts'

export const preparationApi = (api: Api, meetingId: string) => {
  const at = (what: string) => `/meetings/${encodeURIComponent(meetingId)}/${what}`
  return {
    markDocument: (body: z.input<typeof documentBody>) => api.post(readMeeting, at('documents'), body),
  }
}
