/**
 * The clocks that run beside the meeting: by when the plans, the review, the visit and the notices are due, who owns
 * each, and whether the law, guidance or local practice says so (1.4, 1.16 and 1.17 of the catalogue).
 */
import type { Practice } from '../people/attendees.ts'
import { approvalClocks } from './approval-clocks.ts'
import { eventClocks } from './event-clocks.ts'
import { followUpClocks } from './follow-up-clocks.ts'
import { isParentRole, type PlacementConfirmation } from '../placement/placement.ts'
import type { Clock, WorkingLine } from '../meeting/plan.ts'
import { deadlineCell, type PracticePack, type StatutoryClock } from '../practice/practice-pack.ts'
import { lastDayWithin } from './deadlines.ts'
import { STATUTORY_LIMITS } from './statutory-limits.ts'
import { ROLE_WORDS } from '../words.ts'
import { addDays, dayWords, earlier, londonDate, momentWords, type Instant, type LocalDate } from '../dates/time.ts'
import { addWorkingDays, whyNotWorkingAsKnown, workingDaysWritten } from '../dates/working-days.ts'

/**
 * Every clock that runs for this placement: those of its start, and those of what has happened in it. A placement
 * without a start has none of the first, nor has a series of short breaks (L-06).
 */
export function clocksFor(confirmation: PlacementConfirmation, practice: Practice): Clock[] {
  return [
    ...startClocks(confirmation, practice.pack),
    ...eventClocks(confirmation),
    ...followUpClocks(confirmation, practice),
  ]
}

function startClocks(confirmation: PlacementConfirmation, pack: PracticePack): Clock[] {
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
    healthAssessment(context),
    visit(context),
    nextVisit(context),
    notifications(context),
    reviewingOfficerInformed(context),
    informationToCarer(context),
    virtualSchool(context),
    ...approvalClocks(confirmation, startsAt),
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

/** The first review, in working days from becoming looked after (L-20). */
const STATUTORY_REVIEW_DAYS = 20
const FAR_AWAY = '9999-12-31' as LocalDate

type Context = {
  confirmation: PlacementConfirmation
  pack: PracticePack
  startsAt: Instant
  startDay: LocalDate
  planned: boolean
}

/**
 * Due before the start where the placement is planned, and in an emergency after the days that the law leaves; sooner
 * where the practice is stricter, which then is local practice (2.4).
 */
function beforeStartElse(id: StatutoryClock, { startsAt, startDay, planned, pack, confirmation }: Context) {
  const { count } = STATUTORY_LIMITS[id]
  const lawful = addWorkingDays(startDay, count)
  const stricter = deadlineCell(pack, id, confirmation.placement.type)
  if (stricter && !stricter.is.within) {
    const words = `Before the placement starts, in this practice without exception: ${momentWords(startsAt)}.`
    return { due: startsAt, working: [{ words }], ...localFrom(stricter) }
  }
  const own = stricter && lastDayWithin(stricter.is.within!, startDay)
  const isStricter = !!own && own < lawful
  const fallback = isStricter ? own : lawful
  const counted: WorkingLine[] = isStricter
    ? [
        {
          date: own,
          words: `${dayWords(own)}: ${stricter.is.sentence}. The law would leave until ${dayWords(lawful)}.`,
        },
      ]
    : workingDaysWritten(startDay, count, 'the placement starts')
  const local = isStricter ? localFrom(stricter) : {}
  if (!planned) return { due: fallback, working: counted, ...local }
  const within = isStricter ? stricter.is.sentence : `within ${count} working days of the start`
  const working: WorkingLine[] = [
    { words: `Before the placement starts: ${momentWords(startsAt)}.` },
    { words: `If that was not reasonably practicable, ${within}: ${dayWords(fallback)}.` },
    ...counted,
  ]
  return { due: startsAt, fallback, working, ...local }
}

const localFrom = ({ requirements }: { requirements: string[] }) => ({
  status: 'localPractice' as const,
  requirements,
})

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
  return {
    ...shared,
    requirements: ['R-026', 'R-027'],
    facts: ['L-01'],
    ...beforeStartElse('placementPlan', context),
  }
}

function carePlan(context: Context): Clock | null {
  const { child, placement } = context.confirmation
  const shared = { id: 'carePlan', title: 'Care plan', owner: 'childsSocialWorker' as const }
  if (child.firstPlacement) {
    return {
      ...shared,
      status: 'law',
      requirements: ['R-200'],
      facts: ['L-05'],
      ...beforeStartElse('carePlan', context),
    }
  }
  const local = context.pack.carePlan
  const isCovered = !local?.for || (!!placement.type && local.for.includes(placement.type))
  if (!local?.everyPlacement || !isCovered) return null
  return {
    ...shared,
    ...beforeStartElse('carePlan', context),
    status: local.is,
    requirements: local.requirements,
    facts: [],
  }
}

function firstReview({ confirmation }: Context): Clock | null {
  const since = confirmation.child.newlyLookedAfterOn
  if (!since) return null
  return {
    id: 'firstReview',
    title: 'First review',
    due: addWorkingDays(since, STATUTORY_REVIEW_DAYS),
    owner: 'independentReviewingOfficer',
    status: 'law',
    requirements: ['R-153'],
    facts: ['L-20'],
    working: workingDaysWritten(since, STATUTORY_REVIEW_DAYS, 'the child becomes looked after'),
  }
}

/**
 * Before the placement where it is planned, within ten working days of it in an emergency; counted from becoming looked
 * after where that was earlier (K-17). A child whose first review has been held has a plan already when a move is planned.
 */
