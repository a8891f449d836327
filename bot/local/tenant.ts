/** What every part of the stand-in works with: whose tenant it is, what it remembers, what time it is, what goes wrong. */
import type { WorkplaceClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { HttpsPost } from './notifications/https-post.ts'
import { guidOf } from './ids.ts'
import type { DirectoryMember } from './people/directory.ts'
import { DOMAIN } from './people/staff.ts'
import type { State } from './state.ts'

export type Tenant = {
  id: string
  /** The client id of the app under test: its bot, its API and its service principal are one registration. */
  appId: string
  state: State
  clock: WorkplaceClock
  faults: Faults
  /** Over HTTPS, to whoever subscribed. */
  httpsPost: HttpsPost
  /** Gives people the app in Teams, or takes it away, and lets its bot know. */
  apps: { open(person: DirectoryMember): Promise<void>; remove(person: DirectoryMember): Promise<void> }
  /** How long the service waits for an answer to a handshake, and to a notification. */
  patience: { handshakeMs: number; deliveryMs: number }
}

export const TENANT_ID = guidOf('tenant', DOMAIN)
export const APP_ID = guidOf('application', DOMAIN, 'placement planning')
/** What the service principal of the app is called in the directory. */
export const APP_OBJECT_ID = guidOf('service principal', DOMAIN, 'placement planning')
/** The app's id in the tenant's Teams catalogue. */
export const TEAMS_APP_ID = guidOf('teams app', DOMAIN, 'placement planning')
