/** What has to be known before anything can be shown: whose tab this is, where it stands, and how to sign in. */
import type { Fetch } from './api.ts'
import { loadConfig, type TabConfig } from './config.ts'
import { makeSignIn, type SignIn } from './sign-in.ts'
import { browserHost, findHost, HostSilent, type Host } from './teams.ts'

export type Opened = { config: TabConfig; host: Host; signIn: SignIn; fetch: Fetch }

/** A host that is none would keep its caller waiting for a minute; see {@link findHost}. */
const PATIENCE_MS = 8_000
/** The local workplace shows the tab in a frame of its own, which need not speak as Teams does. */
const LOCAL_PATIENCE_MS = 1_500

export async function openTab(page: Window, fetch: Fetch): Promise<Opened> {
  const config = await loadConfig(fetch)
  const local = config.mode === 'local'
  const host = await findHost(page, local ? LOCAL_PATIENCE_MS : PATIENCE_MS).catch((fault: unknown) => {
    if (local && fault instanceof HostSilent) return browserHost(page)
    throw fault
  })
  try {
    return { config, host, signIn: await makeSignIn(config, host, fetch, page), fetch }
  } catch (fault) {
    host.failed()
    throw fault
  }
}
