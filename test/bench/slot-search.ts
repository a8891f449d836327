/** The search for times over invented diaries, and the plain way to do the same, for `npm run bench` and its test. */
import type { Diary } from '../../shared/times/diary.ts'
import type { Role } from '../../shared/placement/placement.ts'
import { candidatesFor, isFull, type SlotPerson, type SlotQuestion } from '../../shared/times/slots.ts'
import {
  addDays,
  addMinutes,
  atLondon,
  day,
  dayOfWeek,
  endOfDay,
  londonDate,
  londonMinuteOfDay,
  type Instant,
  type Interval,
} from '../../shared/dates/time.ts'
import { isWorkingDay } from '../../shared/dates/working-days.ts'
import { aDeadline } from '../support/builders.ts'

export type Size = { people: number; days: number }

const FIRST = day('2027-01-11')
const ROLES: Role[] = ['childsSocialWorker', 'supervisingSocialWorker', 'fosterCarer', 'keyWorker', 'minuteTaker']

/** So many people with about four appointments a day each, whose meeting is due in so many days; always the same. */
export function aSearch({ people, days }: Size): SlotQuestion {
  const dice = numbersFrom(people * 1_000 + days)
  const last = addDays(FIRST, days - 1)
  return {
    meeting: {
      deadline: aDeadline({ date: last, at: endOfDay(last) }),
      mustStartBefore: null,
      notBefore: null,
      durationMinutes: 60,
      minimum: ['childsSocialWorker'],
    },
    people: Array.from({ length: people }, (_, n) => person(n, days + 8, dice)),
    now: atLondon(FIRST, '08:00'),
    venue: 'placement',
  }
}

function person(n: number, days: number, dice: () => number): SlotPerson {
  const role = ROLES[n % ROLES.length]!
  const busy: Interval[] = []
  for (let at = 0; at < days; at += 1) {
    for (let appointment = 0; appointment < 4; appointment += 1) {
      const start = addMinutes(atLondon(addDays(FIRST, at), '08:30'), Math.floor(dice() * 19) * 30)
      busy.push({ start, end: addMinutes(start, 30 + Math.floor(dice() * 3) * 30) })
    }
  }
  const workingHours = { days: n % 4 === 3 ? [1, 2, 4] : [1, 2, 3, 4, 5], startMinute: 540, endMinute: 1020 }
  const diary: Diary = { known: true, busy, tentative: [], workingHours }
  return { key: `${role}:${Math.floor(n / ROLES.length) + 1}`, role, required: n < 6, diary, onLeave: [], journeyMins: n % 2 === 0 ? 20 : undefined } // prettier-ignore
}

/** Every start at which all who must come can, as the app finds it. */
export const fullStarts = (question: SlotQuestion): Instant[] =>
  candidatesFor(question)
    .filter(({ slot }) => slot.inTime && isFull(slot))
    .map(({ slot }) => slot.start)

/** The same, as one would write it down first: each start against each appointment, on London's clock each time. */
export function fullStartsPlainly({ meeting, people, now }: SlotQuestion): Instant[] {
  const found: Instant[] = []
  for (let date = londonDate(now); date <= meeting.deadline!.date; date = addDays(date, 1)) {
    if (!isWorkingDay(date)) continue
    for (let minute = 9 * 60; minute + meeting.durationMinutes <= 17 * 60 + 30; minute += 30) {
      const start = atLondon(date, clock(minute))
      const end = addMinutes(start, meeting.durationMinutes)
      if (start < addMinutes(now, 60)) continue
      if (people.every((one) => !one.required || canCome(one, { start, end }))) found.push(start)
    }
  }
  return found
}

function canCome({ diary, journeyMins = 0 }: SlotPerson, { start, end }: Interval): boolean {
  if (!diary.known) return true
  const [leaves, isBack] = [addMinutes(start, -(journeyMins ?? 0)), addMinutes(end, journeyMins ?? 0)]
  const hours = diary.workingHours!
  return (
    hours.days.includes(dayOfWeek(londonDate(start))) &&
    londonMinuteOfDay(start) >= hours.startMinute &&
    londonMinuteOfDay(end) <= hours.endMinute &&
    diary.busy.every((busy) => busy.end <= leaves || isBack <= busy.start)
  )
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
