/** What is asked of the server while a meeting is got ready. */
import type { z } from 'zod'
import type {
  contributionBody,
  documentBody,
  proposeBody,
  settleItemBody,
} from '../../../shared/wire/preparation-api.ts'
import { readMeeting } from '../../answers.ts'
import type { Api } from '../../api.ts'

export const preparationApi = (api: Api, meetingId: string) => {
  const at = (what: string) => `/meetings/${encodeURIComponent(meetingId)}/${what}`
  return {
    contribute: (body: z.input<typeof contributionBody>) => api.post(readMeeting, at('contributions'), body),
    propose: (body: z.input<typeof proposeBody>) => api.post(readMeeting, at('items'), body),
    settleItem: (body: z.input<typeof settleItemBody>) => api.post(readMeeting, at('items/settle'), body),
    markDocument: (body: z.input<typeof documentBody>) => api.post(readMeeting, at('documents'), body),
  }
}
