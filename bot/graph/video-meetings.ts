/**
 * How people get into a meeting in Teams, and what is kept of it. Not on the event: the meeting is found by its link, under
 * the organiser's object id alone, and only where a policy of Teams lets us. What is set already is not set again.
 */
import { z } from 'zod'
import type { Guarded, People, VideoMeetings } from '../meetings/ports.ts'
import { quoted, type Graph } from './graph-client.ts'
import { failureFrom, isPassing, readFault } from './graph-errors.ts'

const online = z.object({
  id: z.string(),
  allowTranscription: z.boolean().nullish(),
  recordAutomatically: z.boolean().nullish(),
  lobbyBypassSettings: z
    .object({ scope: z.string().nullish(), isDialInBypassEnabled: z.boolean().nullish() })
    .nullish(),
  participants: z
    .object({
      attendees: z
        .array(
          z.object({
            role: z.string().nullish(),
            identity: z.object({ user: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
})
const page = z.object({ value: z.array(online) })
type Online = z.infer<typeof online>

/** Without it Graph calls a co-organiser "unknown". */
const ROLES_AS_THEY_ARE = { Prefer: 'IdType="ImmutableId", include-unknown-enum-members' }

/** Nothing is recorded or written down unless somebody turns it on (P-10); guests and callers wait in the lobby (P-11). */
const OPTIONS = {
  recordAutomatically: false,
  allowTranscription: false,
  lobbyBypassSettings: { scope: 'organizationExcludingGuests', isDialInBypassEnabled: false },
} as const

export function videoMeetings(graph: Graph, people: Pick<People, 'byEmail'>): VideoMeetings {
  const idsOf = async (emails: string[]) => {
    const known = await Promise.all(emails.map((email) => people.byEmail(email)))
    return [...new Set(known.flatMap((person) => person?.objectId ?? []))]
  }

  async function guard(organiser: string, joinUrl: string, hosts: string[]): Promise<Guarded> {
    const [owner] = await idsOf([organiser])
    if (!owner) return 'noMeeting'
    const query = { $filter: `JoinWebUrl eq ${quoted(joinUrl)}` }
    const found = page.parse(await graph.get(['users', owner, 'onlineMeetings'], query, ROLES_AS_THEY_ARE)).value[0]
    if (!found) return 'noMeeting'
    const wanted = (await idsOf(hosts)).filter((id) => id !== owner)
    if (isGuarded(found, wanted)) return 'guarded'
    const attendees = wanted.map((id) => ({ identity: { user: { id } }, role: 'coorganizer' }))
    await graph.patch(['users', owner, 'onlineMeetings', found.id], { ...OPTIONS, participants: { attendees } })
    return 'guarded'
  }

  return {
    async guard(organiser, joinUrl, hosts) {
      try {
        return await guard(organiser, joinUrl, hosts)
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        const { status } = failureFrom(error)
        if (isPassing(status)) throw readFault(error)
        return status === 403 ? 'notAllowed' : 'noMeeting'
      }
    },
  }
}

function isGuarded({ participants, lobbyBypassSettings: lobby, ...options }: Online, hosts: string[]): boolean {
  const coorganisers = (participants?.attendees ?? []).filter(({ role }) => role === 'coorganizer')
  const ids = coorganisers.map(({ identity }) => identity?.user?.id ?? '')
  return (
    options.recordAutomatically === OPTIONS.recordAutomatically &&
    options.allowTranscription === OPTIONS.allowTranscription &&
    lobby?.scope === OPTIONS.lobbyBypassSettings.scope &&
    lobby.isDialInBypassEnabled === OPTIONS.lobbyBypassSettings.isDialInBypassEnabled &&
    ids.toSorted().join() === hosts.toSorted().join()
  )
}
