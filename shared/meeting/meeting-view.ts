/**
 * What one reader may see of a meeting, worked out on the server: the tab shows it and hides nothing itself. A reader
 * who is not cleared never receives an address, and one who has no right to the record never receives a word of it.
 */
import type { Practice } from '../people/attendees.ts'
import { setsCirculation } from '../deadlines/case-clocks.ts'
import { datesAsked, type CaseDate, type CaseDates } from '../deadlines/case-dates.ts'
import { documentTitle } from '../agenda/documents.ts'
import { guidanceOf, type Guidance } from '../practice/guidance.ts'
import { contributionsView, type ContributionsView } from '../agenda/contributions-view.ts'
import type { LaterWords } from '../record/later-words.ts'
import { calledWords } from './called-words.ts'
import type { ChecklistLine } from '../record/checklists.ts'
import { lastDayOfPlan } from '../deadlines/clocks.ts'
import { isAsking } from '../times/held-times.ts'
import { heldTimesView, type HeldTimesView } from '../times/held-times-view.ts'
import type { Minutes } from '../record/minutes.ts'
import { gapsIn, hasPlaceInRecord, recordDuties, type Gap, type RecordDuties } from '../record/minutes-gaps.ts'
import {
  choicesAbout,
  concernSentences,
  eventOf,
  reasonFor,
  whoOf,
  type ConcernChoice,
  type OutlookConcern,
} from './outlook-concerns.ts'
import { mayLeave } from '../people/changing-people.ts'
import { pendingChanges, pendingSentences } from './pending-changes.ts'
import { ACTIONS, keepsToDates, mayDo, rolesOnCase, type Action, type Reader } from '../people/permissions.ts'
import type { Placement } from '../placement/placement-case.ts'
import {
  roleOf,
  withKeys,
  type Area,
  type Basis,
  type PersonKey,
  type PlacementType,
  type Role,
} from '../placement/placement.ts'
import type {
  AgendaItem,
  AttendeePart,
  Clock,
  Deadline,
  EmergencyLine,
  EventKey,
  MeetingKind,
  MeetingTrigger,
  Question,
  ReachedBy,
  VenueKind,
  Warning,
} from './plan.ts'
import type {
  Answer,
  ArrangeProblem,
  MeetingStateName,
  OfferedSlot,
  PlanningMeeting,
  Slot,
} from './planning-meeting.ts'
import { addDays, londonDate, startOfDay, type Instant, type LocalDate } from '../dates/time.ts'
import { isToCome, mayPrepare } from '../agenda/preparation.ts'
import type { Before } from '../agenda/proposed-items.ts'
import { proposedItemsView, type ProposedItemsView } from '../agenda/proposed-items-view.ts'
import { readyCount, type DocumentMark, type ReadyCount } from '../agenda/readiness.ts'
import { GROUND_WORDS } from '../words.ts'
import { isInTime } from '../times/slots.ts'
import { isClearedForAddress } from './venue.ts'
import { workingDaysLeft } from '../dates/working-days-left.ts'

/** What has to happen next with a meeting, and who can do it. */
export type NextStep =
  'answerQuestions' | 'chooseTime' | 'wait' | 'answer' | 'settleConcern' | 'hold' | 'finishMinutes' | 'none'

/** Where a row stands in the list: what will be missed first comes first. */
export type RowGroup = 'needsYou' | 'thisWeek' | 'waiting' | 'done'

export type MeetingRow = {
  id: string
  ref: string
  kind: MeetingKind
  placementType: PlacementType | null
  basis: Basis | null
  state: MeetingStateName
  problem: ArrangeProblem | null
  /** People outside are being asked which of the held times they can. */
  asking: boolean
  /** The first of what is not as it should be in Outlook. */
  concern: OutlookConcern['kind'] | null
  slot: Slot | null
  deadline: Deadline | null
  /** Working days that are left, today not counted; negative once the deadline has passed, `null` beyond the bank holidays. */
  workingDaysLeft: number | null
  late: boolean
  caseReference: string | null
  nextStep: NextStep
  group: RowGroup
  answered: { of: number; have: number }
  /** Documents for it; `null` once it is over, and for whoever keeps to dates. */
  readiness: ReadyCount | null
}

export type AttendeeView = {
  key: PersonKey
  role: Role
  name: string
  part: AttendeePart
  required: boolean
  reachedBy: ReachedBy
  /** On an invitation in Outlook, and so told when the meeting is booked, moved or cancelled. */
  invited: boolean
  ownEvent: boolean
  answer: Answer | null
  inRecord: boolean
  me: boolean
  /** Why somebody is not invited, for those who may read the record. */
  notInvitedBecause: string | null
  /** Comes, and holds no duty that somebody else would have to take first. */
  mayLeave: boolean
}

