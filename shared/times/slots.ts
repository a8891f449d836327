/**
 * Times for a meeting, ranked by what is known of everybody's diary. Deterministic: the same input gives the same list,
 * byte for byte, in whatever order people and appointments come. Outlook's own suggestions are not used; an unknown diary
 * is never counted as free.
 */
import { isSchoolHoliday, SCHOOL_HOURS, type ChildsWeek } from './childs-week.ts'
import { isBeside, startsBeside, type BesideSiblings } from './beside-siblings.ts'
import type { Diary, WorkingHours } from './diary.ts'
import { ROLES, type PersonKey, type Role } from '../placement/placement.ts'
import type { MeetingPlan, VenueKind } from '../meeting/plan.ts'
import type { OfferedSlot, Slot } from '../meeting/planning-meeting.ts'
import { isConsideration, type Hindrance, type Remark, type SlotReason } from './slot-reasons.ts'
import { isHitBy, spansOf, type Spans } from '../dates/spans.ts'
import {
  addDays,
  addMinutes,
  dayOfWeek,
  fromEpochMs,
  isWeekend,
  later,
  londonDate,
  londonMinuteOfDay,
  startOfDay,
  toEpochMs,
  type Instant,
  type Interval,
  type LocalDate,
} from '../dates/time.ts'
import { isWithinBankHolidays, isWorkingDay } from '../dates/working-days.ts'

/** Somebody whose diary matters, with the days on which they are on leave. */
export type SlotPerson = {
  key: PersonKey
  role: Role
  required: boolean
  diary: Diary
  onLeave: { from: LocalDate; to: LocalDate }[]
  /** How long they take to a meeting that is held in person; `null` where nobody knows, absent for who is there anyway. */
  journeyMins?: number | null
  /** What they have then at the very place, with nobody having to travel in between. */
  alongside?: Interval[]
}

export type SlotQuestion = {
  meeting: Pick<MeetingPlan, 'deadline' | 'mustStartBefore' | 'notBefore' | 'durationMinutes' | 'minimum'>
  people: SlotPerson[]
  now: Instant
  /** Where it is held, as far as that decides who has to travel. */
  venue?: VenueKind
  /** Whether what is pencilled in stops somebody from coming, as the practice has it. */
  tentative?: TentativePolicy
  /** Where the child takes part, what is to be kept free for them. */
  child?: ChildsWeek | null
  /** Brothers and sisters of the child, whose meetings have their times already. */
  siblings?: BesideSiblings | null
}

export const TENTATIVE_POLICIES = ['blocks', 'asks'] as const
/** `blocks`: it is somebody's time until they give it up. `asks`: they can come, once somebody has asked them. */
export type TentativePolicy = (typeof TENTATIVE_POLICIES)[number]

/** How many times are offered at once. */
const OFFERED = 3
/** Nobody can be asked to come sooner. */
const NOTICE_MINS = 60
const STEP_MINS = 30
export type DayHours = Pick<WorkingHours, 'startMinute' | 'endMinute'>
/** Meetings lie within office hours unless a person chooses otherwise. */
export const OFFICE_HOURS: DayHours = { startMinute: 9 * 60, endMinute: 17 * 60 + 30 }
/** Two offers on one day lie at least so far apart, so that there is a choice. */
const APART_MINS = 120
/** How far beyond the deadline a late time is looked for, and how far ahead of it diaries are read. */
const LATE_DAYS = 7
const AHEAD_DAYS = 21
/** Where nobody knows how long the way takes, an appointment so close is a reason to ask. */
const CLOSE_MINS = 60

/** The stretch of time whose diaries have to be known: what is left until the deadline, and a week beyond for late times. */
export function searchWindow({ meeting, now }: Pick<SlotQuestion, 'meeting' | 'now'>): Interval {
  const until = meeting.deadline ? meeting.deadline.date : addDays(londonDate(now), 14)
  const last = addDays(laterDay(until, londonDate(now)), LATE_DAYS)
  const opening = startOfDay(addDays(until, -AHEAD_DAYS))
  return {
    start: later(now, meeting.notBefore ? later(meeting.notBefore, opening) : opening),
    end: startOfDay(addDays(last, 1)),
  }
}

/**
 * Up to three times in time, best first. Where nobody's full set fits in time, the earliest full time after it stands
 * beside them; where nothing at all is left in time, up to three late ones, the fullest first.
 */
