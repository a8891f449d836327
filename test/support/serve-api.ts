/** The app's own web server over a practice desk, with tokens of our own issuer: for tests of the API. */
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { createServer } from '../../bot/http/server.ts'
import { TEAMS_AND_OUTLOOK } from '../../bot/http/security-headers.ts'
import { signIn } from '../../bot/http/sign-in.ts'
import { webhooks } from '../../bot/http/webhooks.ts'
import { silentLog, type Log } from '../../bot/log.ts'
import type { Ports } from '../../bot/meetings/ports.ts'
import { AUDIENCE, startEntra, TENANT } from './own-entra.ts'

type ApiOptions = { ready?: () => Promise<void>; log?: Log }

export async function serveApi(ports: () => Ports, { ready = async () => {}, log = silentLog }: ApiOptions = {}) {
  const entra = await startEntra()
  const tabFolder = mkdtempSync(join(tmpdir(), 'tab-'))
  writeFileSync(join(tabFolder, 'index.html'), '<!doctype html><title>Tab</title>')
  // A desk is opened anew for each test, so the app over it is, too.
  const apps = new WeakMap<Ports, ReturnType<typeof createServer>>()
  const appOver = (desk: Ports) => {
    const app = createServer({
      ports: desk,
      log,
      signIn: signIn({ ...entra, audience: AUDIENCE, tenantId: TENANT, people: desk.people }),
      tabConfig: {
        mode: 'tenant',
        clientId: AUDIENCE,
        authority: 'https://login.example',
        scope: 'api://x',
        council: 'Brackenshire Council',
      },
      messages: Router(),
      webhooks: webhooks({ clientState: 'our secret', log: silentLog, take: async () => {} }),
      ready,
      preflight: async () => ({ checks: [] }),
      tabFolder,
      frameAncestors: TEAMS_AND_OUTLOOK,
      local: null,
    })
    apps.set(desk, app)
    return app
  }
  const listener = createHttpServer((request, response) => {
    const app = apps.get(ports()) ?? appOver(ports())
    app(request, response)
  })
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const call = async (method: string, path: string, token: string | null, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, headers: response.headers, body: type.includes('json') ? JSON.parse(text) : text }
  }
  return {
    url,
    entra,
    call,
    /** As the person with this id in the directory. */
    as: (oid: string) => ({
      get: async (path: string) => call('GET', path, await entra.token({ oid })),
      post: async (path: string, body: unknown = {}) => call('POST', path, await entra.token({ oid }), body),
    }),
    async close() {
      listener.closeAllConnections()
      await new Promise<void>((closed) => listener.close(() => closed()))
      await entra.close()
    },
  }
}
