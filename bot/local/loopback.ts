/** The local workplace is for one computer: nothing beyond it may reach it. */
import type { RequestHandler } from 'express'

const NAMES = ['127.0.0.1', 'localhost', '[::1]', '::1']

export class BeyondLoopback extends Error {
  override name = 'BeyondLoopback'
}

/** Refuses an address that other computers could reach. */
export function checkLoopback(url: string): void {
  const { hostname } = new URL(url)
  if (!NAMES.includes(hostname) && !/^127(\.\d{1,3}){3}$/.test(hostname))
    throw new BeyondLoopback(
      'the local workplace only starts on this computer (127.0.0.1): it lets anyone sign in as anybody',
    )
}

/**
 * A web page elsewhere can make a browser on this computer send requests here. It cannot make them name this computer
 * as their host, and its own address goes with everything that changes something.
 */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const origin = request.headers.origin
  const fromHere = origin === undefined || isHere(origin)
  if (NAMES.includes(host) && fromHere) return next()
  response.status(403).json({ error: 'The local workplace answers this computer only.' })
}

function isHere(origin: string): boolean {
  return URL.canParse(origin) && NAMES.includes(new URL(origin).hostname)
}
