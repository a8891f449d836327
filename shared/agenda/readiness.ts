/** Whether the documents that a meeting needs are ready (R-085 to R-098): marked by a person, never guessed. */
import type { MeetingPlan } from '../meeting/plan.ts'
import type { Preparation } from './preparation.ts'
import { refuse, ok, type Result } from '../result.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import type { Instant } from '../dates/time.ts'

export const READINESS = ['ready', 'notReady', 'notRelevant'] as const
export type Readiness = (typeof READINESS)[number]

/** `by` is the name of whoever said so. */
export type DocumentMark = { is: Readiness; at: Instant; by: string }

export const READINESS_WORDS: Record<Readiness, string> = {
  ready: 'Ready',
  notReady: 'Not ready',
  notRelevant: 'Not relevant',
}

/** Of those that matter here, how many are ready; one of which nobody has said anything is not. */
export type ReadyCount = { of: number; ready: number }

type Prepared = { plan: Pick<MeetingPlan, 'documents'>; preparation?: Preparation }

export function readyCount({ plan, preparation }: Prepared): ReadyCount {
  const marks = plan.documents.map(({ id }) => preparation?.documents?.[id]?.is)
  return {
    of: marks.filter((is) => is !== 'notRelevant').length,
    ready: marks.filter((is) => is === 'ready').length,
  }
}

export const isAllReady = (prepared: Prepared): boolean => {
  const { of, ready } = readyCount(prepared)
  return ready === of
}

/** `3 of 7 documents ready`; nothing where there are none to wait for. */
export function readyWords({ of, ready }: ReadyCount): string | null {
  if (of === 0) return null
  const documents = of === 1 ? 'document' : 'documents'
  return ready === of ? `${of === 1 ? 'The' : `All ${of}`} ${documents} ready` : `${ready} of ${of} ${documents} ready`
}

/** With `null` what was said of it is taken back. */
export function markDocument(
  meeting: PlanningMeeting,
  id: string,
  is: Readiness | null,
  by: string,
  now: Instant,
): Result<PlanningMeeting, 'invalid'> {
  if (!meeting.plan.documents.some((document) => document.id === id)) return refuse('invalid')
  const { [id]: _, ...others } = meeting.preparation?.documents ?? {}
  const documents = is ? { ...others, [id]: { is, at: now, by } } : others
  return ok({ ...meeting, preparation: { ...meeting.preparation, documents } })
}
