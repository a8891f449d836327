/** Somebody says whether they come, with one tap; Outlook is told in their own mailbox by a job. */
import { mayDo, type Action, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { AnswerChoice, MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export type AnswerRefusal = 'gone' | 'notInvited' | 'notArranged' | 'alreadyBegun'
export type Answered = { placement: Placement; meeting: PlanningMeeting; person: PersonKey }

export async function answerInvitation(
  { meetingId, choice }: { meetingId: MeetingId; choice: AnswerChoice },
  by: Reader,
  ports: Ports,
): Promise<Result<Answered, AnswerRefusal>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await answerOnce(meetingId, choice, by, ports)
    } catch (error) {
      // Several people answer at once: theirs and this one both count.
      if (!(error instanceof SavedByAnother) || tries >= 5) throw error
    }
  }
}

async function answerOnce(meetingId: MeetingId, choice: AnswerChoice, by: Reader, { store, clock }: Ports) {
  const meeting = await store.meeting(meetingId)
  const placement = meeting && (await store.placement(meeting.placementId))
  const attendee = meeting?.plan.attendees.find(({ email }) => email?.toLowerCase() === by.email.toLowerCase())
  if (!meeting || !placement) return refuse('gone')
  const may = (action: Action) => mayDo(action, by, placement, meeting)
  if (!may('answerInvitation') && !may('seeMeeting')) return refuse('gone')
  if (!attendee?.event) return refuse('notInvited')
  if (meeting.state !== 'arranged') return refuse('notArranged')
  const now = clock.now()
  if (now >= meeting.slot.start) return refuse('alreadyBegun')
  const before = meeting.answers[attendee.key]
  if (before?.choice === choice) return ok({ placement, meeting, person: attendee.key })
  const saved = await store.save({
    meetings: [{ ...meeting, answers: { ...meeting.answers, [attendee.key]: { choice, at: now, via: 'card' } } }],
    jobs: [
      {
        job: { name: 'answerInOutlook', meetingId, person: attendee.key, choice },
        key: `answer/${meetingId}/${attendee.key}`,
      },
      { job: { name: 'showMeeting', meetingId }, key: `show/${meetingId}` },
    ],
    audit: [
      { at: now, by: by.objectId, did: 'invitationAnswered', placementId: placement.id, meetingId, detail: { choice } },
    ],
  })
  return ok({ placement, meeting: saved.meetings[0]!, person: attendee.key })
}

/** The job: puts the answer into the attendee's own copy in Outlook, as it stands now. */
export async function answerInOutlook(
  meetingId: MeetingId,
  person: PersonKey,
  { store, calendar, clock }: Ports,
): Promise<void> {
  const meeting = await store.meeting(meetingId)
  if (meeting?.state !== 'arranged') return
  const attendee = meeting.plan.attendees.find(({ key }) => key === person)
  const answer = meeting.answers[person]
  const event = meeting.events.find(({ key }) => key === attendee?.event)
  if (!attendee?.email || !answer || event?.state !== 'booked') return
  if (attendee.email.toLowerCase() === event.organiser.toLowerCase()) return
  const told = await calendar.answer(attendee.email, event.iCalUId, answer.choice)
  if (told) return
  await store.save({
    audit: [{ at: clock.now(), by: 'app', did: 'answerNotInOutlook', placementId: meeting.placementId, meetingId }],
  })
}
