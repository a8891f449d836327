/**
 * Somebody asks for a further meeting of a placement that is known: what may call for one, in the words of those
 * who ask, what has to be known of each, and the trigger that follows from it.
 */
import type { Placement } from '../placement/placement-case.ts'
import type { Trigger, TriggerKind } from '../placement/placement.ts'
import type { PlanningMeeting } from './planning-meeting.ts'
import { ok, refuse, type Result } from '../result.ts'
import { atLondon, later, londonDate, startOfDay, type Instant, type LocalDate } from '../dates/time.ts'

export const ASK_REASONS = [
  'seriousIncident',
  'missing',
  'otherSeriousEvent',
  'unplannedEnding',
  'dayToDay',
  'carePlan',
  'difficulties',
  'interval',
  'lacReview',
] as const
export type AskReason = (typeof ASK_REASONS)[number]

type AskedFor = {
  kind: TriggerKind
  title: string
  /** Which moment counts; `null` where the wish alone does. */
  when: 'happened' | 'returned' | 'agreed' | 'review' | null
  /** Counted by the hour, or held at one: then the day alone is not enough. */
  byTheHour: boolean
  words: 'needed' | 'welcome'
  requirements: string[]
}

export const ASKED_FOR: Record<AskReason, AskedFor> = {
  seriousIncident: {
    kind: 'seriousIncident',
    title: 'After a serious incident',
    when: 'happened',
    byTheHour: false,
    words: 'welcome',
    requirements: ['R-009'],
  },
  missing: {
    kind: 'missing',
    title: 'Back from being missing or absent',
    when: 'returned',
    byTheHour: true,
    words: 'welcome',
    requirements: ['R-010', 'R-011', 'A-07', 'A-13'],
  },
  otherSeriousEvent: {
    kind: 'otherSeriousEvent',
    title: 'After another serious event: the placement may be unsuitable',
    when: 'happened',
    byTheHour: false,
    words: 'needed',
    requirements: ['R-012'],
  },
  unplannedEnding: {
    kind: 'unplannedEnding',
    title: 'The placement has ended unplanned: a disruption meeting',
    when: 'happened',
    byTheHour: false,
    words: 'needed',
    requirements: ['R-220'],
  },
  dayToDay: {
    kind: 'request',
    title: 'To sort out day-to-day matters',
    when: null,
    byTheHour: false,
    words: 'welcome',
    requirements: ['R-015'],
  },
  carePlan: {
    kind: 'request',
    title: 'To make a change of the care plan clear',
    when: null,
    byTheHour: false,
    words: 'welcome',
    requirements: ['R-015'],
  },
  difficulties: {
    kind: 'request',
    title: 'To resolve difficulties in the placement',
    when: null,
    byTheHour: false,
    words: 'welcome',
    requirements: ['R-015'],
  },
  interval: {
    kind: 'interval',
    title: 'At the interval that was agreed',
    when: 'agreed',
    byTheHour: false,
    words: 'welcome',
    requirements: ['R-014'],
  },
  lacReview: {
    kind: 'lacReview',
    title: 'With a looked-after review',
    when: 'review',
    byTheHour: true,
    words: 'welcome',
    requirements: ['R-013'],
  },
}

export type Episode = NonNullable<Trigger['episodes']>[number]

export const DECISIONS = ['missingDuration', 'missingOccasions', 'none'] as const
/** What a person says where the count leaves it open: it calls for a meeting, or the return is only recorded (E-21). */
export type MissingDecision = (typeof DECISIONS)[number]

export const DECISION_WORDS: Record<MissingDecision, string> = {
  missingDuration: 'Yes, as three days or more',
  missingOccasions: 'Yes, as the third time',
  none: 'No: keep the return for the count',
}

export type FurtherAsk = {
  reason: AskReason
  at?: Instant
  /** Of a time of being missing: when it began. */
  from?: Instant
  /** Earlier times in this placement that the case does not know of, as far as they were given. */
  earlier?: Partial<Episode>[]
  words?: string
  decision?: MissingDecision
}

