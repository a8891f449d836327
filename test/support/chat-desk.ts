/**
 * A council's desk with Teams: the real adapter behind real HTTP, a connector of our own, and everybody's clicks. What
 * has to happen later is worked by `work` and `at`.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import express from 'express'
import { teamsAnnouncer } from '../../bot/chat/announcer.ts'
import type { Installer } from '../../bot/chat/ports.ts'
import { teamsApp } from '../../bot/chat/teams-app.ts'
import { openTeams } from '../../bot/chat/teams-adapter.ts'
import type { Log, LogDetail } from '../../bot/log.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import type { Card } from '../../bot/chat/cards/card.ts'
import { buttonOn, defaultsIn } from './card-parts.ts'
import { FakeConnector, personalChat, type StandingCard } from './fake-connector.ts'
import { MemoryChatStore } from './memory-chat-store.ts'
import { STAFF, useDesk, type Desk } from './practice-desk.ts'

export const TENANT = STAFF.officer.tenantId
export const APP_ID = '3f1c0c5e-9b77-4c37-9d5e-6f3a2b1c0d9e'
const BOT = { id: `28:${APP_ID}`, name: 'Placement Planning' }

/** As Teams sends it. */
export type Activity = Record<string, unknown>
/** What comes back to a press. */
export type Answer = { statusCode: number; type: string; value: unknown }

export type ChatDesk = Desk & {
  connector: FakeConnector
  memory: MemoryChatStore
  url: string
  /** Everything that came in is done with. */
  idle(): Promise<void>
  logged: { level: string; what: string; detail: LogDetail }[]
  /** Sends an activity as Teams does; gives the status and what was answered. */
  send(activity: Activity): Promise<{ status: number; body: unknown }>
  says(person: DirectoryPerson, text: string, more?: Activity): Promise<{ status: number; body: unknown }>
  /** Presses a button of a card by its title, with what was put into its inputs; gives the card or words that follow. */
  presses(
    person: DirectoryPerson,
    card: Pick<StandingCard, 'id' | 'card'>,
    title: string,
    filled?: Record<string, string>,
    more?: Activity,
  ): Promise<Card | string>
  cardsOf(person: DirectoryPerson): StandingCard[]
  textsOf(person: DirectoryPerson): string[]
  /** The one card in somebody's chat that is more than a line. */
  cardOf(person: DirectoryPerson): StandingCard
}

export function useChatDesk(options: {
  now: string
  pack?: string
  installer?: Installer
  patienceMs?: number
}): () => ChatDesk {
  const current = useDesk(options)
  let connector: FakeConnector
  let server: Server
  let desk: ChatDesk
  beforeAll(async () => {
    connector = await FakeConnector.open()
    server = createServer()
    // A test that lets days pass may be silent for longer than a connection is kept.
    server.keepAliveTimeout = 0
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve).unref())
  })
  afterAll(async () => {
    await connector.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  beforeEach(() => {
    connector.clear()
    desk = open(current(), connector, server, options)
  })
  return () => desk
}

function open(
  desk: Desk,
  connector: FakeConnector,
  server: Server,
  { installer, patienceMs }: { installer?: Installer; patienceMs?: number },
): ChatDesk {
  const memory = new MemoryChatStore()
  const logged: ChatDesk['logged'] = []
  const log = logInto(logged)
  const door = openTeams({ local: true, appId: APP_ID, tenantId: TENANT }, log, { patienceMs })
  const { ports } = desk
  const serviceUrl = connector.url
  const { teams } = door
  ports.announcer = teamsAnnouncer({ ...ports, teams, memory, serviceUrl, installer })
  const app = express().use(door.route(teamsApp({ ports, teams, memory, serviceUrl, installer, log })))
  server.removeAllListeners('request').on('request', (request, response) => void app(request, response))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let messages = 0

  const send = async (activity: Activity) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    await door.idle()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  const from = (person: DirectoryPerson): Activity => ({
    id: `message-${(messages += 1)}`,
    ...envelope(connector.url, person),
  })
  return {
    ...desk,
    connector,
    memory,
    url,
    idle: () => door.idle(),
    logged,
    send,
    says: (person, text, more = {}) => send({ ...from(person), type: 'message', text, ...more }),
    async presses(person, { id, card }, title, filled = {}, more = {}) {
      const action = buttonOn(card, title)
      const inputs = action.associatedInputs === 'none' ? {} : { ...defaultsIn(card), ...filled }
      const value = { action: { ...action, data: { ...action.data, ...inputs } }, trigger: 'manual' }
      const invoke = { ...from(person), type: 'invoke', name: 'adaptiveCard/action', value, replyToId: id, ...more }
      const { status, body } = await send(invoke)
      if (status !== 200) throw new Error(`The press was answered with ${status}`)
      return (body as Answer).value as Card | string
    },
    cardsOf: (person) => connector.cards(personalChat(person.objectId)),
    textsOf: (person) => connector.texts(personalChat(person.objectId)),
    cardOf(person) {
      const living = connector.cards(personalChat(person.objectId)).filter(({ card }) => card.body.length > 1)
      if (living.length !== 1) throw new Error(`${person.name} has ${living.length} living cards`)
      return living[0]!
    },
  }
}

/** What every activity from a person's own chat says. */
export const envelope = (serviceUrl: string, person: DirectoryPerson): Activity => ({
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId },
  recipient: BOT,
  conversation: { id: personalChat(person.objectId), conversationType: 'personal', tenantId: person.tenantId },
  channelData: { tenant: { id: person.tenantId } },
})

export const inGroupChat = (text: string, { mentioned = true } = {}): Activity => ({
  text: mentioned ? `<at>Placement Planning</at> ${text}` : text,
  conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
  entities: mentioned ? [{ type: 'mention', text: '<at>Placement Planning</at>', mentioned: BOT }] : [],
})

function logInto(lines: ChatDesk['logged']): Log {
  const line =
    (level: string) =>
    (what: string, detail: LogDetail = {}) =>
      void lines.push({ level, what, detail })
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
