/** What called for a meeting, or is to, in words that may stand on any card: no more than what kind of thing, and when. */
import { ASK_REASONS, ASKED_FOR, type FurtherAsk } from './further-meeting.ts'
import type { Called } from './planning-meeting.ts'
import { dayWords, londonDate, momentWords, type Instant } from '../dates/time.ts'

/** `After a serious incident, Fri 6 Nov 2026. Asked for by Lennox Abernathy.` */
export const calledWords = ({ reason, kind, at, by }: Called): string =>
  `${reason ? askWords({ reason, at }) : whatHappened(kind, at)}. Asked for by ${by}.`

export function askWords({ reason, at }: Pick<FurtherAsk, 'reason' | 'at'>): string {
  const { title, when } = ASKED_FOR[reason]
  return when && at ? `${title}, ${when === 'review' ? momentWords(at) : dayWords(londonDate(at))}` : title
}

/** Reported by another system, which says what kind of thing it was and not for what it is wished. */
function whatHappened(kind: Called['kind'], at: Instant): string {
  if (kind === 'request') return 'A further meeting is wished for'
  const meant = kind === 'missingDuration' || kind === 'missingOccasions' ? 'missing' : kind
  const reason = ASK_REASONS.find((one) => ASKED_FOR[one].kind === meant)
  return reason ? askWords({ reason, at }) : 'Something that happened in the placement'
}
