/** Posts to an address that only this computer's own certificate vouches for, and gives up in time. */
import { request } from 'node:https'
import tls from 'node:tls'

export type Posted = { status: number; contentType: string; body: string }
export type HttpsPost = (url: string, body: string, contentType: string, patienceMs: number) => Promise<Posted>

const MOST_CHARACTERS = 4096

export const makeHttpsPost =
  (certificate: string): HttpsPost =>
  (url, body, contentType, patienceMs) =>
    new Promise((resolve, reject) => {
      const posting = request(url, {
        method: 'POST',
        headers: { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) },
        ca: [...tls.getCACertificates('default'), certificate],
        signal: AbortSignal.timeout(patienceMs),
        agent: false,
      })
      posting.on('error', reject)
      posting.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text = (text + chunk).slice(0, MOST_CHARACTERS)))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: text,
          }),
        )
      })
      posting.end(body)
    })
