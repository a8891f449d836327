/**
 * The whole program as a council starts it, with nothing of the local workplace in it: only the names of Microsoft's
 * servers lead to one.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { OWEN, PLANNING, STEPHEN } from '../support/local-workplace.ts'
import { removeFolder, startProcess } from '../support/running-app.ts'

jest.setTimeout(120_000)

let outlook: LocalOutlook
let folder: string
beforeAll(async () => {
  outlook = await aLocalOutlook()
  folder = mkdtempSync(join(tmpdir(), 'placement-planning-keys-'))
  writeFileSync(join(folder, 'microsoft.pem'), outlook.workplace.caCertificate)
})
afterAll(async () => {
  await outlook.close()
  removeFolder(folder)
})

const start = async (outsideMailbox: string) => {
  const { tenantId, appId, appSecret, publicUrl } = outlook.workplace
  const port = await freePort()
  const app = await startProcess(/ready at (\S+)\./, {
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    TENANT_ID: tenantId,
    CLIENT_ID: appId,
    CLIENT_SECRET: appSecret,
    PUBLIC_URL: 'https://planning.merrowdale.example',
    PLANNING_MAILBOX: PLANNING,
    CONTACT_PHONE: '01632 960100',
    COUNCIL_NAME: 'Merrowdale Council',
    OUTSIDE_MAILBOX: outsideMailbox,
    NODE_OPTIONS: `--import ${new URL('../support/microsoft-at-hand.mjs', import.meta.url).href}`,
    NODE_EXTRA_CA_CERTS: join(folder, 'microsoft.pem'),
    MICROSOFT_AT: publicUrl,
  })
  return { ...app, get: async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status }
}

describe('the app in a tenant', () => {
  test('does not start while it can open the mailbox of somebody it has nothing to do with, and says how to close it', async () => {
    await expect(start(OWEN)).rejects.toThrow(
      /cannot start like this:\s+The app can read owen\.tremlett@\S+ and must not\. Limit its roles in Exchange to their scopes/,
    )
  })

  test('starts where that is closed, and brings nothing of the practice town', async () => {
    const app = await start(STEPHEN)
    expect(app.said[1]).toBe('https://planning.merrowdale.example')
    // To be refused there is what it wants, and nothing that whoever starts it has to read about.
    expect(app.output()).not.toContain('warn')
    expect([await app.get('/readyz'), await app.get('/local/people')]).toEqual([200, 404])
    await app.stop()
  })
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
