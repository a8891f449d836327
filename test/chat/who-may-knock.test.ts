import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import express from 'express'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { TeamsUnreachable } from '../../bot/chat/ports.ts'
import { openTeams, type ChatApp, type TeamsIdentity } from '../../bot/chat/teams-adapter.ts'
import { silentLog } from '../../bot/log.ts'
import { APP_ID, envelope, TENANT, type Activity } from '../support/chat-desk.ts'
import { FakeConnector } from '../support/fake-connector.ts'
import { STAFF } from '../support/practice-desk.ts'

const ISSUER = 'https://api.botframework.example'

let connector: FakeConnector
let keys: { good: CryptoKey; other: CryptoKey; elsewhere: CryptoKey }
let microsoft: { server: Server; url: string }
const printed: string[] = []

beforeAll(async () => {
  connector = await FakeConnector.open()
  const pairs = await Promise.all([1, 2, 3].map(() => generateKeyPair('RS256', { extractable: true })))
  const [good, other, elsewhere] = pairs.map(({ privateKey }) => privateKey) as [CryptoKey, CryptoKey, CryptoKey]
  keys = { good, other, elsewhere }
  const published = [
    { ...(await exportJWK(pairs[0]!.publicKey)), kid: 'good', endorsements: ['msteams'] },
    { ...(await exportJWK(pairs[2]!.publicKey)), kid: 'webchat', endorsements: ['webchat'] },
  ]
  const pages = express()
  const server = await new Promise<Server>((resolve) => {
    const listening = pages.listen(0, '127.0.0.1', () => resolve(listening))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pages.get('/metadata', (_request, response) => void response.json({ issuer: ISSUER, jwks_uri: `${url}/keys` }))
  pages.get('/keys', (_request, response) => void response.json({ keys: published }))
  microsoft = { server, url }
  for (const method of ['error', 'warn', 'log'] as const) {
    jest
      .spyOn(console, method)
      .mockImplementation((...words: unknown[]) => void printed.push(words.map(String).join(' ')))
  }
})
afterAll(async () => {
  jest.restoreAllMocks()
  microsoft.server.closeAllConnections()
  microsoft.server.close()
  await connector.close()
})
beforeEach(() => {
  printed.length = 0
  connector.clear()
})

const inTenant = (): TeamsIdentity => ({
  local: false,
  appId: APP_ID,
  tenantIds: [TENANT],
  serviceHosts: [],
  token: async () => 'our-own-token',
  issuer: ISSUER,
  openIdMetadata: `${microsoft.url}/metadata`,
})
const onThisComputer: TeamsIdentity = { local: true, appId: APP_ID, tenantId: TENANT }

/** The app behind the door, which says thank you to whoever is let in. */
async function behind(identity: TeamsIdentity, use: (door: { url: string; received: string[] }) => Promise<void>) {
  const received: string[] = []
  const app: ChatApp = {
    receive: async (incoming, turn) => {
      received.push(incoming.kind)
      if (identity.local) await turn.reply({ text: 'Thank you' })
    },
    press: async () => ({ answer: { words: 'pressed' } }),
    messageAction: async () => 'chosen',
  }
  const server = createServer(express().use(openTeams(identity, silentLog).route(app)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, received })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

const TEAMS_URL = 'https://smba.trafficmanager.net/uk/'
const aMessage = (over: Activity = {}): Activity => ({
  ...envelope(TEAMS_URL, STAFF.officer),
  type: 'message',
  id: 'message-1',
  text: 'help',
  ...over,
})

type Claims = { serviceurl?: string; aud?: string; iss?: string; expires?: string }
const aToken = (
  { serviceurl = TEAMS_URL, aud = APP_ID, iss = ISSUER, expires = '10 minutes' }: Claims = {},
  key = keys.good,
  kid = 'good',
) =>
  new SignJWT({ serviceurl })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setAudience(aud)
    .setIssuer(iss)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key)

const knock = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const withToken = (token: string) => ({ authorization: `Bearer ${token}` })

describe('in a real tenant, an activity is let in by its token alone', () => {
  test('one that Teams signed for this app', () =>
    behind(inTenant(), async ({ url, received }) => {
      expect((await knock(url, aMessage(), withToken(await aToken()))).status).toBe(200)
      expect(received).toEqual(['message'])
    }))

  test.each<[string, () => Promise<Record<string, string>>, Activity]>([
    ['no token', async () => ({}), {}],
    ['something that is no token', async () => withToken('abc.def.ghi'), {}],
    ['for another app', async () => withToken(await aToken({ aud: 'another-app' })), {}],
    ['from another issuer', async () => withToken(await aToken({ iss: 'https://issuer.example' })), {}],
    ['that has expired', async () => withToken(await aToken({ expires: '-10 minutes' })), {}],
    ['for another service URL', async () => withToken(await aToken({ serviceurl: 'https://other.example/' })), {}],
    [
      'signed with a key that its channel does not endorse',
      async () => withToken(await aToken({}, keys.elsewhere, 'webchat')),
      {},
    ],
    ['with a key that nobody published', async () => withToken(await aToken({}, keys.other, 'unknown')), {}],
    ['with a bad signature (B6)', async () => withToken(await aToken({}, keys.other)), {}],
  ])('%s: 401, and not a word in the console', async (_, headers, over) => {
    await behind(inTenant(), async ({ url, received }) => {
      const answer = await knock(url, aMessage(over), await headers())
      expect(answer.status).toBe(401)
      expect(await answer.text()).toBe('')
      expect(received).toEqual([])
      expect(printed).toEqual([])
    })
  })

  test.each<[string, Activity]>([
    [
      'another tenant',
      {
        channelData: { tenant: { id: 'tenant-elsewhere' } },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant-elsewhere' },
      },
    ],
    ['two tenants at once', { channelData: { tenant: { id: 'tenant-elsewhere' } } }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }],
    ['another channel', { channelId: 'directline' }],
  ])('an activity from %s is refused even with a good token (B4)', async (_, over) => {
    await behind(inTenant(), async ({ url, received }) => {
      const answer = await knock(url, aMessage(over), withToken(await aToken()))
      expect([401, 403]).toContain(answer.status)
      expect(received).toEqual([])
    })
  })

  test('an activity that wants its answers sent elsewhere is refused (B7)', () =>
    behind(inTenant(), async ({ url, received }) => {
      for (const serviceUrl of [
        'https://smba.trafficmanager.net.example/',
        'http://smba.trafficmanager.net/uk/',
        connector.url,
      ]) {
        const answer = await knock(url, aMessage({ serviceUrl }), withToken(await aToken({ serviceurl: serviceUrl })))
        expect(answer.status).toBe(403)
      }
      expect(received).toEqual([])
    }))
})

describe('what goes out to Teams', () => {
  const network = () => jest.spyOn(globalThis, 'fetch')
  const chat = { serviceUrl: TEAMS_URL, conversationId: 'a:1' }

  test('carries the app’s own token, and says in its summary all that a locked phone shows', async () => {
    const asked = network().mockImplementation(async () => Response.json({ id: 'activity-1' }, { status: 201 }))
    expect(await openTeams(inTenant(), silentLog).teams.post(chat, { text: 'Good day' })).toBe('activity-1')
    const [url, init] = asked.mock.calls[0]!
    expect(url).toBe(`${TEAMS_URL}v3/conversations/a%3A1/activities`)
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer our-own-token')
    expect(JSON.parse(init?.body as string)).toMatchObject({ type: 'message', text: 'Good day', summary: 'Good day' })
    asked.mockRestore()
  })

  test('never leaves for a host that is not Teams’, whatever was stored (B7)', async () => {
    const asked = network()
    const elsewhere = { ...chat, serviceUrl: 'https://teams.attacker.example/' }
    await expect(openTeams(inTenant(), silentLog).teams.post(elsewhere, { text: 'Good day' })).rejects.toThrow(
      'HostNotAllowed',
    )
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
  })

  test.each([429, 412, 502, 504])(
    'is asked for once when Teams answers %s: trying again is the job’s',
    async (status) => {
      const asked = network().mockImplementation(
        async () => new Response('{}', { status, headers: { 'retry-after': '30' } }),
      )
      await expect(openTeams(inTenant(), silentLog).teams.post(chat, { text: 'Good day' })).rejects.toThrow(
        TeamsUnreachable,
      )
      expect(asked).toHaveBeenCalledTimes(1)
      asked.mockRestore()
    },
  )
})

describe('without an app id there is no door at all (B5)', () => {
  test('the app refuses to start', () => {
    expect(() => openTeams({ ...inTenant(), appId: ' ' }, silentLog)).toThrow('app id')
  })
  test('nor does it start without a tenant whose people it serves', () => {
    expect(() => openTeams({ ...inTenant(), tenantIds: [] } as TeamsIdentity, silentLog)).toThrow('tenant')
  })
})

describe('in the local workplace', () => {
  test('no token is asked for, and the answer goes to the activity’s service URL', () =>
    behind(onThisComputer, async ({ url }) => {
      expect((await knock(url, aMessage({ serviceUrl: connector.url }))).status).toBe(200)
      expect(connector.calls).toMatchObject([
        { method: 'POST', body: { type: 'message', text: 'Thank you' }, authorization: undefined },
      ])
    }))

  test('nothing is ever sent beyond this computer (B7)', () =>
    behind(onThisComputer, async ({ url, received }) => {
      for (const serviceUrl of [
        TEAMS_URL,
        'http://10.0.0.8:3978/',
        'http://127.0.0.1.example/',
        'http://user@127.0.0.1/',
      ]) {
        expect((await knock(url, aMessage({ serviceUrl }))).status).toBe(403)
      }
      expect(received).toEqual([])
    }))

  test('somebody of another tenant is not let in', () =>
    behind(onThisComputer, async ({ url }) => {
      const elsewhere = { channelData: { tenant: { id: 'elsewhere' } }, serviceUrl: connector.url }
      expect((await knock(url, aMessage(elsewhere))).status).toBe(403)
    }))
})

describe('whatever is no activity', () => {
  test.each([
    ['no JSON', 'Case reference: BKS-204417', 400],
    ['a list', '[]', 400],
    ['an activity without a sender', JSON.stringify({ type: 'message', text: 'help' }), 400],
    ['a quarter of a megabyte and more', JSON.stringify(aMessage({ text: 'x'.repeat(300_000) })), 413],
  ])('%s is answered with a status and no words', async (_, body, status) => {
    await behind(onThisComputer, async ({ url, received }) => {
      const answer = await knock(url, body)
      expect(answer.status).toBe(status)
      expect(await answer.text()).toBe('')
      expect(received).toEqual([])
    })
  })

  test('an invoke that no button of ours sends is not implemented', () =>
    behind(onThisComputer, async ({ url }) => {
      const invoke = aMessage({ type: 'invoke', name: 'task/fetch', value: {}, serviceUrl: connector.url })
      expect((await knock(url, invoke)).status).toBe(501)
    }))
})
