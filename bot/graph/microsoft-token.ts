/** Tokens for our own calls to Microsoft, by client credentials; kept until shortly before they expire. */
import { ConfidentialClientApplication } from '@azure/msal-node'

export type TokenSource = (options?: { fresh?: boolean }) => Promise<string>

export type AppCredentials = {
  /** `https://login.microsoftonline.com/{tenant}`, or the local workplace's. */
  authority: string
  clientId: string
  clientSecret: string
}

/** `scope` such as `https://graph.microsoft.com/.default`. */
export function tokenSource({ authority, clientId, clientSecret }: AppCredentials, scope: string): TokenSource {
  const client = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority, knownAuthorities: [new URL(authority).host] },
  })
  return async ({ fresh = false } = {}) => {
    const result = await client.acquireTokenByClientCredential({ scopes: [scope], skipCache: fresh })
    if (!result) throw new Error('Microsoft Entra gave no token for the app')
    return result.accessToken
  }
}
