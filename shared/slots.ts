/**
 * Times for a meeting, ranked by what is known of everybody's diary. Deterministic: the same input gives the same list,
 * byte for byte. Outlook's own suggestions are not used; an unknown diary is never counted as free.
 */
import type { Diary, WorkingHours } from './diary.ts'
import type { PersonKey, Role } from './placement.ts'
import type { MeetingPlan } from './plan.ts'
import type { OfferedSlot, Slot } from './planning-meeting.ts'
import {
  addDays,
  addMinutes,
  dayOfWeek,
  fromEpochMs,
  later,
  londonDate,
  londonMinuteOfDay,
  startOfDay,
  toEpochMs,
  type Instant,
  type Interval,
  type LocalDate,
} from './time.ts'
import { isWithinBankHolidays, isWorkingDay } from './working-days.ts'

/** Somebody whose diary matters, with the days on which they are on leave. */
export type SlotPerson = {
  key: PersonKey
  role: Role
  required: boolean
  diary: Diary
  onLeave: { from: LocalDate; to: LocalDate }[]
}

export type SlotQuestion = {
  meeting: Pick<MeetingPlan, 'deadline' | 'mustStartBefore' | 'notBefore' | 'durationMinutes' | 'minimum'>
  people: SlotPerson[]
  now: Instant
}

/** How many times are offered at once. */
const OFFERED = 3
/** Nobody can be asked to come sooner. */
const NOTICE_MINS = 60
const STEP_MINS = 30
/** Meetings lie within office hours unless a person chooses otherwise. */
const OFFICE: WorkingHours = { days: [1, 2, 3, 4, 5], startMinute: 9 * 60, endMinute: 17 * 60 + 30 }
/** Two offers on one day lie at least so far apart, so that there is a choice. */
const APART_MINS = 120
/** How far beyond the deadline a late time is looked for, and how far ahead of it diaries are read. */
const LATE_DAYS = 7
const AHEAD_DAYS = 21

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
export function offerSlots(question: SlotQuestion): OfferedSlot[] {
  const all = candidatesFor(question)
  const inTime = pick(all.filter(({ slot }) => slot.inTime).sort(better), OFFERED)
  if (inTime.some(isFull)) return inTime
  const late = all.filter(({ slot }) => !slot.inTime).sort(fullerOrSooner)
  if (inTime.length === 0) return pick(late, OFFERED)
  const full = late.find(({ slot }) => isFull(slot))
  return full ? [...inTime.slice(0, OFFERED - 1), full.slot] : inTime
}

/** One wanted time against the diaries: who is busy, and who still has to be asked. */
export function judgeSlot(slot: Slot, question: SlotQuestion): OfferedSlot {
  const [from, until] = minutesOf(slot)
  const day = londonDate(slot.start)
  const place = { day, weekday: dayOfWeek(day), minute: londonMinuteOfDay(slot.start), from, until }
  return judge(slot, place, question, question.people.map(prepare))
}

export const isFull = ({ busy }: OfferedSlot): boolean => busy.length === 0

/** Where a slot lies: on London's calendar and clock, and in minutes since 1970, which are quick to compare. */
type Place = { day: LocalDate; weekday: number; minute: number; from: number; until: number }
type Candidate = Place & { slot: OfferedSlot }

function candidatesFor(question: SlotQuestion): Candidate[] {
  const { durationMinutes } = question.meeting
  const window = searchWindow(question)
  const people = question.people.map(prepare)
  const [earliest, end] = minutesOf({
    start: later(window.start, addMinutes(question.now, NOTICE_MINS)),
    end: window.end,
  })
  const candidates: Candidate[] = []
  for (let day = londonDate(window.start); ; day = addDays(day, 1)) {
    // Clocks change on Sunday nights only, so that office hours of a working day lie where midnight says they do.
    const midnight = toEpochMs(startOfDay(day)) / 60_000
    if (midnight >= end || !isWithinBankHolidays(day)) return candidates
    if (!isWorkingDay(day)) continue
    const weekday = dayOfWeek(day)
    for (let minute = OFFICE.startMinute; minute + durationMinutes <= OFFICE.endMinute; minute += STEP_MINS) {
      const place = { day, weekday, minute, from: midnight + minute, until: midnight + minute + durationMinutes }
      if (place.from < earliest) continue
      const slot = { start: fromEpochMs(place.from * 60_000), end: fromEpochMs(place.until * 60_000) }
      candidates.push({ ...place, slot: judge(slot, place, question, people) })
    }
  }
}

