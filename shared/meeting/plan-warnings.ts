/** What a person should know about a plan, though nothing has to be answered before invitations go. */
import { holds, type KeyedPerson, type Practice } from '../people/attendees.ts'
import type { MeetingCall } from './called-for.ts'
import { lastDayOfPlan } from '../deadlines/clocks.ts'
import type { Duties } from '../people/duties.ts'
import type { MissingFinding } from '../deadlines/missing-count.ts'
import { isParentRole, type PlacementConfirmation, type PlacementType, type Role } from '../placement/placement.ts'
import type { Attendee, Clock, RequirementId, Venue, Warning } from './plan.ts'
import { cellFor } from '../practice/practice-pack.ts'
import { dayWords, londonDate, minutesBetween, momentWords, type Instant } from '../dates/time.ts'
import { ROLE_WORDS } from '../words.ts'
import { whyNotWorkingAsKnown, workingDaysBeforeAsKnown } from '../dates/working-days.ts'

const NO_WORKING_DAY_LEFT =
  'No working day is left: hold it by video today, or with the emergency duty team. Otherwise it is late, and says why.'

/** Of the deadline that leads, of those beside it, and of the statutory date of the plan. */
export function deadlineWarnings({ due, combines }: MeetingCall, clocks: Clock[], now: Instant): Warning[] {
  const [first, ...others] = due
  if (!first) return []
  const { unitOpen, ifMissed, deadline } = first
  const { at, date, rule } = deadline
  const next = ifMissed ? ` What the practice holds next is ${ifMissed.rule}, by ${momentWords(ifMissed.at)}.` : ''
  const warnings: Warning[] = []
  if (at < now) {
    warnings.push({
      id: 'late',
      text: `The meeting was due by ${momentWords(at)}.${next} It can still be held; the reason for its lateness is recorded.`,
      requirements: ['R-025', 'R-033'],
    })
  }
  if (others.length > 0) {
    warnings.push({
      id: 'twoDeadlines',
      text: `The meeting serves two duties. One is due ${rule}, by ${momentWords(at)}, and leads; the other ${others.map(({ deadline }) => `${deadline.rule}, by ${momentWords(deadline.at)}`).join('; ')}.`,
      requirements: ['R-027', ...others.flatMap(({ deadline }) => deadline.requirements)],
    })
  }
  if (unitOpen) {
    warnings.push({
      id: 'daysUnit',
      text: `The source says "${unitOpen.count} days" and not which: ${dayWords(date)} in calendar days, which are never later. In working days it would be ${dayWords(unitOpen.inWorkingDays)}.`,
      requirements: ['R-021', 'A-03', 'K-02'],
    })
  }
  const why = whyNotWorkingAsKnown(date)
  if (why) {
    const before = workingDaysBeforeAsKnown(date, 1)
    // Nothing is shifted in silence: now or never, or late and said to be so.
    const last = at >= now && before <= londonDate(now) ? ` ${NO_WORKING_DAY_LEFT}` : ''
    warnings.push({
      id: 'deadlineOnNonWorkingDay',
      text: `The last day, ${dayWords(date)}, is no working day (${why}). The last working day before it is ${dayWords(before)}.${last}`,
      requirements: ['R-032', 'E-02'],
    })
  }
  if (!combines.includes('first')) return warnings
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

export const reviewWarnings = ({ takesInFirst }: MeetingCall): Warning[] =>
  takesInFirst
    ? [
        {
          id: 'reviewIsNoFirstMeeting',
          text: 'The review does not make up for the first planning meeting, which is still to be held. What it would have settled is taken in the review as well.',
          requirements: ['E-45', 'R-018'],
        },
      ]
    : []

/** Gaps of the practice for which a value is only proposed: the authority has yet to say so itself. */
export function proposalsIn(
  { convenor, chair, cells }: Duties,
  { cells: { calls, byWhen } }: MeetingCall,
  type: PlacementType,
  { pack, fallback }: Practice,
): { what: string; requirements: RequirementId[] }[] {
  const used = [
    ...calls.map((cell) => ({ what: 'that it is held', cell })),
    ...byWhen.map((cell) => ({ what: 'by when it is held', cell })),
    { what: 'who convenes', cell: convenor.role === cells.convenor?.is ? cells.convenor : null },
    {
      what: 'who chairs',
      cell: chair.role && [cells.chair?.is, cells.chair?.delegate].includes(chair.role) ? cells.chair : null,
    },
    { what: 'who must be there', cell: cells.minimum },
    { what: 'where it is held', cell: cellFor(pack, fallback, ({ venue }) => venue, type) },
  ]
  return used.flatMap(({ what, cell }) => (cell?.from === 'gap' ? [{ what, requirements: cell.requirements }] : []))
}

export function proposalWarnings(used: ReturnType<typeof proposalsIn>): Warning[] {
  if (used.length === 0) return []
  const what = [...new Set(used.map((one) => one.what))]
  return [
    {
      id: 'proposed',
      text: `Proposed by this app, and for the authority to confirm: ${what.join('; ')}.`,
      requirements: [...new Set(used.flatMap(({ requirements }) => requirements))],
    },
  ]
}

/** Somebody whom the practice thinks of, and who is not named. */
export function suggestionWarnings(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  type: PlacementType,
  { pack }: Practice,
): Warning[] {
  return pack.attendance
    .filter(({ suggest, for: types, when }) => suggest && (!types || types.includes(type)) && holds(when, confirmation))
    .filter(({ role }) => !people.some(({ person }) => person.role === role))
    .map(({ role, requirements }) => ({
      id: `suggested:${role}`,
      text: `Nobody is named as ${ROLE_WORDS[role]}, who may take part as well. Is there one?`,
      requirements,
    }))
}

/** A return from being missing that calls for no meeting, with what was counted. */
export const missingWarnings = (missing: MissingFinding | null): Warning[] =>
  missing && missing.calls.length === 0 && !missing.ask
    ? [
        {
          id: 'missingCounted',
          text: `${missing.counted} No emergency meeting is called for; the return interview is due all the same.`,
          requirements: ['R-010', 'R-011', 'A-07', 'A-13'],
        },
      ]
    : []

/** A child who came alone: there may be nobody who knows them, and another language (E-38). */
const WHO_CAME_ALONE: Role[] = ['interpreter', 'advocate']

export const cameAloneWarnings = ({ child }: PlacementConfirmation, people: KeyedPerson[]): Warning[] =>
  child.unaccompaniedAsylumSeeking
    ? WHO_CAME_ALONE.filter((role) => !people.some(({ person }) => person.role === role)).map((role) => ({
        id: `suggested:${role}`,
        text: `The child came alone, and nobody is named as ${ROLE_WORDS[role]}. Is one needed?`,
        requirements: ['E-38'],
      }))
    : []

export function familyWarnings({ child }: PlacementConfirmation, people: KeyedPerson[]): Warning[] {
  const parents = people.filter(({ person }) => isParentRole(person.role))
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

/** The child may step out at any time, and has to have somewhere to go; of a meeting by video that is their own home. */
export const quietRoomWarnings = (attendees: Attendee[], { kind }: Venue): Warning[] =>
  kind !== 'online' && attendees.some(({ role, part }) => role === 'child' && part === 'attend')
    ? [
        {
          id: 'quietRoom',
          text: 'The child comes. Please see that there is a quiet room to step out to, and somebody they know to go along.',
          requirements: ['R-079', 'R-070'],
        },
      ]
    : []

/** The law wants the reviewing officer told before the placement, and the care plan gives their name and how to reach them. */
export const reviewingOfficerWarnings = (people: KeyedPerson[]): Warning[] =>
  people.some(({ person }) => person.role === 'independentReviewingOfficer')
    ? []
    : [
        {
          id: 'noReviewingOfficer',
          text: 'No independent reviewing officer is named. They are told before the placement, and the care plan names them.',
          requirements: ['R-095', 'K-16', 'L-03'],
        },
      ]

/** Outlook and e-mail reach nobody without an address; a slip in one is easily overlooked. */
export const addressWarnings = (attendees: Attendee[]): Warning[] =>
  attendees
    .filter(({ role, part, reachedBy }) => role !== 'child' && part === 'attend' && reachedBy === 'person')
    .map(({ key, role, required }) => ({
      id: `noAddress:${key}`,
      text: `No e-mail address that can be read is given for the ${ROLE_WORDS[role]}, who ${required ? 'has to come' : 'comes'}. Please give it, or see that somebody tells them.`,
      requirements: ['R-040'],
    }))

export const leaveWarnings = ({ convenorAway }: Duties): Warning[] =>
  convenorAway
    ? [
        {
          id: 'convenorAway',
          text: 'Whoever convenes is on leave on every working day that is left. Somebody else has to look after the meeting until it is held.',
          requirements: ['E-13', 'R-032'],
        },
      ]
    : []

/** What has started already when it is confirmed says nothing about how it was planned. */
function isPlannedAtShortNotice({ placement: { basis, startsAt }, confirmedAt }: PlacementConfirmation): boolean {
  if (basis !== 'planned' || !startsAt) return false
  const notice = minutesBetween(confirmedAt, startsAt)
  return notice >= 0 && notice < 24 * 60
}

/** What was not said, and would start a clock if it were so; and approvals that come before a placement. */
export function caseWarnings(confirmation: PlacementConfirmation, clocks: Clock[]): Warning[] {
  const { child, placement } = confirmation
  const runs = (id: string) => clocks.some((clock) => clock.id === id)
  const warnings: Warning[] = []
  if (isPlannedAtShortNotice(confirmation)) {
    warnings.push({
      id: 'plannedAtShortNotice',
      text: 'It is called planned, and starts within a day of being confirmed. Please check: other rules hold for an emergency.',
      requirements: ['R-005'],
    })
  }
  if (child.firstPlacement === undefined && !runs('carePlan')) {
    warnings.push({
      id: 'firstPlacementNotKnown',
      text: 'It is not said whether this is the first placement. If it is, the care plan is due before it, or within 10 working days of its start.',
      requirements: ['R-200', 'L-05'],
    })
  }
  if (child.newlyLookedAfterOn === undefined) {
    warnings.push({
      id: 'newlyLookedAfterNotKnown',
      text: 'It is not said whether the first review is still to come. If it is, it is due within 20 working days of the child becoming looked after.',
      requirements: ['R-153', 'L-20'],
    })
  }
  if (child.keyStage4 && placement.educationDisrupted) {
    warnings.push({
      id: 'keyStage4',
      text: 'The move disrupts schooling in Key Stage 4. A nominated officer has to approve it first, once the designated teacher and the independent reviewing officer have been asked.',
      requirements: ['E-54', 'L-07'],
    })
  }
  if (child.missingNow) {
    warnings.push({
      id: 'childMissing',
      text: 'The child is missing. The meeting is held all the same, and no clock stops. What is done when the child is found comes first.',
      requirements: ['E-26', 'L-01'],
    })
  }
  if (placement.type === 'secure' && child.ageInYears < 13) {
    warnings.push({
      id: 'secureUnder13',
      text: 'A child under 13 may be kept in secure accommodation only with the approval of the Secretary of State.',
      requirements: ['L-22'],
    })
  }
  if (placement.type === 'supportedAccommodation' && !placement.providerUrn) {
    warnings.push({
      id: 'registeredSetting',
      text: 'Young people of 16 and 17 may live in registered or excepted settings only. No registration number is given: please check it.',
      requirements: ['L-27'],
    })
  }
  if (placement.area === 'adjoining') {
    warnings.push({
      id: 'adjoiningPlacement',
      text: 'The placement is outside the area, in one next to it. A nominated officer approves it, and the area authority is given notice.',
      requirements: ['E-29', 'L-08', 'L-09'],
    })
  }
  if (placement.area === 'distant') {
    warnings.push({
      id: 'distantPlacement',
      text: "The placement is outside the area and not next to it. The Director of Children's Services approves it, and the area authority is consulted with the care plan.",
      requirements: ['E-30', 'L-08'],
    })
  }
  return warnings
}
