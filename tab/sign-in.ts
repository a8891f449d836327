/**
 * Who is at the tab. Tokens stay in memory, since case workers share machines and hosts share out the browser's storage
 * as they please. A token that is there is used without asking; what has to be asked needs a press.
 */
import type { Fetch } from './api.ts'
import type { TabConfig } from './config.ts'
import type { LocalPerson } from './sign-in-local.ts'
import type { Host } from './teams.ts'

export type SignIn = {
  /** A token for our API without asking anybody; `null` where a person has to do something first. Throws while offline. */
  token(): Promise<string | null>
  /** The server refused the token that it was given: the next one must be new. */
  forget(): void
  ask: Ask
}

export type Ask =
  /** Microsoft asks who it is, in a window of its own. `false`: the person turned back. */
  | { kind: 'press'; signIn(): Promise<boolean> }
  /** The local workplace asks which of its people somebody is today. */
  | { kind: 'choose'; people(): Promise<LocalPerson[]>; as(email: string): Promise<boolean>; leave(): void }

export async function makeSignIn(config: TabConfig, host: Host, fetch: Fetch, page: Window): Promise<SignIn> {
  if (config.mode === 'local') return (await import('./sign-in-local.ts')).localSignIn(fetch, page.sessionStorage)
  const { entraSignIn } = await import('./sign-in-entra.ts')
  return entraSignIn(config, host, page)
}