export type ConcernView = {
  kind: OutlookConcern['kind']
  event: EventKey | null
  who: string | null
  words: string
  choices: ConcernChoice[]
  reasonFor: { choice: ConcernChoice; asks: string } | null
}

/** Somebody who came onto an invitation by a forward and stays; why, for those who may read the record. */
export type GuestView = {
  event: EventKey
  /** Only for those who may take them off. */
  email: string | null
  name: string
  answer: Answer | null
  because: string | null
}

export type MeetingView = MeetingRow & {
  version: number
  placementReference: string | null
  startsAt: Instant | null
  area: Area | null
  combines: MeetingKind[]
  triggers: MeetingTrigger[]
  /** The meeting is in time only before this moment; `null` where the deadline alone decides. */
  mustStartBefore: Instant | null
  may: Record<Action, boolean>
  convenor: { role: Role | null; name: string | null }
  chair: { role: Role | null; name: string | null }
  attendees: AttendeeView[]
  guests: GuestView[]
  minimum: { roles: Role[]; missing: Role[] }
  venue: { kind: VenueKind; address: string | null; requirements: string[] }
  joinUrl: string | null
  durationMinutes: number
  offered: OfferedSlot[]
  planDue: { date: LocalDate; clock: Clock } | null
  clocks: Clock[]
  /** What stands behind the ids of a date, in words; absent from answers of an earlier version. */
  reasons?: Record<string, string>
  agenda: AgendaItem[]
  isEmergencyMeeting: boolean
  /** With `chairsLines`, `recordLines` and the agenda, what the record has to answer (`RecordDuties`). */
  emergencyChecklist: EmergencyLine[]
  safetyPlanNeeded: boolean
  chairsLines: ChecklistLine[]
  recordLines: ChecklistLine[]
  lastDays?: RecordDuties['lastDays']
  authority?: RecordDuties['authority']
  residents?: RecordDuties['residents']
  documents: { id: string; title: string; requirements: string[]; mark: DocumentMark | null }[]
  mayPrepare: boolean
  contributions: ContributionsView
  proposedItems: ProposedItemsView
  guidance: Guidance[]
  /** The practice sets no time for the record to go round. */
  circulationUnset: boolean
  /** Only for those who may do something about it. */
  concerns: ConcernView[]
  /** What Outlook is still to be told, and when; only for those who may change it. */
  pending: { sendsAt: Instant; sentences: string[] } | null
  heldTimes: HeldTimesView | null
  questions: Question[]
  warnings: Warning[]
  /** What called for the meeting; and, for readers of the record, in the words of whoever asked for it. */
  called: { because: string; words: string | null } | null
  lateReason: string | null
  cancelledBecause: string | null
  closedAt: Instant | null
  /** The record as saved; `null` for readers who have no right to it. */
  minutes: Minutes | null
  gaps: Gap[]
  /** Said of the closed record since. */
  laterWords: LaterWords[]
  /** Days from which something runs: those that are asked for, and those given; `null` for whoever may not give any. */
  caseDates: { asked: CaseDate[]; given: CaseDates } | null
}

export function meetingRow(reader: Reader, placement: Placement, meeting: PlanningMeeting, now: Instant): MeetingRow {
  const { plan } = meeting
  const deadline = plan.deadline
  const nextStep = nextStepOf(reader, placement, meeting, now)
  const slot = 'slot' in meeting ? meeting.slot : null
  const coming = plan.attendees.filter(({ event }) => event !== null)
  return {
    id: meeting.id,
    ref: meeting.ref,
    kind: plan.kind,
    placementType: placement.plan.placementType,
    basis: placement.plan.basis.value,
    state: meeting.state,
    problem: meeting.state === 'toArrange' ? (meeting.problem ?? null) : null,
    asking: isAsking(meeting),
    concern: meeting.concerns?.[0]?.kind ?? null,
    slot,
    deadline,
    workingDaysLeft: deadline && workingDaysLeft(deadline, now),
    late: slot ? !isInTime(slot.start, plan) : deadline !== null && meeting.state !== 'cancelled' && now > deadline.at,
    caseReference: placement.confirmation.caseReference,
    nextStep,
    group: groupOf(meeting, nextStep, now),
    answered: { of: coming.length, have: coming.filter(({ key }) => meeting.answers[key]).length },
    readiness: isToCome(meeting) && !keepsToDates(reader, placement) ? readyCount(meeting) : null,
  }
}

