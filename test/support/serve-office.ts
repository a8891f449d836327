/** Puts an office behind a port on loopback, with the app's own web server and the built tab, for real browsers. */
import { spawnSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { createServer } from '../../bot/http/server.ts'
import { TAB_CONFIG, type Office } from './office.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const TAB = join(ROOT, 'dist', 'tab')

export async function serveOffice(office: Office) {
  buildTheTab()
  const local = express.Router()
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
    tabConfig: TAB_CONFIG,
    messages: express.Router(),
    webhooks: express.Router(),
    ready: async () => {},
    tabFolder: TAB,
    frameAncestors: [],
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

/** Nothing to do after `npm test` has built it; a test that is run by itself meets what the sources say all the same. */
function buildTheTab() {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'infra', 'build-pages.mjs'), 'tab'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The tab could not be built')
}
