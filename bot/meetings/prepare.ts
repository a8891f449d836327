/** What every step of getting a meeting ready has in common: several people take part at once, and all of it counts. */
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { isToCome } from '../../shared/agenda/preparation.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Arranged } from './arrange-meeting.ts'
import { SavedByAnother, type AuditEntry, type PlannedJob, type Ports } from './ports.ts'

export type PrepareRefusal = 'gone' | 'mayNot' | 'alreadyClosed' | 'invalid'

export type Prepared = {
  meeting: PlanningMeeting
  did: string
  /** References alone (P-52). */
  detail?: AuditEntry['detail']
  jobs?: PlannedJob[]
}
type Found = { meeting: PlanningMeeting; placement: Placement }

/** Decides on the meeting as it is, and decides again on what somebody else has saved in the meantime. */
export async function prepare(
  meetingId: MeetingId,
  by: Reader,
  { store, clock }: Ports,
  decide: (found: Found) => Result<Prepared, PrepareRefusal> | Promise<Result<Prepared, PrepareRefusal>>,
): Promise<Result<Arranged, PrepareRefusal>> {
  for (let tries = 0; ; tries += 1) {
    const meeting = await store.meeting(meetingId)
    const placement = meeting && (await store.placement(meeting.placementId))
    if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
    if (!isToCome(meeting)) return refuse('alreadyClosed')
    const decided = await decide({ meeting, placement })
    if (!decided.ok) return decided
    const { did, detail, jobs = [] } = decided.value
    const line = { at: clock.now(), by: by.objectId, did, placementId: placement.id, meetingId }
    try {
      const saved = await store.save({
        meetings: [decided.value.meeting],
        jobs,
        audit: [{ ...line, ...(detail && { detail }) }],
      })
      return ok({ placement, meeting: saved.meetings[0]! })
    } catch (error) {
      if (!(error instanceof SavedByAnother) || tries >= 5) throw error
    }
  }
}
