/**
 * The job that sees to it that nobody from outside joins a meeting by video unannounced, and that nothing of it is
 * recorded by itself (P-10, P-11). Whoever convenes or chairs can let people in. It is decoration: the meeting stands
 * without it, so it is only tried again, for as long as the meeting is to come.
 */
import { eventFor, type MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { guardJob } from './outlook-jobs.ts'
import type { Ports } from './ports.ts'

/** A policy takes up to half an hour to hold; what an administrator forgot may take days. */
const AGAIN_AFTER_MINS = [30, 2 * 60, 24 * 60]

/** What an administrator has to put right before video meetings are as they should be. */
export type VideoTrouble = 'OnlineMeetings.ReadWrite.All or the Teams application access policy of the sending mailbox'

export async function guardVideo(id: MeetingId, round: number, ports: Ports): Promise<VideoTrouble | null> {
  const { store, clock, video } = ports
  const meeting = await store.meeting(id)
  const now = clock.now()
  if (meeting?.state !== 'arranged' || now >= meeting.slot.end) return null
  const core = eventFor(meeting, 'core')
  if (core?.state !== 'booked' || !core.joinUrl) return null
  const { convenor, chair, attendees } = meeting.plan
  const hosts = attendees.flatMap(({ key, email, reachedBy }) =>
    (key === convenor.key || key === chair.key) && email && reachedBy === 'teams' ? [email] : [],
  )
  const came = await video.guard(core.organiser, core.joinUrl, [...new Set(hosts)])
  if (came === 'guarded') return null
  const after = AGAIN_AFTER_MINS[Math.min(round, AGAIN_AFTER_MINS.length - 1)]!
  await store.save({ jobs: [guardJob(id, addMinutes(now, after), round + 1)] })
  return came === 'notAllowed'
    ? 'OnlineMeetings.ReadWrite.All or the Teams application access policy of the sending mailbox'
    : null
}
