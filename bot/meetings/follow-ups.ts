/** What people took on in meetings that were held: shown to whoever does it, and ticked off. */
import { followUpRows, markFollowUp, soonestFirst, type FollowUpRow } from '../../shared/record/follow-ups.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export async function listFollowUps(by: Reader, { store, clock }: Ports): Promise<FollowUpRow[]> {
  const open = await store.meetingsWithFollowUps(by.email)
  return soonestFirst(
    open.flatMap(({ meeting, placement }) =>
      mayDo('seeMeeting', by, placement, meeting) ? followUpRows(by, placement, meeting, clock.now()) : [],
    ),
  )
}

export async function finishFollowUp(
  { meetingId, id, done }: { meetingId: MeetingId; id: string; done: boolean },
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<null, 'gone' | 'mayNot' | 'stale'>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  const now = clock.now()
  const marked = markFollowUp(meeting, id, done, by, placement, now)
  if (!marked.ok) return marked
  const did = done ? 'followUpDone' : 'followUpOpened'
  try {
    await store.save({
      meetings: [marked.value],
      audit: [{ at: now, by: by.objectId, did, placementId: placement.id, meetingId, detail: { followUp: id } }],
    })
    return ok(null)
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
