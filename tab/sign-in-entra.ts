/**
 * Signing in with Entra ID: through the host where it offers that (nested app authentication, else its token), else in
 * a window or, in a plain browser, on this page. MSAL is large and loaded only where it is used.
 */
import type { IPublicClientApplication } from '@azure/msal-browser'
import type { TabConfig } from './config.ts'
import type { SignIn } from './sign-in.ts'
import type { Host, HostSignIn } from './teams.ts'

/** Where a window of ours signs somebody in. Registered as a redirect address of the single-page application. */
export const SIGN_IN_WINDOW = '/tab/sign-in-window'

export function entraSignIn(config: TabConfig, host: Host, page: Window): Promise<SignIn> {
  if (!host.signIn) return browserSignIn(config, page)
  return host.signIn.nestedAppAuth ? nestedSignIn(config, host) : Promise.resolve(hostSignIn(host.signIn))
}

const scopes = ({ scope }: TabConfig) => ({ scopes: [scope] })

/** The host signs in for the app that is nested in it. */
async function nestedSignIn(config: TabConfig, { loginHint }: Host): Promise<SignIn> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser')
  const msal = await createNestablePublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority },
    cache: { cacheLocation: 'memoryStorage' },
  })
  // Outlook on the web gives no token without an account (it may be known by the hint alone).
  const account = () => msal.getActiveAccount() ?? msal.getAllAccounts()[0]
  const request = () => ({ ...scopes(config), account: account(), loginHint: loginHint ?? undefined })
  let fresh = false
  return {
    token: async () => {
      const { accessToken } = await orNull(() => msal.acquireTokenSilent({ ...request(), forceRefresh: fresh }))
      if (accessToken) fresh = false
      return accessToken
    },
    forget: () => {
      fresh = true
    },
    ask: {
      kind: 'press',
      signIn: async () => (await orNull(() => msal.acquireTokenPopup(request()))).accessToken !== null,
    },
  }
}

/** The host gives a token for the app, or a window of ours asks for what is still missing. */
function hostSignIn(host: HostSignIn): SignIn {
  let token: string | null = null
  return {
    token: async () => {
      token ??= await host.token().catch(() => null)
      return token
    },
    forget: () => {
      token = null
    },
    ask: {
      kind: 'press',
      signIn: async () => {
        token = await host.inWindow(SIGN_IN_WINDOW).catch(() => null)
        return token !== null
      },
    },
  }
}

/** Without a host Microsoft's page takes this one's place, and leads back to it. */
async function browserSignIn(config: TabConfig, page: Window): Promise<SignIn> {
  const msal = await standardClient(config, `${page.location.origin}/tab/`)
  await msal.handleRedirectPromise()
  let fresh = false
  return {
    token: async () => {
      const account = msal.getAllAccounts()[0]
      if (!account) return null
      const { accessToken } = await orNull(() =>
        msal.acquireTokenSilent({ ...scopes(config), account, forceRefresh: fresh }),
      )
      if (accessToken) fresh = false
      return accessToken
    },
    forget: () => {
      fresh = true
    },
    ask: {
      kind: 'press',
      signIn: async () => {
        await msal.acquireTokenRedirect({ ...scopes(config), redirectStartPage: page.location.href })
        return false
      },
    },
  }
}

/** What runs in the window of {@link SIGN_IN_WINDOW}: first it leads to Microsoft, then it comes back with a token. */
export async function tokenInWindow(config: TabConfig, page: Window): Promise<string> {
  const msal = await standardClient(config, `${page.location.origin}${SIGN_IN_WINDOW}`)
  const back = await msal.handleRedirectPromise({ navigateToLoginRequestUrl: false })
  if (back) return back.accessToken
  await msal.acquireTokenRedirect(scopes(config))
  // The page is being left; nothing after this line is seen.
  return new Promise(() => {})
}

async function standardClient(config: TabConfig, redirectUri: string): Promise<IPublicClientApplication> {
  const { createStandardPublicClientApplication } = await import('@azure/msal-browser')
  return createStandardPublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority, redirectUri },
    cache: { cacheLocation: 'memoryStorage' },
  })
}

/** MSAL throws where a person has to be asked, or has turned back: then there is no token. Without a network, throws on. */
async function orNull(ask: () => Promise<{ accessToken: string }>): Promise<{ accessToken: string | null }> {
  try {
    return await ask()
  } catch (fault) {
    if (fault instanceof Error && AWAY.includes((fault as { errorCode?: string }).errorCode ?? '')) throw fault
    console.warn('No token for the planning meetings', fault instanceof Error ? fault.name : fault)
    return { accessToken: null }
  }
}

const AWAY = ['no_network_connectivity', 'post_request_failed', 'get_request_failed', 'network_error']
