/**
 * Where Teams comes in: activities at `POST /api/messages` are checked, and go on in our own words; a press is answered
 * before Teams stops waiting for it.
 */
import type { Activity as SdkActivity } from 'botbuilder'
import { json, Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import { errorDetail, type Log } from '../log.ts'
import { CARD_TYPE, type Card } from './cards/card.ts'
import { connectorTokenCheck, type TokenCheck, type TokenRules } from './connector-token.ts'
import { activityForm, readIncoming, tenantsOf, type Activity, type Incoming } from './incoming.ts'
import { isServiceUrlAllowed } from './service-hosts.ts'
import type { Message, Teams } from './ports.ts'
import { reply, TeamsSdk } from './teams-sdk.ts'

export type TeamsIdentity =
  /** The local workplace on this computer alone: nobody is asked for a token, and none is sent. */
  | { local: true; appId: string; tenantId: string }
  | ({
      local: false
      /** Tenants whose people may speak to the app. */
      tenantIds: string[]
      /** Hosts of Teams' connector, beside the commercial cloud's. */
      serviceHosts?: string[]
      /** A token of the app's own, for the connector. */
      token: () => Promise<string>
    } & TokenRules)

/** What the app makes of a press: a card in place of the one pressed, or a line of words. */
export type PressAnswer = { card: Card } | { words: string }

/** What the app can do while it is being spoken to. */
export type Turn = {
  /** Answers in the same chat; gives the id of what was posted, where there is one. */
  reply(message: Message): Promise<string | null>
}

export interface ChatApp {
  receive(incoming: Incoming, turn: Turn): Promise<void>
  /** `afterwards` is done when the answer is on its way: Teams waits for a press no longer than five seconds. */
  press(press: Incoming & { kind: 'press' }): Promise<{ answer: PressAnswer; afterwards?: () => Promise<void> }>
  /** Says in words what became of a message that somebody chose. */
  messageAction(action: Incoming & { kind: 'messageAction' }): Promise<string>
}

export type TeamsDoor = {
  teams: Teams
  /** `POST /api/messages`, to be mounted at the root. */
  route(app: ChatApp): Router
  /** Resolves when everything that has come in is done with, also what is done after it was answered. */
  idle(): Promise<void>
}

const BODY_LIMIT = '256kb'
/** Teams gives up on a press after five seconds, and sends it again. */
const PRESS_PATIENCE_MS = 4_000

export function openTeams(identity: TeamsIdentity, log: Log, { patienceMs = PRESS_PATIENCE_MS } = {}): TeamsDoor {
  if (!identity.local) checkIdentity(identity)
  const mayReach = (url: string) => isServiceUrlAllowed(url, identity)
  const adapter = new TeamsSdk(identity, mayReach)
  const inWork = new Set<Promise<void>>()
  const checkToken = identity.local ? onThisComputer : connectorTokenCheck(identity)

  async function receive(app: ChatApp, request: Request, response: Response): Promise<void> {
    const read = activityForm.safeParse(request.body)
    if (!read.success) return void response.status(400).end()
    const activity = read.data
    if (!isFromThisComputer(request, identity) || !(await checkToken(request.headers.authorization, activity))) {
      return void response.status(401).set('WWW-Authenticate', 'Bearer').end()
    }
    const tenantId = tenantOf(activity, identity)
    if (!tenantId || !mayReach(activity.serviceUrl) || !isChannelAllowed(activity, identity)) {
      log.warn('activityRefused', { ourTenant: tenantId !== null })
      return void response.status(403).end()
    }
    const incoming = readIncoming(activity, tenantId)
    if (incoming.kind === 'press' && incoming.answered === 'inPlace') return pressInPlace(app, incoming, response)
    if (incoming.kind === 'messageAction') return messageAction(app, incoming, response)
    const { status, body } = await adapter.turn(request.body as SdkActivity, async (context) => {
      await app.receive(incoming, { reply: async (message) => reply(context, message) })
    })
    response.status(status)
    if (body === undefined) response.end()
    else response.json(body)
  }

  async function pressInPlace(app: ChatApp, press: Incoming & { kind: 'press' }, response: Response): Promise<void> {
    const working = app.press(press)
    const late = await isLate(working, patienceMs)
    if (late) response.json(pressAnswer({ words: 'This takes a moment. The card changes by itself when it is done.' }))
    const { answer, afterwards } = await working
    if (!late) response.json(pressAnswer(answer))
    else if ('card' in answer && press.cardId) {
      await adapter.update({ ...press, activityId: press.cardId }, { summary: 'Planning meeting', card: answer.card })
    }
    await afterwards?.()
  }

  async function messageAction(
    app: ChatApp,
    action: Incoming & { kind: 'messageAction' },
    response: Response,
  ): Promise<void> {
    const working = app.messageAction(action)
    const late = await isLate(working, patienceMs)
    const value = late ? 'This takes a moment. Please look into our own chat.' : await working
    response.json({ task: { type: 'message', value } })
    await working
  }

  return {
    teams: adapter,
    route(app) {
      const router = Router()
      router.post('/api/messages', json({ limit: BODY_LIMIT }), (request, response) => {
        const work = receive(app, request, response)
          .catch((error: unknown) => {
            log.error('activityFailed', errorDetail(error))
            if (!response.headersSent) response.status(500).end()
          })
          .finally(() => inWork.delete(work))
        inWork.add(work)
      })
      router.use('/api/messages', refuseBody)
      return router
    },
    async idle() {
      while (inWork.size > 0) await Promise.all(inWork)
    },
  }
}

/** B5: without an id the SDK would serve everybody. */
function checkIdentity({ appId, tenantIds }: TeamsIdentity & { local: false }): void {
  if (appId.trim() === '') throw new Error('The app id for Teams is missing')
  if (tenantIds.length === 0) throw new Error('No tenant is named whose people may speak to the app')
}

const onThisComputer: TokenCheck = async () => true

const isFromThisComputer = ({ socket }: Request, { local }: TeamsIdentity) =>
  !local || ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')

/** An activity that names tenants has to name ours alone; one from an emulator on this computer may name none. */
function tenantOf(activity: Activity, identity: TeamsIdentity): string | null {
  const named = tenantsOf(activity)
  const [first] = named
  if (identity.local) return named.every((id) => id === identity.tenantId) ? identity.tenantId : null
  return first && named.length === 1 && identity.tenantIds.includes(first) ? first : null
}

const isChannelAllowed = ({ channelId }: Activity, { local }: TeamsIdentity) => local || channelId === 'msteams'

const refuseBody: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (response.headersSent) return next(error)
  response.status(error.status === 413 ? 413 : 400).end()
}

async function isLate(working: Promise<unknown>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<true>((resolve) => (timer = setTimeout(() => resolve(true), patienceMs)))
  try {
    return await Promise.race([working.then(() => false), waited])
  } finally {
    clearTimeout(timer)
  }
}

const pressAnswer = (answer: PressAnswer) =>
  'card' in answer
    ? { statusCode: 200, type: CARD_TYPE, value: answer.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.words }
