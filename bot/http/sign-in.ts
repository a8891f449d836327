/**
 * Who is calling: every request of the API carries a token that Microsoft Entra, or the local workplace, issued for this
 * app. Identity is the directory's id, never an e-mail address; tokens of apps are no people (T7).
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import type { NextFunction, Request, Response } from 'express'
import type { Reader } from '../../shared/people/permissions.ts'
import type { People } from '../meetings/ports.ts'
import { sendError } from './refusals.ts'

export type SignInOptions = {
  /** `https://login.microsoftonline.com/{tenant}/v2.0` */
  issuer: string
  jwksUrl: string
  audience: string
  tenantId: string
  people: People
}

const SCOPE = 'access_as_user'
/** The app role in Entra of those who look after the app. */
const ADMINISTRATOR = 'Administrator'

/** Reads the bearer token into `response.locals.reader`, or answers 401 or 403 in words. */
export function signIn({ issuer, jwksUrl, audience, tenantId, people }: SignInOptions) {
  const keys = createRemoteJWKSet(new URL(jwksUrl))
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (!token) return sendError(response, 'notSignedIn')
    let claims: JWTPayload
    try {
      const verified = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        clockTolerance: 60,
        requiredClaims: ['exp', 'oid', 'tid'],
      })
      claims = verified.payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return sendError(response, 'notSignedIn')
      throw error
    }
    if (claims.tid !== tenantId || claims.ver !== '2.0') return sendError(response, 'notSignedIn')
    // A token without a person behind it, or for another purpose, opens nothing here.
    if (claims.idtyp === 'app' || !scopes(claims).includes(SCOPE)) return sendError(response, 'noPerson')
    const person = await people.byObjectId(String(claims.oid))
    if (!person) return sendError(response, 'notInDirectory')
    const { objectId, name, email, role } = person
    const administrator = Array.isArray(claims['roles']) && claims['roles'].includes(ADMINISTRATOR)
    response.locals['reader'] = { objectId, name, email, role, administrator } satisfies Reader
    next()
  }
}

/** Whoever signed in; only behind {@link signIn}. */
export const readerOf = (response: Response): Reader => response.locals['reader'] as Reader

const scopes = ({ scp }: JWTPayload): string[] => (typeof scp === 'string' ? scp.split(' ') : [])
