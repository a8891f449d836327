import { answerInOutlook } from '../../bot/meetings/answer-invitation.ts'
import { bringOutlookInStep } from '../../bot/meetings/bring-outlook-in-step.ts'
import { countChances } from '../../bot/meetings/count-chances.ts'
import { guardVideo } from '../../bot/meetings/guard-video.ts'
import { followCalendars } from '../../bot/meetings/follow-calendars.ts'
import { keepCalendarHolds } from '../../bot/meetings/keep-calendar-holds.ts'
import type { PlannedJob, Ports } from '../../bot/meetings/ports.ts'
import { sayItIsOff } from '../../bot/meetings/call-off-asking.ts'
import { offerAgain } from '../../bot/meetings/offer-again.ts'
import { sendLink } from '../../bot/meetings/send-link.ts'
import { sendReminder } from '../../bot/meetings/send-reminder.ts'
import { showDraftChanges, showMeetingChanges, showPlacementChanges } from '../../bot/meetings/show-meeting-changes.ts'
import { tellNoDelegate } from '../../bot/meetings/tell-no-delegate.ts'
import { tellRunningOut } from '../../bot/meetings/tell-running-out.ts'
import { settleHeldTimes } from '../../bot/meetings/settle-held-times.ts'
import { compareWithOutlook, keepWatch } from '../../bot/meetings/watch-outlook.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'

export type AnyJob = PlannedJob['job']

/** What main.ts wires to the runner, here at once. */
export async function workJob(job: AnyJob, ports: Ports): Promise<void> {
  switch (job.name) {
    case 'bringOutlookInStep':
      await bringOutlookInStep(job.meetingId, ports)
      return
    case 'lookAtOutlook':
      return lookAtOutlook(job.meetingId, job.round, ports)
    case 'keepWatch':
      return keepWatch(ports)
    case 'compareWithOutlook':
      return compareWithOutlook(ports)
    case 'guardVideo':
      await guardVideo(job.meetingId, job.round, ports)
      return
    case 'followCalendars':
      await followCalendars(ports)
      return
    case 'sendReminder':
      return sendReminder(job, ports)
    case 'settleHeldTimes':
      return settleHeldTimes(job.meetingId, ports)
    case 'keepCalendarHolds':
      return keepCalendarHolds(job.meetingId, ports)
    case 'sendLink':
      return sendLink(job, ports)
    case 'sayItIsOff':
      return sayItIsOff(job, ports)
    case 'answerInOutlook':
      return answerInOutlook(job.meetingId, job.person, ports)
    case 'showMeeting':
      return showMeetingChanges(job.meetingId, ports)
    case 'showPlacement':
      return showPlacementChanges(job.placementId, ports)
    case 'showDraft':
      return showDraftChanges(job.draftId, ports)
    case 'offerAgain':
      return offerAgain(job.draftId, ports)
    case 'countChances':
      return countChances(job.meetingId, ports)
    case 'tellNoDelegate':
      return tellNoDelegate(job, ports)
    case 'tellRunningOut':
      return tellRunningOut(job.meetingId, job.left, ports)
  }
}
