/** The app as Microsoft's servers reach it: over HTTPS, and nowhere but where Graph's notifications arrive. */
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'

export const isForTheApp = (path: string): boolean => path.startsWith('/webhooks/')

export function passToApp(appUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', appUrl)
  const headers = { ...incoming.headers, host: target.host, 'x-forwarded-proto': 'https' }
  const passed = ask(target, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  passed.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  })
  incoming.pipe(passed)
}
