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
  atLondon,
  dayOfWeek,
  later,
  londonDate,
  londonMinuteOfDay,
  minutesBetween,
  toEpochMs,
  type Instant,
  type Interval,
  type LocalDate,
} from './time.ts'
import { isWorkingDay } from './working-days.ts'

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
  const opening = atLondon(addDays(until, -AHEAD_DAYS), '00:00')
  return {
    start: later(now, meeting.notBefore ? later(meeting.notBefore, opening) : opening),
    end: atLondon(addDays(last, 1), '00:00'),
  }
}

/**
 * Up to three times in time, best first. Where nobody's full set fits in time, the earliest full time after it stands
 * beside them; where nothing at all is left in time, up to three late ones, the fullest first.
 */
export function offerSlots(question: SlotQuestion): OfferedSlot[] {
  const all = judgeSlots(question)
  const inTime = pick(all.filter((slot) => slot.inTime).sort(better), OFFERED)
  if (inTime.some(isFull)) return inTime
  const late = all.filter((slot) => !slot.inTime).sort((a, b) => a.busy.length - b.busy.length || byStart(a, b))
  if (inTime.length === 0) return pick(late, OFFERED)
  const full = late.find(isFull)
  return full ? [...inTime.slice(0, OFFERED - 1), full] : inTime
}

/** One wanted time against the diaries: who is busy, and who still has to be asked. */
export function judgeSlot(slot: Slot, question: SlotQuestion): OfferedSlot {
  return judge(slot, question, question.people.map(prepare))
}

export const isFull = ({ busy }: OfferedSlot): boolean => busy.length === 0

function judgeSlots(question: SlotQuestion): OfferedSlot[] {
  const { meeting, now } = question
  const window = searchWindow(question)
  const people = question.people.map(prepare)
  const earliest = later(window.start, addMinutes(now, NOTICE_MINS))
  const slots: OfferedSlot[] = []
  for (let date = londonDate(earliest); atLondon(date, '00:00') < window.end; date = addDays(date, 1)) {
    if (!isWorkingDay(date)) continue
    const dayStart = atLondon(date, '00:00')
    for (let minute = OFFICE.startMinute; minute + meeting.durationMinutes <= OFFICE.endMinute; minute += STEP_MINS) {
      const start = addMinutes(dayStart, minute)
      // Clocks change on Sunday nights only, so that office hours of a working day lie where midnight says they do.
      if (start < earliest) continue
      slots.push(judge({ start, end: addMinutes(start, meeting.durationMinutes) }, question, people))
    }
  }
  return slots
}

type Prepared = SlotPerson & { blocked: [start: number, end: number][]; hours: WorkingHours | null }

/** Tentative counts as busy: it is somebody's time until they give it up. */
function prepare(person: SlotPerson): Prepared {
  const { diary } = person
  const blocked = diary.known ? [...diary.busy, ...diary.tentative].map(minutesOf).sort(([a], [b]) => a - b) : []
  return { ...person, blocked, hours: diary.known ? diary.workingHours : null }
}

const minutesOf = ({ start, end }: Interval): [number, number] => [toEpochMs(start) / 60_000, toEpochMs(end) / 60_000]

function judge(slot: Slot, { meeting }: SlotQuestion, people: Prepared[]): OfferedSlot {
  const [start, end] = minutesOf(slot)
  const date = londonDate(slot.start)
  const minute = londonMinuteOfDay(slot.start)
  const weekday = dayOfWeek(date)
  const cannot = new Set<PersonKey>()
  const unknown: PersonKey[] = []
  for (const person of people) {
    if (person.onLeave.some(({ from, to }) => from <= date && date <= to)) cannot.add(person.key)
    else if (!person.diary.known) unknown.push(person.key)
    else if (
      isBlocked(person.blocked, start, end) ||
      isOutsideHours(person.hours, weekday, minute, minute + end - start)
    ) {
      cannot.add(person.key)
    }
  }
  const busy = people.filter(({ key, required }) => required && cannot.has(key)).map(({ key }) => key)
  return {
    ...slot,
    inTime: isInTime(slot.start, meeting),
    busy,
    optionalBusy: people.filter(({ key, required }) => !required && cannot.has(key)).map(({ key }) => key),
    unknown,
    minimumHolds: meeting.minimum.every((role) => people.some((one) => one.role === role && !cannot.has(one.key))),
  }
}

/** In time is what starts at or before the deadline, and before the placement does where only that is in time. */
export const isInTime = (
  start: Instant,
  { deadline, mustStartBefore }: Pick<MeetingPlan, 'deadline' | 'mustStartBefore'>,
): boolean => (mustStartBefore ? start < mustStartBefore : !deadline || start <= deadline.at)

function isBlocked(blocked: [number, number][], start: number, end: number): boolean {
  for (const [from, until] of blocked) {
    if (from >= end) return false
    if (until > start) return true
  }
  return false
}

const isOutsideHours = (hours: WorkingHours | null, weekday: number, from: number, until: number) =>
  hours !== null && (!hours.days.includes(weekday) || from < hours.startMinute || until > hours.endMinute)

/** Fewest required people missing, then fewest others, then the sooner day, then the kinder hour. */
function better(a: OfferedSlot, b: OfferedSlot): number {
  return (
    a.busy.length - b.busy.length ||
    a.optionalBusy.length - b.optionalBusy.length ||
    compare(londonDate(a.start), londonDate(b.start)) ||
    unkindness(a) - unkindness(b) ||
    byStart(a, b)
  )
}

/** Between ten and four nobody has to leave home early or come home late. */
const unkindness = ({ start, end }: Slot) => (londonMinuteOfDay(start) < 600 || londonMinuteOfDay(end) > 960 ? 1 : 0)

const byStart = (a: Slot, b: Slot) => compare(a.start, b.start)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const laterDay = (a: LocalDate, b: LocalDate) => (a >= b ? a : b)

function pick(slots: OfferedSlot[], count: number): OfferedSlot[] {
  const picked: OfferedSlot[] = []
  for (const slot of slots) {
    if (picked.length === count) break
    if (picked.every(({ start }) => Math.abs(minutesBetween(start, slot.start)) >= APART_MINS)) picked.push(slot)
  }
  return picked
}
