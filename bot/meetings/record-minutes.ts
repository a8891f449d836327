/** What writers of the minutes send is merged into the one document, and each gets what they lack. Then it is closed. */
import { followUpsFrom } from '../../shared/record/follow-ups.ts'
import { documentFrom, encodeDocument, encodeMissing, readMinutes } from '../../shared/record/minutes-document.ts'
import { gapsIn, recordDuties, type Gap } from '../../shared/record/minutes-gaps.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import { close, type MeetingId, type MeetingRefusal } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { londonDate, type Instant } from '../../shared/dates/time.ts'
import { SavedByAnother, type Ports } from './ports.ts'

/** As much as the record of one meeting may take; thousands of entries fit. */
const MOST_BYTES = 2_000_000

export type SyncRefusal = 'gone' | 'mayNot' | 'notUnderstood' | 'tooLarge' | 'alreadyClosed'
export type Synced = { update: Uint8Array; savedAt: Instant | null; closed: boolean }

/** Merges a writer's update, and answers with everything that the writer's state vector lacks. */
export async function syncMinutes(
  { meetingId, stateVector, update }: { meetingId: MeetingId; stateVector: Uint8Array; update?: Uint8Array },
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<Synced, SyncRefusal>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
  if (!isReadable(stateVector, update)) return refuse('notUnderstood')
  if (meeting.state === 'held' || !update) {
    const record = await store.minutes(meetingId)
    const doc = documentFrom(...(record ? [record.state] : []))
    const closed = meeting.state === 'held'
    return ok({ update: encodeMissing(doc, stateVector), savedAt: record?.savedAt ?? null, closed })
  }
  try {
    const saved = await store.changeMinutes(meetingId, (before) => {
      const doc = documentFrom(...(before ? [before.state] : []), update)
      const state = encodeDocument(doc)
      if (state.length > MOST_BYTES) throw new TooLarge()
      return { state, minutes: readMinutes(doc), savedAt: clock.now() }
    })
    return ok({ update: encodeMissing(documentFrom(saved.state), stateVector), savedAt: saved.savedAt, closed: false })
  } catch (error) {
    if (error instanceof TooLarge) return refuse('tooLarge')
    throw error
  }
}

class TooLarge extends Error {}

/** What a writer sent is tried on an empty document first: the library throws at bytes that are not its own. */
function isReadable(stateVector: Uint8Array, update: Uint8Array | undefined): boolean {
  try {
    encodeMissing(update ? documentFrom(update) : documentFrom(), stateVector)
    return true
  } catch {
    // Whatever it threw, the bytes cannot be read; there is nothing more to say of them.
    return false
  }
}

export type Closed = { closed: true } | { closed: false; gaps: Gap[] }

/** Closes the meeting once nothing is missing in silence; otherwise says what is. */
export async function closeMeeting(
  meetingId: MeetingId,
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<Closed, 'gone' | 'mayNot' | 'stale' | MeetingRefusal>> {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
  if (meeting.state === 'held') return ok({ closed: true })
  const now = clock.now()
  const done = close(meeting, by.objectId, now)
  if (!done.ok) return done
  const record = await store.minutes(meetingId)
  const heldOn = 'slot' in meeting ? londonDate(meeting.slot.start) : null
  const { confirmation, plan } = placement
  const duties = recordDuties(meeting.plan, confirmation, { heldOn, clocks: plan.clocks })
  const minutes = record?.minutes ?? NO_MINUTES
  const gaps = gapsIn(duties, minutes)
  if (gaps.length > 0) return ok({ closed: false, gaps })
  try {
    await store.save({
      meetings: [{ ...done.value, followUps: followUpsFrom(meeting.plan.agenda, duties, minutes, heldOn) }],
      release: [meetingId],
      reminders: { meetingId, all: [] },
      jobs: [{ job: { name: 'showMeeting', meetingId }, key: `show/${meetingId}` }],
      audit: [{ at: now, by: by.objectId, did: 'meetingClosed', placementId: placement.id, meetingId }],
    })
    return ok({ closed: true })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
