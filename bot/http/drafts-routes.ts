/**
 * The tab as a door for confirmations: a text or a form comes in, and becomes drafts that are looked at, answered and
 * scheduled, by the same use cases as in chat. What was pasted is in the body of one request, and nowhere else.
 */
import { Router, type Request, type Response } from 'express'
import type { DraftId } from '../../shared/placement/draft.ts'
import type { PlacementId } from '../../shared/meeting/planning-meeting.ts'
import {
  changeDraftBody,
  dismissDraftBody,
  fileBody,
  formBody,
  LONGEST_TEXT,
  pastedBody,
  scheduleDraftBody,
  type CaseAnswer,
  type DraftAnswer,
  type FoundAnswer,
} from '../../shared/wire/drafts-api.ts'
import { changeDraft } from '../meetings/change-draft.ts'
import { confirmPlacement } from '../meetings/confirm-placement.ts'
import { dismissDraft } from '../meetings/dismiss-draft.ts'
import { enterConfirmation } from '../meetings/enter-confirmation.ts'
import { showDraftJob } from '../meetings/outlook-jobs.ts'
import type { Ports } from '../meetings/ports.ts'
import { foundIn, showCase, showDraft } from '../meetings/show-draft.ts'
import { takeMessage, takeReading, type Taken, type TakenMessage } from '../meetings/take-confirmation.ts'
import { readFile } from '../mailbox/read-file.ts'
import { sendDraftRefusal } from './draft-refusals.ts'
import { readBody } from './read-body.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function draftsRoutes(ports: Ports): Router {
  const router = Router()
  const { clock, store } = ports

  router.post('/drafts', async (request, response) => {
    const body = readBody(pastedBody, request, response)
    if (!body) return
    if (body.text.length > LONGEST_TEXT) return sendDraftRefusal(response, 'tooLong')
    await sendTaken(await takeMessage(body.text, readerOf(response), 'tab', ports), response)
  })

  router.post('/drafts/file', async (request, response) => {
    const body = readBody(fileBody, request, response)
    if (!body) return
    const reader = readerOf(response)
    // A mail says itself when and from whom it came; of anything else it is as if it had been pasted.
    const facts = body.kind === 'mail' ? { received: null, from: null } : { received: clock.now(), from: reader }
    const read = await readFile(Buffer.from(body.file, 'base64'), body.kind, facts)
    if (read.is === 'refused') return sendTaken({ verdict: 'confirmation', taken: [], refused: read.refused }, response)
    if (read.is !== 'read') return sendDraftRefusal(response, read.is)
    await sendTaken(await takeReading(read.reading, read.source, reader, 'file', ports), response)
  })

  router.post('/drafts/form', async (request, response) => {
    const body = readBody(formBody, request, response)
    if (!body) return
    const entered = await enterConfirmation(body, readerOf(response), ports, 'tab')
    if (entered.ok) await sendFound([entered.value], response)
    else sendDraftRefusal(response, 'answerNotUnderstood', entered.refusal.detail)
  })

  router.get('/drafts/:id', async (request, response) => sendDraft(idOf(request), response))

  router.post('/drafts/:id/change', async (request, response) => {
    const body = readBody(changeDraftBody, request, response)
    if (!body) return
    const changed = await changeDraft({ draftId: idOf(request), ...body }, readerOf(response), ports)
    if (!changed.ok) return sendDraftRefusal(response, changed.reason, changed.detail)
    await tellChat(idOf(request))
    await sendDraft(idOf(request), response)
  })

  router.post('/drafts/:id/schedule', async (request, response) => {
    const body = readBody(scheduleDraftBody, request, response)
    if (!body) return
    const draftId = idOf(request)
    const reader = readerOf(response)
    if (!(await showDraft(draftId, reader, ports)).ok) return sendDraftRefusal(response, 'gone')
    const chosen = body.chosen.map((start) => start ?? undefined)
    const confirmed = await confirmPlacement({ draftId, ...body, chosen }, reader, ports)
    if (confirmed.ok) return sendDraft(draftId, response, confirmed.value.already === true)
    // What was answered is kept all the same.
    if (confirmed.draft && confirmed.draft.version !== body.version) await tellChat(draftId)
    sendDraftRefusal(response, confirmed.reason, confirmed.detail)
  })

  router.post('/drafts/:id/dismiss', async (request, response) => {
    const body = readBody(dismissDraftBody, request, response)
    if (!body) return
    const reader = readerOf(response)
    const shown = await showDraft(idOf(request), reader, ports)
    if (shown.ok && shown.value.state === 'open' && shown.value.version !== body.version)
      return sendDraftRefusal(response, 'stale')
    const dismissed = await dismissDraft(idOf(request), reader, ports)
    if (!dismissed.ok) return sendDraftRefusal(response, dismissed.refusal.reason)
    await tellChat(idOf(request))
    await sendDraft(idOf(request), response)
  })

  router.get('/placements/:id', async (request, response) => {
    const shown = await showCase(request.params.id as PlacementId, readerOf(response), ports)
    if (!shown.ok) return sendError(response, 'gone')
    response.json({ case: shown.value, now: clock.now() } satisfies CaseAnswer)
  })

  async function sendTaken({ verdict, taken, refused }: TakenMessage, response: Response) {
    if (refused) {
      const why = refused.what === 'record' ? 'brokenRecord' : 'brokenConfirmation'
      return sendDraftRefusal(response, why, undefined, refused.faults)
    }
    if (taken.length === 0)
      return sendDraftRefusal(response, verdict === 'suspicious' ? 'suspicious' : 'noConfirmation')
    await sendFound(taken, response)
  }

  async function sendFound(taken: Taken[], response: Response) {
    const found = taken.map((one) => foundIn(one, readerOf(response)))
    for (const one of taken) if (one.kind === 'draft' && one.seenBefore) await tellChat(one.draft.id)
    response.json({ found, now: clock.now() } satisfies FoundAnswer)
  }

  async function sendDraft(id: DraftId, response: Response, already = false) {
    const shown = await showDraft(id, readerOf(response), ports)
    if (!shown.ok) return sendDraftRefusal(response, shown.refusal.reason)
    response.json({ draft: shown.value, ...(already && { already }), now: clock.now() } satisfies DraftAnswer)
  }

  /** The same draft may stand on a card: it follows what was done here. */
  const tellChat = (id: DraftId) => store.save({ jobs: [showDraftJob(id)] })

  return router
}

const idOf = (request: Request) => request.params['id'] as DraftId
