/**
 * The job that looks over the audit log each night (P-52). Where something was changed in it behind the database's back,
 * whoever reads the authority's own mailbox hears of it once; the caller writes it into the log every night, which wakes
 * whoever looks after the app.
 */
import { auditBrokenLetter } from '../../shared/letters/letters-about-audit.ts'
import { addDays, addMinutes, atLondon, londonDate, type Instant } from '../../shared/dates/time.ts'
import type { AuditCheck, AuditTrail, PlannedJob, Ports } from './ports.ts'

const CHECK_AT = '03:15'
const AFTER_START_MINS = 2

const checkJob = (dueAt: Instant): PlannedJob => ({ job: { name: 'checkAudit' }, dueAt, key: 'audit' })

/** A little after the app has started, however it was stopped. */
export const firstAuditCheck = (now: Instant): PlannedJob => checkJob(addMinutes(now, AFTER_START_MINS))

export async function checkAudit(
  trail: AuditTrail,
  { store, mail, settings, clock }: Pick<Ports, 'store' | 'mail' | 'settings' | 'clock'>,
): Promise<AuditCheck> {
  const now = clock.now()
  // First, so that no night is left out because one went wrong.
  await store.save({ jobs: [checkJob(nextNight(now))] })
  const check = await trail.check(now)
  const { contact } = settings
  if (check.broken) await mail.send(contact.serviceMailbox, auditBrokenLetter(check.broken, contact))
  return check
}

function nextNight(now: Instant): Instant {
  const tonight = atLondon(londonDate(now), CHECK_AT)
  return now < tonight ? tonight : atLondon(addDays(londonDate(now), 1), CHECK_AT)
}
