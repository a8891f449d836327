/** How a meeting stands, in a word and a degree of worry, and which of several will be missed first. */
import type { MeetingRow, NextStep, RowGroup } from './meeting-view.ts'
import type { Clock, Deadline } from './plan.ts'
import {
  dayWords,
  daysAwayWords,
  endOfDay,
  londonDate,
  momentWords,
  type Instant,
  type LocalDate,
} from '../dates/time.ts'
import { CONCERN_WORDS, MEETING_STATE_WORDS } from '../words.ts'

/** `urgent` is kept for what will be missed, or has been, unless somebody acts. */
export type Worry = 'urgent' | 'attention' | 'calm' | 'done'

type Row = Pick<
  MeetingRow,
  'state' | 'late' | 'slot' | 'problem' | 'asking' | 'concern' | 'deadline' | 'workingDaysLeft'
>

export function standingOf(row: Row, now: Instant): { worry: Worry; words: string } {
  switch (row.state) {
    case 'held':
    case 'cancelled':
      return { worry: 'done', words: capital(MEETING_STATE_WORDS[row.state]) }
    case 'arranging':
      return { worry: 'calm', words: capital(MEETING_STATE_WORDS.arranging) }
    case 'toArrange':
      if (row.late) return { worry: 'urgent', words: 'Late' }
      if (row.workingDaysLeft !== null && row.workingDaysLeft <= 1) return { worry: 'urgent', words: 'Due now' }
      if (row.asking) return { worry: 'calm', words: 'Asking outside' }
      if (row.problem) return { worry: 'attention', words: PROBLEM_WORDS[row.problem] }
      return { worry: 'attention', words: capital(MEETING_STATE_WORDS.toArrange) }
    case 'arranged':
      if (row.slot && now >= row.slot.end) return { worry: 'attention', words: 'Minutes open' }
      if (row.slot && now >= row.slot.start) return { worry: 'attention', words: 'Meeting now' }
      if (row.concern) return { worry: 'attention', words: CONCERN_WORDS[row.concern] }
      return row.late ? { worry: 'attention', words: 'Arranged late' } : { worry: 'calm', words: 'Arranged' }
  }
}

export const PROBLEM_WORDS: Record<NonNullable<MeetingRow['problem']>, string> = {
  noFreeTime: 'No free time',
  timeTaken: 'Time was taken',
  notSettledOutside: 'Answers did not settle it',
  outlookUnreachable: 'Outlook is away',
  outlookRefused: 'Outlook said no',
  deletedInOutlook: 'Deleted in Outlook',
}

/** `Tue 29 Dec 2026`, with the time of day where the last moment is not the end of a day. */
export const deadlineWords = ({ at, date }: Pick<Deadline, 'at' | 'date'>): string =>
  at === endOfDay(date) ? dayWords(date) : momentWords(at)

/** When something beside the meeting is due: a day, or the moment before which it has to be there. */
export function clockDueWords({ due, fallback }: Pick<Clock, 'due' | 'fallback'>): string {
  if (due.length === 10) return `by ${dayWords(due as LocalDate)}`
  const before = `before ${momentWords(due as Instant)}`
  return fallback ? `${before}, or by ${dayWords(fallback)} where that was not practicable` : before
}

/** Beside the date, never instead of it: `in 2 working days`, `today`, `1 working day late`. */
export function timeLeftWords(
  { deadline, workingDaysLeft: left }: Pick<Row, 'deadline' | 'workingDaysLeft'>,
  now: Instant,
) {
  if (!deadline || left === null) return null
  const days = (count: number) => `${count} working day${count === 1 ? '' : 's'}`
  if (left < 0) return `${days(-left)} late`
  if (deadline.date === londonDate(now)) return 'today'
  return left === 0 ? 'no working day left' : `in ${days(left)}`
}

/** `today at 10:00`, `in 3 days`: when a meeting that is arranged starts. */
export const startsWords = (start: Instant, now: Instant): string => daysAwayWords(londonDate(now), londonDate(start))

export const NEXT_STEP_WORDS: Record<NextStep, string> = {
  answerQuestions: 'Answer the questions',
  chooseTime: 'Choose a time',
  wait: 'Open',
  answer: 'Say if you come',
  settleConcern: 'Settle it',
  hold: 'Run the meeting',
  finishMinutes: 'Finish the minutes',
  none: 'Open',
}

/** What a meeting is listed by: its group, the moment by which its next step has to be taken, and its reference. */
export type Missed = { group: RowGroup; at: string; ref: string }

/** Without such a moment it comes last. */
export function missedAt({ group, state, slot, deadline, ref }: MeetingRow): Missed {
  const never = '9999'
  return { group, ref, at: state === 'toArrange' ? (deadline?.at ?? never) : (slot?.start ?? deadline?.at ?? never) }
}

/** What will be missed first comes first; of those that are done, the latest. */
export const byWhatIsMissedFirst = (a: MeetingRow, b: MeetingRow) => compareMissed(missedAt(a), missedAt(b))

export function compareMissed(a: Missed, b: Missed): number {
  const areDone = a.group === 'done' && b.group === 'done'
  return (areDone ? compare(b.at, a.at) : compare(a.at, b.at)) || compare(a.ref, b.ref)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const capital = (words: string) => words.replace(/^\w/, (letter) => letter.toUpperCase())
