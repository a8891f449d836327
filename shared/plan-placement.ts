/** From a placement confirmation and a practice pack to the plan: what is due, who meets, what has to be asked. Pure. */
import { agendaOf } from './agenda.ts'
import {
  attendeesOf,
  everybody,
  holderOf,
  organiserMailbox,
  type KeyedPerson,
  type Practice,
  type Window,
} from './attendees.ts'
import { chairsChecklistOf, emergencyChecklistOf } from './checklists.ts'
import { clocksFor, lastDayOfPlan } from './clocks.ts'
import { deadlineFrom, type MeetingDeadline } from './deadlines.ts'
import { documentsOf } from './documents.ts'
import type { Basis, PlacementConfirmation, PlacementType } from './placement.ts'
import type { Clock, MeetingKind, MeetingPlan, Plan, Question, Warning } from './plan.ts'
import { cellFor, firstMeetingRule, type PracticePack } from './practice-pack.ts'
import { openingQuestions, peopleQuestions } from './questions.ts'
import { addDays, dayWords, earlier, londonDate, minutesBetween, momentWords, type Instant } from './time.ts'
import { venueOf } from './venue.ts'
import { whyNotWorking, workingDayOnOrBefore } from './working-days.ts'

/** What the authority sets once for all its meetings. */
export type Authority = { serviceMailbox: string }

/**
 * The plan as of `now`. Throws {@link import('./working-days.ts').BeyondBankHolidays} where a date lies outside the
 * loaded bank holidays.
 */
export function planFor(
  confirmation: PlacementConfirmation,
  practice: Practice,
  now: Instant,
  authority: Authority,
): Plan {
  const { placement, child } = confirmation
  const basis = placement.basis ?? proposedBasis(confirmation)
  const questions = openingQuestions(confirmation)
  const base = {
    pack: practice.pack.id,
    packVersion: practice.pack.version,
    basis: { value: basis, stated: placement.basis !== undefined },
    placementType: placement.type ?? null,
    area: placement.area ?? null,
  }
  if (placement.shortBreaks) {
    const text = 'A series of short breaks has no placement plan and no first planning meeting.'
    return {
      ...base,
      status: 'noMeeting',
      meetings: [],
      clocks: [],
      questions: [],
      warnings: [{ id: 'shortBreaks', text, requirements: ['L-06'] }],
    }
  }
  const clocks = clocksFor({ ...confirmation, placement: { ...placement, basis: basis ?? undefined } }, practice.pack)
  if (!placement.type || child.legalStatus === 'remand' || (basis === null && placement.startsAt)) {
    return {
      ...base,
      status: placement.startsAt ? 'asks' : 'provisional',
      meetings: [],
      clocks,
      questions,
      warnings: [],
    }
  }
  const first = firstMeeting(confirmation, placement.type, basis ?? 'planned', practice, now, authority, clocks)
  const all = [...questions, ...first.questions]
  return {
    ...base,
    status: !placement.startsAt ? 'provisional' : all.length > 0 ? 'asks' : 'ready',
    meetings: [first.meeting],
    clocks,
    questions: all,
    warnings: first.warnings,
  }
}

/** Emergency where the placement starts within a day of being confirmed, or had started already: for a person to confirm. */
export function proposedBasis({ placement: { startsAt }, confirmedAt }: PlacementConfirmation): Basis | null {
  if (!startsAt) return null
  return minutesBetween(confirmedAt, startsAt) < 24 * 60 ? 'emergency' : 'planned'
}

function firstMeeting(
  confirmation: PlacementConfirmation,
  type: PlacementType,
  basis: Basis,
  practice: Practice,
  now: Instant,
  authority: Authority,
  clocks: Clock[],
): { meeting: MeetingPlan; questions: Question[]; warnings: Warning[] } {
  const { pack, fallback } = practice
  const { startsAt } = confirmation.placement
  const emergency = basis === 'emergency' && callsForEmergencyMeeting(pack, type)
  const kind: MeetingKind = emergency ? 'emergency' : 'first'
  const due = startsAt
    ? deadlineFrom(startsAt, firstMeetingRule(pack, fallback, type, basis), 'the placement starts')
    : null
  const window = windowUntil(due, now)
  const people = everybody(confirmation)
  const duties = dutiesOf(confirmation, people, type, basis, practice, window)
  const attendees = attendeesOf(confirmation, people, type, practice, duties)
  const { venue, warnings } = venueOf(confirmation, people, attendees, type, practice)
  const durationMinutes = pack.durationMinutes.is[kind] ?? fallback.durationMinutes.is[kind] ?? 60
  const meeting: MeetingPlan = {
    kind,
    combines: emergency ? ['first', 'emergency'] : ['first'],
    triggers: emergency ? ['emergencyPlacement'] : [],
    deadline: due?.deadline ?? null,
    notBefore: null,
    mustStartBefore: due?.mustStartBefore ?? null,
    durationMinutes,
    convenor: bare(duties.convenor),
    chair: bare(duties.chair),
    organiserMailbox: organiserMailbox(duties.convenor, duties.chair, people, authority.serviceMailbox),
    minimum: duties.minimum,
    attendees,
    venue,
    agenda: agendaOf(
      { ...confirmation, placement: { ...confirmation.placement, basis } },
      type,
      basis,
      kind,
      durationMinutes,
    ),
    emergencyChecklist: emergencyChecklistOf(emergency),
    chairsChecklist: chairsChecklistOf(confirmation, pack.chairsChecklist?.is ?? []),
    documents: documentsOf(confirmation, type, kind, practice),
  }
  return {
    meeting,
    questions: startsAt ? peopleQuestions(confirmation, people, duties, window, meeting.deadline) : [],
    warnings: [...warnings, ...deadlineWarnings(due, clocks, now), ...familyWarnings(confirmation, people)],
  }
}

