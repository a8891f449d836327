/**
 * What an administrator reads about what the app has been allowed: each permission beside the feature that needs it,
 * what is missing, and above all whether a mailbox is open that must not be.
 */

/** Where a permission is given, and so who can give it or take it back. */
export type GivenIn = 'Entra' | 'Exchange' | 'Teams'

export type PreflightOutcome =
  /** As it should be: allowed, or refused where it has to be. */
  | 'works'
  /** A feature lacks what it needs. */
  | 'missing'
  /** The app may do what it must not. */
  | 'tooWide'
  /** What must not be changed was changed. */
  | 'broken'
  /** Microsoft could not be asked. */
  | 'unknown'

export type PreflightCheck = {
  id: string
  /** What was tried: "Read the calendar of the planning mailbox". */
  what: string
  /** The feature that needs it, or why it must be refused. */
  why: string
  permission: string | null
  givenIn: GivenIn | null
  outcome: PreflightOutcome
  /** What was found and, where something is wrong, what to do next. */
  words: string
}

export type PreflightReport = { checks: PreflightCheck[] }

export const OUTCOME_WORDS: Record<PreflightOutcome, string> = {
  works: 'In order',
  missing: 'Missing',
  tooWide: 'Too wide',
  broken: 'Broken',
  unknown: 'Not known',
}

/** The worst first, and among equals in the order in which they are set up. */
const URGENCY: PreflightOutcome[] = ['broken', 'tooWide', 'missing', 'unknown', 'works']
export const worstFirst = (checks: PreflightCheck[]): PreflightCheck[] =>
  URGENCY.flatMap((outcome) => checks.filter((check) => check.outcome === outcome))

/** One sentence above the list. */
export function preflightSummary(checks: PreflightCheck[]): string {
  const count = (outcome: PreflightOutcome) => checks.filter((check) => check.outcome === outcome).length
  const [broken, tooWide, missing, unknown] = [count('broken'), count('tooWide'), count('missing'), count('unknown')]
  if (broken + tooWide + missing + unknown === 0) return `All ${checks.length} checks are in order.`
  const parts = [
    broken > 0 ? `${broken} broken` : '',
    tooWide > 0 ? `${tooWide} too wide` : '',
    missing > 0 ? `${missing} missing` : '',
    unknown > 0 ? `${unknown} not known` : '',
  ].filter((part) => part !== '')
  return `Of ${checks.length} checks: ${parts.join(', ')}.`
}