export function offerSlots(question: SlotQuestion, all: Candidate[] = candidatesFor(question)): OfferedSlot[] {
  const inTime = pick(all.filter(({ slot }) => slot.inTime).sort(better), OFFERED)
  if (inTime.some(isFull)) return inTime
  const late = all.filter(({ slot }) => !slot.inTime).sort(fullerOrSooner)
  if (inTime.length === 0) return pick(late, OFFERED)
  const full = late.find(({ slot }) => isFull(slot))
  return full ? [...inTime.slice(0, OFFERED - 1), full.slot] : inTime
}

/** One wanted time against the diaries: who is busy, and who still has to be asked. */
export const judgeSlot = (slot: Slot, question: SlotQuestion): OfferedSlot =>
  judge(slot, placeOf(slot), question, prepared(question))

function placeOf(slot: Slot): Place {
  const [from, until] = minutesOf(slot)
  const day = londonDate(slot.start)
  const onDay = { day, weekday: dayOfWeek(day), isAfterHoliday: isAfterHoliday(day) }
  return { ...onDay, minute: londonMinuteOfDay(slot.start), from, until }
}

export const isFull = ({ busy }: OfferedSlot): boolean => busy.length === 0

/** Where a slot lies: on London's calendar and clock, and in minutes since 1970, which are quick to compare. */
type Place = {
  day: LocalDate
  weekday: number
  isAfterHoliday: boolean
  minute: number
  from: number
  until: number
}
export type Candidate = Place & { slot: OfferedSlot }

/** Every time at which the meeting could start from now until a week after its deadline, soonest first. */
export function candidatesFor(question: SlotQuestion, hours: DayHours = OFFICE_HOURS): Candidate[] {
  const people = prepared(question)
  const span = spanOf(question)
  const all = everyHalfHour(question, span, hours, people)
  const known = new Set(all.map(({ slot }) => slot.start))
  const others = besideSiblings(question, span)
    .filter(({ start }) => !known.has(start))
    .map((slot) => ({ ...placeOf(slot), slot: judge(slot, placeOf(slot), question, people) }))
  return others.length === 0 ? all : [...all, ...others].sort((a, b) => a.from - b.from)
}

const spanOf = (question: SlotQuestion): Interval => {
  const window = searchWindow(question)
  return { start: later(window.start, addMinutes(question.now, NOTICE_MINS)), end: window.end }
}

/** Beside the meetings of brothers and sisters, whichever hour somebody chose for those. */
const besideSiblings = ({ siblings, meeting }: SlotQuestion, span: Interval): Slot[] =>
  (siblings ? startsBeside(siblings, meeting.durationMinutes) : [])
    .filter((start) => start >= span.start && start < span.end && isWithinBankHolidays(londonDate(start)))
    .map((start) => ({ start, end: addMinutes(start, meeting.durationMinutes) }))

function everyHalfHour(question: SlotQuestion, span: Interval, hours: DayHours, people: Prepared[]): Candidate[] {
  const { durationMinutes } = question.meeting
  const [earliest, end] = minutesOf(span)
  const candidates: Candidate[] = []
  for (let day = londonDate(span.start); ; day = addDays(day, 1)) {
    // Clocks change on Sunday nights only, so that office hours of a working day lie where midnight says they do.
    const midnight = toEpochMs(startOfDay(day)) / 60_000
    if (midnight >= end || !isWithinBankHolidays(day)) return candidates
    if (!isWorkingDay(day)) continue
    const onDay = { day, weekday: dayOfWeek(day), isAfterHoliday: isAfterHoliday(day) }
    for (let minute = hours.startMinute; minute + durationMinutes <= hours.endMinute; minute += STEP_MINS) {
      const place = { ...onDay, minute, from: midnight + minute, until: midnight + minute + durationMinutes }
      if (place.from < earliest) continue
      const slot = { start: fromEpochMs(place.from * 60_000), end: fromEpochMs(place.until * 60_000) }
      candidates.push({ ...place, slot: judge(slot, place, question, people) })
    }
  }
}

type Prepared = Omit<SlotPerson, 'diary' | 'alongside'> & {
  known: boolean
  busy: Spans
  tentative: Spans
  elsewhere: Spans
  atPlace: Spans
  hours: WorkingHours | null
}

const NOTHING: Interval[] = []

/** In the order of the roles, so that it does not matter in which one they are asked about. */
const prepared = ({ people }: Pick<SlotQuestion, 'people'>): Prepared[] =>
  people
    .map(({ diary, alongside = NOTHING, ...person }) => ({
      ...person,
      known: diary.known,
      busy: spansOf(diary.known ? diary.busy : NOTHING),
      tentative: spansOf(diary.known ? diary.tentative : NOTHING),
      elsewhere: spansOf((diary.known && diary.elsewhere) || NOTHING),
      atPlace: spansOf(alongside),
      hours: diary.known ? diary.workingHours : null,
    }))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || nth(a) - nth(b))

