/**
 * Tries every permission once, changes nothing, and says in words what is missing and what is too wide. One mailbox in
 * scope has to answer; one out of scope has to be refused.
 */
import { decodeJwt } from 'jose'
import { z } from 'zod'
import type { PreflightCheck, PreflightOutcome } from '../../shared/preflight.ts'
import type { Graph, Path } from '../graph/graph-client.ts'
import type { TokenSource } from '../graph/microsoft-token.ts'
import { CONSENTED, opensMailboxes, PERMISSIONS, type Permission } from './permissions.ts'
import { NO_SUCH_ITEM, probe, type Probed } from './probe.ts'

export type PreflightParts = {
  graph: Graph
  token: TokenSource
  planningMailbox: string
  /** Somebody whom the app has nothing to do with: neither calendar nor mail of theirs may open. */
  outsideMailbox: string
  /** One of those who convene and chair: their calendar opens and their mail does not. */
  memberMailbox: string | null
  /** Where placement confirmations are sent to; `null` for no such mailbox. */
  confirmationMailbox: string | null
}

export async function preflight(parts: PreflightParts): Promise<PreflightCheck[]> {
  const roles = await rolesInToken(parts.token)
  if (roles === null) return [SIGN_IN_UNKNOWN]
  if (roles === 'refused') return [SIGN_IN_REFUSED]
  return [
    SIGN_IN,
    consents(roles),
    ...(await outsideChecks(parts)),
    ...(await planningMailboxChecks(parts)),
    ...(parts.confirmationMailbox ? [await confirmationCheck(parts.graph, parts.confirmationMailbox)] : []),
    ...(await tenantChecks(parts)),
    ...(parts.memberMailbox === null ? [] : await memberChecks(parts.graph, parts.memberMailbox)),
  ]
}

/** The part that decides whether the app may start at all. */
export async function reachChecks(parts: PreflightParts): Promise<PreflightCheck[]> {
  const roles = await rolesInToken(parts.token)
  if (roles === null || roles === 'refused') return [SIGN_IN_UNKNOWN]
  return [consents(roles), ...(await outsideChecks(parts))]
}

const SIGN_IN: PreflightCheck = {
  id: 'signIn',
  what: 'Sign in as the app',
  why: 'Nothing works without it.',
  permission: null,
  givenIn: null,
  outcome: 'works',
  words: 'Microsoft Entra gave the app a token.',
}
const SIGN_IN_REFUSED: PreflightCheck = {
  ...SIGN_IN,
  outcome: 'missing',
  words:
    'Microsoft Entra does not know the app, or its client secret is wrong or has expired. Check TENANT_ID and CLIENT_ID, and make a new CLIENT_SECRET (set-up guide, section 2).',
}
const SIGN_IN_UNKNOWN: PreflightCheck = {
  ...SIGN_IN,
  outcome: 'unknown',
  words: 'Microsoft Entra could not be reached. Check the network, and try again.',
}

const claims = z.object({ roles: z.array(z.string()).optional() })

/** What the whole tenant consented to; `null` when nobody could be asked. */
async function rolesInToken(token: TokenSource): Promise<string[] | 'refused' | null> {
  try {
    return claims.parse(decodeJwt(await token({ fresh: true }))).roles ?? []
  } catch (error) {
    return isRefusal(error) ? 'refused' : null
  }
}

/** Entra names what it refuses; a network that is down has no such name. */
const isRefusal = (error: unknown) =>
  error instanceof Error &&
  'errorCode' in error &&
  ['invalid_client', 'unauthorized_client', 'invalid_tenant', 'invalid_request'].includes(String(error.errorCode))