export type AskFault =
  'whenMissing' | 'sinceMissing' | 'wordsMissing' | 'notYet' | 'inThePast' | 'earlierIncomplete' | 'timesCross'

/** What a press leads to, said before it. */
export const whatFollows = (reason: AskReason, mayCall: boolean): string =>
  !mayCall
    ? 'What you ask for goes to a placement officer, who presses for the meeting.'
    : reason === 'missing'
      ? 'Where the count calls for a meeting, it is opened at once and whoever convenes it is told; otherwise the return is kept for the count. Nobody is invited before a time is chosen.'
      : 'The meeting is opened at once and whoever convenes it is told. Nobody is invited before a time is chosen.'

/** What the case knows of earlier times of being missing, and from where they are counted anew. */
export type MissingKnown = { episodes: Episode[]; heldOn: LocalDate | null }

export function missingKnown({ missingEpisodes, confirmation }: Placement, meetings: PlanningMeeting[]): MissingKnown {
  const held = meetings.flatMap((meeting) =>
    meeting.state === 'held' && meeting.plan.triggers.some((trigger) => isMissing(trigger))
      ? [londonDate(meeting.slot.start)]
      : [],
  )
  const said = confirmation.trigger?.missingMeetingHeldOn
  const days = [...held, ...(said ? [said] : [])]
  return {
    episodes: missingEpisodes ?? confirmation.trigger?.episodes ?? [],
    heldOn: days.length > 0 ? days.reduce(later) : null,
  }
}

const isMissing = (trigger: string) => trigger === 'missingDuration' || trigger === 'missingOccasions'

export function triggerFor(ask: FurtherAsk, known: MissingKnown, now: Instant): Result<Trigger, AskFault> {
  const { kind, when, words } = ASKED_FOR[ask.reason]
  const reason = ask.words?.trim()
  if (words === 'needed' && !reason) return refuse('wordsMissing')
  const said = { kind, ...(reason && { reason }) }
  if (when === null) return ok({ ...said, at: now })
  const { at, from } = ask
  if (!at) return refuse('whenMissing')
  if ((when === 'happened' || when === 'returned') && at > now) return refuse('notYet')
  if (when === 'agreed' && londonDate(at) < londonDate(now)) return refuse('inThePast')
  if (when === 'review' && at < now) return refuse('inThePast')
  if (kind !== 'missing') return ok({ ...said, at })
  if (!from) return refuse('sinceMissing')
  const earlier = (ask.earlier ?? []).flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
  if (earlier.length < (ask.earlier?.length ?? 0)) return refuse('earlierIncomplete')
  const episodes = inOrder([...known.episodes, ...earlier, { from, to: at }])
  if (!episodes || episodes.at(-1)!.to !== at) return refuse('timesCross')
  return ok({
    ...said,
    kind: ask.decision && ask.decision !== 'none' ? ask.decision : kind,
    at,
    episodes,
    ...(known.heldOn && { missingMeetingHeldOn: known.heldOn }),
  })
}

/** Each once, the first first; `null` where two of them cannot both be. */
function inOrder(all: Episode[]): Episode[] | null {
  const episodes = all
    .filter((one, n) => all.findIndex(({ from, to }) => from === one.from && to === one.to) === n)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const fit = episodes.every(({ from, to }, n) => from < to && (n === 0 || episodes[n - 1]!.to <= from))
  return fit ? episodes : null
}

/**
 * A day with a time of the clock in London. Where a rule counts in days and nobody knows the time, the day counts from
 * its beginning, which is never too late.
 */
export function momentFor(reason: AskReason, day: LocalDate | null, time: string | null): Instant | undefined {
  if (!day) return undefined
  if (time) return atLondon(day, time)
  return ASKED_FOR[reason].byTheHour ? undefined : startOfDay(day)
}
