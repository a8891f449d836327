/** A workplace behind a real port with a small bot in it, and what its people do in Teams. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Workplace, WorkplaceOptions } from '../../bot/local/workplace.ts'
import { aWorkplace } from './local-workplace.ts'

export const NADIA = 'nadia.castellane@merrowdale.example'

/** What the bot was sent, as far as tests look at it. */
export type Activity = {
  id: string
  type: string
  name?: string
  action?: string
  text?: string
  value?: unknown
  replyToId?: string
  serviceUrl: string
  channelId: string
  timestamp: string
  from: { id: string; name: string; aadObjectId: string }
  recipient: { id: string; name: string }
  conversation: { id: string; conversationType: string; tenantId: string; isGroup?: boolean }
  channelData: Record<string, unknown>
  entities: { type: string }[]
  attachments?: { contentType: string; content: unknown }[]
  membersAdded?: { id: string; aadObjectId?: string }[]
}

export type Answer = { status: number; headers: Headers; body: Body }

export type Body = {
  id: string
  activityId: string
  error: { code: string; message: string } & string
  errorCode: number
  message: string
  members: Member[]
  continuationToken: string
  messages: Message[]
  conversations: { id: string; kind: string; name: string; unread: number; last: { preview: string } | null }[]
  delivery: string
  kind: string
  text: string
  dialog: { title: string; card: unknown; source: unknown }
}

export type Member = { id: string; name: string; email: string; aadObjectId: string; tenantId: string }

export type Message = {
  id: string
  rootId: string | null
  from: { kind: string; name: string; isMe: boolean }
  text: string
  attachments: { contentType: string; content: unknown }[]
  delivery: string | null
  edited: boolean
  deleted: boolean
}

export type Bot = {
  /** Everything that the bot was sent, in order. */
  heard: Activity[]
  /** What it does with what it is sent; what it returns is the answer to an invoke. */
  does: (activity: Activity) => unknown
  /** As the bot, to the connector. */
  connector(method: string, path: string, body?: unknown): Promise<Answer>
}

export type LocalTeams = {
  workplace: Workplace
  url: string
  /** For what the app serves beside its bot. */
  app: express.Express
  bot: Bot
  /** As a person, in Teams. */
  as(email: string): (method: string, path: string, body?: unknown) => Promise<Answer>
  close(): Promise<void>
}

export async function aLocalTeams(options: Partial<WorkplaceOptions> = {}): Promise<LocalTeams> {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const closeServer = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const workplace = await aWorkplace({ appUrl: url, ...options }).catch(async (error: unknown) => {
    await closeServer()
    throw error
  })

  const bot: Bot = {
    heard: [],
    does: () => undefined,
    connector: (method, path, body) => call(method, `${url}/local/teams/connector/v3/conversations${path}`, body),
  }
  app.post('/api/messages', express.json({ limit: '1mb' }), async (request, response) => {
    const activity = request.body as Activity
    bot.heard.push(activity)
    const answer = await bot.does(activity)
    if (answer === undefined) response.status(200).end()
    else response.status(200).json(answer)
  })
  app.use('/local', workplace.routes)

  return {
    workplace,
    url,
    app,
    bot,
    as: (email) => (method, path, body) =>
      call(method, `${url}/local/teams${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(email)}`, body),
    async close() {
      await workplace.close()
      await closeServer()
    },
  }
}

async function call(method: string, url: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Body }
}

/** A card with one button, as bots send it. */
export const aCard = (words: string) => ({
  type: 'message',
  summary: words,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: words }],
        actions: [{ type: 'Action.Execute', title: 'Schedule', verb: 'schedule', data: { draft: 'draft-1' } }],
      },
    },
  ],
})
