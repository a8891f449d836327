/** From a placement confirmation and a practice pack to the plan: what is due, who meets, what has to be asked. Pure. */
import { agendaOf } from '../agenda/agenda.ts'
import { bankHolidaysEnding } from '../dates/bank-holidays.ts'
import { attendeesOf, everybody, type Practice } from '../people/attendees.ts'
import { chairsChecklistOf } from '../record/chairs-checklist.ts'
import { meetingsCalledFor, type MeetingCall } from './called-for.ts'
import { clocksFor } from '../deadlines/clocks.ts'
import { documentsOf } from '../agenda/documents.ts'
import { dutiesOf, organiserMailbox, windowUntil, type Occasion } from '../people/duties.ts'
import { emergencyChecklistOf } from '../record/emergency-checklist.ts'
import type { Basis, PlacementConfirmation, PlacementType } from '../placement/placement.ts'
import type { Clock, MeetingKind, MeetingPlan, Plan, Question, Warning } from './plan.ts'
import {
  addressWarnings,
  cameAloneWarnings,
  caseWarnings,
  deadlineWarnings,
  familyWarnings,
  leaveWarnings,
  missingWarnings,
  proposalsIn,
  proposalWarnings,
  quietRoomWarnings,
  reviewingOfficerWarnings,
  reviewWarnings,
  suggestionWarnings,
} from './plan-warnings.ts'
import { officesShutWarnings } from '../dates/offices-shut.ts'
import { openingQuestions, peopleQuestions, triggerQuestions } from '../placement/questions.ts'
import { isHeldBack, isLeftUnscheduled, queryWarnings } from '../placement/queried.ts'
import { londonDate, minutesBetween, type Instant, type LocalDate } from '../dates/time.ts'
import { siblingWarnings } from './sibling-warnings.ts'
import { venueOf } from './venue.ts'

/** What the authority sets once for all its meetings. */
export type Authority = { serviceMailbox: string }

/** The day that decides which version of a practice holds: that of the start, or today while there is none. */
export const startDayOf = ({ placement: { startsAt } }: PlacementConfirmation, now: Instant): LocalDate =>
  londonDate(startsAt ?? now)

/**
 * The plan as of `now`. Throws {@link import('../dates/working-days.ts').BeyondBankHolidays} where a date lies outside the
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
  const opening = openingQuestions(confirmation)
  const settled = { ...confirmation, placement: { ...placement, basis: basis ?? undefined } }
  const base = {
    pack: practice.pack.id,
    packVersion: practice.pack.version,
    basis: { value: basis, stated: placement.basis !== undefined },
    placementType: placement.type ?? null,
    area: placement.area ?? null,
  }
  if (placement.shortBreaks && !confirmation.trigger) {
    const text = 'A series of short breaks has no placement plan and no first planning meeting.'
    const warnings = [{ id: 'shortBreaks', text, requirements: ['L-06'] }]
    return { ...base, status: 'noMeeting', meetings: [], clocks: [], questions: [], warnings }
  }
  const ending = bankHolidaysEnding(londonDate(now))
  const holidays = ending ? [ending] : []
  // A detention placement plan stands in the place of these duties: nothing runs until a person has decided (L-28).
  const onRemand = child.legalStatus === 'remand' && isHeldBack(confirmation)
  const clocks = onRemand ? [] : clocksFor(settled, practice)
  if (isLeftUnscheduled(confirmation)) {
    const warnings = [...holidays, ...queryWarnings(confirmation)]
    return { ...base, status: 'noMeeting', meetings: [], clocks, questions: [], warnings: once(warnings) }
  }
  if (!placement.type || isHeldBack(confirmation)) {
    const status = placement.startsAt ? 'asks' : 'provisional'
    return { ...base, status, meetings: [], clocks, questions: opening, warnings: holidays }
  }
  const given = { confirmation, type: placement.type, basis: basis ?? 'planned', practice, now, authority, clocks }
  const { calls, missing } = meetingsCalledFor(confirmation, given.type, given.basis, practice)
  const planned = calls.map((call) => plannedMeeting(call, given))
  const questions = once([
    ...opening,
    ...triggerQuestions(confirmation, missing),
    ...planned.flatMap((one) => one.questions),
  ])
  return {
    ...base,
    status: !placement.startsAt
      ? 'provisional'
      : questions.length > 0
        ? 'asks'
        : planned.length > 0
          ? 'ready'
          : 'noMeeting',
    meetings: planned.map(({ meeting }) => meeting),
    clocks,
    questions,
    warnings: once([
      ...holidays,
      ...queryWarnings(confirmation),
      ...missingWarnings(missing),
      ...planned.flatMap((one) => one.warnings),
      ...proposalWarnings(planned.flatMap((one) => one.proposed)),
    ]),
  }
}

/** Emergency where the placement starts within a day of being confirmed, or had started already: for a person to confirm. */
export function proposedBasis({ placement: { startsAt }, confirmedAt }: PlacementConfirmation): Basis | null {
  if (!startsAt) return null
  return minutesBetween(confirmedAt, startsAt) < 24 * 60 ? 'emergency' : 'planned'
}

