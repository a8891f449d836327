/**
 * Looks at a booking once more after it was made: one event for each group of readers, at the right time, with its link.
 * What is wrong is put right where that harms nobody, and written down loudly where a person has to decide.
 */
import { markerOf } from '../../shared/invitation.ts'
import type { MeetingId, OutlookEvent } from '../../shared/planning-meeting.ts'
import type { AuditEntry, Booked, Ports } from './ports.ts'

export async function verifyBooking(
  id: MeetingId,
  generation: number,
  { store, calendar, clock }: Ports,
): Promise<void> {
  const meeting = await store.meeting(id)
  if (meeting?.state !== 'arranged') return
  const ours = meeting.events.filter((event) => event.state === 'booked' && event.generation === generation)
  const organiser = ours[0]?.organiser
  if (!organiser) return
  const there = await calendar.find(organiser, markerOf(meeting, generation))
  const findings = ours.flatMap((event) => findingsAbout(event, there))
  const events = meeting.events.map((event) => withLatest(event, there))
  const changed = JSON.stringify(events) !== JSON.stringify(meeting.events)
  if (!changed && findings.length === 0) return
  await store.save({
    ...(changed && { meetings: [{ ...meeting, events }] }),
    audit: findings.map((did): AuditEntry => ({
      at: clock.now(),
      by: 'app',
      did,
      placementId: meeting.placementId,
      meetingId: id,
    })),
  })
}

function findingsAbout(event: OutlookEvent, there: Booked[]): string[] {
  const same = there.filter(({ transactionId }) => transactionId === event.transactionId)
  if (same.length === 0) return ['eventMissing']
  if (same.length > 1) return ['eventDoubled']
  const findings: string[] = []
  if (event.state === 'booked' && same[0]!.slot.start !== event.slot.start) findings.push('eventAtAnotherTime')
  if (event.key === 'core' && !same[0]!.joinUrl) findings.push('joinLinkMissing')
  return findings
}

/** Etags and links change without us; times do not, unless a person moved the event by hand. */
function withLatest(event: OutlookEvent, there: Booked[]): OutlookEvent {
  const found = there.find(({ transactionId }) => transactionId === event.transactionId)
  return event.state === 'booked' && found
    ? { ...event, etag: found.etag, joinUrl: found.joinUrl ?? event.joinUrl }
    : event
}