const nth = ({ key }: Prepared) => Number(key.slice(key.indexOf(':') + 1))

const minutesOf = ({ start, end }: Interval): [number, number] => [toEpochMs(start) / 60_000, toEpochMs(end) / 60_000]

function judge(slot: Slot, place: Place, question: SlotQuestion, people: Prepared[]): OfferedSlot {
  const { meeting, child } = question
  const reasons: SlotReason[] = []
  const busy: PersonKey[] = []
  const optionalBusy: PersonKey[] = []
  const unknown: PersonKey[] = []
  for (const person of people) {
    const hindrance = hindranceOf(person, place, question)
    if (hindrance) {
      note(reasons, hindrance, person.key)
      if (person.required) busy.push(person.key)
      else optionalBusy.push(person.key)
    } else {
      if (!person.known) unknown.push(person.key)
      consider(person, place, question, (why) => note(reasons, why, person.key))
    }
  }
  const inTime = isInTime(slot.start, meeting)
  const isAble = ({ role, key }: Prepared, wanted: Role) =>
    role === wanted && !busy.includes(key) && !optionalBusy.includes(key)
  if (child) reasons.push(...ofTheChild(place, child))
  if (question.siblings) reasons.push(...ofTheSiblings(slot, question.siblings))
  remark(place, inTime, meeting, (why) => reasons.push({ why }))
  return {
    ...slot,
    inTime,
    busy,
    optionalBusy,
    unknown,
    minimumHolds: meeting.minimum.every((role) => people.some((person) => isAble(person, role))),
    reasons,
  }
}

function note(reasons: SlotReason[], why: SlotReason['why'], key: PersonKey): void {
  const said = reasons.find((reason) => reason.why === why)
  if (said) said.people!.push(key)
  else reasons.push({ why, people: [key] })
}

/** What keeps somebody away, as far as anybody knows: a diary that cannot be seen says nothing, for or against. */
function hindranceOf(person: Prepared, place: Place, { tentative, venue }: SlotQuestion): Hindrance | null {
  const { day, from, until } = place
  if (person.onLeave.some((leave) => leave.from <= day && day <= leave.to)) return 'leave'
  if (isOutsideHours(person.hours, place)) return 'notAtWork'
  if (isHitBy(person.busy, from, until) || isHitBy(person.atPlace, from, until)) return 'busy'
  if (tentative !== 'asks' && isHitBy(person.tentative, from, until)) return 'tentative'
  if (!isInPerson(venue)) return null
  if (isHitBy(person.elsewhere, from, until)) return 'elsewhere'
  return isOnTheWay(person, place, tentative) ? 'noTimeToTravel' : null
}

/** What is held at the placement and by video at once keeps nobody away who cannot be there in person. */
function consider(
  person: Prepared,
  place: Place,
  { tentative, venue }: SlotQuestion,
  say: (why: 'askTentative' | 'byVideo' | 'travelNotKnown') => void,
): void {
  const { from, until } = place
  if (tentative === 'asks' && isHitBy(person.tentative, from, until)) say('askTentative')
  if (venue === 'online' || venue === undefined) return
  if (venue === 'hybrid' && (isHitBy(person.elsewhere, from, until) || isOnTheWay(person, place, tentative)))
    say('byVideo')
  if (person.journeyMins === null && isHitBy(person.busy, from - CLOSE_MINS, until + CLOSE_MINS)) say('travelNotKnown')
}

const isInPerson = (venue: VenueKind | undefined) => venue === 'placement' || venue === 'office'

/** Something before or after leaves no time for the way. */
function isOnTheWay({ journeyMins, busy, tentative }: Prepared, { from, until }: Place, policy?: TentativePolicy) {
  if (!journeyMins) return false
  const [leaves, isBack] = [from - journeyMins, until + journeyMins]
  return isHitBy(busy, leaves, isBack) || (policy !== 'asks' && isHitBy(tentative, leaves, isBack))
}

/** School and family time weigh less than who is missing, and more than a sooner day. */
function ofTheChild({ day, weekday, minute, from, until }: Place, child: ChildsWeek): SlotReason[] {
  const overlaps = ({ startMinute, endMinute }: DayHours) => minute < endMinute && startMinute < minute + until - from
  const missesSchool = child.atSchool && !isSchoolHoliday(day) && overlaps(SCHOOL_HOURS)
  const isFamilyTime = child.familyTime.some((time) => time.weekday === weekday && overlaps(time))
  return [
    ...(missesSchool ? [{ why: child.examYear ? 'schoolHoursExamYear' : 'schoolHours' } as const] : []),
    ...(isFamilyTime ? [{ why: 'familyTime' } as const] : []),
  ]
}

