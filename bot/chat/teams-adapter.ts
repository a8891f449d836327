/**
 * Teams through Microsoft's SDK: activities come in at `POST /api/messages`, are checked, and go on in our own words;
 * what we say goes out. With `connector-http.ts`, the only file that knows the SDK.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity as SdkActivity,
  type TurnContext,
} from 'botbuilder'
import { json, Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import { errorDetail, type Log } from '../log.ts'
import { CARD_TYPE, type Card } from './cards/card.ts'
import { connectorHttp } from './connector-http.ts'
import { connectorTokenCheck, type TokenCheck, type TokenRules } from './connector-token.ts'
import { activityForm, readIncoming, tenantsOf, type Activity, type Incoming } from './incoming.ts'
import { isServiceUrlAllowed } from './service-hosts.ts'
import type { Chat, Conversation, Message, PersonId, Teams } from './ports.ts'

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
  const adapter = new Adapter(identity, mayReach)
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
      log.warn('activityRefused', { type: activity.type, tenantAllowed: tenantId !== null })
      return void response.status(403).end()
    }
    const incoming = readIncoming(activity, tenantId)
    if (incoming.kind === 'press' && incoming.answered === 'inPlace') return pressInPlace(app, incoming, response)
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

async function reply(context: TurnContext, message: Message): Promise<string | null> {
  const sent = await context.sendActivity(activityOf(message))
  return sent?.id || null
}

const activityOf = (message: Message): Partial<SdkActivity> =>
  'card' in message
    ? { type: 'message', summary: message.summary, attachments: [{ contentType: CARD_TYPE, content: message.card }] }
    : { type: 'message', text: message.text, textFormat: 'plain', summary: message.text }

class Adapter extends CloudAdapter implements Teams {
  readonly #appId: string

  constructor(identity: TeamsIdentity, mayReach: (url: string) => boolean) {
    super(
      new ConfigurationBotFrameworkAuthentication({}, credentialsOf(identity), undefined, undefined, {
        httpClient: connectorHttp(mayReach),
      }),
    )
    this.#appId = identity.appId
  }

  /** Works one activity whose sender has been checked. */
  async turn(activity: SdkActivity, logic: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = this.createClaimsIdentity(this.#appId)
    const checked = {
      claimsIdentity,
      audience: '', // of the SDK's own tokens, which are not used
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    }
    const answer = await this.processActivity(checked, activity, logic)
    return { status: answer?.status ?? 200, body: answer?.body as unknown }
  }

  async post({ serviceUrl, conversationId }: Chat, message: Message): Promise<string> {
    const { conversations } = await this.#connector(serviceUrl)
    return (await conversations.sendToConversation(conversationId, activityOf(message))).id
  }

  async update({ serviceUrl, conversationId, activityId }: Chat & { activityId: string }, message: Message) {
    const { conversations } = await this.#connector(serviceUrl)
    await conversations.updateActivity(conversationId, activityId, { ...activityOf(message), id: activityId })
  }

  async remove({ serviceUrl, conversationId, activityId }: Chat & { activityId: string }) {
    const { conversations } = await this.#connector(serviceUrl)
    await conversations.deleteActivity(conversationId, activityId)
  }

  async open({ tenantId, objectId }: PersonId, serviceUrl: string): Promise<Conversation> {
    const { conversations } = await this.#connector(serviceUrl)
    const botId = `28:${this.#appId}`
    // Exactly one member, and the tenant twice: without either Teams cannot tell whom is meant (B11).
    const { id } = await conversations.createConversation({
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: objectId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    })
    return { tenantId, objectId, serviceUrl, conversationId: id, botId, userId: objectId }
  }

  #connector(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.#appId)
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl, '')
  }
}

type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>

/** The app's own token source, the one that Graph has too, in place of the SDK's. */
function credentialsOf(identity: TeamsIdentity): CredentialsFactory {
  return {
    isValidAppId: async (appId) => !identity.local && appId === identity.appId,
    isAuthenticationDisabled: async () => identity.local,
    createCredentials: async () => ({
      signRequest: async (request) => {
        if (!identity.local) request.headers.set('authorization', `Bearer ${await identity.token()}`)
        return request
      },
    }),
  }
}
