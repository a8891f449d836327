/** From a placement confirmation and a practice pack to the plan: what is due, who meets, what has to be asked. Pure. */
import { agendaOf } from './agenda.ts'
import { attendeesOf, everybody, type Practice } from './attendees.ts'
import { chairsChecklistOf } from './chairs-checklist.ts'
import { clocksFor } from './clocks.ts'
import { deadlineFrom } from './deadlines.ts'
import { documentsOf } from './documents.ts'
import { dutiesOf, organiserMailbox, windowUntil } from './duties.ts'
import { emergencyChecklistOf } from './emergency-checklist.ts'
import type { Basis, PlacementConfirmation, PlacementType } from './placement.ts'
import type { Clock, MeetingKind, MeetingPlan, Plan, Question, Warning } from './plan.ts'
import { caseWarnings, deadlineWarnings, familyWarnings, leaveWarnings, proposalWarnings } from './plan-warnings.ts'
import { firstMeetingRule, type PracticePack } from './practice-pack.ts'
import { openingQuestions, peopleQuestions } from './questions.ts'
import { minutesBetween, type Instant } from './time.ts'
import { venueOf } from './venue.ts'

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
  // A detention placement plan stands in the place of these duties: nothing runs until a person has decided (L-28).
  const onRemand = child.legalStatus === 'remand'
  const settled = { ...confirmation, placement: { ...placement, basis: basis ?? undefined } }
  const clocks = onRemand ? [] : clocksFor(settled, practice.pack)
  if (!placement.type || onRemand) {
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
  const settled = { ...confirmation, placement: { ...confirmation.placement, basis } }
  const meeting: MeetingPlan = {
    kind,
    combines: emergency ? ['first', 'emergency'] : ['first'],
    triggers: emergency ? ['emergencyPlacement'] : [],
    deadline: due?.deadline ?? null,
    notBefore: null,
    mustStartBefore: due?.mustStartBefore ?? null,
    durationMinutes,
    convenor: duties.convenor,
    chair: duties.chair,
    organiserMailbox: organiserMailbox(duties.convenor, duties.chair, people, authority.serviceMailbox),
    minimum: duties.minimum,
    attendees,
    venue,
    agenda: agendaOf(settled, type, basis, { kind, durationMinutes, venue }),
    emergencyChecklist: emergencyChecklistOf(emergency),
    chairsChecklist: chairsChecklistOf(confirmation, pack.chairsChecklist?.is ?? []),
    documents: documentsOf(confirmation, type, kind, practice),
  }
  return {
    meeting,
    questions: startsAt ? peopleQuestions(confirmation, people, attendees, duties, window, meeting.deadline) : [],
    warnings: [
      ...warnings,
      ...deadlineWarnings(due, clocks, now),
      ...leaveWarnings(duties),
      ...familyWarnings(confirmation, people),
      ...caseWarnings(confirmation, clocks),
      ...proposalWarnings(duties, type, basis, practice),
    ],
  }
}

const callsForEmergencyMeeting = (pack: PracticePack, type: PlacementType) =>
  pack.emergencyMeeting?.emergencyPlacement.is.includes(type) ?? false
