/**
 * Who may knock: Teams signs every activity with a key that Microsoft publishes. The SDK's own check answers a bad
 * signature with 500 and writes the key to the console, so the check is made here, before the SDK sees anything.
 */
import { createRemoteJWKSet, jwtVerify, type JWTHeaderParameters } from 'jose'
import { z } from 'zod'

export type TokenRules = {
  appId: string
  issuer?: string
  /** Where Microsoft says which keys it signs with. */
  openIdMetadata?: string
}

/** What of an activity the token has to agree with. */
export type Claimed = { channelId: string; serviceUrl: string }

/** `true` for a bearer header that proves an activity to be Teams' own. */
export type TokenCheck = (authorization: string | undefined, claimed: Claimed) => Promise<boolean>

const ISSUER = 'https://api.botframework.com'
const OPEN_ID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const CLOCK_TOLERANCE_S = 5 * 60

const metadata = z.object({ jwks_uri: z.url() })
const endorsed = z.object({ endorsements: z.array(z.string()).optional() })

export function connectorTokenCheck({
  appId,
  issuer = ISSUER,
  openIdMetadata = OPEN_ID_METADATA,
}: TokenRules): TokenCheck {
  let found: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null
  const keys = () => {
    found ??= findKeys(openIdMetadata).catch((error: unknown) => {
      found = null
      throw error
    })
    return found
  }
  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (!token) return false
    const published = await keys()
    const verified = await verify(token, published, { issuer, audience: appId })
    if (!verified || verified.payload['serviceurl'] !== serviceUrl) return false
    return isEndorsed(verified.header, published, channelId)
  }
}

async function findKeys(openIdMetadata: string) {
  const response = await fetch(openIdMetadata, { signal: AbortSignal.timeout(5_000) })
  if (!response.ok) throw new Error(`The keys of Teams could not be found: ${response.status}`)
  return createRemoteJWKSet(new URL(metadata.parse(await response.json()).jwks_uri))
}

async function verify(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  wanted: { issuer: string; audience: string },
) {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      ...wanted,
      algorithms: ['RS256', 'RS384', 'RS512'],
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp'],
    })
    return { payload, header: protectedHeader }
  } catch (error) {
    if (isOfTheToken(error)) return null
    throw error
  }
}

/** A token that is not right, as against keys that cannot be fetched. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^ERR_(JWT_|JWS_|JOSE_ALG|JWKS_NO_MATCHING|JWKS_MULTIPLE)/.test(String(error.code))

/** A key speaks for the channels that endorse it. */
function isEndorsed(
  { kid }: JWTHeaderParameters,
  keys: ReturnType<typeof createRemoteJWKSet>,
  channelId: string,
): boolean {
  const key = keys.jwks()?.keys.find((one) => one.kid === kid)
  if (kid === undefined || !key) return false
  const { endorsements = [] } = endorsed.parse(key)
  return endorsements.length === 0 || endorsements.includes(channelId)
}
