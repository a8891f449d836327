/**
 * What the app runs in: Microsoft's cloud for a real tenant, or the local workplace on this computer. Both are the same
 * to everything else: addresses, keys, a clock. The local workplace is loaded for that mode alone.
 */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Router } from 'express'
import type { Contact } from '../shared/letters/invitation.ts'
import { journeysFrom, type JourneyMins } from '../shared/times/journeys.ts'
import { fromEpochMs, type Instant } from '../shared/dates/time.ts'
import type { Config, TenantConfig } from './config.ts'
import { TEAMS_AND_OUTLOOK } from './http/security-headers.ts'
import type { Clock } from './meetings/ports.ts'

export type Surroundings = {
  clock: Clock
  tenantId: string
  clientId: string
  clientSecret: string
  /** With the version. */
  graphUrl: string
  /** `https://login.microsoftonline.com/{tenant}` */
  authority: string
  jwksUrl: string
  publicUrl: string
  /** Where Graph reaches the app, without the path. */
  notificationUrl: string
  contact: Contact
  journeyMins: JourneyMins
  /** For the preflight: neither calendar nor mail of the first may open to the app, and the second's calendar alone. */
  outsideMailbox: string
  memberMailbox: string | null
  /** Where placement confirmations are sent to, and the officers who hear of them. */
  mailbox: { address: string; officers: string[] } | null
  frameAncestors: string[]
  /** Where Teams' connector is for people who were never heard of. */
  teamsServiceUrl: string
  /** The app's id in the Teams catalogue, where it may install itself. */
  teamsAppId: string | null
  /** Activities without a token are taken: on loopback alone. */
  anonymousBot: boolean
  local: { routes: Router } | null
  close(): Promise<void>
}

export function inTenant({ tenantId, clientId, clientSecret, confirmations, ...tenant }: TenantConfig): Surroundings {
  const authority = `https://login.microsoftonline.com/${tenantId}`
  return {
    // The only place where the computer's own clock is read.
    clock: { now: () => fromEpochMs(performance.timeOrigin + performance.now()) },
    tenantId,
    clientId,
    clientSecret,
    graphUrl: 'https://graph.microsoft.com/v1.0',
    authority,
    jwksUrl: `${authority}/discovery/v2.0/keys`,
    publicUrl: tenant.publicUrl,
    notificationUrl: tenant.publicUrl,
    outsideMailbox: tenant.outsideMailbox,
    memberMailbox: tenant.memberMailbox,
    contact: { phone: tenant.phone, serviceMailbox: tenant.serviceMailbox, council: tenant.council },
    journeyMins: journeysFrom(tenant.officePostcode),
    mailbox: confirmations && { address: confirmations.mailbox, officers: confirmations.officers },
    frameAncestors: TEAMS_AND_OUTLOOK,
    teamsServiceUrl: 'https://smba.trafficmanager.net/uk/',
    teamsAppId: tenant.teamsAppId,
    anonymousBot: false,
    local: null,
    close: () => Promise.resolve(),
  }
}

/** What the local workplace cannot do by itself, since the app does it. */
export type LocalHooks = {
  moveClock: (to: Instant) => Promise<void>
  resetApp: () => Promise<void>
  log: (line: string) => void
}

export type LocalSurroundings = Surroundings & {
  setClock(to: Instant): void
  /** When the workplace itself has something to do next: somebody answers, a subscription runs out. */
  nextDue(): Instant | null
  /** Resolves when everything that it had begun is done. */
  settled(): Promise<void>
}

export async function inLocalWorkplace(
  config: Extract<Config, { mode: 'local' }>,
  folder: string,
  appUrl: string,
  hooks: LocalHooks,
): Promise<LocalSurroundings> {
  const { startWorkplace } = await import('./local/workplace.ts')
  const { MEMBER_MAILBOX, OUTSIDE_MAILBOX } = await import('./local/people/staff.ts')
  const { INTAKE_MAILBOX, PLANNING_MAILBOX } = await import('./local/people/service-mailboxes.ts')
  const { TEAMS_APP_ID } = await import('./local/tenant.ts')
  const { DISTRICTS, OFFICE_POSTCODE } = await import('./local/people/places.ts')
  const workplace = await startWorkplace({
    dataDir: folder,
    ...(config.clock && { startAt: config.clock }),
    appUrl,
    // As the manifest has them.
    messageActions: [{ commandId: 'planMeeting', title: 'Plan meeting from this' }],
    ...hooks,
  })
  // The workplace speaks TLS with a certificate of its own, which this process has to trust as it trusts Microsoft's.
  setDefaultCACertificates([...getCACertificates('default'), workplace.caCertificate])
  const authority = `${workplace.authority}/${workplace.tenantId}`
  return {
    clock: workplace.clock,
    setClock: (to) => workplace.clock.moveTo(to),
    nextDue: () => workplace.nextDue(),
    settled: () => workplace.settled(),
    tenantId: workplace.tenantId,
    clientId: workplace.appId,
    clientSecret: workplace.appSecret,
    graphUrl: workplace.graphUrl,
    authority,
    jwksUrl: `${authority}/discovery/v2.0/keys`,
    publicUrl: appUrl,
    notificationUrl: workplace.publicUrl,
    contact: { phone: '01632 960100', serviceMailbox: PLANNING_MAILBOX, council: 'Merrowdale Council' },
    journeyMins: journeysFrom(OFFICE_POSTCODE, DISTRICTS),
    outsideMailbox: OUTSIDE_MAILBOX,
    memberMailbox: MEMBER_MAILBOX,
    mailbox: {
      address: INTAKE_MAILBOX,
      officers: workplace.people.flatMap(({ email, role }) => (role === 'placementOfficer' ? [email] : [])),
    },
    frameAncestors: [],
    teamsServiceUrl: `${appUrl}/local/teams/connector`,
    teamsAppId: TEAMS_APP_ID,
    anonymousBot: true,
    local: { routes: workplace.routes },
    close: () => workplace.close(),
  }
}
