/** Lets a mail from outside arrive: typed in, or as the source of an e-mail. */
import { Router } from 'express'
import { z } from 'zod'
import { messageJson } from '../graph/message-json.ts'
import { arrive, readEml } from '../outlook/arriving.ts'
import { keptHtml } from '../outlook/words.ts'
import { nameFor } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { mailboxInside } from './mailbox-named.ts'
import { readBody } from './refusal.ts'

const typedForm = z.strictObject({
  from: z.email(),
  subject: z.string(),
  text: z.string(),
  authenticated: z.boolean().default(true),
})
const sourceForm = z.strictObject({ eml: z.string().min(1), authenticated: z.boolean().default(true) })
const arrivingForm = z.union([typedForm, sourceForm], {
  error: 'give "from", "subject" and "text", or the source of an e-mail as "eml"',
})

export function arrivingRoutes(tenant: Tenant): Router {
  const router = Router()
  router.post('/outlook/:mailbox/messages', async (request, response) => {
    const mailbox = mailboxInside(request.params.mailbox)
    const form = readBody(arrivingForm, request.body)
    const { authenticated } = form
    const read =
      'eml' in form
        ? await readEml(form.eml)
        : {
            from: { name: nameFor(form.from), address: form.from },
            subject: form.subject,
            bodyHtml: keptHtml(form.text, 'text'),
            headers: [],
            attachments: [],
            messageId: null,
          }
    const message = arrive(tenant, mailbox, { ...read, authenticated })
    response.status(201).json(messageJson(message, { immutableIds: true, timeZone: 'UTC', textBody: false }))
  })
  return router
}
