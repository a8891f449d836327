/**
 * Times that are kept for a meeting while people outside, whose diaries nobody can see, say which of them they can
 * (E-44). The first answers that suffice settle the time, and so does the closing hour where it can; what only a person
 * may decide is left to the convenor.
 */
import { closingHour, NOTICE_MINS, PATIENCE_MINS, type ClosingRule } from '../dates/closing-rule.ts'
import type { PersonKey, Role } from '../placement/placement.ts'
import type { Attendee, MeetingPlan } from '../meeting/plan.ts'
import type { OfferedSlot, PlanningMeeting } from '../meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isInTime } from './slots.ts'
import { minutesBetween, type Instant } from '../dates/time.ts'

/** `decided`: somebody chose a time meanwhile. `notSettled`: closed, and the answers did not suffice. */
export type AskingEnd = 'answered' | 'closed' | 'notSettled' | 'taken' | 'decided' | 'stopped' | 'cancelled'

export type HeldTimes = {
  /** Raised each time that people are asked anew; links and letters belong to one. */
  round: number
  /** Best first. */
  slots: OfferedSlot[]
  asked: PersonKey[]
  askedAt: Instant
  closesAt: Instant
  /** The letter that counts, by when it was asked for; nobody whose link was withdrawn has one. */
  letters: Partial<Record<PersonKey, Instant>>
  answers: Partial<Record<PersonKey, { can: Instant[]; at: Instant }>>
  /** Starts at which somebody who has to come was found busy since. */
  taken: Instant[]
  ended?: { how: AskingEnd; at: Instant }
}

export type Asking = PlanningMeeting & { state: 'toArrange'; heldTimes: HeldTimes }

/** People outside are being asked, and the times are held. */
export const isAsking = (meeting: PlanningMeeting): meeting is Asking =>
  meeting.state === 'toArrange' && meeting.heldTimes !== undefined && !meeting.heldTimes.ended

/** Those who come and whom only a letter reaches; somebody with two roles is asked once. */
export function outsidersOf({ attendees }: Pick<MeetingPlan, 'attendees'>): Attendee[] {
  const outside = attendees.filter(({ event, email, reachedBy }) => event !== null && email && reachedBy === 'email')
  return outside.filter((one, n) => outside.findIndex((other) => isSamePerson(one, other)) === n)
}

/** A family may share a mailbox (E-52), so that the name counts too. */
const isSamePerson = (one: Attendee, other: Attendee) =>
  one.email?.toLowerCase() === other.email?.toLowerCase() && one.name.toLowerCase() === other.name.toLowerCase()

export type AskRefusal =
  'alreadyArranged' | 'alreadyClosed' | 'askedAlready' | 'nobodyOutside' | 'timesNotToAsk' | 'tooSoonToAsk'

const MOST_HELD = 3
/** In time, and nobody who has to come is busy: nothing is settled by itself over somebody's diary (E-43). */
const mayBeHeld = ({ inTime, busy }: OfferedSlot) => inTime && busy.length === 0

/** Those of the times offered that people outside can be asked for, since a letter can still be answered before. */
export const timesToAsk = (offered: OfferedSlot[], now: Instant): OfferedSlot[] =>
  offered
    .filter((slot) => mayBeHeld(slot) && minutesBetween(now, slot.start) >= NOTICE_MINS + PATIENCE_MINS)
    .slice(0, MOST_HELD)

/** Somebody's diary cannot be seen, and there are times that could be held for them. */
export const couldAsk = (plan: Pick<MeetingPlan, 'attendees'>, offered: OfferedSlot[], now: Instant): boolean =>
  outsidersOf(plan).length > 0 && timesToAsk(offered, now).length > 0

/** `slots` as everybody's diary is now. */
export function holdTimes(
  meeting: PlanningMeeting,
  slots: OfferedSlot[],
  rule: ClosingRule,
  now: Instant,
): Result<Asking, AskRefusal> {
  if (meeting.state === 'arranging' || meeting.state === 'arranged') return refuse('alreadyArranged')
  if (meeting.state !== 'toArrange') return refuse('alreadyClosed')
  if (isAsking(meeting)) return refuse('askedAlready')
  const asked = outsidersOf(meeting.plan).map(({ key }) => key)
  if (asked.length === 0) return refuse('nobodyOutside')
  if (slots.length === 0 || slots.length > MOST_HELD || !slots.every(mayBeHeld)) return refuse('timesNotToAsk')
  const closesAt = closingHour(rule, slots.map(({ start }) => start).sort()[0]!, now)
  if (minutesBetween(now, closesAt) < PATIENCE_MINS) return refuse('tooSoonToAsk')
  const { problem: _, ...rest } = meeting
  return ok({
    ...rest,
    offered: slots,
    heldTimes: {
      round: (meeting.heldTimes?.round ?? 0) + 1,
      slots,
      asked,
      askedAt: now,
      closesAt,
      letters: Object.fromEntries(asked.map((key) => [key, now])),
      answers: {},
      taken: [],
    },
  })
}

