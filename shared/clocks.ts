/**
 * The clocks that run beside the meeting: by when the plans, the review, the visit and the notices are due, who owns
 * each, and whether the law, guidance or local practice says so (1.4, 1.16 and 1.17 of the catalogue).
 */
import type { PlacementConfirmation } from './placement.ts'
import type { Clock, WorkingLine } from './plan.ts'
import type { PracticePack } from './practice-pack.ts'
import { addDays, dayWords, earlier, londonDate, momentWords, type Instant, type LocalDate } from './time.ts'
import { addWorkingDays, whyNotWorking, workingDaysWritten } from './working-days.ts'

/** Every clock that this placement starts. None for a placement without a start, or for a series of short breaks (L-06). */
export function clocksFor(confirmation: PlacementConfirmation, pack: PracticePack): Clock[] {
  const { startsAt, shortBreaks, basis } = confirmation.placement
  if (!startsAt || shortBreaks) return []
  const context: Context = {
    confirmation,
    pack,
    startsAt,
    startDay: londonDate(startsAt),
    planned: basis !== 'emergency',
  }
  return [
    placementPlan(context),
    carePlan(context),
    firstReview(context),
    personalEducationPlan(context),
    visit(context),
    notifications(context),
    informationToCarer(context),
    virtualSchool(context),
  ].filter((clock) => clock !== null)
}

/** The last day that the law leaves for the placement plan (R-026, L-01, L-04). */
export const lastDayOfPlan = (clocks: Clock[]): LocalDate | null => lastDayOf('placementPlan', clocks)

/** The last day of a clock: the one that still holds where "before the start" was not practicable, or else its due day. */
export function lastDayOf(id: string, clocks: Clock[]): LocalDate | null {
  const clock = clocks.find((one) => one.id === id)
  if (!clock) return null
  return clock.fallback ?? (clock.due.includes('T') ? londonDate(clock.due as Instant) : (clock.due as LocalDate))
}

type Context = {
  confirmation: PlacementConfirmation
  pack: PracticePack
  startsAt: Instant
  startDay: LocalDate
  planned: boolean
}

/** Due before the start where the placement is planned, and after so many working days where it is an emergency. */
function beforeStartElse({ startsAt, startDay, planned }: Context, days: number) {
  const fallback = addWorkingDays(startDay, days)
  const counted = workingDaysWritten(startDay, days, 'the placement starts')
  if (!planned) return { due: fallback, working: counted }
  const working: WorkingLine[] = [
    { words: `Before the placement starts: ${momentWords(startsAt)}.` },
    {
      words: `If that was not reasonably practicable, within ${days} working days of the start: ${dayWords(fallback)}.`,
    },
    ...counted,
  ]
  return { due: startsAt, fallback, working }
}

function placementPlan(context: Context): Clock {
  const shared = {
    id: 'placementPlan',
    title: context.pack.record.is.replace(/^\w/, (letter) => letter.toUpperCase()),
    owner: 'childsSocialWorker' as const,
    status: 'law' as const,
  }
  if (context.confirmation.placement.type === 'withParents') {
    const words = `Before the placement starts, without exception: ${momentWords(context.startsAt)}.`
    return { ...shared, due: context.startsAt, requirements: ['R-026'], facts: ['L-04'], working: [{ words }] }
  }
  return { ...shared, ...beforeStartElse(context, 5), requirements: ['R-026', 'R-027'], facts: ['L-01'] }
}

function carePlan(context: Context): Clock | null {
  const { firstPlacement } = context.confirmation.child
  const shared = { id: 'carePlan', title: 'Care plan', owner: 'childsSocialWorker' as const }
  if (firstPlacement) {
    return { ...shared, ...beforeStartElse(context, 10), status: 'law', requirements: ['R-200'], facts: ['L-05'] }
  }
  const local = context.pack.carePlan
  if (!local?.everyPlacement) return null
  return { ...shared, ...beforeStartElse(context, 10), status: local.is, requirements: local.requirements, facts: [] }
}

