/** The mailbox's jobs as they are asked for. */
import type { ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { READ_MAILBOX } from '../../shared/wire/jobs.ts'
import type { PlannedJob } from '../meetings/ports.ts'

const READ_EVERY_MINS = 15

/** Instead of the look that is planned: at once, or after the usual time. */
export const readJob = (now: Instant, minutes = 0): PlannedJob => ({
  job: { name: READ_MAILBOX },
  key: 'mailbox',
  dueAt: addMinutes(now, minutes),
})
export const nextReadJob = (now: Instant): PlannedJob => readJob(now, READ_EVERY_MINS)

export const takeJob = (mailId: string): PlannedJob => ({ job: { name: 'takeMail', mailId }, key: `mail/${mailId}` })

export const tellJob = (mail: ArrivedMailId, person: string): PlannedJob => ({
  job: { name: 'tellOfMail', mail, person },
  key: `tell/${mail}/${person}`,
})

export const showMailJob = (mail: ArrivedMailId): PlannedJob => ({
  job: { name: 'showMail', mail },
  key: `showMail/${mail}`,
})
