/** The three moments of a meeting's page, which of them a reader has, and which the clock would open. */
import type { MeetingView } from '../shared/meeting/meeting-view.ts'
import { addMinutes, type Instant } from '../shared/dates/time.ts'

export type Moment = 'before' | 'during' | 'after'

export const MOMENT_WORDS: Record<Moment, string> = { before: 'Before', during: 'During', after: 'After' }

/** People arrive a little early, and the page with them. */
const EARLY_MINS = 10

type Timed = Pick<MeetingView, 'state' | 'slot' | 'may' | 'minutes'>

/** Who writes has all three; who may only read the record has no use for the middle one. */
export function momentsOf({ state, slot, may, minutes }: Timed): Moment[] {
  if (state === 'arranged' && slot && may.recordMinutes) return ['before', 'during', 'after']
  return minutes && slot && (state === 'held' || state === 'arranged') ? ['before', 'after'] : ['before']
}

export function momentByClock(view: Timed, now: Instant): Moment {
  const { slot, state } = view
  const moments = momentsOf(view)
  const wanted = state === 'held' ? 'after' : !slot ? 'before' : byClock(slot, now)
  return moments.includes(wanted) ? wanted : wanted === 'during' && moments.includes('after') ? 'after' : 'before'
}

function byClock({ start, end }: { start: Instant; end: Instant }, now: Instant): Moment {
  if (now < addMinutes(start, -EARLY_MINS)) return 'before'
  return now < end ? 'during' : 'after'
}
