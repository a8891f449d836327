import { ConfidentialClientApplication } from '@azure/msal-node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose'
import { makeCertificate } from '../../bot/local/certificate.ts'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aGraphToken,
  aWorkplace,
  OWEN,
  PLANNING,
  routesOf,
  TINA,
  type LocalRoutes,
} from '../support/local-workplace.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const certificate = makeCertificate({ dns: ['the-app'], ipv4: [] }, rsa)
const REAL_NOW = performance.timeOrigin + performance.now()

let workplace: Workplace
let local: LocalRoutes
let now = REAL_NOW

beforeAll(async () => {
  workplace = await aWorkplace({ wallClock: () => now, appCertificates: [certificate.cert] })
  local = await routesOf(workplace)
})
beforeEach(() => void (now = REAL_NOW))
afterAll(async () => {
  local.close()
  await workplace.close()
})

const credentials = () => ({
  grant_type: 'client_credentials',
  client_id: workplace.appId,
  client_secret: workplace.appSecret,
  scope: 'https://graph.microsoft.com/.default',
})

const askForToken = async (form: Record<string, string>, tenant = workplace.tenantId) => {
  const answer = await fetch(`${workplace.authority}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { error: string; error_codes: number[]; access_token: string },
  }
}

const askGraph = async (authorization?: string) => {
  const answer = await fetch(`${workplace.graphUrl}/users`, { headers: authorization ? { authorization } : {} })
  return { status: answer.status, body: (await answer.json()) as { error: { code: string; message: string } } }
}

describe('the app’s own sign-in', () => {
  test('msal gets a token for Graph with the secret', async () => {
    const app = new ConfidentialClientApplication({
      auth: {
        clientId: workplace.appId,
        clientSecret: workplace.appSecret,
        authority: `${workplace.authority}/${workplace.tenantId}`,
        knownAuthorities: [new URL(workplace.authority).host],
      },
    })
    const token = await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })
    expect((await askGraph(`Bearer ${token?.accessToken}`)).status).toBe(200)
  })

  test('the token says for what it is, and nothing of mail or calendars', async () => {
    expect(decodeJwt(await aGraphToken(workplace))).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: workplace.appId,
      idtyp: 'app',
      tid: workplace.tenantId,
      roles: expect.not.arrayContaining([expect.stringMatching(/^(Mail|Calendars)/)]),
    })
  })

  test.each([
    ['a wrong secret', { client_secret: 'guessed' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000218],
    ['an unknown app', { client_id: '11111111-1111-4111-8111-111111111111' }, 400, 'unauthorized_client', 700016],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['a scope for people', { scope: 'https://graph.microsoft.com/User.Read' }, 400, 'invalid_scope', 1002012],
    ['a resource that is not there', { scope: 'https://other.example/.default' }, 400, 'invalid_resource', 500011],
  ])('is refused with %s', async (_, over, status, error, code) => {
    const answer = await askForToken({ ...credentials(), ...over })
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([status, error, [code]])
  })

  test('is refused in another tenant', async () => {
    const answer = await askForToken(credentials(), 'elsewhere.example')
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_tenant'])
  })

  describe('by certificate', () => {
    const thumbprint = createHash('sha256').update(new X509Certificate(certificate.cert).raw).digest('base64url')

    test('msal gets a token for Graph', async () => {
      const app = new ConfidentialClientApplication({
        auth: {
          clientId: workplace.appId,
          clientCertificate: { thumbprintSha256: hex(thumbprint), privateKey: certificate.key },
          authority: `${workplace.authority}/${workplace.tenantId}`,
          knownAuthorities: [new URL(workplace.authority).host],
        },
      })
      const token = await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })
      expect((await askGraph(`Bearer ${token?.accessToken}`)).status).toBe(200)
    })

    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
    test.each([
      ['signed by another key', {}, stranger.privateKey, 700027],
      ['for another audience', { aud: 'https://elsewhere.example' }, rsa.privateKey, 700023],
      ['of somebody else', { iss: 'another app' }, rsa.privateKey, 700027],
      ['that has run out', { exp: 1 }, rsa.privateKey, 700024],
    ])('an assertion %s is refused', async (_, over, key, code) => {
      const claims = {
        aud: `${workplace.authority}/${workplace.tenantId}/oauth2/v2.0/token`,
        iss: workplace.appId,
        sub: workplace.appId,
        exp: Math.floor(now / 1000) + 300,
        ...over,
      }
      const answer = await askForToken({
        grant_type: 'client_credentials',
        client_id: workplace.appId,
        scope: 'https://graph.microsoft.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', 'x5t#S256': thumbprint })
          .sign(key),
      })
      expect([answer.status, answer.body.error_codes]).toEqual([401, [code]])
    })
  })
})

describe('a token for Graph', () => {
  test.each([
    ['none', undefined, 'Access token is empty.'],
    ['no token at all', 'Bearer nonsense', expect.stringContaining('not well formed')],
  ])('%s is refused', async (_, authorization, message) => {
    const { status, body } = await askGraph(authorization)
    expect([status, body.error.code, body.error.message]).toEqual([401, 'InvalidAuthenticationToken', message])
  })

  test('runs out within the hour, by the computer’s own clock', async () => {
    const token = await aGraphToken(workplace)
    now += 3_600_000
    expect((await askGraph(`Bearer ${token}`)).status).toBe(200)
    now += 400_000
    expect((await askGraph(`Bearer ${token}`)).body.error.message).toBe(
      'Lifetime validation failed, the token is expired.',
    )
  })

  test('outlives a leap of the workplace’s clock', async () => {
    const token = await aGraphToken(workplace)
    await local.post('/clock', { advanceMinutes: 7 * 24 * 60 })
    expect((await askGraph(`Bearer ${token}`)).status).toBe(200)
  })

  test('is not one for the app’s own API', async () => {
    const { body } = await local.post('/sign-in', { as: OWEN })
    const { accessToken } = body as { accessToken: string }
    expect((await askGraph(`Bearer ${accessToken}`)).status).toBe(401)
  })
})

describe('signing in as a person', () => {
  test('gives a token that verifies against the published keys', async () => {
    const { body } = await local.post('/sign-in', { as: OWEN })
    const { accessToken } = body as { accessToken: string }
    const metadata = (await (
      await fetch(`${workplace.authority}/${workplace.tenantId}/v2.0/.well-known/openid-configuration`)
    ).json()) as { issuer: string; jwks_uri: string }
    const { payload, protectedHeader } = await jwtVerify(accessToken, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
      algorithms: ['RS256'],
      issuer: `${workplace.authority}/${workplace.tenantId}/v2.0`,
      audience: workplace.appId,
    })
    expect(metadata.issuer).toBe(payload.iss)
    expect(protectedHeader.kid).toBeTruthy()
    expect(payload).toMatchObject({
      oid: workplace.people.find(({ email }) => email === OWEN)?.aadObjectId,
      tid: workplace.tenantId,
      scp: 'access_as_user',
      ver: '2.0',
      name: 'Owen Tremlett',
      preferred_username: OWEN,
    })
  })

  test.each([
    ['somebody outside', TINA, 403, /outside the council/],
    ['a guest', 'rosalind.teague@voicewell.example', 403, /outside the council/],
    ['the mailbox of a service', PLANNING, 403, /nobody signs in/],
    ['nobody', 'nobody@merrowdale.example', 404, /Nobody/],
  ])('is not for %s', async (_, as, status, words) => {
    const answer = await local.post('/sign-in', { as })
    expect([answer.status, answer.body]).toEqual([status, { error: expect.stringMatching(words) }])
  })
})

const hex = (base64url: string) => Buffer.from(base64url, 'base64url').toString('hex')
