/** What is asked of the server about confirmations on their way in. */
import * as z from 'zod/mini'
import type {
  CaseAnswer,
  changeDraftBody,
  dismissDraftBody,
  DraftAnswer,
  fileBody,
  formBody,
  FoundAnswer,
  pastedBody,
  scheduleDraftBody,
} from '../../../shared/wire/drafts-api.ts'
import { reader } from '../../answers.ts'
import type { Api } from '../../api.ts'

const list = z.array(z.looseObject({}))
const readFound = reader<FoundAnswer>(z.looseObject({ found: z.array(z.looseObject({ is: z.string() })) }))
const readDraft = reader<DraftAnswer>(
  z.looseObject({
    draft: z.looseObject({
      id: z.string(),
      version: z.number(),
      state: z.enum(['open', 'confirmed', 'dismissed']),
      meetings: list,
      questions: list,
      read: list,
      arranged: list,
    }),
  }),
)
const readCase = reader<CaseAnswer>(z.looseObject({ case: z.looseObject({ placement: z.looseObject({}) }) }))

export const bringIn = (api: Api) => ({
  pasted: (body: z.input<typeof pastedBody>) => api.post(readFound, '/drafts', body),
  file: (body: z.input<typeof fileBody>) => api.post(readFound, '/drafts/file', body),
  form: (body: z.input<typeof formBody>) => api.post(readFound, '/drafts/form', body),
  caseOf: (placementId: string) => api.get(readCase, `/placements/${encodeURIComponent(placementId)}`),
})

export const draftApi = (api: Api, draftId: string) => {
  const at = (what = '') => `/drafts/${encodeURIComponent(draftId)}${what}`
  return {
    show: () => api.get(readDraft, at()),
    change: (body: z.input<typeof changeDraftBody>) => api.post(readDraft, at('/change'), body),
    schedule: (body: z.input<typeof scheduleDraftBody>) => api.post(readDraft, at('/schedule'), body),
    dismiss: (body: z.input<typeof dismissDraftBody>) => api.post(readDraft, at('/dismiss'), body),
  }
}