function consents(roles: string[]): PreflightCheck {
  const mailboxes = roles.filter(opensMailboxes)
  const more = roles.filter((role) => !CONSENTED.includes(role) && !opensMailboxes(role))
  return {
    id: 'consents',
    what: 'Look at what the whole tenant has consented to',
    why: 'A consent to mail or calendars in Entra opens every mailbox of the council, whatever Exchange says.',
    permission: null,
    givenIn: 'Entra',
    ...(mailboxes.length > 0
      ? {
          outcome: 'tooWide' as const,
          words: `The app may read the mailboxes of everybody. Remove ${mailboxes.join(', ')} from its permissions in Entra (set-up guide, section 2).`,
        }
      : {
          outcome: 'works' as const,
          words: `No mailbox is opened there.${more.length > 0 ? ` Not needed, and better removed: ${more.join(', ')}.` : ''}`,
        }),
  }
}

const calendarOf = (graph: Graph, mailbox: string) =>
  probe(() => graph.get(['users', mailbox, 'events'], { $select: 'id', $top: 1 }))
const mailOf = (graph: Graph, mailbox: string) =>
  probe(() => graph.get(['users', mailbox, 'messages'], { $select: 'id', $top: 1 }))

async function outsideChecks({ graph, outsideMailbox: mailbox }: PreflightParts): Promise<PreflightCheck[]> {
  return [
    mustBeRefused('outsideCalendar', 'calendar', mailbox, PERMISSIONS.calendars, await calendarOf(graph, mailbox)),
    mustBeRefused('outsideMail', 'mail', mailbox, PERMISSIONS.letters, await mailOf(graph, mailbox)),
  ]
}

async function memberChecks(graph: Graph, mailbox: string): Promise<PreflightCheck[]> {
  return [
    mustBeAllowed('memberCalendar', `Read the calendar of ${mailbox}`, PERMISSIONS.calendars, [
      await calendarOf(graph, mailbox),
    ]),
    mustBeRefused('memberMail', 'mail', mailbox, PERMISSIONS.letters, await mailOf(graph, mailbox)),
  ]
}

const confirmationCheck = async (graph: Graph, mailbox: string): Promise<PreflightCheck> =>
  mustBeAllowed('confirmations', `Read the mail of ${mailbox}`, PERMISSIONS.confirmations, [
    await mailOf(graph, mailbox),
  ])

async function planningMailboxChecks({ graph, planningMailbox: own }: PreflightParts): Promise<PreflightCheck[]> {
  const patchOfNothing = (...path: Path) =>
    probe(() => graph.patch(['users', own, ...path, NO_SUCH_ITEM], { categories: [] }))
  return [
    mustBeAllowed('calendar', `Read and write the calendar of ${own}`, PERMISSIONS.calendars, [
      await calendarOf(graph, own),
      await patchOfNothing('events'),
    ]),
    await teamsMeetings(graph, own),
    mustBeAllowed('letters', `Read and write the mail of ${own}`, PERMISSIONS.letters, [
      await mailOf(graph, own),
      await patchOfNothing('messages'),
    ]),
    mustBeAllowed('sending', `Send from ${own}`, PERMISSIONS.sending, [
      await probe(() => graph.post(['users', own, 'messages', NO_SUCH_ITEM, 'send'], undefined)),
    ]),
  ]
}

const calendar = z.object({ allowedOnlineMeetingProviders: z.array(z.string()).nullish() })

/** A mailbox without a Teams licence books events without a link, and says so only afterwards. */
async function teamsMeetings(graph: Graph, own: string): Promise<PreflightCheck> {
  let providers: string[] = []
  const asked = await probe(async () => {
    const answer = await graph.get(['users', own, 'calendar'], { $select: 'allowedOnlineMeetingProviders' })
    providers = calendar.parse(answer).allowedOnlineMeetingProviders ?? []
  })
  const found: Pick<PreflightCheck, 'outcome' | 'words'> =
    asked === 'unknown'
      ? COULD_NOT_ASK
      : asked === 'allowed' && providers.includes('teamsForBusiness')
        ? { outcome: 'works', words: 'Meetings that this mailbox organises come with a link.' }
        : {
            outcome: 'missing',
            words: 'Meetings that this mailbox organises would have no link: give it a licence with Teams.',
          }
  return {
    id: 'teamsMeetings',
    what: `Hold meetings in Teams that ${own} organises`,
    why: 'The link to join by video.',
    permission: PERMISSIONS.calendars.name,
    givenIn: 'Teams',
    ...found,
  }
}

