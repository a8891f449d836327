/** The lines that say what follows from a placement, each with its working, in place, for whoever asks why. */
import { lastDayOfPlan } from '../../../shared/deadlines/clocks.ts'
import type { PartialConfirmation } from '../../../shared/placement/draft.ts'
import type { Attendee, MeetingPlan, Plan, RuleStatus, WorkingLine } from '../../../shared/meeting/plan.ts'
import { deadlineWords, timeLeftWords } from '../../../shared/meeting/standing.ts'
import { dayWords, momentWords, type Instant } from '../../../shared/dates/time.ts'
import { placementLine, whereSaid, whyBasis } from '../../../shared/placement/draft-words.ts'
import { ROLE_WORDS, RULE_STATUS_WORDS } from '../../../shared/words.ts'
import { workingDaysLeft } from '../../../shared/dates/working-days-left.ts'
import type { Element } from './card.ts'
import { listed, plain, row } from './parts.ts'

/** Longer workings are cut in the card; the tab shows all of them. */
const MOST_LINES = 14

export const referencesLine = ({ caseReference, placementReference }: PartialConfirmation): string =>
  [caseReference ?? 'no case reference yet', placementReference ?? 'no placement reference yet']
    .map((reference) => plain(reference, 64))
    .join(' · ')

/** What is placed and when, and why it counts as planned or as an emergency. */
export function placementRow(fields: PartialConfirmation, plan: Plan | null): Element[] {
  const why = whyBasis(fields, plan)
  return row('Placement', placementLine(fields, plan), why ? { id: 'whyBasis', asks: 'Why?', lines: [why] } : undefined)
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

export function whereRow(meeting: MeetingPlan, fields: PartialConfirmation, n: number): Element[] {
  const { words, lines } = whereSaid(meeting, fields)
  return row('Where', words, { id: `whoSees.${n}`, asks: 'Who sees it?', lines })
}
