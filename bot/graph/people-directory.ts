/**
 * The authority's directory, read once and again every so often: who has an address here, and what they do. A person's
 * role is what their job title says; titles differ from council to council, so they are data.
 */
import { z } from 'zod'
import type { Role } from '../../shared/placement/placement.ts'
import { toEpochMs } from '../../shared/dates/time.ts'
import type { Clock, DirectoryPerson, People } from '../meetings/ports.ts'
import type { Graph } from './graph-client.ts'
import { readFault } from './graph-errors.ts'

export type Directory = People & {
  /** Reads the directory, so that the first person need not wait. */
  warm(): Promise<void>
}

export type DirectoryOptions = { tenantId: string; clock: Clock; jobTitles?: Record<string, Role> }

const FRESH_MS = 60 * 60_000
/** An address that is not known is looked up again, but not for every letter of a busy day. */
const UNKNOWN_AGAIN_MS = 60_000

const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  jobTitle: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
})
const page = z.object({ value: z.array(user), '@odata.nextLink': z.string().optional() })

export function peopleDirectory(
  graph: Graph,
  { tenantId, clock, jobTitles = JOB_TITLES }: DirectoryOptions,
): Directory {
  let read: { at: number; byEmail: Map<string, DirectoryPerson>; byId: Map<string, DirectoryPerson> } | null = null
  let reading: Promise<void> | null = null

  const load = async () => {
    const byEmail = new Map<string, DirectoryPerson>()
    const byId = new Map<string, DirectoryPerson>()
    const query = { $select: 'id,displayName,mail,userPrincipalName,jobTitle,userType,accountEnabled', $top: 999 }
    for (let answer: unknown = await graph.get(['users'], query); answer;) {
      const { value, '@odata.nextLink': next } = page.parse(answer)
      for (const entry of value) {
        // A guest's mailbox is elsewhere, and so is their diary: an outsider to us.
        if (entry.userType?.toLowerCase() === 'guest' || entry.accountEnabled === false) continue
        const person = personFrom(entry, tenantId, jobTitles)
        byId.set(entry.id, person)
        for (const address of [entry.mail, entry.userPrincipalName])
          if (address) byEmail.set(address.toLowerCase(), person)
      }
      answer = next ? await graph.next(next) : null
    }
    read = { at: nowMs(), byEmail, byId }
  }
  const nowMs = () => toEpochMs(clock.now())
  const refresh = async () => {
    reading ??= load().finally(() => (reading = null))
    try {
      await reading
    } catch (error) {
      // What was read before is still better than nothing.
      if (!read) throw error instanceof z.ZodError ? error : readFault(error)
    }
  }
  const look = async (find: (known: NonNullable<typeof read>) => DirectoryPerson | undefined) => {
    if (!read || nowMs() - read.at > FRESH_MS) await refresh()
    const found = read && find(read)
    if (found) return found
    if (read && nowMs() - read.at > UNKNOWN_AGAIN_MS) await refresh()
    return (read && find(read)) ?? null
  }
  return {
    warm: refresh,
    byEmail: (email) => look(({ byEmail }) => byEmail.get(email.toLowerCase())),
    byObjectId: (id) => look(({ byId }) => byId.get(id)),
  }
}

function personFrom(entry: z.infer<typeof user>, tenantId: string, jobTitles: Record<string, Role>): DirectoryPerson {
  const email = entry.mail ?? entry.userPrincipalName ?? ''
  return {
    objectId: entry.id,
    tenantId,
    name: entry.displayName ?? email,
    email,
    role: jobTitles[entry.jobTitle?.trim().toLowerCase() ?? ''] ?? null,
  }
}

/** Job titles as councils write them, in lower case. */
export const JOB_TITLES: Record<string, Role> = {
  'placement officer': 'placementOfficer',
  'placements officer': 'placementOfficer',
  'access to resources officer': 'placementOfficer',
  'commissioning officer': 'placementOfficer',
  'social worker': 'childsSocialWorker',
  'senior social worker': 'childsSocialWorker',
  "child's social worker": 'childsSocialWorker',
  "children's social worker": 'childsSocialWorker',
  'team manager': 'teamManager',
  'practice manager': 'teamManager',
  'supervising social worker': 'supervisingSocialWorker',
  'fostering social worker': 'supervisingSocialWorker',
  'registered manager': 'registeredManager',
  'home manager': 'registeredManager',
  'deputy manager': 'managersDelegate',
  'key worker': 'keyWorker',
  'independent reviewing officer': 'independentReviewingOfficer',
  'virtual school head': 'virtualSchoolHead',
  'finance officer': 'financeOfficer',
  'payments officer': 'financeOfficer',
  'designated manager': 'designatedManager',
  'service manager': 'designatedManager',
  'head of service': 'designatedManager',
  'personal adviser': 'personalAdviser',
  'minute taker': 'minuteTaker',
  'business support officer': 'minuteTaker',
  'emergency duty team': 'emergencyDutyTeam',
  'emergency duty social worker': 'emergencyDutyTeam',
  advocate: 'advocate',
}
