/** A change that was reported and waits for a placement officer: how it was, how it would be, and what follows. */
import { changeWords } from './change-words.ts'
import type { Placement } from './placement-case.ts'
import type { PlacementConfirmation } from './placement.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import type { MeetingPlan, Plan } from '../meeting/plan.ts'
import { laterTriggers, planAmong } from '../meeting/same-meeting.ts'
import { isInTime } from '../times/slots.ts'
import { deadlineWords } from '../meeting/standing.ts'
import { dayWords, momentWords, slotWords } from '../dates/time.ts'
import { BASIS_WORDS, MEETING_KIND_WORDS, PLACEMENT_TYPE_WORDS } from '../words.ts'

export type ReportedChange = {
  rows: { label: string; from: string; to: string }[]
  /** What else differs, by name alone. */
  also: string | null
  /** What becomes of meetings that have a time. */
  stays: string[]
}

type Told = { field: string; label: string; words: (of: PlacementConfirmation) => string }

/** What may stand on a card in the words of both; of everything else only the name is said. */
const TOLD: Told[] = [
  {
    field: 'placement.startsAt',
    label: 'Start',
    words: ({ placement: { startsAt } }) => (startsAt ? momentWords(startsAt) : 'not known'),
  },
  {
    field: 'placement.plannedEndOn',
    label: 'Planned end',
    words: ({ placement: { plannedEndOn } }) => (plannedEndOn ? dayWords(plannedEndOn) : 'not known'),
  },
  {
    field: 'placement.type',
    label: 'Kind of placement',
    words: ({ placement: { type } }) => (type ? PLACEMENT_TYPE_WORDS[type] : 'not known'),
  },
  {
    field: 'placement.basis',
    label: 'Planned or emergency',
    words: ({ placement: { basis } }) => (basis ? BASIS_WORDS[basis] : 'not known'),
  },
]

export function reportedChange(
  { proposed, confirmation, cancelled }: Placement,
  meetings: PlanningMeeting[],
): ReportedChange | null {
  if (!proposed) return null
  const told = TOLD.filter(({ field }) => proposed.changes.includes(field))
  const standing = cancelled ? [] : meetings
  const others = proposed.changes.filter((change) => !told.some(({ field }) => field === change))
  return {
    rows: [
      ...told.map(({ label, words }) => ({ label, from: words(confirmation), to: words(proposed.confirmation) })),
      ...deadlines(standing, proposed.plan),
    ],
    also: others.length > 0 ? changeWords(others) : null,
    stays: meetings.flatMap((meeting) => staysAt(meeting, meetings, proposed.plan)),
  }
}

/** Of each meeting that is not over, and of what would come besides; where there are several, by their references. */
function deadlines(meetings: PlanningMeeting[], { meetings: planned }: Plan): ReportedChange['rows'] {
  const owned = meetings.map((meeting) => ({ meeting, then: planAmong(planned, meeting, meetings) }))
  const open = owned.filter(({ meeting }) => meeting.state !== 'held' && meeting.state !== 'cancelled')
  const besides = planned.filter((plan) => laterTriggers(plan).length === 0 && !owned.some(({ then }) => then === plan))
  const changed = [
    ...open.map(({ meeting: { plan, ref }, then }) => ({ what: ref, from: plan, to: then ?? plan })),
    ...besides.map((plan) => ({ what: MEETING_KIND_WORDS[plan.kind].toLowerCase(), from: undefined, to: plan })),
  ]
  return changed.flatMap(({ what, from, to }) => {
    const [before, after] = [holdBy(from), holdBy(to)]
    const label = `Hold ${changed.length > 1 ? what : 'the meeting'} by`
    return before === after ? [] : [{ label, from: before, to: after }]
  })
}

const holdBy = (meeting: MeetingPlan | undefined): string =>
  meeting?.mustStartBefore
    ? `${momentWords(meeting.mustStartBefore)}, before it starts`
    : meeting?.deadline
      ? deadlineWords(meeting.deadline)
      : 'no last day'

/** A meeting that has a time keeps it; whether it would still be in time is said before anybody decides. */
function staysAt(meeting: PlanningMeeting, meetings: PlanningMeeting[], { meetings: planned }: Plan): string[] {
  if (meeting.state !== 'arranged') return []
  const plan = planAmong(planned, meeting, meetings)
  const which = meetings.filter(({ state }) => state === 'arranged').length > 1 ? meeting.ref : 'The meeting'
  const stays = `${which} stays on ${slotWords(meeting.slot)} until somebody moves it.`
  const fits = !plan || isInTime(meeting.slot.start, plan)
  return [fits ? stays : `${stays} It would then no longer be in time.`]
}
