/**
 * Whether a return from being missing calls for an emergency meeting: by how long it was, or by how often it has
 * been. How a practice counts is data in its pack; what cannot be counted is asked of a person.
 */
import type { Trigger } from '../placement/placement.ts'
import type { MissingCells } from '../practice/practice-pack.ts'
import { addDays, daysBetween, durationWords, londonDate, minutesBetween } from '../dates/time.ts'

export type MissingFinding = {
  /** Which rules are met. */
  calls: ('missingDuration' | 'missingOccasions')[]
  /** Why a person has to say whether a meeting is called for; `null` where it is plain. */
  ask: 'notKnown' | 'datesTouched' | null
  /** What was counted, in words without dates or places. */
  counted: string
}

export function countMissing({ episodes = [], missingMeetingHeldOn }: Trigger, rule: MissingCells): MissingFinding {
  const last = episodes.at(-1)
  if (!last) return { calls: [], ask: 'notKnown', counted: 'No episode is given, so that nothing can be counted.' }
  const minutes = minutesBetween(last.from, last.to)
  const dates = daysBetween(londonDate(last.from), londonDate(last.to)) + 1
  const opens = rule.occasions.withinDays && addDays(londonDate(last.to), -rule.occasions.withinDays)
  const occasions = episodes.filter(({ to }) => {
    const day = londonDate(to)
    // The count starts again with a meeting: what it was held about is not counted once more.
    return (!missingMeetingHeldOn || day > missingMeetingHeldOn) && (!opens || day > opens)
  }).length
  const isLong = minutes >= rule.duration.is * 60
  const isOften = occasions >= rule.occasions.is
  const since = missingMeetingHeldOn ? ' since the last meeting held because of it' : ' in this placement'
  return {
    calls: [...(isLong ? ['missingDuration' as const] : []), ...(isOften ? ['missingOccasions' as const] : [])],
    ask: !isLong && !isOften && dates >= rule.duration.askFromDates ? 'datesTouched' : null,
    counted: `Missing for ${durationWords(Math.floor(minutes))}, touching ${dates} ${dates === 1 ? 'date' : 'dates'}; ${occasions} of ${rule.occasions.is} occasions${since}.`,
  }
}
