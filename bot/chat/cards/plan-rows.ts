/** The lines that say what follows from a placement, each with its working, in place, for whoever asks why. */
import { lastDayOfPlan } from '../../../shared/deadlines/clocks.ts'
import type { PartialConfirmation } from '../../../shared/placement/draft.ts'
import type { Role } from '../../../shared/placement/placement.ts'
import type { Attendee, MeetingPlan, Plan, RuleStatus, WorkingLine } from '../../../shared/meeting/plan.ts'
import { deadlineWords, timeLeftWords } from '../../../shared/meeting/standing.ts'
import { dayWords, momentWords, type Instant } from '../../../shared/dates/time.ts'
import { isClearedForAddress } from '../../../shared/meeting/venue.ts'
import {
  BASIS_WORDS,
  MEETING_KIND_WORDS,
  PLACEMENT_TYPE_WORDS,
  ROLE_WORDS,
  RULE_STATUS_WORDS,
  VENUE_WORDS,
} from '../../../shared/words.ts'
import { workingDaysLeft } from '../../../shared/dates/working-days-left.ts'
import type { Element } from './card.ts'
import { listed, plain, row } from './parts.ts'

/** Longer workings are cut in the card; the tab shows all of them. */
const MOST_LINES = 14

export const referencesLine = ({ caseReference, placementReference }: PartialConfirmation): string =>
  [caseReference ?? 'no case reference yet', placementReference ?? 'no placement reference yet']
    .map((reference) => plain(reference, 64))
    .join(' · ')

/** `Foster · emergency · starts Fri 18 Dec 2026 17:30`. */
export function placementLine({ placement }: PartialConfirmation, plan: Plan | null): string {
  const type = placement?.type ? PLACEMENT_TYPE_WORDS[placement.type] : 'Kind of placement not known'
  const basis = plan?.basis.value ?? placement?.basis
  const starts = placement?.startsAt ? `starts ${momentWords(placement.startsAt)}` : 'start not known yet'
  return [type, ...(basis ? [BASIS_WORDS[basis]] : []), starts].join(' · ')
}

/** The same, and why it counts as planned or as an emergency. */
export function placementRow(fields: PartialConfirmation, plan: Plan | null): Element[] {
  const line = placementLine(fields, plan)
  const basis = plan?.basis.value ?? fields.placement?.basis
  if (!basis) return row('Placement', line)
  const why = fields.placement?.basis
    ? `The confirmation says ${BASIS_WORDS[basis]}.`
    : `Proposed, since it starts ${basis === 'emergency' ? 'within a day of being confirmed' : 'more than a day after being confirmed'}. You decide.`
  return row('Placement', line, { id: 'whyBasis', asks: 'Why?', lines: [why] })
}

/** What is due for one meeting, and for the plan. `n` keeps the lines of several meetings apart. */
export function dueRows(meeting: MeetingPlan, plan: Plan, now: Instant, n: number): Element[] {
  const { deadline, mustStartBefore } = meeting
  const rows: Element[] = []
  if (deadline) {
    const left = timeLeftWords({ deadline, workingDaysLeft: workingDaysLeft(deadline, now) }, now)
    const words = mustStartBefore ? `${momentWords(mustStartBefore)}, before it starts` : deadlineWords(deadline)
    rows.push(
      ...row('Hold the meeting by', [words, left].filter(Boolean).join(' · '), {
        id: `whyHold.${n}`,
        asks: 'Why?',
        lines: working(deadline.working, `The practice says: ${plain(deadline.rule)}`, deadline.status),
      }),
    )
  }
  const lastDay = lastDayOfPlan(plan.clocks)
  const clock = plan.clocks.find(({ id }) => id === 'placementPlan')
  if (lastDay && clock && n === 0) {
    rows.push(
      ...row('Plan due by law', dayWords(lastDay), {
        id: 'whyPlan',
        asks: 'Why?',
        lines: working(clock.working, `${clock.title}, for the ${ROLE_WORDS[clock.owner]}`, clock.status),
      }),
    )
  }
  return rows
}

function working(lines: WorkingLine[], rule: string, status: RuleStatus): string[] {
  const shown = lines.slice(0, MOST_LINES).map(({ words }) => plain(words))
  const left = lines.length - shown.length
  return [
    ...shown,
    ...(left > 0 ? ['… and so on; all of it is in Planning.'] : []),
    `${rule} (${RULE_STATUS_WORDS[status]}).`,
  ]
}

