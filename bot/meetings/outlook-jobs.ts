/** Jobs that go on with a meeting's side in Outlook, and show people how it stands. */
import type { DraftId } from '../../shared/placement/draft.ts'
import type { MeetingId, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { FOLLOW_CALENDARS } from '../../shared/wire/jobs.ts'
import type { PlannedJob } from './ports.ts'

/** After so long without Outlook a person is told, rather than waiting on. */
export const PATIENCE_MINS = 120

/** Where Outlook stays away, or a change may still be made by hand, it is tried again so often. */
export const HOURLY_SECONDS = 60 * 60

/** Looked at again a little later, when others may have booked in the meantime. */
const LOOK_AFTER_MINS = 1
const HINT_AFTER_MINS = 0.5

export const inStepJob = (meetingId: MeetingId, after?: { seconds: number; now: Instant }): PlannedJob => ({
  job: { name: 'bringOutlookInStep', meetingId },
  ...(after && { dueAt: addMinutes(after.now, after.seconds / 60) }),
  key: `outlook/${meetingId}`,
})

export const showJob = (meetingId: MeetingId): PlannedJob => ({
  job: { name: 'showMeeting', meetingId },
  key: `show/${meetingId}`,
})

/** Where nothing about a meeting has changed, or there is none. */
export const showPlacementJobs = (placementId: PlacementId): PlannedJob[] => [
  { job: { name: 'showPlacement', placementId }, key: `showPlacement/${placementId}` },
]

/** The cards of a draft that nobody has scheduled. */
export const showDraftJob = (draftId: DraftId): PlannedJob => ({
  job: { name: 'showDraft', draftId },
  key: `draft/${draftId}`,
})

/** The first look after a booking. */
export const lookJob = (meetingId: MeetingId, now: Instant): PlannedJob => ({
  job: { name: 'lookAtOutlook', meetingId, round: 0 },
  dueAt: addMinutes(now, LOOK_AFTER_MINS),
  key: `look/${meetingId}`,
})

/** How people get into it by video, a little after Outlook has it: Teams makes the meeting behind the link. */
export const guardJob = (meetingId: MeetingId, dueAt: Instant, round = 0): PlannedJob => ({
  job: { name: 'guardVideo', meetingId, round },
  dueAt,
  key: `guard/${meetingId}`,
})

/** Of all mailboxes that own our events: what has changed in them. */
export const followJob = (dueAt: Instant): PlannedJob => ({ job: { name: FOLLOW_CALENDARS }, dueAt, key: 'follow' })

/** Something may have happened in Outlook. Hints come in swarms, so that one look a little later serves them all. */
export const hintJob = (meetingId: MeetingId, now: Instant): PlannedJob => ({
  job: { name: 'lookAtOutlook', meetingId, round: 1 },
  dueAt: addMinutes(now, HINT_AFTER_MINS),
  key: `hint/${meetingId}`,
})

/** Where people outside were asked: the calendars of those inside follow what is held for them. */
export const holdsJobs = ({ id, heldTimes }: Pick<PlanningMeeting, 'id' | 'heldTimes'>): PlannedJob[] =>
  heldTimes ? [{ job: { name: 'keepCalendarHolds', meetingId: id }, key: `holds/${id}` }] : []