function nextStepOf(reader: Reader, placement: Placement, meeting: PlanningMeeting, now: Instant): NextStep {
  const may = (action: Action) => mayDo(action, reader, placement, meeting)
  switch (meeting.state) {
    case 'toArrange':
      if (!may('schedule') || isAsking(meeting)) return 'wait'
      return placement.plan.questions.length > 0 ? 'answerQuestions' : 'chooseTime'
    case 'arranging':
      return 'wait'
    case 'arranged': {
      const me = meeting.plan.attendees.find(({ email }) => email?.toLowerCase() === reader.email.toLowerCase())
      if (now >= meeting.slot.start && may('recordMinutes')) return now < meeting.slot.end ? 'hold' : 'finishMinutes'
      if (may('move') && meeting.concerns?.some((one) => choicesAbout(one).length > 0)) return 'settleConcern'
      if (me && may('answerInvitation') && !meeting.answers[me.key] && now < meeting.slot.start) return 'answer'
      return 'wait'
    }
    case 'held':
    case 'cancelled':
      return 'none'
  }
}

function groupOf(meeting: PlanningMeeting, nextStep: NextStep, now: Instant): RowGroup {
  if (meeting.state === 'held' || meeting.state === 'cancelled') return 'done'
  if (nextStep !== 'wait' && nextStep !== 'none') return 'needsYou'
  return 'slot' in meeting && meeting.slot.start < startOfDay(addDays(londonDate(now), 7)) ? 'thisWeek' : 'waiting'
}

export function meetingView(
  reader: Reader,
  placement: Placement,
  meeting: PlanningMeeting,
  minutes: Minutes,
  practice: Practice | null,
  now: Instant,
  before: Before | null = null,
): MeetingView {
  const { plan } = meeting
  const { confirmation } = placement
  const may = Object.fromEntries(
    ACTIONS.map((action) => [action, mayDo(action, reader, placement, meeting)]),
  ) as Record<Action, boolean>
  const seesRecord = may.seeRecord || may.recordMinutes
  const datesOnly = keepsToDates(reader, placement)
  const row = meetingRow(reader, placement, meeting, now)
  const heldOn = row.slot && londonDate(row.slot.start)
  const duties = recordDuties(plan, confirmation, { heldOn, clocks: placement.plan.clocks })
  const mine = (email: string | null) => email?.toLowerCase() === reader.email.toLowerCase()
  const core = meeting.events.find(({ key }) => key === 'core')
  const lastDay = lastDayOfPlan(placement.plan.clocks)
  const planClock = placement.plan.clocks.find(({ id }) => id === 'placementPlan')
  return {
    ...row,
    version: meeting.version,
    placementReference: confirmation.placementReference,
    startsAt: confirmation.placement.startsAt,
    area: datesOnly ? null : placement.plan.area,
    combines: plan.combines,
    triggers: datesOnly ? [] : plan.triggers,
    mustStartBefore: plan.mustStartBefore,
    may,
    convenor: { role: plan.convenor.role, name: plan.convenor.person },
    chair: { role: plan.chair.role, name: plan.chair.person },
    attendees: plan.attendees
      .filter(({ email }) => !datesOnly || mine(email))
      .map((attendee) => ({
        key: attendee.key,
        role: attendee.role,
        // The child's name is nowhere on the page.
        name: attendee.role === 'child' ? 'The child' : attendee.name,
        part: attendee.part,
        required: attendee.required,
        reachedBy: attendee.reachedBy,
        invited: attendee.event !== null,
        ownEvent: attendee.event !== null && attendee.event !== 'core',
        answer: meeting.answers[attendee.key] ?? null,
        inRecord: hasPlaceInRecord(attendee),
        me: mine(attendee.email),
        notInvitedBecause: seesRecord ? whyNotInvited(attendee.key, confirmation) : null,
        mayLeave: mayLeave(plan, attendee),
      })),
    guests: datesOnly
      ? []
      : (meeting.guests ?? []).map(({ event, email, name, answer, reason }) => ({
          event,
          email: may.move ? email : null,
          name,
          answer: answer ?? null,
          because: may.changePeople || seesRecord ? reason : null,
        })),
    minimum: { roles: plan.minimum, missing: missingFromMinimum(meeting) },
    venue: {
      kind: plan.venue.kind,
      address: maySeeAddress(reader, placement, meeting) ? (confirmation.placement.address ?? null) : null,
      requirements: plan.venue.requirements,
    },
    joinUrl: core?.state === 'booked' ? core.joinUrl : null,
    durationMinutes: plan.durationMinutes,
    offered: may.schedule || may.move ? meeting.offered : [],
    planDue: lastDay && planClock && !datesOnly ? { date: lastDay, clock: planClock } : null,
    clocks: datesOnly ? [] : placement.plan.clocks,
    agenda: datesOnly ? [] : plan.agenda,
    isEmergencyMeeting: plan.emergencyChecklist.length > 0,
    emergencyChecklist: seesRecord ? plan.emergencyChecklist : [],
    safetyPlanNeeded: seesRecord && duties.safetyPlanNeeded,
    chairsLines: seesRecord ? duties.chairsLines : [],
    recordLines: seesRecord ? duties.recordLines : [],
    lastDays: seesRecord ? duties.lastDays : {},
    authority: seesRecord ? duties.authority : null,
    residents: seesRecord ? duties.residents : [],
    documents: (datesOnly ? [] : plan.documents).map(({ id, requirements }) => ({
      id,
      title: practice ? documentTitle(id, practice) : id,
      requirements,
      mark: meeting.preparation?.documents?.[id] ?? null,
    })),
    mayPrepare: mayPrepare(reader, placement, meeting),
    contributions: contributionsView(reader, placement, meeting),
    proposedItems: proposedItemsView(reader, placement, meeting, { minutes, before }),
    guidance: practice && !datesOnly ? guidanceOf(practice) : [],
    circulationUnset: seesRecord && !!practice && !setsCirculation(practice, confirmation),
    concerns: may.move || may.schedule || may.cancel ? (meeting.concerns ?? []).map(concernView) : [],
    pending: may.changePeople ? pendingOf(meeting) : null,
    heldTimes: may.schedule ? heldTimesView(meeting) : null,
    questions: may.answerQuestions ? placement.plan.questions : [],
    warnings: datesOnly ? [] : placement.plan.warnings,
    called:
      meeting.called && !datesOnly
        ? { because: calledWords(meeting.called), words: (seesRecord && meeting.called.words) || null }
        : null,
    lateReason: meeting.lateReason ?? null,
    cancelledBecause: meeting.state === 'cancelled' ? meeting.reason : null,
    closedAt: meeting.state === 'held' ? meeting.closedAt : null,
    minutes: seesRecord ? minutes : null,
    gaps: may.recordMinutes ? gapsIn(duties, minutes) : [],
    laterWords: seesRecord ? (meeting.laterWords ?? []) : [],
    caseDates: may.recordMinutes
      ? { asked: practice ? datesAsked(practice, confirmation) : [], given: placement.dates ?? {} }
      : null,
  }
}

