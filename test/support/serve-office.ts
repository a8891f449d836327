/** Puts an office behind a port on loopback, with the app's own web server and the built tab, for real browsers. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import { TEAMS_AND_OUTLOOK } from '../../bot/http/security-headers.ts'
import { createServer } from '../../bot/http/server.ts'
import { builtTab } from './built-tab.ts'
import { TAB_CONFIG, type Office } from './office.ts'
import { teamsHost, TEAMS_HOST_SCRIPT, type HostWays } from './teams-host.ts'

type Options = {
  mode?: 'local' | 'tenant'
  /** What stands around the tab at `/local/host`. */
  host?: HostWays
}

export async function serveOffice(office: Office, { mode = 'local', host }: Options = {}) {
  const local = express.Router()
  if (host) {
    local.get('/host', (_request, response) => void response.type('html').send(teamsHost(host)))
    local.get('/host.js', (_request, response) => void response.type('js').send(TEAMS_HOST_SCRIPT))
  }
  local.use(express.json(), async (request, response) => {
    const { status, body } = await office.handle(request.method, `/local${request.path}`, request.body)
    response.status(status).json(body)
  })
  const app = createServer({
    ports: office.ports,
    log: { info() {}, warn() {}, error: (what, detail) => console.error(what, detail) },
    signIn: (request, response, next) => {
      const reader = office.personOf(request.headers.authorization)
      if (!reader)
        return void response.status(401).json({ error: { reason: 'notSignedIn', message: 'Please sign in again.' } })
      response.locals['reader'] = reader
      office.work().then(() => next(), next)
    },
    tabConfig: { ...TAB_CONFIG, mode },
    messages: express.Router(),
    webhooks: express.Router(),
    ready: async () => {},
    preflight: async () => ({ checks: office.checks }),
    tabFolder: builtTab(),
    frameAncestors: mode === 'tenant' ? TEAMS_AND_OUTLOOK : [],
    local,
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
