/** Microsoft's addresses on this computer, behind one HTTPS port: Entra, Graph, and the way in for notifications. */
import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'
import { isForTheApp, passToApp } from './front-door.ts'
import type { State } from './state.ts'

export type MicrosoftServer = {
  /** `https://127.0.0.1:…` */
  base: () => string
  listen(answer: Answers): Promise<void>
  close(): Promise<void>
}

export type Answers = {
  graph(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** False for an address that is not Entra's. */
  entra(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** The table that holds the port, and outlives a reset. */
export const PORT = 'port'

export function makeMicrosoftServer(
  certificate: Certificate,
  state: State,
  { appUrl, log }: { appUrl: string; log: (line: string) => void },
): MicrosoftServer {
  const server = createServer(certificate)
  const port = () => (server.address() as AddressInfo).port

  const listenOn = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })

  async function route(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (/^\/v1\.0\//i.test(path)) return answers.graph(request, response)
    if (isForTheApp(path)) return passToApp(appUrl, request, response)
    if (!(await answers.entra(request, response))) response.writeHead(404).end()
  }

  return {
    base: () => `https://127.0.0.1:${port()}`,
    async listen(answers) {
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        route(answers, request, response).catch((error: unknown) => {
          log(`the stand-in failed: ${error instanceof Error ? (error.stack ?? error.message) : 'no reason given'}`)
          if (!response.headersSent) response.writeHead(500).end()
        })
      })
      // On the port of the last time where that is free: links that the app has kept lead back to it.
      const ports = state.table<number>(PORT)
      await listenOn(ports.get('last') ?? 0).catch(() => listenOn(0))
      ports.put('last', port())
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
