/** Who asks: the token that Graph wants on every request, and the refusals it has for one it does not like. */
import type { CheckedToken, Tokens } from '../entra/tokens.ts'
import { GraphError } from './answer.ts'

const WORDS: Record<Extract<CheckedToken, { ok: false }>['why'], string> = {
  empty: 'Access token is empty.',
  malformed: 'IDX14100: JWT is not well formed, or its signature is not valid.',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
}

export async function checkBearer(tokens: Tokens, authorization: string | undefined) {
  const checked = await tokens.checkForGraph(authorization)
  if (checked.ok) return checked.app
  throw new GraphError(401, 'InvalidAuthenticationToken', WORDS[checked.why], {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  })
}
