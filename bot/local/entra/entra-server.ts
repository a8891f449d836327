/** Entra's three addresses that an application meets: its metadata, its keys, and its token endpoint. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WallClock } from '../clock.ts'
import { readBytes } from '../read-bytes.ts'
import { DOMAIN } from '../people/staff.ts'
import type { Tenant } from '../tenant.ts'
import { EntraError, grantToken, type Credentials } from './client-credentials.ts'
import type { SigningKey } from './signing-key.ts'
import type { Tokens } from './tokens.ts'

export type EntraParts = {
  tenant: Tenant
  key: SigningKey
  tokens: Tokens
  credentials: Credentials
  wallClock: WallClock
  base: () => string
}

const MOST_BYTES = 64 * 1024

/** Answers and returns true for addresses that are Entra's. */
export function makeEntraServer(parts: EntraParts) {
  const { tenant, key } = parts
  const here = () => `${parts.base()}/${tenant.id}`

  const metadata = () => ({
    token_endpoint: `${here()}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${here()}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${here()}/v2.0`,
    authorization_endpoint: `${here()}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${here()}/oauth2/v2.0/logout`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  })

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', parts.base())
    const [, realm = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(pathname) ?? []
    const endpoint = `${request.method} ${rest}`
    if (
      !['GET v2.0/.well-known/openid-configuration', 'GET discovery/v2.0/keys', 'POST oauth2/v2.0/token'].includes(
        endpoint,
      )
    )
      return false
    try {
      if (![tenant.id, DOMAIN].includes(realm.toLowerCase()))
        throw new EntraError(
          400,
          'invalid_tenant',
          90002,
          `Tenant '${realm}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
        )
      if (endpoint.endsWith('openid-configuration')) send(response, 200, metadata())
      else if (endpoint.endsWith('keys'))
        send(response, 200, { keys: [{ ...key.publicJwk, issuer: `${here()}/v2.0` }] })
      else send(response, 200, await grant(request))
    } catch (error) {
      if (!(error instanceof EntraError)) throw error
      send(response, error.status, errorBody(error))
    }
    return true
  }

  async function grant(request: IncomingMessage) {
    const form = new URLSearchParams((await readBytes(request, MOST_BYTES)).toString('utf8'))
    const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (basic) {
      const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
      form.set('client_id', id)
      form.set('client_secret', secret)
    }
    return grantToken(form, parts.credentials, { ...parts, tokenEndpoint: `${here()}/oauth2/v2.0/token` })
  }

  function errorBody({ error, code, message }: EntraError) {
    const [traceId, correlationId] = [randomUUID(), randomUUID()]
    const timestamp = tenant.clock.now().replace('T', ' ')
    return {
      error,
      error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    }
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store, no-cache',
  })
  response.end(JSON.stringify(body))
}
