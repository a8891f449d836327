/** Which card a reader gets to see of a draft, of a placement, or of a meeting they are asked to; `null` for none. */
import type { Draft } from '../../shared/placement/draft.ts'
import { PUT_ASIDE } from '../../shared/placement/draft-words.ts'
import { mayConfirm, mayDo, maySeeCase, maySeeDraft, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Attendee } from '../../shared/meeting/plan.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { mayPrepare } from '../../shared/agenda/preparation.ts'
import { isAllReady } from '../../shared/agenda/readiness.ts'
import type { ReminderKind } from '../../shared/letters/reminders.ts'
import type { Ports } from '../meetings/ports.ts'
import { attendeeCard, attendeeSummary, noLongerAsked } from './cards/attendee-card.ts'
import { DRAFT_SUMMARY, draftCard, type DraftCardOptions } from './cards/draft-card.ts'
import { meetingCard, meetingSummary } from './cards/meeting-card.ts'
import { oneLine } from './cards/parts.ts'
import type { Message } from './ports.ts'

type Said = { notice?: string }
type World = Pick<Ports, 'clock' | 'settings'>

export function drawDraft(
  draft: Draft,
  reader: Reader,
  { clock }: World,
  options: Said & Pick<DraftCardOptions, 'typed'> = {},
): Message | null {
  if (!maySeeDraft(reader, draft)) return null
  return {
    summary: DRAFT_SUMMARY,
    card:
      draft.state === 'dismissed'
        ? oneLine(PUT_ASIDE)
        : draftCard(draft, { now: clock.now(), mayConfirm: mayConfirm(reader), ...options }),
  }
}

export function drawPlacement(
  placement: Placement,
  meetings: PlanningMeeting[],
  reader: Reader,
  { clock, settings }: World,
  said: Said = {},
): Message | null {
  const seen = meetings.filter((meeting) => mayDo('seeMeeting', reader, placement, meeting))
  if (!maySeeCase(reader, placement, meetings)) return null
  const options = { now: clock.now(), reader, tabUrl: (id: MeetingId) => settings.tabUrl(id), ...said }
  return { summary: meetingSummary(seen), card: meetingCard(placement, seen, options) }
}

export function drawAttendee(
  placement: Placement,
  meeting: PlanningMeeting,
  reader: Reader,
  { clock, settings }: World,
  { kind = null, ...said }: Said & { kind?: ReminderKind | null } = {},
): Message {
  const attendee = attendeeOf(meeting, reader)
  if (!attendee) return { summary: meetingSummary([meeting]), card: noLongerAsked(meeting, settings.contact) }
  const may = (action: 'answerInvitation' | 'move' | 'cancel') => mayDo(action, reader, placement, meeting)
  return {
    summary: attendeeSummary(meeting, attendee),
    card: attendeeCard(meeting, attendee, {
      now: clock.now(),
      kind,
      contact: settings.contact,
      tabUrl: settings.tabUrl(meeting.id),
      may: { answer: may('answerInvitation'), move: may('move'), cancel: may('cancel') },
      // On booking there are still days to get them; a card that is redrawn says how it stands.
      documentsMissing: kind !== 'booked' && mayPrepare(reader, placement, meeting) && !isAllReady(meeting),
      ...said,
    }),
  }
}

/** Of several roles that one person has, the one that is asked to come. */
export function attendeeOf({ plan }: PlanningMeeting, { email }: Pick<Reader, 'email'>): Attendee | undefined {
  const mine = plan.attendees.filter((one) => one.email?.toLowerCase() === email.toLowerCase())
  return mine.find(({ event }) => event !== null) ?? mine.find(({ reachedBy }) => reachedBy !== 'none')
}
