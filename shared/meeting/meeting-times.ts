/** When a meeting really began and ended, as the call in Teams tells it, and in the words of the record. */
import type { MeetingTimes } from '../record/minutes.ts'
import type { Slot } from './planning-meeting.ts'
import { addHours, addMinutes, londonTime, type Instant } from '../dates/time.ts'

export type CallEvent = 'began' | 'ended'

/** People come a little early; whoever tries the link the day before has not begun the meeting. */
const EARLY_MINS = 30
const LATEST_HOURS = 12

/**
 * What a call that begins or ends says of the meeting; `null` where it says nothing. A call may break off and be taken
 * up again: the first beginning counts, and the last end.
 */
export function toldByCall(event: CallEvent, at: Instant, slot: Slot, times: MeetingTimes): MeetingTimes | null {
  if (at < addMinutes(slot.start, -EARLY_MINS) || at > addHours(slot.end, LATEST_HOURS)) return null
  if (event === 'began') return times.began ? null : { began: at }
  return times.began && at > times.began ? { ended: at } : null
}

/** `Began at 10:02, ended at 11:05`; empty where nobody has said. */
export function timesWords({ began, ended }: MeetingTimes = {}): string {
  const words = [began && `began at ${londonTime(began)}`, ended && `ended at ${londonTime(ended)}`].filter(Boolean)
  return words.join(', ').replace(/^\w/, (letter) => letter.toUpperCase())
}

/** The chat of a meeting in Teams, as its link to join names it; `null` for a link that names none. */
export function chatIn(joinUrl: string): string | null {
  const thread = /\/l\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1]
  try {
    return thread ? decodeURIComponent(thread) : null
  } catch {
    return null // a link that somebody has cut short
  }
}
