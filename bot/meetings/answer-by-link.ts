/**
 * Somebody outside opens their personal link, and says which of the held times they can or, once the meeting has its
 * time, how they take part. To open it changes nothing: programs that look through mail open links, too.
 */
import { answerTimes, isAsking, timesLeft, type HeldTimes, type SaidOfTimes } from '../../shared/times/held-times.ts'
import type { AnswerChoice, MeetingRef, PlanningMeeting, Slot } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { showJob } from './outlook-jobs.ts'
import { openLink, type Opened } from './personal-link.ts'
import { SavedByAnother, type Change, type Ports } from './ports.ts'

/** What the holder of a link sees: times, a reference, and never a word about anybody. */
export type OutsideView = { ref: MeetingRef } & (
  | { is: 'times'; times: (Slot & { can: boolean })[]; answered: boolean; closesAt: Instant; closed: boolean }
  | { is: 'invitation'; slot: Slot; answer: AnswerChoice | null }
  | { is: 'beingArranged' }
  /** `hadTime`: somebody may have put it into a calendar. */
  | { is: 'cancelled'; hadTime: boolean }
  | { is: 'over' }
)

/** `null` for a link that opens nothing. */
export async function showByLink(secret: string, ports: Ports): Promise<OutsideView | null> {
  const opened = await openLink(secret, ports)
  return opened && viewOf(opened, ports.clock.now())
}

/** What goes into somebody's own calendar, or out of it again; `null` as long as the meeting has no time that stands. */
export async function forCalendarByLink(secret: string, ports: Ports): Promise<PlanningMeeting | null> {
  const meeting = (await openLink(secret, ports))?.meeting
  return meeting?.state === 'arranged' || meeting?.state === 'cancelled' ? meeting : null
}

function viewOf({ link: { person, round }, meeting }: Opened, now: Instant): OutsideView {
  const { ref, heldTimes } = meeting
  switch (meeting.state) {
    case 'toArrange':
      return heldTimes?.round === round
        ? { ref, ...timesFor(heldTimes, person, now, !isAsking(meeting)) }
        : { ref, is: 'beingArranged' }
    case 'arranging':
      return { ref, is: 'beingArranged' }
    case 'arranged':
      if (now >= meeting.slot.start) return { ref, is: 'over' }
      return { ref, is: 'invitation', slot: meeting.slot, answer: meeting.answers[person]?.choice ?? null }
    case 'cancelled':
      return { ref, is: 'cancelled', hadTime: meeting.wasAt !== undefined }
    case 'held':
      return { ref, is: 'over' }
  }
}

function timesFor(held: HeldTimes, person: Opened['link']['person'], now: Instant, closed: boolean) {
  const said = held.answers[person]
  const left = timesLeft(held).filter(({ start }) => start > now)
  return {
    is: 'times',
    times: left.map(({ start, end }) => ({ start, end, can: said?.can.includes(start) === true })),
    answered: said !== undefined,
    closesAt: held.closesAt,
    closed,
  } as const
}

/** Until the time is settled it counts; what comes later is kept, so that whoever arranges the meeting knows of it. */
export function answerTimesByLink(secret: string, said: SaidOfTimes, ports: Ports): Promise<'kept' | 'gone'> {
  return answerWith(secret, ports, (opened, now) => {
    const { meeting, link } = opened
    const { heldTimes } = meeting
    if (!heldTimes || heldTimes.round !== link.round) return null
    const jobs = isAsking(meeting)
      ? [{ job: { name: 'settleHeldTimes', meetingId: meeting.id } as const, key: `heldTimes/${meeting.id}` }]
      : []
    return {
      meetings: [{ ...meeting, heldTimes: answerTimes(heldTimes, link.person, said, now) }],
      jobs: [...jobs, showJob(meeting.id)],
      audit: [auditLine(opened, now, isAsking(meeting) ? 'heldTimesAnswered' : 'heldTimesAnsweredLate')],
    }
  })
}

/** Kept apart from what somebody says in Outlook: this is what they told us. */
export function answerInvitationByLink(secret: string, choice: AnswerChoice, ports: Ports): Promise<'kept' | 'gone'> {
  return answerWith(secret, ports, (opened, now) => {
    const { meeting, link } = opened
    if (meeting.state !== 'arranged' || now >= meeting.slot.start) return null
    const answers: PlanningMeeting['answers'] = { ...meeting.answers, [link.person]: { choice, at: now, via: 'link' } }
    return {
      meetings: [{ ...meeting, answers }],
      jobs: [showJob(meeting.id)],
      audit: [auditLine(opened, now, 'invitationAnswered', { choice })],
    }
  })
}

/** `change` says what an answer comes to, from the meeting as it is now; `null` where there is nothing to answer any more. */
async function answerWith(
  secret: string,
  ports: Ports,
  change: (opened: Opened, now: Instant) => Change | null,
): Promise<'kept' | 'gone'> {
  for (let tries = 0; ; tries += 1) {
    const opened = await openLink(secret, ports)
    const wanted = opened && change(opened, ports.clock.now())
    if (!wanted) return 'gone'
    try {
      await ports.store.save(wanted)
      return 'kept'
    } catch (error) {
      // Several people answer at once: each of them counts.
      if (!(error instanceof SavedByAnother) || tries >= 5) throw error
    }
  }
}

const auditLine = ({ link, meeting }: Opened, at: Instant, did: string, detail: Record<string, string> = {}) => ({
  at,
  by: 'link',
  did,
  placementId: meeting.placementId,
  meetingId: meeting.id,
  detail: { ...detail, person: link.person },
})
