/** Who else has a meeting's record open, and where they are in it. Forgotten soon after they were last heard of. */
import type { Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { toEpochMs } from '../../shared/dates/time.ts'
import type { Clock } from '../meetings/ports.ts'

const FORGOTTEN_AFTER_MS = 15_000

type Seen = { name: string; at: string | null; when: number }

export function presence(clock: Clock) {
  const meetings = new Map<MeetingId, Map<string, Seen>>()
  return {
    /** Notes the reader, and tells who else is here. */
    seen(meeting: MeetingId, { objectId, name }: Reader, at: string | null): { name: string; at: string | null }[] {
      const when = toEpochMs(clock.now())
      const people = meetings.get(meeting) ?? new Map<string, Seen>()
      meetings.set(meeting, people)
      people.set(objectId, { name, at, when })
      for (const [id, one] of people) if (when - one.when > FORGOTTEN_AFTER_MS) people.delete(id)
      return [...people].filter(([id]) => id !== objectId).map(([, one]) => ({ name: one.name, at: one.at }))
    },
  }
}