const NO_SUCH_LINK = "'https://teams.microsoft.com/l/meetup-join/none'"

const directoryEntry = z.object({ id: z.string(), jobTitle: z.string().nullable().optional() })

async function tenantChecks({ graph, planningMailbox: own }: PreflightParts): Promise<PreflightCheck[]> {
  let entry: z.infer<typeof directoryEntry> | null = null
  const read = await probe(async () => {
    entry = directoryEntry.parse(await graph.get(['users', own], { $select: 'id,jobTitle' }))
  })
  // The lesser permission answers as well, and leaves out what people do.
  const { id, jobTitle } = (entry ?? { id: own }) as z.infer<typeof directoryEntry>
  const directory: Probed = read === 'allowed' && jobTitle === undefined ? 'refused' : read
  return [
    mustBeAllowed('directory', 'Read the directory, job titles included', PERMISSIONS.directory, [directory]),
    mustBeAllowed('install', 'Put itself in front of people in Teams', PERMISSIONS.install, [
      await probe(() => graph.get(['users', id, 'teamwork', 'installedApps'], { $top: 1 })),
    ]),
    mustBeAllowed('video', `Keep guests of ${own}'s meetings in the lobby`, PERMISSIONS.video, [
      await probe(() => graph.get(['users', id, 'onlineMeetings'], { $filter: `JoinWebUrl eq ${NO_SUCH_LINK}` })),
    ]),
  ]
}

const COULD_NOT_ASK: Pick<PreflightCheck, 'outcome' | 'words'> = {
  outcome: 'unknown',
  words: 'Microsoft could not be asked. Try again in a few minutes.',
}
const noMailbox = (variable: string): Pick<PreflightCheck, 'outcome' | 'words'> => ({
  outcome: 'missing',
  words: `There is no such mailbox in this tenant: ${variable} has to name one that there is.`,
})

const NAMED_BY: Record<string, string> = { memberCalendar: 'MEMBER_MAILBOX', confirmations: 'CONFIRMATION_MAILBOX' }

function mustBeAllowed(id: string, what: string, permission: Permission, probed: Probed[]): PreflightCheck {
  const found: Pick<PreflightCheck, 'outcome' | 'words'> = probed.includes('refused')
    ? { outcome: 'missing', words: `Refused. ${permission.howToGive}` }
    : probed.includes('noMailbox')
      ? noMailbox(NAMED_BY[id] ?? 'PLANNING_MAILBOX')
      : probed.includes('unknown')
        ? COULD_NOT_ASK
        : { outcome: 'works', words: 'Allowed.' }
  return { id, what, why: permission.feature, permission: permission.name, givenIn: permission.givenIn, ...found }
}

const REFUSED: Record<Probed, (mailbox: string) => { outcome: PreflightOutcome; words: string }> = {
  refused: () => ({ outcome: 'works', words: 'Refused, as it should be.' }),
  allowed: (mailbox) => ({
    outcome: 'tooWide',
    words: `The app can read ${mailbox} and must not. Limit its roles in Exchange to their scopes, and remove mail and calendars from its permissions in Entra (set-up guide, section 3). The app notices after 30 minutes to two hours.`,
  }),
  noMailbox: () => noMailbox('OUTSIDE_MAILBOX'),
  unknown: () => COULD_NOT_ASK,
}

const mustBeRefused = (
  id: string,
  of: 'calendar' | 'mail',
  mailbox: string,
  { name }: Permission,
  probed: Probed,
): PreflightCheck => ({
  id,
  what: `Be refused the ${of} of ${mailbox}`,
  why: 'The app reads the mailboxes that it needs and no others.',
  permission: name,
  givenIn: 'Exchange',
  ...REFUSED[probed](mailbox),
})
