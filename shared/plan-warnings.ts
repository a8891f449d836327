/** What a person should know about a plan, though nothing has to be answered before invitations go. */
import type { KeyedPerson, Practice } from './attendees.ts'
import { lastDayOfPlan } from './clocks.ts'
import type { MeetingDeadline } from './deadlines.ts'
import type { Duties } from './duties.ts'
import { isParentRole, type Basis, type PlacementConfirmation, type PlacementType } from './placement.ts'
import type { Clock, Warning } from './plan.ts'
import { cellFor, firstMeetingRule } from './practice-pack.ts'
import { dayWords, londonDate, momentWords, type Instant } from './time.ts'
import { whyNotWorking, workingDayOnOrBefore } from './working-days.ts'

export function deadlineWarnings(due: MeetingDeadline | null, clocks: Clock[], now: Instant): Warning[] {
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

/** Gaps of the practice for which a value is only proposed: the authority has yet to say so itself. */
export function proposalWarnings(
  { convenor, chair, cells }: Duties,
  type: PlacementType,
  basis: Basis,
  { pack, fallback }: Practice,
): Warning[] {
  const used = [
    { what: 'by when it is held', cell: firstMeetingRule(pack, fallback, type, basis) },
    { what: 'who convenes', cell: convenor.role === cells.convenor?.is ? cells.convenor : null },
    {
      what: 'who chairs',
      cell: chair.role && [cells.chair?.is, cells.chair?.delegate].includes(chair.role) ? cells.chair : null,
    },
    { what: 'who must be there', cell: cells.minimum },
    { what: 'where it is held', cell: cellFor(pack, fallback, ({ venue }) => venue, type) },
  ].filter(({ cell }) => cell?.from === 'gap')
  if (used.length === 0) return []
  return [
    {
      id: 'proposed',
      text: `Proposed by this app, and for the authority to confirm: ${used.map(({ what }) => what).join('; ')}.`,
      requirements: [...new Set(used.flatMap(({ cell }) => cell!.requirements))],
    },
  ]
}

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

/** What was not said, and would start a clock if it were so; and approvals that come before a placement. */
export function caseWarnings({ child, placement }: PlacementConfirmation, clocks: Clock[]): Warning[] {
  const runs = (id: string) => clocks.some((clock) => clock.id === id)
  const warnings: Warning[] = []
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
  if (placement.area === 'distant') {
    warnings.push({
      id: 'distantPlacement',
      text: "The placement is outside the area and not next to it. The Director of Children's Services approves it, and the area authority is consulted with the care plan.",
      requirements: ['E-30', 'L-08'],
    })
  }
  return warnings
}
