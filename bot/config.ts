/**
 * What the environment sets, read once and parsed before anything starts; a start with something missing names all of
 * it. Without any variable the app runs in the local workplace, on loopback, with no account anywhere.
 */
import { z } from 'zod'
import { districtIn } from '../shared/times/journeys.ts'
import { readInstant, type Instant } from '../shared/dates/time.ts'

export type TenantConfig = {
  tenantId: string
  clientId: string
  clientSecret: string
  /** The app's public address, `https://planning.council.gov.uk`. */
  publicUrl: string
  serviceMailbox: string
  phone: string
  council: string
  /** Somebody whom the app has nothing to do with: it does not start when it can read their mailbox. */
  outsideMailbox: string
  /** One of those who convene and chair, for the preflight alone. */
  memberMailbox: string | null
  /** Where placement confirmations are sent to, and the officers who hear of them; `null` for no such mailbox. */
  confirmations: { mailbox: string; officers: string[] } | null
  /** The app's id in the organisation's Teams catalogue; without it the app is put in front of people by a policy alone. */
  teamsAppId: string | null
  /** Of the office that staff set out from; without it nobody knows how long they are on their way. */
  officePostcode: string | null
}

export type Config = {
  host: string
  port: number
  /** Where the embedded database and the local workplace keep what they have. */
  dataDir: string
  databaseUrl: string | null
  packId: string
} & ({ mode: 'local'; clock: Instant | null } | { mode: 'tenant'; tenant: TenantConfig })

export class ConfigRefused extends Error {
  override name = 'ConfigRefused'
}

const TENANT_NAMES = [
  'TENANT_ID',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'PUBLIC_URL',
  'PLANNING_MAILBOX',
  'CONTACT_PHONE',
  'COUNCIL_NAME',
  'OUTSIDE_MAILBOX',
] as const

/** Throws {@link ConfigRefused} with a line for each variable that is missing or wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const value = (name: string) => env[name]?.trim() || undefined
  const port = Number(value('PORT') ?? 3978)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PORT: a number from 0 to 65535 is accepted')
  const host = value('HOST') ?? '127.0.0.1'
  const clock = value('CLOCK') === undefined ? null : readInstant(value('CLOCK')!)
  if (value('CLOCK') !== undefined && !clock) {
    problems.push('CLOCK: a moment with an offset is accepted, such as 2026-12-18T16:00:00+00:00')
  }
  const officePostcode = value('OFFICE_POSTCODE') ?? null
  if (officePostcode && !districtIn(officePostcode))
    problems.push('OFFICE_POSTCODE: a British postcode is accepted, such as LE1 1AA')
  const given = TENANT_NAMES.filter((name) => value(name) !== undefined)
  const shared = {
    host,
    port,
    dataDir: value('DATA_DIR') ?? '.data',
    databaseUrl: value('DATABASE_URL') ?? null,
    packId: value('PACK') ?? 'england-default',
  }
  if (given.length === 0) {
    if (!isLoopback(host)) {
      problems.push(
        `HOST: the local workplace has no sign-in of its own and stays on this computer; 127.0.0.1 or localhost is accepted. For a real tenant set ${TENANT_NAMES.join(', ')}.`,
      )
    }
    if (problems.length > 0) throw new ConfigRefused(problems.join('\n'))
    return { ...shared, mode: 'local', clock }
  }
  for (const name of TENANT_NAMES)
    if (!given.includes(name)) problems.push(`${name}: is missing; a real tenant needs it`)
  if (clock) problems.push('CLOCK: belongs to the local workplace; a real tenant keeps real time')
  const confirmations = readConfirmations(value, problems)
  const tenant = tenantSchema.safeParse(Object.fromEntries(TENANT_NAMES.map((name) => [name, value(name)])))
  if (!tenant.success) {
    for (const { path, message } of tenant.error.issues) {
      if (given.includes(String(path[0]) as (typeof TENANT_NAMES)[number]))
        problems.push(`${path.join('.')}: ${message}`)
    }
  }
  if (problems.length > 0 || !tenant.success) throw new ConfigRefused(problems.join('\n'))
  const read = tenant.data
  return {
    ...shared,
    mode: 'tenant',
    tenant: {
      tenantId: read.TENANT_ID,
      clientId: read.CLIENT_ID,
      clientSecret: read.CLIENT_SECRET,
      publicUrl: read.PUBLIC_URL.replace(/\/$/, ''),
      serviceMailbox: read.PLANNING_MAILBOX,
      phone: read.CONTACT_PHONE,
      council: read.COUNCIL_NAME,
      outsideMailbox: read.OUTSIDE_MAILBOX,
      memberMailbox: value('MEMBER_MAILBOX') ?? null,
      confirmations,
      teamsAppId: value('TEAMS_APP_ID') ?? null,
      officePostcode,
    },
  }
}

const tenantSchema = z.object({
  TENANT_ID: z.guid('the id of the tenant is accepted, a GUID'),
  CLIENT_ID: z.guid("the app registration's client id is accepted, a GUID"),
  CLIENT_SECRET: z.string().min(1),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'an address that begins with https:// is accepted' }),
  PLANNING_MAILBOX: z.email('an e-mail address is accepted'),
  CONTACT_PHONE: z.string().min(5, 'a phone number is accepted'),
  COUNCIL_NAME: z.string().min(2, 'the name of the council is accepted'),
  OUTSIDE_MAILBOX: z.email('an e-mail address is accepted, of somebody whose mailbox the app must not open'),
})

/** Both or none: a mailbox that nobody hears of would be one where confirmations are lost. */
function readConfirmations(
  value: (name: string) => string | undefined,
  problems: string[],
): TenantConfig['confirmations'] {
  const mailbox = value('CONFIRMATION_MAILBOX')
  const named = value('CONFIRMATION_OFFICERS')
  if (!mailbox && !named) return null
  const officers = (named ?? '').split(',').flatMap((address) => address.trim() || [])
  const isAddress = (text: string) => z.email().safeParse(text).success
  if (!mailbox || !isAddress(mailbox))
    problems.push('CONFIRMATION_MAILBOX: the e-mail address of the mailbox is accepted, beside CONFIRMATION_OFFICERS')
  if (officers.length === 0 || !officers.every(isAddress))
    problems.push(
      'CONFIRMATION_OFFICERS: the e-mail addresses of those who hear of confirmations are accepted, with commas between them',
    )
  return { mailbox: mailbox ?? '', officers }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