type Prepared = SlotPerson & { blocked: [from: number, until: number][]; hours: WorkingHours | null }

/** Tentative counts as busy: it is somebody's time until they give it up. */
function prepare(person: SlotPerson): Prepared {
  const { diary } = person
  const blocked = diary.known ? [...diary.busy, ...diary.tentative].map(minutesOf).sort(([a], [b]) => a - b) : []
  return { ...person, blocked, hours: diary.known ? diary.workingHours : null }
}

const minutesOf = ({ start, end }: Interval): [number, number] => [toEpochMs(start) / 60_000, toEpochMs(end) / 60_000]

function judge(slot: Slot, place: Place, { meeting }: SlotQuestion, people: Prepared[]): OfferedSlot {
  const cannot = new Set(people.filter((person) => !canCome(person, place)).map(({ key }) => key))
  const unknown = people.filter(({ key, diary }) => !diary.known && !cannot.has(key))
  const missing = (required: boolean) => people.filter((one) => one.required === required && cannot.has(one.key))
  return {
    ...slot,
    inTime: isInTime(slot.start, meeting),
    busy: missing(true).map(({ key }) => key),
    optionalBusy: missing(false).map(({ key }) => key),
    unknown: unknown.map(({ key }) => key),
    minimumHolds: meeting.minimum.every((role) => people.some((one) => one.role === role && !cannot.has(one.key))),
  }
}

/** As far as anybody knows: a diary that cannot be seen says nothing against it, nor for it. */
const canCome = ({ onLeave, blocked, hours }: Prepared, place: Place): boolean =>
  !onLeave.some(({ from, to }) => from <= place.day && place.day <= to) &&
  !isBlocked(blocked, place) &&
  !isOutsideHours(hours, place)

/** In time is what starts at or before the deadline, and before the placement does where only that is in time. */
export const isInTime = (
  start: Instant,
  { deadline, mustStartBefore }: Pick<MeetingPlan, 'deadline' | 'mustStartBefore'>,
): boolean => (mustStartBefore ? start < mustStartBefore : !deadline || start <= deadline.at)

function isBlocked(blocked: Prepared['blocked'], place: Place): boolean {
  for (const [from, until] of blocked) {
    if (from >= place.until) return false
    if (until > place.from) return true
  }
  return false
}

const isOutsideHours = (hours: WorkingHours | null, { weekday, minute, from, until }: Place) =>
  hours !== null &&
  (!hours.days.includes(weekday) || minute < hours.startMinute || minute + until - from > hours.endMinute)

/** Fewest required people missing, then fewest others, then the sooner day, then the kinder hour. */
const better = (a: Candidate, b: Candidate): number =>
  a.slot.busy.length - b.slot.busy.length ||
  a.slot.optionalBusy.length - b.slot.optionalBusy.length ||
  (a.day === b.day ? unkindness(a) - unkindness(b) : 0) ||
  a.from - b.from

const fullerOrSooner = (a: Candidate, b: Candidate): number =>
  a.slot.busy.length - b.slot.busy.length || a.from - b.from

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
  const missing = ({ slot }: Candidate) => `${slot.busy.length} ${slot.optionalBusy.length}`
  take((one) => missing(one) === missing(candidates[0]!) && !picked.some(({ day }) => day === one.day))
  take(() => true)
  return picked.map(({ slot }) => slot)
}