/** Everybody who comes for both has to come only once (E-16). */
const ofTheSiblings = (slot: Slot, { how, slots }: BesideSiblings): SlotReason[] =>
  slots.some((other) => isBeside(slot, other, how))
    ? [{ why: how === 'together' ? 'withSibling' : 'besideSibling' }]
    : []

const isWithSiblings = ({ reasons = [] }: OfferedSlot): boolean =>
  reasons.some(({ why }) => why === 'withSibling' || why === 'besideSibling')
const siblingsFirst = (a: OfferedSlot, b: OfferedSlot): number => Number(isWithSiblings(b)) - Number(isWithSiblings(a))

function remark(
  place: Place,
  inTime: boolean,
  { deadline, mustStartBefore }: SlotQuestion['meeting'],
  say: (why: Remark) => void,
): void {
  const { day } = place
  const isStartDay = mustStartBefore !== null && day === londonDate(mustStartBefore)
  if (unkindness(place) > 0) say('earlyOrLate')
  if (inTime && isStartDay) say('beforeStart')
  if (inTime && !isStartDay && day === deadline?.date) say('lastDay')
  if (place.isAfterHoliday) say('afterHoliday')
}

/** Whether the days off before it were more than a weekend. */
function isAfterHoliday(day: LocalDate): boolean {
  for (let before = addDays(day, -1); isWithinBankHolidays(before); before = addDays(before, -1)) {
    if (isWorkingDay(before)) return false
    if (!isWeekend(before)) return true
  }
  return false
}

/** In time is what starts at or before the deadline, and before the placement does where only that is in time. */
export const isInTime = (
  start: Instant,
  { deadline, mustStartBefore }: Pick<MeetingPlan, 'deadline' | 'mustStartBefore'>,
): boolean => (mustStartBefore ? start < mustStartBefore : !deadline || start <= deadline.at)

const isOutsideHours = (hours: WorkingHours | null, { weekday, minute, from, until }: Place) =>
  hours !== null &&
  (!hours.days.includes(weekday) || minute < hours.startMinute || minute + until - from > hours.endMinute)

/**
 * Fewest required people missing, then fewest others; then beside the meeting of a brother or sister; then what is
 * kindest to the child and to who would have to give something up; then the sooner day, and the kinder hour of it.
 */
export const better = (a: Candidate, b: Candidate): number =>
  a.slot.busy.length - b.slot.busy.length ||
  a.slot.optionalBusy.length - b.slot.optionalBusy.length ||
  siblingsFirst(a.slot, b.slot) ||
  weightOf(a.slot) - weightOf(b.slot) ||
  (a.day === b.day ? unkindness(a) - unkindness(b) : 0) ||
  a.from - b.from

export const fullerOrSooner = (a: Candidate, b: Candidate): number =>
  a.slot.busy.length - b.slot.busy.length || siblingsFirst(a.slot, b.slot) || a.from - b.from

/** How many things speak against a time that nobody is kept away by. */
const weightOf = ({ reasons = [] }: OfferedSlot): number =>
  reasons.reduce((sum, { why, people }) => (isConsideration(why) ? sum + (people?.length ?? 1) : sum), 0)

/** Between ten and four nobody has to leave home early or come home late. */
const unkindness = ({ minute, from, until }: Place) => (minute < 600 || minute + until - from > 960 ? 1 : 0)

const laterDay = (a: LocalDate, b: LocalDate) => (a >= b ? a : b)

/** The best, then others as good on other days, so that there is a real choice; then whatever lies far enough apart. */
function pick(candidates: Candidate[], count: number): OfferedSlot[] {
  const picked: Candidate[] = []
  const take = (fits: (one: Candidate) => boolean) => {
    for (const one of candidates) {
      if (picked.length === count) return
      if (picked.every(({ from }) => Math.abs(from - one.from) >= APART_MINS) && fits(one)) picked.push(one)
    }
  }
  const worth = ({ slot }: Candidate) => `${slot.busy.length} ${slot.optionalBusy.length} ${weightOf(slot)}`
  take((one) => worth(one) === worth(candidates[0]!) && !picked.some(({ day }) => day === one.day))
  take(() => true)
  return picked.map(({ slot }) => slot)
}
