/**
 * Tokens as Entra issues them. Their times are those of the computer's own clock, not of the workplace's: the
 * libraries on both ends keep tokens by the computer's clock, and would find all of them expired after a leap.
 */
import { CompactSign, compactVerify, importJWK } from 'jose'
import { z } from 'zod'
import type { WallClock } from '../clock.ts'
import { guidOf } from '../ids.ts'
import type { DirectoryMember } from '../people/directory.ts'
import { APP_OBJECT_ID, type Tenant } from '../tenant.ts'
import type { SigningKey } from './signing-key.ts'

export const GRAPH = 'https://graph.microsoft.com'
export const BOT_FRAMEWORK = 'https://api.botframework.com'
export const LIFETIME_SECONDS = 3599

/** What the whole tenant consented to. Mail and calendars come by RBAC for Applications and are in no token. */
const CONSENTED = [
  'User.Read.All',
  'Place.Read.All',
  'OnlineMeetings.ReadWrite.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'AppCatalog.Read.All',
]

const SKEW_SECONDS = 300

const graphClaims = z.object({
  aud: z.string(),
  appid: z.string(),
  roles: z.array(z.string()),
  nbf: z.number(),
  exp: z.number(),
})

export type CheckedToken =
  | { ok: true; app: { appId: string; roles: string[] } }
  | { ok: false; why: 'empty' | 'malformed' | 'expired' | 'audience' }

export type Tokens = {
  /** App-only, for one resource. */
  forApp(resource: string): Promise<string>
  /** Delegated, for the app's own API. */
  forPerson(person: DirectoryMember): Promise<string>
  checkForGraph(authorization: string | undefined): Promise<CheckedToken>
}

export function makeTokens(tenant: Tenant, key: SigningKey, wallClock: WallClock, issuerBase: () => string): Tokens {
  const seconds = () => Math.floor(wallClock() / 1000)

  const signed = (claims: Record<string, unknown>, lifetime = LIFETIME_SECONDS) => {
    const iat = seconds()
    const payload = { ...claims, iat, nbf: iat, exp: iat + lifetime }
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, x5t: key.kid })
      .sign(key.privateKey)
  }

  const tokenId = () => guidOf('token', tenant.state.next('token')).replaceAll('-', '').slice(0, 22)

  return {
    forApp: (resource) =>
      signed({
        aud: resource,
        iss: `https://sts.windows.net/${tenant.id}/`,
        appid: tenant.appId,
        app_displayname: 'Placement Planning',
        appidacr: '1',
        idp: `https://sts.windows.net/${tenant.id}/`,
        idtyp: 'app',
        oid: APP_OBJECT_ID,
        sub: APP_OBJECT_ID,
        roles: resource === GRAPH ? CONSENTED : [],
        tid: tenant.id,
        uti: tokenId(),
        ver: '1.0',
      }),
    forPerson: (person) =>
      signed({
        aud: tenant.appId,
        iss: `${issuerBase()}/${tenant.id}/v2.0`,
        azp: tenant.appId,
        azpacr: '0',
        name: person.name,
        oid: person.objectId,
        preferred_username: person.email,
        ...(person.administers && { roles: ['Administrator'] }),
        scp: 'access_as_user',
        sid: guidOf('session', person.email),
        sub: guidOf('subject', person.email, tenant.appId).replaceAll('-', ''),
        tid: tenant.id,
        uti: tokenId(),
        ver: '2.0',
      }),
    async checkForGraph(authorization) {
      const [, token] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? []
      if (!token) return { ok: false, why: 'empty' }
      const claims = await readClaims(token, key)
      if (!claims) return { ok: false, why: 'malformed' }
      if (claims.aud !== GRAPH) return { ok: false, why: 'audience' }
      if (claims.exp + SKEW_SECONDS < seconds() || claims.nbf - SKEW_SECONDS > seconds())
        return { ok: false, why: 'expired' }
      return { ok: true, app: { appId: claims.appid, roles: claims.roles } }
    },
  }
}

async function readClaims(token: string, key: SigningKey) {
  const publicKey = await importJWK(key.publicJwk, 'RS256')
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] })
    return graphClaims.safeParse(JSON.parse(new TextDecoder().decode(payload))).data
  } catch {
    return undefined // whatever is wrong with its form or signature, it is no token of ours
  }
}