export const endAsking = (held: HeldTimes, how: AskingEnd, now: Instant): HeldTimes =>
  held.ended ? held : { ...held, ended: { how, at: now } }

/** What somebody says by their link: what was said before is kept where nothing else is said of it. */
export type SaidOfTimes = { can: Instant } | { cannot: Instant } | { all: boolean }

export function answerTimes(held: HeldTimes, person: PersonKey, said: SaidOfTimes, now: Instant): HeldTimes {
  const before = held.answers[person]?.can ?? []
  const can = held.slots
    .map(({ start }) => start)
    .filter((start) => {
      if ('all' in said) return said.all && isLeft(held, start)
      if ('can' in said && said.can === start) return true
      if ('cannot' in said && said.cannot === start) return false
      return before.includes(start)
    })
  return { ...held, answers: { ...held.answers, [person]: { can, at: now } } }
}

/** Who said that they can at a time: once it is the meeting's own they have said that they come. */
export const acceptedAt = ({ asked, answers }: HeldTimes, start: Instant): PlanningMeeting['answers'] =>
  Object.fromEntries(
    asked.flatMap((key) => {
      const said = answers[key]
      return said?.can.includes(start) ? [[key, { choice: 'coming', at: said.at, via: 'link' } as const]] : []
    }),
  )

const isLeft = ({ taken }: HeldTimes, start: Instant) => !taken.includes(start)

/** The times that are still held, best first. */
export const timesLeft = (held: HeldTimes): OfferedSlot[] => held.slots.filter(({ start }) => isLeft(held, start))

/**
 * The times that the answers suffice for, best first. Until the closing hour everybody outside who has to come has said
 * that they can (where none of them has to, everybody who was asked); from then on it suffices that the minimum holds
 * and nobody who has to come has said that they cannot.
 */
export function timesThatSuffice(held: HeldTimes, plan: MeetingPlan, now: Instant): OfferedSlot[] {
  const outside = outsidersOf(plan)
  const closed = now >= held.closesAt
  const required = outside.filter((one) => one.required)
  const can = (key: PersonKey, start: Instant) => held.answers[key]?.can.includes(start) === true
  const accepted = ({ start }: OfferedSlot) =>
    closed
      ? required.every(({ key }) => !held.answers[key] || can(key, start))
      : (required.length > 0 ? required : outside).every(({ key }) => can(key, start))
  const counted = ({ start }: OfferedSlot) => outside.filter(({ key }) => can(key, start)).length
  return timesLeft(held)
    .filter((slot) => slot.start > now && isInTime(slot.start, plan))
    .filter((slot) => accepted(slot) && plan.minimum.every((role) => isThere(role, slot, plan, can)))
    .sort((a, b) => counted(b) - counted(a))
}

/** Somebody in the role is known to be able to come: inside by their diary, outside by their own word. */
function isThere(
  role: Role,
  { start, busy, optionalBusy, unknown }: OfferedSlot,
  plan: MeetingPlan,
  can: (key: PersonKey, start: Instant) => boolean,
): boolean {
  const doubtful = [...busy, ...optionalBusy, ...unknown]
  const outside = outsidersOf(plan)
  return plan.attendees.some((one) => {
    if (one.role !== role || one.event === null) return false
    if (one.reachedBy === 'teams') return !doubtful.includes(one.key)
    const asked = outside.find((other) => isSamePerson(one, other))
    return asked !== undefined && can(asked.key, start)
  })
}

/** What has to stand in the calendars of those inside: every time that may still come about, and nothing else. */
export function timesToHold(meeting: PlanningMeeting): OfferedSlot[] {
  const { heldTimes } = meeting
  if (!heldTimes) return []
  if (isAsking(meeting)) return timesLeft(heldTimes)
  // The chosen one makes room for the meeting itself once that stands there.
  const isFirstTime = meeting.state === 'arranging' && !meeting.movedFrom
  return isFirstTime ? heldTimes.slots.filter(({ start }) => start === meeting.slot.start) : []
}
