/** How the nightly look over the audit log came out, beside what the app has been allowed (P-52). */
import { addHours, momentWords, type Instant } from '../../shared/dates/time.ts'
import type { PreflightCheck } from '../../shared/preflight.ts'
import type { AuditCheck } from '../meetings/ports.ts'

/** A night may be missed, while the app is moved to another place. */
const MOST_HOURS = 48

export function auditLogCheck(check: AuditCheck | null, now: Instant): PreflightCheck {
  return {
    id: 'auditLog',
    what: 'Look over the log of who did what',
    why: 'Nobody may change afterwards who saw, changed or sent what. The log is looked over every night.',
    permission: null,
    givenIn: null,
    ...foundIn(check, now),
  }
}

function foundIn(check: AuditCheck | null, now: Instant): Pick<PreflightCheck, 'outcome' | 'words'> {
  if (!check) return { outcome: 'unknown', words: 'Not looked over yet. That happens a few minutes after the start.' }
  const { at, lines, broken } = check
  if (broken) {
    return {
      outcome: 'broken',
      words: `Line ${broken.at} was changed, or one before it taken out, behind the app’s back; noticed on ${momentWords(broken.since)}. Tell your data protection officer, change nothing in the database, and keep its backups.`,
    }
  }
  if (now > addHours(at, MOST_HOURS))
    return { outcome: 'unknown', words: `Last looked over on ${momentWords(at)}. Look for work that was given up.` }
  return { outcome: 'works', words: `All ${lines} lines are as they were written, looked over on ${momentWords(at)}.` }
}
