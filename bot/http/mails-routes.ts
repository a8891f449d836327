/** What came by mail and waits for an officer, and that somebody has seen to it. */
import { Router } from 'express'
import type { ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import { listWaitingMails } from '../mailbox/list-waiting-mails.ts'
import type { MailboxPorts } from '../mailbox/ports.ts'
import { seeToMail } from '../mailbox/see-to-mail.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function mailsRoutes(ports: Pick<MailboxPorts, 'mailbox' | 'memory' | 'store' | 'clock'>): Router {
  const router = Router()
  router.get('/mails', async (_request, response) => {
    response.json(await listWaitingMails(readerOf(response), ports))
  })
  router.post('/mails/:id/seen', async (request, response) => {
    const reader = readerOf(response)
    const seen = await seeToMail(request.params.id as ArrivedMailId, reader, ports)
    if (!seen.ok) return sendError(response, seen.refusal.reason)
    response.json(await listWaitingMails(reader, ports))
  })
  return router
}
