/**
 * How the SDK reaches Teams' connector: over the hosts that are allowed and no others, with a limit of time, and without
 * the SDK's own retries, which would wait inside a click. What is worth trying again is left to the job.
 */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'
import { TeamsRefused, TeamsUnreachable } from './ports.ts'

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>
type HttpClient = NonNullable<ConnectorOptions['httpClient']>

const PATIENCE_MS = 10_000
/** Asked to slow down, or a fault that passes. */
const PASSING = [408, 412, 429]

const errorBody = z.object({ error: z.object({ code: z.string().max(100) }) })

export function connectorHttp(mayReach: (serviceUrl: string) => boolean): HttpClient {
  return {
    async sendRequest(request) {
      if (!mayReach(request.url)) throw new TeamsRefused(0, 'HostNotAllowed')
      const { status, text } = await send(request.url, {
        method: request.method,
        headers: request.headers.toJson(),
        ...(request.body != null && { body: String(request.body) }),
      })
      if (PASSING.includes(status) || status >= 500) throw new TeamsUnreachable(`Teams answered ${status}`)
      if (status >= 400) throw new TeamsRefused(status, codeIn(text))
      const headers = request.headers.clone()
      for (const name of headers.headerNames()) headers.remove(name)
      headers.set('content-type', 'application/json')
      return { request, status, headers, bodyAsText: text }
    },
  }
}

async function send(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw new TeamsUnreachable('Teams gave no answer', { cause })
  }
}

function codeIn(text: string): string {
  try {
    return errorBody.parse(JSON.parse(text)).error.code
  } catch {
    return 'Unknown' // an answer from something on the way, which says nothing we could go by
  }
}