function firstReview({ confirmation }: Context): Clock | null {
  const since = confirmation.child.newlyLookedAfterOn
  if (!since) return null
  return {
    id: 'firstReview',
    title: 'First review',
    due: addWorkingDays(since, 20),
    owner: 'independentReviewingOfficer',
    status: 'law',
    requirements: ['R-153'],
    facts: ['L-20'],
    working: workingDaysWritten(since, 20, 'the child becomes looked after'),
  }
}

/**
 * Before the placement where it is planned, within ten working days of it in an emergency; counted from becoming looked
 * after where that was earlier (K-17). A child whose first review has been held has a plan already when a move is planned.
 */
function personalEducationPlan(context: Context): Clock | null {
  const { confirmation, planned, startDay, startsAt } = context
  const since = confirmation.child.newlyLookedAfterOn
  if (planned && since === null) return null
  const anchor = since ? earlier(since, startDay) : startDay
  const what = anchor === startDay ? 'the placement starts' : 'the child becomes looked after'
  const lastDay = addWorkingDays(anchor, 10)
  const counted = workingDaysWritten(anchor, 10, what)
  const shared = {
    id: 'pep',
    title: 'Personal education plan',
    owner: 'childsSocialWorker' as const,
    status: 'statutoryGuidance' as const,
    requirements: ['R-202', 'R-203', 'K-17'],
    facts: ['L-17'],
  }
  if (!planned || lastDay < startDay) return { ...shared, due: lastDay, working: counted }
  const before = { words: `Before the placement starts: ${momentWords(startsAt)}.` }
  return { ...shared, due: startsAt, fallback: lastDay, working: [before, ...counted] }
}

function visit({ startDay }: Context): Clock {
  const due = addDays(startDay, 7)
  const why = whyNotWorking(due)
  const working: WorkingLine[] = [
    { words: `One week after ${dayWords(startDay)}, holidays included: ${dayWords(due)}.` },
  ]
  if (why) working.push({ date: due, words: `${dayWords(due)} is no working day: ${why}. Visit before it.` })
  return {
    id: 'visit',
    title: 'First visit by the social worker',
    due,
    owner: 'childsSocialWorker',
    status: 'law',
    requirements: ['R-204'],
    facts: ['L-11'],
    working,
  }
}

function notifications(context: Context): Clock {
  return {
    id: 'notifications',
    title: 'Written notice of the placement',
    ...beforeStartElse(context, 5),
    owner: 'childsSocialWorker',
    status: 'law',
    requirements: ['R-152', 'R-191'],
    facts: ['L-09'],
  }
}

/** A fostering service owes it to its carers by law; for other placements it is practice that the source texts ask for. */
function informationToCarer({ confirmation, startsAt, planned }: Context): Clock {
  const { type } = confirmation.placement
  const fostering = type === 'foster' || type === 'connectedCarer'
  const home = type === 'residential' || type === 'secure' || type === 'supportedAccommodation'
  return {
    id: 'informationToCarer',
    title: home ? 'Information to the home' : 'Information to the carer',
    due: startsAt,
    owner: 'childsSocialWorker',
    status: fostering ? 'law' : 'localPractice',
    requirements: planned ? ['R-091'] : ['R-030', 'R-091'],
    facts: fostering ? ['L-16'] : [],
    working: [{ words: `Before the placement starts: ${momentWords(startsAt)}.` }],
  }
}

function virtualSchool({ confirmation }: Context): Clock | null {
  if (!confirmation.placement.educationDisrupted) return null
  const from = londonDate(confirmation.confirmedAt)
  return {
    id: 'virtualSchool',
    title: 'Virtual school told that education is disrupted',
    due: addWorkingDays(from, 1),
    owner: 'childsSocialWorker',
    status: 'localPractice',
    requirements: ['R-190', 'A-14'],
    facts: [],
    working: workingDaysWritten(from, 1, 'the placement is confirmed'),
  }
}
