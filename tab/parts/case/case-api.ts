/** What is asked of the server about a placement as a whole. */
import * as z from 'zod/mini'
import type { FurtherAsk } from '../../../shared/meeting/further-meeting.ts'
import type {
  askedBody,
  caseAnswersBody,
  changeBody,
  FurtherAnswer,
  PlacementAnswer,
  placementOffBody,
  placementOnBody,
} from '../../../shared/wire/placement-api.ts'
import { reader } from '../../answers.ts'
import type { Api } from '../../api.ts'

const outcome = z.looseObject({ outcome: z.string() })
const settled = z.looseObject({ placement: z.looseObject({ id: z.string() }) })
const readFurther = reader<FurtherAnswer>(outcome)
const readPlacement = reader<PlacementAnswer>(settled)
const readAsked = reader<FurtherAnswer | PlacementAnswer>(z.union([outcome, settled]))

export const caseApi = (api: Api, placementId: string) => {
  const at = (what: string) => `/placements/${encodeURIComponent(placementId)}/${what}`
  return {
    askFurther: (ask: FurtherAsk) => api.post(readFurther, at('further'), ask),
    settleAsked: (body: z.input<typeof askedBody>) => api.post(readAsked, at('asked'), body),
    settleChange: (body: z.input<typeof changeBody>) => api.post(readPlacement, at('change'), body),
    answer: (body: z.input<typeof caseAnswersBody>) => api.post(readPlacement, at('answers'), body),
    cancel: (body: z.input<typeof placementOffBody>) => api.post(readPlacement, at('cancel'), body),
    goesAhead: (body: z.input<typeof placementOnBody>) => api.post(readPlacement, at('goes-ahead'), body),
  }
}