function personalEducationPlan(context: Context): Clock | null {
  const { confirmation, planned, startDay, startsAt, pack } = context
  const since = confirmation.child.newlyLookedAfterOn
  if (planned && since === null) return null
  const anchor = since ? earlier(since, startDay) : startDay
  const what = anchor === startDay ? 'the placement starts' : 'the child becomes looked after'
  const { count } = STATUTORY_LIMITS.pep
  const own = deadlineCell(pack, 'pep', confirmation.placement.type)?.is.within
  const lastDay = earlier(addWorkingDays(anchor, count), own ? lastDayWithin(own, startDay) : FAR_AWAY)
  const counted = workingDaysWritten(anchor, count, what)
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

/** Before the first placement where it can be had, and else before the first review (R-154, L-34). */
function healthAssessment({ confirmation, planned, startsAt }: Context): Clock | null {
  const { newlyLookedAfterOn: since, firstPlacement } = confirmation.child
  if (!since) return null
  const review = addWorkingDays(since, STATUTORY_REVIEW_DAYS)
  const shared = {
    id: 'healthAssessment',
    title: 'First health assessment',
    owner: 'childsSocialWorker' as const,
    status: 'law' as const,
    requirements: ['R-154'],
    facts: ['L-34'],
  }
  const words = `Before the first review, which is due by ${dayWords(review)}.`
  if (!planned || !firstPlacement) return { ...shared, due: review, working: [{ words }] }
  const before = { words: `Before the placement starts: ${momentWords(startsAt)}.` }
  return { ...shared, due: startsAt, fallback: review, working: [before, { words }] }
}

function visit({ startDay, pack, confirmation }: Context): Clock {
  const { due, isLocal } = visitDue(startDay, pack, confirmation)
  const why = whyNotWorkingAsKnown(due)
  const rule = isLocal ? 'In this practice, sooner than the week of the law' : 'One week'
  const working: WorkingLine[] = [
    { words: `${rule} after ${dayWords(startDay)}, holidays included: ${dayWords(due)}.` },
  ]
  if (why) working.push({ date: due, words: `${dayWords(due)} is no working day: ${why}. Visit before it.` })
  return {
    id: 'visit',
    title: 'First visit by the social worker',
    due,
    owner: 'childsSocialWorker',
    status: isLocal ? 'localPractice' : 'law',
    requirements: ['R-204'],
    facts: ['L-11'],
    working,
  }
}

function visitDue(startDay: LocalDate, pack: PracticePack, { placement }: PlacementConfirmation) {
  const lawful = addDays(startDay, STATUTORY_LIMITS.visit.count)
  const own = deadlineCell(pack, 'visit', placement.type)?.is.within
  const due = own ? earlier(lastDayWithin(own, startDay), lawful) : lawful
  return { due, isLocal: due < lawful }
}

/** How far apart visits may be: by law six weeks in the first year, a week for a child at home under an interim order. */
export function nextVisitAfter(last: LocalDate, { child, placement }: PlacementConfirmation): LocalDate {
  const weekly = placement.type === 'withParents' && child.legalStatus === 'interimCareOrder'
  return addDays(last, weekly ? 7 : 42)
}

/** The latest day for the second visit, from the last day of the first; it comes sooner where the first was sooner. */
function nextVisit({ startDay, pack, confirmation }: Context): Clock {
  const first = visitDue(startDay, pack, confirmation).due
  const due = nextVisitAfter(first, confirmation)
  return {
    ...nextVisitClock(first, confirmation),
    title: 'Second visit by the social worker',
    working: [
      { date: first, words: `${dayWords(first)}: the last day for the first visit` },
      { date: due, words: `${dayWords(due)}: counted from it; sooner where the first visit was sooner` },
    ],
  }
}

/** The visit after one that was made. */
export function nextVisitClock(last: LocalDate, confirmation: PlacementConfirmation): Clock {
  const due = nextVisitAfter(last, confirmation)
  return {
    id: 'nextVisit',
    title: 'Next visit by the social worker',
    due,
    owner: 'childsSocialWorker',
    status: 'law',
    requirements: ['R-205'],
    facts: ['L-11'],
    working: [
      { date: last, words: `${dayWords(last)}: the last visit` },
      { date: due, words: `${dayWords(due)}: the last day for the next` },
    ],
  }
}

/** By law before the child is placed; the reviewing officer is never one who has to come (K-16). */
const reviewingOfficerInformed = ({ startsAt }: Context): Clock => ({
  id: 'reviewingOfficerInformed',
  title: 'Independent reviewing officer told of the placement',
  due: startsAt,
  owner: 'childsSocialWorker',
  status: 'law',
  requirements: ['K-16'],
  facts: ['L-03'],
  working: [{ words: `Before the placement starts: ${momentWords(startsAt)}.` }],
})

function notifications(context: Context): Clock {
  const { working, ...due } = beforeStartElse('notifications', context)
  return {
    id: 'notifications',
    title: 'Written notice of the placement',
    owner: 'childsSocialWorker',
    status: 'law',
    requirements: ['R-152', 'R-191'],
    facts: ['L-09'],
    ...due,
    working: [...working, ...noticesToDecide(context.confirmation)],
  }
}

/** Whom not to invite and whom not to notify is one decision (P-41, E-34); the law says in which case notice may be withheld. */
function noticesToDecide({ people }: PlacementConfirmation): WorkingLine[] {
  return people
    .filter(({ role, decision }) => isParentRole(role) && decision?.part === 'notInvited')
    .map(({ role, decision }) => {
      const who = `The ${ROLE_WORDS[role]} is not invited to the meeting`
      return decision?.ground === 'riskToChild'
        ? { words: `${who}, because of risk to the child: by the same decision notice may be withheld as well.` }
        : { words: `${who}. Notice is due all the same, unless it would put the child at risk of significant harm.` }
    })
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
