/** An issuer of tokens with keys of our own, on loopback: what Microsoft Entra is to the API, for tests of every rule. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export const TENANT = '5e0f6a1c-2f0b-4b1d-9c33-0d8d6f1b7a10'
export const AUDIENCE = '9f0a8c52-0c7d-4a52-8b0e-0f4a4f0e2b11'

export async function startEntra() {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const other = await generateKeyPair('RS256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }] })
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(keys)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `https://login.example/${TENANT}/v2.0`
  const sign = (claims: Record<string, unknown>, key: CryptoKey, alg = 'RS256') =>
    new SignJWT({
      tid: TENANT,
      oid: 'social-worker',
      ver: '2.0',
      scp: 'access_as_user',
      iss: issuer,
      aud: AUDIENCE,
      ...claims,
    })
      .setProtectedHeader({ alg, kid: 'ours' })
      .setIssuedAt()
      .setExpirationTime((claims['exp'] as number | undefined) ?? '5 minutes')
      .sign(key)
  return {
    issuer,
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    token: (claims: Record<string, unknown> = {}) => sign(claims, privateKey),
    forged: (claims: Record<string, unknown> = {}) => sign(claims, other.privateKey),
    /** Signed with a shared secret instead of a key: an old trick. */
    symmetric: () =>
      new SignJWT({ tid: TENANT, oid: 'social-worker', ver: '2.0', scp: 'access_as_user', iss: issuer, aud: AUDIENCE })
        .setProtectedHeader({ alg: 'HS256', kid: 'ours' })
        .setExpirationTime('5 minutes')
        .sign(new TextEncoder().encode(keys)),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
