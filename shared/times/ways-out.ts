/**
 * Where no time in time suits everybody who has to come: what can be given up instead, in the order of E-43. That those
 * who need not come are left out is the first of it, and the ranking of times does that by itself. Then the meeting is
 * made shorter, held by video, put outside working hours with everybody's consent, or held in two parts; else it is held
 * with those who can come, or late and with a reason. A person chooses; nothing is booked over anybody by itself.
 */
import { isParentRole, type PersonKey, type Role } from '../placement/placement.ts'
import type { MeetingPlan } from '../meeting/plan.ts'
import type { OfferedSlot } from '../meeting/planning-meeting.ts'
import {
  better,
  candidatesFor,
  fullerOrSooner,
  isFull,
  OFFICE_HOURS,
  type Candidate,
  type DayHours,
  type SlotPerson,
  type SlotQuestion,
} from './slots.ts'

/** In the order in which they are to be tried (E-43). */
export const WAYS = ['shorter', 'video', 'outOfHours', 'split', 'reduced', 'late'] as const
export type Way = (typeof WAYS)[number]

export type WayOut = {
  way: Way
  slot: OfferedSlot
  /** Of a meeting in two parts, the second: with the family. */
  family?: OfferedSlot
}

/** What was given up for a meeting that has a time, and of one in two parts which of them it is. */
export type WayTaken = { way: Way; part?: 'family'; minutes?: number; consent?: string }

/** Who leads, and so comes to both parts of a meeting in two. */
export type Leads = PersonKey[]

export const leadsOf = ({ convenor, chair, attendees }: MeetingPlan): Leads => {
  const worker = attendees.find(({ role, event }) => role === 'childsSocialWorker' && event !== null)
  return [...new Set([convenor.key, chair.key, worker?.key ?? null])].filter((key) => key !== null)
}

/** Meetings outside working hours begin and end within these. */
const WAKING_HOURS: DayHours = { startMinute: 8 * 60, endMinute: 20 * 60 }
const SHORTEST_MINS = 30
const STEP_MINS = 15
/** How long the part with the family takes. */
export const FAMILY_MINS = 30

/** Every way that works, in that order; none where a time in time suits everybody who has to come. */
export function waysOut(question: SlotQuestion, leads: Leads, all: Candidate[] = candidatesFor(question)): WayOut[] {
  const inTime = all.filter(({ slot }) => slot.inTime)
  if (inTime.some(({ slot }) => isFull(slot))) return []
  const found: Record<Way, WayOut | null> = {
    shorter: shorter(question),
    video: video(question),
    outOfHours: as('outOfHours', bestFull(withoutHours(question), WAKING_HOURS)),
    split: split(question, leads),
    reduced: as('reduced', best(inTime, closerToMinimum)),
    late: as(
      'late',
      best(
        all.filter(({ slot }) => !slot.inTime),
        fullerOrSooner,
      ),
    ),
  }
  return WAYS.map((way) => found[way]).filter((one) => one !== null)
}

const as = (way: Way, candidate: Candidate | undefined): WayOut | null =>
  candidate ? { way, slot: candidate.slot } : null

const bestFull = (question: SlotQuestion, hours: DayHours = OFFICE_HOURS): Candidate | undefined =>
  best(
    candidatesFor(question, hours).filter(({ slot }) => slot.inTime && isFull(slot)),
    better,
  )

/** The first of them by an order, without putting the rest in it. */
const best = (all: Candidate[], order: (a: Candidate, b: Candidate) => number): Candidate | undefined =>
  all.reduce<Candidate | undefined>((first, one) => (first && order(first, one) <= 0 ? first : one), undefined)

/** As long as it can be, and at least half of what it should be. */
function shorter(question: SlotQuestion): WayOut | null {
  const { durationMinutes } = question.meeting
  const least = Math.max(SHORTEST_MINS, durationMinutes / 2)
  for (let minutes = durationMinutes - STEP_MINS; minutes >= least; minutes -= STEP_MINS) {
    const best = bestFull({ ...question, meeting: { ...question.meeting, durationMinutes: minutes } })
    if (best) return as('shorter', best)
  }
  return null
}

const video = (question: SlotQuestion): WayOut | null =>
  question.venue === undefined || question.venue === 'online'
    ? null
    : as('video', bestFull({ ...question, venue: 'online' }))

/** Whatever hours people keep: whether they would come outside of them is for them to say. */
export const withoutHours = (question: SlotQuestion): SlotQuestion => ({
  ...question,
  people: question.people.map((person) => ({
    ...person,
    diary: person.diary.known ? { ...person.diary, workingHours: null } : person.diary,
  })),
})

/** Those for whose sake the second part is held: parents, and whoever speaks for them or interprets. */
export const isOfFamily = (role: Role): boolean => isParentRole(role) || role === 'interpreter'

/** First the professionals and carers, then the family with those who lead; both in time. */
function split(question: SlotQuestion, leads: Leads): WayOut | null {
  const { people, meeting } = question
  if (!people.some(({ role }) => isParentRole(role))) return null
  const first = bestFull({ ...question, people: people.filter(({ role }) => !isOfFamily(role)) })
  if (!first) return null
  const joins = ({ key, role }: SlotPerson) => isOfFamily(role) || leads.includes(key)
  const together = candidatesFor({
    ...question,
    meeting: { ...meeting, durationMinutes: FAMILY_MINS, minimum: [] },
    people: people.filter(joins).map((person) => ({ ...person, required: true })),
  })
  const second = best(
    together.filter(({ slot, from }) => slot.inTime && isFull(slot) && from >= first.until),
    better,
  )
  return second ? { way: 'split', slot: first.slot, family: second.slot } : null
}

/** A time at which the minimum of people can meet comes before a fuller one at which it cannot. */
const closerToMinimum = (a: Candidate, b: Candidate): number =>
  Number(b.slot.minimumHolds) - Number(a.slot.minimumHolds) || better(a, b)