function whyNotInvited(of: PersonKey, { people }: Placement['confirmation']): string | null {
  const decision = withKeys(people).find(({ key }) => key === of)?.person.decision
  return decision?.part === 'notInvited' && decision.ground ? GROUND_WORDS[decision.ground] : null
}

function pendingOf(meeting: PlanningMeeting): MeetingView['pending'] {
  const sentences = meeting.sendsAt ? pendingSentences(pendingChanges(meeting), ({ name }) => name) : []
  return meeting.sendsAt && sentences.length > 0 ? { sendsAt: meeting.sendsAt, sentences } : null
}

const concernView = (concern: OutlookConcern): ConcernView => ({
  kind: concern.kind,
  event: eventOf(concern),
  who: whoOf(concern),
  words: concernSentences(concern),
  choices: choicesAbout(concern),
  reasonFor: reasonFor(concern),
})

/** The address is for those who come to it, or work on the case, and are cleared (P-03, P-31). */
function maySeeAddress(reader: Reader, placement: Placement, meeting: PlanningMeeting): boolean {
  const people = placement.confirmation.people.filter(
    ({ email }) => email?.toLowerCase() === reader.email.toLowerCase(),
  )
  if (people.length > 0) return rolesOnCase(reader, placement).length > 0 && people.every(isClearedForAddress)
  return (
    placement.confirmation.confirmedBy.email.toLowerCase() === reader.email.toLowerCase() &&
    meeting.state !== 'cancelled'
  )
}

/** Roles of the minimum that nobody who may still come holds. */
export function missingFromMinimum({ plan, answers }: PlanningMeeting): Role[] {
  return plan.minimum.filter(
    (role) =>
      !plan.attendees.some(
        ({ key, part }) =>
          roleOf(key) === role && part === 'attend' && !['cannot', 'sendViews'].includes(answers[key]?.choice ?? ''),
      ),
  )
}
