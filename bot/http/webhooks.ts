/**
 * Where Graph tells of changes. Its handshake is answered at once, and nothing that a notification says is believed: a
 * notification is a hint to look. One that does not carry our secret is taken and ignored.
 */
import { timingSafeEqual } from 'node:crypto'
import express, { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Notice } from '../meetings/watch-outlook.ts'

export type WebhookParts = {
  clientState: string
  log: Log
  /** Keeps what has to be looked at; when it throws, Graph is told to send again. */
  take: (notices: Notice[]) => Promise<void>
}

const collection = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string(),
        clientState: z.string().nullish(),
        resource: z.string().nullish(),
        changeType: z.string().nullish(),
        lifecycleEvent: z.string().nullish(),
      }),
    )
    .max(1000),
})

export function webhooks({ clientState, log, take }: WebhookParts): Router {
  const router = Router()
  const handle: RequestHandler = async (request, response) => {
    const token = request.query['validationToken']
    if (typeof token === 'string') {
      response.type('text/plain').send(token)
      return
    }
    const read = collection.safeParse(request.body)
    if (!read.success) {
      response.status(400).end()
      return
    }
    const ours = read.data.value.filter((one) => isSame(one.clientState ?? '', clientState))
    const foreign = read.data.value.length - ours.length
    if (foreign > 0) log.warn('foreignNotifications', { count: foreign })
    await take(
      ours.map(({ resource, lifecycleEvent }) => ({
        resource: resource ?? '',
        lifecycleEvent: lifecycleEvent ?? null,
      })),
    )
    response.status(202).end()
  }
  router.post(['/graph', '/graph/lifecycle'], express.json({ limit: '1mb' }), handle)
  return router
}

/** In constant time, whatever the length. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
