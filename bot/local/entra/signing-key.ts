/** The key that the local issuer signs with: kept with the state, so tokens outlive a restart as they do in Entra. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { importJWK, type CryptoKey, type JWK } from 'jose'
import type { State } from '../state.ts'

export type SigningKey = { kid: string; privateKey: CryptoKey | Uint8Array; publicJwk: JWK }

type Kept = { privateJwk: JWK; publicJwk: JWK }

/** Making an RSA key takes a moment; workplaces in memory share the one of their process. */
let madeHere: Kept | undefined

export async function openSigningKey(state: State): Promise<SigningKey> {
  const table = state.table<Kept>('signing key')
  const kept = table.get('current') ?? (madeHere ??= makeKey())
  if (!table.get('current')) table.put('current', kept)
  return {
    kid: kept.publicJwk.kid ?? '',
    privateKey: await importJWK(kept.privateJwk, 'RS256'),
    publicJwk: kept.publicJwk,
  }
}

function makeKey(): Kept {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const shared = publicKey.export({ format: 'jwk' }) as JWK
  const kid = createHash('sha256').update(JSON.stringify(shared)).digest('base64url').slice(0, 27)
  return {
    privateJwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), kid },
    publicJwk: { ...shared, kid, x5t: kid, use: 'sig', alg: 'RS256' },
  }
}