type PlannedMeeting = {
  meeting: MeetingPlan
  questions: Question[]
  warnings: Warning[]
  proposed: ReturnType<typeof proposalsIn>
}

type Given = {
  confirmation: PlacementConfirmation
  type: PlacementType
  basis: Basis
  practice: Practice
  now: Instant
  authority: Authority
  clocks: Clock[]
}

/** One meeting that is called for, with all that follows from who comes to it and by when it is due. */
function plannedMeeting(call: MeetingCall, given: Given): PlannedMeeting {
  const { confirmation, type, basis, practice, now, authority, clocks } = given
  const { kind, combines, triggers, takesInFirst } = call
  const due = call.due[0] ?? null
  const mustStartBefore = call.due.find((one) => one.mustStartBefore)?.mustStartBefore ?? null
  const window = windowUntil(due?.deadline ?? null, now)
  const people = everybody(confirmation)
  const duties = dutiesOf(confirmation, people, type, occasionOf(call, basis), practice, window)
  const attendees = attendeesOf(confirmation, people, type, practice, duties, kind)
  const { venue, warnings } = venueOf(confirmation, people, attendees, type, practice, kind)
  const durationMinutes = durationOf(kind, practice)
  const settled = { ...confirmation, placement: { ...confirmation.placement, basis } }
  const occasion = { kind, combines, triggers, takesInFirst, durationMinutes, venue }
  const agenda = agendaOf(settled, type, basis, occasion)
  const meeting: MeetingPlan = {
    kind,
    combines,
    triggers,
    deadline: due?.deadline ?? null,
    notBefore: null,
    mustStartBefore,
    durationMinutes,
    convenor: duties.convenor,
    chair: duties.chair,
    organiserMailbox: organiserMailbox(duties, people, confirmation.confirmedBy.email, authority.serviceMailbox),
    minimum: duties.minimum,
    attendees,
    venue,
    agenda,
    emergencyChecklist: emergencyChecklistOf(kind === 'emergency'),
    // Introductions and disruption meetings settle none of it: their agenda has no place for the list.
    chairsChecklist: agenda.some(({ item }) => item === 'AG-25')
      ? chairsChecklistOf(confirmation, practice.pack.chairsChecklist?.is ?? [])
      : [],
    documents: documentsOf(confirmation, type, combines, practice),
  }
  const isPlanned = confirmation.placement.startsAt !== null
  return {
    meeting,
    questions: isPlanned ? peopleQuestions(confirmation, people, attendees, duties, window, meeting.deadline) : [],
    warnings: [
      ...warnings,
      ...deadlineWarnings(call, clocks, now),
      ...(due ? officesShutWarnings(londonDate(now), due.deadline.date, practice) : []),
      ...reviewWarnings(call),
      ...leaveWarnings(duties),
      ...quietRoomWarnings(attendees, venue),
      ...addressWarnings(attendees),
      ...familyWarnings(confirmation, people),
      ...cameAloneWarnings(confirmation, people),
      ...reviewingOfficerWarnings(people),
      ...caseWarnings(confirmation, clocks),
      ...siblingWarnings(confirmation, practice),
      ...suggestionWarnings(confirmation, people, type, practice),
    ],
    proposed: proposalsIn(duties, call, type, practice),
  }
}

/** After an emergency placement its first meeting is one of an emergency, whatever the practice calls the meeting. */
const occasionOf = ({ kind, combines }: MeetingCall, basis: Basis): Occasion => ({
  kind,
  urgency: kind === 'emergency' || (combines.includes('first') && basis === 'emergency') ? 'emergency' : 'routine',
})

const durationOf = (kind: MeetingKind, { pack, fallback }: Practice): number =>
  pack.durationMinutes.is[kind] ?? fallback.durationMinutes.is[kind] ?? 60

/** Several meetings of one placement ask and warn of the same things: each is said once. */
export const once = <One extends { id: string }>(all: One[]): One[] =>
  all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)
