/**
 * Somebody disputes a record that is closed, or adds to it: the record stays as it is, and what they say is kept beside
 * it, with its day (R-163, E-51). A worker on the case writes it down for them; nothing of it is changed afterwards.
 */
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { londonDate, type LocalDate } from '../../shared/dates/time.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export type LaterWordsRefusal = 'gone' | 'mayNot' | 'stale' | 'notYetClosed' | 'dayToCome' | 'invalid'

export async function addLaterWords(
  {
    meetingId,
    version,
    ...said
  }: { meetingId: MeetingId; version: number; who: PersonKey; on: LocalDate; text: string },
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<PlanningMeeting, LaterWordsRefusal>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
  if (meeting.state !== 'held') return refuse('notYetClosed')
  if (meeting.version !== version) return refuse('stale')
  if (!meeting.plan.attendees.some(({ key }) => key === said.who)) return refuse('invalid')
  const now = clock.now()
  if (said.on > londonDate(now)) return refuse('dayToCome')
  const words = { ...said, keptAt: now, keptBy: by.name }
  try {
    const saved = await store.save({
      meetings: [{ ...meeting, laterWords: [...(meeting.laterWords ?? []), words] }],
      audit: [{ at: now, by: by.objectId, did: 'laterWordsKept', placementId: placement.id, meetingId }],
    })
    return ok(saved.meetings[0]!)
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
