/** Whether the app can read a mailbox that it must not: looked at before it starts, and every night. */
import type { Log } from '../log.ts'
import { reachChecks, type PreflightParts } from './preflight.ts'

/**
 * What an administrator has to do first; `null` when all is as it should be. A Microsoft that cannot be asked keeps
 * nobody from working: that is logged as an error, and the next night asks again.
 */
export async function readsOthers(parts: PreflightParts, log: Log): Promise<string | null> {
  const checks = await reachChecks(parts)
  const wrong = checks.filter(({ outcome }) => outcome === 'tooWide' || outcome === 'missing')
  if (wrong.length > 0) return wrong.map(({ words }) => words).join('\n')
  if (checks.some(({ outcome }) => outcome === 'unknown')) log.error('reachNotChecked')
  return null
}