export const kindLine = ({ kind, durationMinutes }: MeetingPlan): string =>
  `${MEETING_KIND_WORDS[kind]}, ${durationMinutes} minutes`

/** `Convenor and chair`: people of the practice by name; nobody of the family ever is. */
export function leadRows({ convenor, chair }: MeetingPlan): Element[] {
  const named = ({ role, person }: MeetingPlan['chair']) =>
    [person && plain(person, 80), role && ROLE_WORDS[role]].filter(Boolean).join(', ') || 'to be chosen'
  if (convenor.key && convenor.key === chair.key) return row('Convenor and chair', named(chair))
  return [...row('Convenor', named(convenor)), ...row('Chair', named(chair))]
}

/** `4 in Teams · 2 by e-mail · mother on a separate invitation`. */
export function whoRow({ attendees }: MeetingPlan, n: number): Element[] {
  const core = attendees.filter(({ event }) => event === 'core')
  const count = (reachedBy: Attendee['reachedBy']) => core.filter((one) => one.reachedBy === reachedBy).length
  const families = attendees.filter(({ event }) => event !== null && event !== 'core')
  const others = attendees.filter(({ event, role }) => event === null && role !== 'child')
  const by = (part: Attendee['part']) => others.filter((one) => one.part === part)
  const parts = [
    counted(count('teams'), 'in Teams'),
    counted(count('email'), 'by e-mail'),
    counted(count('person'), 'to be told by a person'),
    families.length > 0 && `${listed(families.map(({ role }) => ROLE_WORDS[role]))} on a separate invitation`,
    childWords(attendees),
  ]
  const lines = [
    roleLine('Come', core),
    roleLine('Asked for their views', [...by('contribute'), ...by('viewsConsidered')]),
    roleLine('Told of it', by('informed')),
    roleLine('Not yet decided', by('undecided')),
    roleLine('Not invited', by('notInvited')),
  ].filter((line) => line !== null)
  return row('Who', parts.filter(Boolean).join(' · ') || 'nobody yet', { id: `who.${n}`, asks: 'Who?', lines })
}

const counted = (count: number, words: string) => (count > 0 ? `${count} ${words}` : null)

function childWords(attendees: Attendee[]): string | null {
  const child = attendees.find(({ role }) => role === 'child')
  switch (child?.part) {
    case 'attend':
      return 'the child comes'
    case 'contribute':
    case 'viewsConsidered':
      return 'the child is heard another way'
    case 'notInvited':
      return 'the child not this time'
    default:
      return null
  }
}

function roleLine(what: string, people: Attendee[]): string | null {
  if (people.length === 0) return null
  // Colleagues by name; carers, family and other outsiders by their role alone (P-09).
  const named = people.map(({ role, name, reachedBy, required }) => {
    const who = reachedBy === 'teams' ? `${plain(name, 60)}, ${ROLE_WORDS[role]}` : ROLE_WORDS[role]
    return required ? `${who} (has to come)` : who
  })
  return `${what}: ${named.join(' · ')}`
}

/** Where, and to how many of those who are invited the address is shown. The address itself is on no card. */
export function whereRow(
  { venue, attendees }: MeetingPlan,
  { people = [], placement }: PartialConfirmation,
  n: number,
): Element[] {
  const place = venue.kind === 'placement' && placement?.type === 'foster' ? 'The foster home' : VENUE_WORDS[venue.kind]
  if (!placement?.address) return row('Where', place)
  const invited = people.filter(({ role, email }) =>
    attendees.some((one) => one.role === role && one.email === (email ?? null) && one.event !== null),
  )
  const cleared = invited.filter(isClearedForAddress)
  const roles = (some: { role: Role }[]) => listed([...new Set(some.map(({ role }) => ROLE_WORDS[role]))])
  return row('Where', `${place} · address shown to ${cleared.length} of ${invited.length}`, {
    id: `whoSees.${n}`,
    asks: 'Who sees it?',
    lines: [
      ...(cleared.length > 0 ? [`Shown in Planning, after sign-in, to: ${roles(cleared)}.`] : []),
      ...(cleared.length < invited.length
        ? [`Not shown to: ${roles(invited.filter((one) => !isClearedForAddress(one)))}.`]
        : []),
      'It is in no invitation, e-mail or card.',
    ],
  })
}