const callsForEmergencyMeeting = (pack: PracticePack, type: PlacementType) =>
  pack.emergencyMeeting?.emergencyPlacement.is.includes(type) ?? false

function dutiesOf(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  type: PlacementType,
  basis: Basis,
  { pack, fallback }: Practice,
  window: Window,
) {
  const now = basis === 'emergency' ? 'emergency' : 'routine'
  const duty = (list: (pack: PracticePack) => PracticePack['chair']) =>
    cellFor(pack, fallback, list, type, ({ when }) => when === undefined || when === now)
  const chairCell = duty(({ chair }) => chair)
  return {
    convenor: holderOf(
      withoutDelegate(duty(({ convenor }) => convenor)),
      people,
      confirmation.choices?.convenor,
      window,
    ),
    chair: holderOf(chairCell, people, confirmation.choices?.chair, window),
    minimum: cellFor(pack, fallback, ({ minimum }) => minimum, type)?.is ?? [],
    leavesChairOpen: chairCell?.is === 'choose',
  }
}

/** A convenor on leave still convenes: the invitation goes from an authority mailbox either way. */
const withoutDelegate = (cell: ReturnType<typeof cellFor<PracticePack['convenor'][number]>>) =>
  cell && { ...cell, delegate: undefined }

const bare = ({ role, person, key, requirements }: MeetingPlan['chair']) => ({ role, person, key, requirements })

function windowUntil(due: MeetingDeadline | null, now: Instant): Window {
  const today = londonDate(now)
  const until = due?.deadline.date ?? addDays(today, 14)
  return { from: earlier(today, until), until }
}

function deadlineWarnings(due: MeetingDeadline | null, clocks: Clock[], now: Instant): Warning[] {
  if (!due) return []
  const { at, date } = due.deadline
  const warnings: Warning[] = []
  if (at < now) {
    warnings.push({
      id: 'late',
      text: `The meeting was due by ${momentWords(at)}. It can still be held; the reason for its lateness is recorded.`,
      requirements: ['R-033'],
    })
  }
  const why = whyNotWorking(date)
  if (why) {
    warnings.push({
      id: 'deadlineOnNonWorkingDay',
      text: `The last day, ${dayWords(date)}, is no working day (${why}). The last working day before it is ${dayWords(workingDayOnOrBefore(date))}.`,
      requirements: ['R-032', 'E-02'],
    })
  }
  const plan = clocks.find(({ id }) => id === 'placementPlan')
  const lastDay = lastDayOfPlan(clocks)
  if (lastDay && date > lastDay) {
    warnings.push({
      id: 'meetingAfterPlan',
      text: `The plan is due by law on ${dayWords(lastDay)}, before the last day for the meeting. Work to the plan's date.`,
      requirements: ['R-027'],
    })
  } else if (plan?.fallback && date > londonDate(plan.due as Instant)) {
    warnings.push({
      id: 'planBeforeStart',
      text: 'The practice lets the meeting follow the start, but the law wants the plan before it where that is practicable. The plan does not wait for the meeting.',
      requirements: ['K-01', 'R-026'],
    })
  }
  return warnings
}

function familyWarnings({ child }: PlacementConfirmation, people: KeyedPerson[]): Warning[] {
  const parents = people.filter(({ person }) =>
    ['mother', 'father', 'parent', 'otherWithParentalResponsibility'].includes(person.role),
  )
  if (parents.length === 0 && !child.unaccompaniedAsylumSeeking) {
    return [
      {
        id: 'noParentNamed',
        text: 'No parent is named. Each person with parental responsibility has a decision of their own, and a reason where they are not invited.',
        requirements: ['R-057', 'P-40'],
      },
    ]
  }
  return parents
    .filter(({ person }) => child.legalStatus === 'section20' && person.clearedForAddress === false)
    .map(({ key }) => ({
      id: `keptFromParent:${key}`,
      text: 'Under section 20 parents are to be kept informed of where their child is. Take legal advice, and record the manager who decides.',
      requirements: ['P-30'],
    }))
}
