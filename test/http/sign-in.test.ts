import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { useDesk } from '../support/practice-desk.ts'
import { serveApi } from '../support/serve-api.ts'

const desk = useDesk({ now: '2026-12-18T16:05:00Z' })
let api: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  api = await serveApi(() => desk().ports)
})
afterAll(() => api.close())

const statusWith = async (token: string | null) => (await api.call('GET', '/api/me', token)).status

describe('the API opens', () => {
  test('for a person of this tenant, by the id of the directory and never by an address', async () => {
    const answer = await api.call(
      'GET',
      '/api/me',
      await api.entra.token({ preferred_username: 'somebody@else.example' }),
    )
    expect(answer).toMatchObject({ status: 200, body: { name: 'Rosalind Achterberg', role: 'childsSocialWorker' } })
  })
})

describe('the preflight', () => {
  test('is for those with the app’s role of an administrator', async () => {
    const administrator = await api.entra.token({ roles: ['Administrator'] })
    expect(await api.call('GET', '/api/preflight', administrator)).toMatchObject({ status: 200, body: { checks: [] } })
    expect(await api.call('GET', '/api/me', administrator)).toMatchObject({ body: { administrator: true } })
  })

  test.each([[undefined], [['Reader']], ['Administrator']])('and not for others: %j', async (roles) => {
    const answer = await api.call('GET', '/api/preflight', await api.entra.token({ roles }))
    expect(answer).toMatchObject({ status: 403, body: { error: { reason: 'notAdministrator' } } })
  })
})

describe('the API stays shut', () => {
  const rules: [string, () => Promise<string | null>, number][] = [
    ['without a token', async () => null, 401],
    ['to what is no token', async () => 'nonsense', 401],
    ['to a token that somebody else signed', () => api.entra.forged(), 401],
    ['to a token signed with a shared secret', () => api.entra.symmetric(), 401],
    ['to a token for another app', () => api.entra.token({ aud: 'another-app' }), 401],
    ['to a token of another issuer', () => api.entra.token({ iss: 'https://login.example/other/v2.0' }), 401],
    ['to a token of another tenant', () => api.entra.token({ tid: '00000000-0000-4000-8000-000000000000' }), 401],
    ['to a token that has expired', () => api.entra.token({ exp: 1_600_000_000 }), 401],
    ['to a token of the older kind', () => api.entra.token({ ver: '1.0' }), 401],
    ['to a token without the scope', () => api.entra.token({ scp: 'User.Read' }), 403],
    [
      'to an app without a person',
      () => api.entra.token({ idtyp: 'app', scp: undefined, roles: ['access_as_user'] }),
      403,
    ],
    ['to a person whom the directory does not know', () => api.entra.token({ oid: 'nobody' }), 403],
  ]
  test.each(rules)('%s', async (_, token, status) => {
    expect(await statusWith(await token())).toBe(status)
  })

  test('says in words what to do, and nothing of the token', async () => {
    const answer = await api.call('GET', '/api/me', 'a.secret.token')
    expect(answer.body).toEqual({ error: { reason: 'notSignedIn', message: 'Please sign in again.' } })
  })
})
