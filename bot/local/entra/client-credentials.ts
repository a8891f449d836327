/** The token endpoint's client credentials grant: an application proves who it is, by secret or by certificate. */
import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { WallClock } from '../clock.ts'
import { BOT_FRAMEWORK, GRAPH, LIFETIME_SECONDS, type Tokens } from './tokens.ts'

/** What the app registration holds. Certificates are PEM. */
export type Credentials = { appId: string; secret: string; certificates: string[] }

export class EntraError extends Error {
  override name = 'EntraError'
  readonly status: number
  readonly error: string
  readonly code: number

  constructor(status: number, error: string, code: number, message: string) {
    super(message)
    this.status = status
    this.error = error
    this.code = code
  }
}

const RESOURCES = [GRAPH, BOT_FRAMEWORK]
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const assertionClaims = z.object({
  aud: z.string(),
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
})

export async function grantToken(
  form: URLSearchParams,
  credentials: Credentials,
  { tokens, wallClock, tokenEndpoint }: { tokens: Tokens; wallClock: WallClock; tokenEndpoint: string },
) {
  if (form.get('grant_type') !== 'client_credentials')
    throw new EntraError(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${form.get('grant_type')}'.`,
    )
  const appId = form.get('client_id') ?? ''
  if (appId !== credentials.appId)
    throw new EntraError(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${appId}' was not found in the directory 'Merrowdale Council'.`,
    )
  const assertion = form.get('client_assertion')
  if (assertion !== null) await checkAssertion(assertion, form, credentials, wallClock, tokenEndpoint)
  else checkSecret(form.get('client_secret'), credentials)
  return {
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
    ext_expires_in: LIFETIME_SECONDS,
    access_token: await tokens.forApp(resourceOf(form.get('scope') ?? '')),
  }
}

function checkSecret(given: string | null, { appId, secret }: Credentials): void {
  if (!given)
    throw new EntraError(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    )
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest())
  if (!a || !b || !timingSafeEqual(a, b))
    throw new EntraError(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
    )
}

async function checkAssertion(
  assertion: string,
  form: URLSearchParams,
  { appId, certificates }: Credentials,
  wallClock: WallClock,
  tokenEndpoint: string,
): Promise<void> {
  const refuse = (code: number, words: string) => new EntraError(401, 'invalid_client', code, words)
  if (form.get('client_assertion_type') !== JWT_BEARER) throw refuse(50027, 'JWT token is invalid or malformed.')
  const certificate = certificates.map((pem) => new X509Certificate(pem)).find((known) => isNamedIn(assertion, known))
  if (!certificate)
    throw refuse(
      700027,
      'The certificate with identifier used to sign the client assertion is not registered on application.',
    )
  const claims = await compactVerify(assertion, certificate.publicKey, { algorithms: ['RS256', 'PS256'] }).then(
    ({ payload }) => assertionClaims.safeParse(JSON.parse(new TextDecoder().decode(payload))).data,
    () => undefined,
  )
  const now = wallClock() / 1000
  if (!claims || claims.iss !== appId || claims.sub !== appId)
    throw refuse(700027, 'Client assertion failed signature validation.')
  if (claims.aud !== tokenEndpoint) throw refuse(700023, 'Client assertion audience claim does not match Realm issuer.')
  if (claims.exp < now || (claims.nbf ?? 0) > now + 300)
    throw refuse(700024, 'Client assertion is not within its valid time range.')
}

/** Assertions name their certificate by its thumbprint, SHA-1 in older libraries and SHA-256 in newer. */
function isNamedIn(assertion: string, certificate: X509Certificate): boolean {
  try {
    const header = decodeProtectedHeader(assertion)
    const thumbprint = (algorithm: string) => createHash(algorithm).update(certificate.raw).digest('base64url')
    return header['x5t#S256'] === thumbprint('sha256') || header.x5t === thumbprint('sha1')
  } catch {
    return false // not a token at all
  }
}

function resourceOf(scope: string): string {
  const [, resource] = /^(\S+)\/\.default$/.exec(scope.trim()) ?? []
  if (!resource)
    throw new EntraError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    )
  const known = RESOURCES.find((name) => name === resource.replace(/\/$/, ''))
  if (!known)
    throw new EntraError(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named Merrowdale Council.`,
    )
  return known
}
