/**
 * The local workplace: a practice council's Microsoft 365 on this computer. The app meets it over the network, as it
 * meets Microsoft's; whatever else it offers lives under `/local`.
 */
import type { Router } from 'express'
import type { Instant } from '../../shared/dates/time.ts'
import { makeCertificate } from './certificate.ts'
import { startClock, type WallClock, type WorkplaceClock } from './clock.ts'
import { makeEntraServer } from './entra/entra-server.ts'
import { openSigningKey } from './entra/signing-key.ts'
import { makeTokens } from './entra/tokens.ts'
import { startDueWork } from './due-work.ts'
import { calm, type Faults } from './faults.ts'
import { makeCallLog } from './graph/call-log.ts'
import { makeGraphServer } from './graph/server.ts'
import { makePatience } from './graph/patience.ts'
import { makeThrottle } from './graph/throttle.ts'
import { makeCourier, type LifecycleEvent } from './notifications/courier.ts'
import { makeHttpsPost } from './notifications/https-post.ts'
import { checkLoopback } from './loopback.ts'
import { makeMicrosoftServer, PORT } from './microsoft-server.ts'
import { mailLog, type LoggedMail } from './outlook/post-office.ts'
import { listPeople, type ListedPerson } from './people/directory.ts'
import { localRoutes } from './routes/local-routes.ts'
import { makeLiveUpdates } from './routes/live-routes.ts'
import { openState } from './state.ts'
import type { MessageAction } from './teams/teams.ts'
import { openApp, removeApp } from './teams/conversing.ts'
import { openTeams } from './teams/teams-routes.ts'
import { APP_ID, TENANT_ID, type Tenant } from './tenant.ts'

export type WorkplaceOptions = {
  /** `null` keeps everything in memory. */
  dataDir: string | null
  startAt?: Instant
  /** Where the app listens; refused beyond this computer. */
  appUrl: string
  /** What the app's package adds to the menu of a Teams message. */
  messageActions?: MessageAction[]
  /** Called with what the stand-in itself could not do: a fault of ours, never one that was asked for. */
  log: (line: string) => void
  /** Takes the app's clock to a moment, with all that becomes due on the way. Sets the clock alone when absent. */
  moveClock?: (to: Instant) => Promise<void>
  /** Empties the app's own memory when the workplace is reset. */
  resetApp?: () => Promise<void>
  /** How long Graph waits for the app's answer to a handshake (10 s) and to a notification (3 s). */
  patience?: Tenant['patience']
  /** How long a request may have been on its way when Graph asked to wait, so that it does not count as early. */
  onItsWayMs?: number
  /** PEM of certificates that the app may sign in with instead of its secret. */
  appCertificates?: string[]
  /** The computer's clock in milliseconds; tests hold it still. */
  wallClock?: WallClock
}

export type Workplace = {
  /** `https://127.0.0.1:…/v1.0` */
  graphUrl: string
  /** Where Graph reaches the app: HTTPS, passed on to `/webhooks/…` of the app. */
  publicUrl: string
  /** `https://127.0.0.1:…`; an authority is this and the tenant's id. */
  authority: string
  tenantId: string
  appId: string
  appSecret: string
  /** PEM; whoever talks to Graph or Entra here has to trust it. */
  caCertificate: string
  clock: WorkplaceClock
  people: ListedPerson[]
  faults: Faults
  /** Every mail that reached somebody, in order. */
  mails(): LoggedMail[]
  /** How often the app came back before the time that Graph had asked it to wait. */
  earlyReturns(): number
  /** Resolves once everything that is due by now has happened: people's habits, notifications. */
  settled(): Promise<void>
  /** When something is due next; for whoever moves the clock in steps. */
  nextDue(): Instant | null
  /** Tells subscribers about their subscriptions, as Graph does now and then. */
  tellLifecycle(event: LifecycleEvent, subscriptionId?: string): Promise<void>
  /** To be mounted at `/local`. */
  routes: Router
  reset(): Promise<void>
  close(): Promise<void>
}

const SECRET = 'local-workplace-secret'

/** What outlives a reset, and the tables that hold it. */
const CLOCK = 'clock'
const KEPT_OVER_RESETS = [CLOCK, PORT, 'signing key']

export async function startWorkplace(options: WorkplaceOptions): Promise<Workplace> {
  checkLoopback(options.appUrl)
  const wallClock = options.wallClock ?? (() => performance.timeOrigin + performance.now())
  const state = openState(options.dataDir)
  const reached = state.table<Instant>(CLOCK)
  const clock = startClock(wallClock, options.startAt, reached.get('reached') ?? null)
  clock.onMove(() => reached.put('reached', clock.now()))
  state.withEveryChange(CLOCK, 'reached', () => clock.now())
  const key = await openSigningKey(state)
  const certificate = makeCertificate({ dns: ['localhost'], ipv4: ['127.0.0.1'] })
  const tenant: Tenant = {
    id: TENANT_ID,
    appId: APP_ID,
    state,
    clock,
    faults: calm(),
    httpsPost: makeHttpsPost(certificate.cert),
    patience: options.patience ?? { handshakeMs: 10_000, deliveryMs: 3_000 },
    apps: { open: (person) => openApp(teams, person), remove: (person) => removeApp(teams, person) },
  }
  const live = makeLiveUpdates(tenant)
  const { appUrl, messageActions = [] } = options
  const teams = openTeams({ tenant, appUrl, messageActions, showTyping: live.showTyping })
  const courier = makeCourier(tenant, tenant.httpsPost, tenant.patience.deliveryMs)
  const dueWork = startDueWork(tenant, courier, options.log)
  const server = makeMicrosoftServer(certificate, state, options)
  const { base } = server
  const tokens = makeTokens(tenant, key, wallClock, base)
  const credentials = { appId: APP_ID, secret: SECRET, certificates: options.appCertificates ?? [] }
  const throttle = makeThrottle(clock)
  const patience = makePatience(wallClock, options.onItsWayMs)
  const calls = makeCallLog()
  const answerAsEntra = makeEntraServer({ tenant, key, tokens, credentials, wallClock, base })
  const answerAsGraph = makeGraphServer({ tenant, tokens, throttle, patience, calls, base })

  await server.listen({ graph: answerAsGraph, entra: answerAsEntra })

  const reset = async () => {
    state.clear(KEPT_OVER_RESETS)
    state.next('era') // links from before lead nowhere now
    Object.assign(tenant.faults, calm())
    await options.resetApp?.()
  }
  const moveClock = options.moveClock ?? ((to) => Promise.resolve(clock.moveTo(to)))
  const routes = localRoutes({ tenant, tokens, calls, courier, teams, live, moveClock, reset })

  return {
    graphUrl: `${base()}/v1.0`,
    publicUrl: base(),
    authority: base(),
    tenantId: TENANT_ID,
    appId: APP_ID,
    appSecret: SECRET,
    caCertificate: certificate.cert,
    clock,
    people: listPeople(),
    faults: tenant.faults,
    mails: () => mailLog(tenant).all(),
    routes,
    earlyReturns: patience.earlyReturns,
    settled: () => dueWork.settle(),
    nextDue: () => dueWork.nextDue(),
    tellLifecycle: (event, subscriptionId) => courier.tellLifecycle(event, subscriptionId),
    reset,
    async close() {
      dueWork.stop()
      live.close()
      await server.close()
      state.close()
    },
  }
}
