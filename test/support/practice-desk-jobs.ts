import { answerInOutlook } from '../../bot/meetings/answer-invitation.ts'
import { bringOutlookInStep } from '../../bot/meetings/bring-outlook-in-step.ts'
import type { PlannedJob, Ports } from '../../bot/meetings/ports.ts'
import { sendReminder } from '../../bot/meetings/send-reminder.ts'
import { verifyBooking } from '../../bot/meetings/verify-booking.ts'

export type AnyJob = PlannedJob['job']

/** What main.ts wires to the runner, here at once. */
export async function workJob(job: AnyJob, ports: Ports): Promise<void> {
  switch (job.name) {
    case 'bringOutlookInStep':
      return bringOutlookInStep(job.meetingId, ports)
    case 'verifyBooking':
      return verifyBooking(job.meetingId, job.generation, ports)
    case 'sendReminder':
      return sendReminder(job, ports)
    case 'answerInOutlook':
      return answerInOutlook(job.meetingId, job.person, ports)
    case 'showMeeting': {
      const meeting = await ports.store.meeting(job.meetingId)
      const placement = meeting && (await ports.store.placement(meeting.placementId))
      if (meeting && placement) await ports.announcer.showPlacement(placement, [meeting])
    }
  }
}
