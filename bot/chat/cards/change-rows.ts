/** A change that was reported and waits for a placement officer: how it was, how it would be, and what follows. */
import { mayConfirm, type Reader } from '../../../shared/permissions.ts'
import type { Placement } from '../../../shared/placement-case.ts'
import type { PlacementConfirmation } from '../../../shared/placement.ts'
import type { PlanningMeeting } from '../../../shared/planning-meeting.ts'
import type { MeetingPlan, Plan } from '../../../shared/plan.ts'
import { isInTime } from '../../../shared/slots.ts'
import { deadlineWords } from '../../../shared/standing.ts'
import { dayWords, momentWords, slotWords } from '../../../shared/time.ts'
import { BASIS_WORDS, PLACEMENT_TYPE_WORDS } from '../../../shared/words.ts'
import { changeWords } from '../change-words.ts'
import type { Element } from './card.ts'
import { buttons, notice, press, quiet, row } from './parts.ts'

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

export function reportedChange(placement: Placement, meetings: PlanningMeeting[], reader: Reader): Element[] {
  const { proposed, confirmation, plan, version } = placement
  const [first] = meetings
  if (!proposed || !first) return []
  const told = TOLD.filter(({ field }) => proposed.changes.includes(field))
  const others = proposed.changes.filter((change) => !told.some(({ field }) => field === change))
  const data = { meetingId: first.id, version }
  return [
    notice('A newer message changes this placement. Nothing has been changed yet.'),
    ...told.flatMap(({ label, words }) => row(label, arrow(words(confirmation), words(proposed.confirmation)))),
    ...deadlines(plan, proposed.plan),
    ...(others.length > 0 ? row('Also', changeWords(others)) : []),
    ...meetings.flatMap((meeting) => staysAt(meeting, proposed.plan)),
    ...(mayConfirm(reader)
      ? [
          buttons(
            press('Take over the change', 'takeChange', data, { withInputs: false }),
            press('Leave it as it was', 'leaveChange', data, { withInputs: false }),
          ),
        ]
      : [quiet('A placement officer decides whether it is taken over.')]),
  ]
}

const arrow = (from: string, to: string) => `${from} → ${to}`

function deadlines(now: Plan, then: Plan): Element[] {
  return then.meetings.flatMap((meeting) => {
    const before = now.meetings.find(({ kind }) => kind === meeting.kind)
    const [from, to] = [holdBy(before), holdBy(meeting)]
    return from === to ? [] : row('Hold the meeting by', arrow(from, to))
  })
}

const holdBy = (meeting: MeetingPlan | undefined): string =>
  meeting?.mustStartBefore
    ? `${momentWords(meeting.mustStartBefore)}, before it starts`
    : meeting?.deadline
      ? deadlineWords(meeting.deadline)
      : 'no last day'

/** A meeting that has a time keeps it; whether it would still be in time is said before anybody decides. */
function staysAt(meeting: PlanningMeeting, { meetings }: Plan): Element[] {
  if (meeting.state !== 'arranged') return []
  const plan = meetings.find(({ kind }) => kind === meeting.plan.kind)
  const stays = `The meeting stays on ${slotWords(meeting.slot)} until somebody moves it.`
  const fits = !plan || isInTime(meeting.slot.start, plan)
  return [quiet(fits ? stays : `${stays} It would then no longer be in time.`)]
}
