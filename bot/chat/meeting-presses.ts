/** Buttons on the card of a meeting: of those who arrange it, and of those who are asked to it. */
import { mayDo } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { TimesFound } from '../../shared/times/times-found.ts'
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { answerInvitation } from '../meetings/answer-invitation.ts'
import { cancelMeeting, chooseMeetingTime, moveMeeting } from '../meetings/arrange-meeting.ts'
import { showTimes } from '../meetings/show-meetings.ts'
import { drawAttendee } from './drawing.ts'
import { ofPlacement, refused, type Pressed, type Pressing } from './pressing.ts'
import { refusalWords, type ChatRefusal } from './refusal-words.ts'

export async function pressAnswer(click: ClickOn<'answer'>, pressed: Pressed): Promise<Pressing> {
  const answered = await answerInvitation(click, pressed.by, pressed.ports)
  return answered.ok
    ? ofAttendee(answered.value.placement, answered.value.meeting, pressed, 'done')
    : onMeeting(click.meetingId, answered, pressed)
}

export async function pressOnTime(
  click: ClickOn<'chooseTime' | 'move' | 'cancelMeeting'>,
  pressed: Pressed,
): Promise<Pressing> {
  const { by, ports } = pressed
  const { meetingId, start, reason } = click
  if (click.verb !== 'cancelMeeting' && !start) return onMeeting(meetingId, 'timeMissing', pressed)
  if (click.verb !== 'chooseTime' && !reason) return onMeeting(meetingId, 'reasonMissing', pressed)
  switch (click.verb) {
    case 'chooseTime':
      return onMeeting(meetingId, await chooseMeetingTime({ ...click, start: start! }, by, ports), pressed)
    case 'move':
      return onMeeting(meetingId, await moveMeeting({ ...click, start: start!, reason: reason! }, by, ports), pressed)
    case 'cancelMeeting':
      return onMeeting(meetingId, await cancelMeeting({ ...click, reason: reason! }, by, ports), pressed)
  }
}

export async function lookForTimes({ meetingId }: ClickOn<'times'>, pressed: Pressed): Promise<Pressing> {
  const { by, ports } = pressed
  const found = await showTimes(meetingId, by, ports)
  if (!found.ok) return onMeeting(meetingId, found, pressed)
  const notice = found.value === null ? AWAY : found.value.offered.length === 0 ? NONE : undefined
  return onMeeting(meetingId, null, pressed, { notice, found: found.value ?? undefined })
}
const AWAY = 'Outlook cannot be asked for free times just now. Please look again in a few minutes.'
const NONE = 'No free time was found. Ask the people who have to come to make room, or give a time of your own.'

/** The meeting's card after a press, or with what was wrong with it. */
export async function onMeeting(
  meetingId: MeetingId,
  came: Result<unknown, ChatRefusal> | ChatRefusal | null,
  pressed: Pressed,
  { notice, found: times }: { notice?: string; found?: TimesFound } = {},
): Promise<Pressing> {
  const { by, ports } = pressed
  const no = typeof came === 'string' ? { reason: came } : came && !came.ok ? came.refusal : null
  const found = await ports.store.meeting(meetingId)
  const placement = found && (await ports.store.placement(found.placementId))
  if (!placement || !mayDo('seeMeeting', by, placement, found) || no?.reason === 'gone') return refused('gone')
  const outcome = no?.reason ?? 'done'
  const said = no ? refusalWords(no.reason, 'detail' in no ? no.detail : undefined) : notice
  if (await pressed.asAttendee(meetingId)) return ofAttendee(placement, found, pressed, outcome, said)
  const all = await ports.store.meetingsOf(placement.id)
  const meetings = all.map((one) => (one.id === meetingId && times ? withTimes(one, times, ports.clock.now()) : one))
  return ofPlacement(placement, meetings, pressed, outcome, said)
}

/** As just looked up: shown, and not kept. */
const withTimes = (
  meeting: PlanningMeeting,
  { offered, ways, chances }: TimesFound,
  now: Instant,
): PlanningMeeting => ({
  ...meeting,
  offered,
  ways,
  ...(chances && { chances: { ...chances, countedAt: now } }),
})

export const ofAttendee = (
  placement: Placement,
  meeting: PlanningMeeting,
  { by, ports }: Pressed,
  outcome: string,
  notice?: string,
): Pressing => ({ message: drawAttendee(placement, meeting, by, ports, { notice }), outcome, lasting: false })
