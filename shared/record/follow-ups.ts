/**
 * What people took on in a meeting, kept from its record when that was closed: each on the first screen of whoever does
 * it and, when it stays open for long, of those who lead the case, so that nothing drifts.
 */
import { agendaInUse } from '../agenda/agenda-in-use.ts'
import type { RecordDuties } from './minutes-gaps.ts'
import { recordQuestions } from './record-questions.ts'
import type { Minutes } from './minutes.ts'
import { isConfirmer, mayDo, rolesOnCase, type Reader } from '../people/permissions.ts'
import { listed } from '../people/who-is-told.ts'
import type { Placement } from '../placement/placement-case.ts'
import { roleOf, type PersonKey, type Role } from '../placement/placement.ts'
import type { AgendaItem } from '../meeting/plan.ts'
import type { MeetingId, PlanningMeeting } from '../meeting/planning-meeting.ts'
import { daysOn, nameOf, toDos, type ToDo } from './read-back.ts'
import { refuse, ok, type Result } from '../result.ts'
import { londonDate, type Instant, type LocalDate } from '../dates/time.ts'
import { addWorkingDays, BeyondBankHolidays } from '../dates/working-days.ts'

/** `by` names who pressed it; an action that its owner tells somebody of is pressed for them. */
export type FollowUp = ToDo & { done?: { at: Instant; by: string } }

export type FollowUpRow = {
  meetingId: MeetingId
  ref: string
  id: string
  words: string
  by: LocalDate | null
  isLate: boolean
  /** Whose it is, where it is not the reader's own. */
  owner: string | null
  /** The carers whose it is, where the reader supervises them: the same for every child who lives with them. */
  household: string | null
  done: boolean
}

/** An action that is open so many working days after its day is on the manager's view the next day. */
const LONG_OPEN_WORKING_DAYS = 20

/** From a record that is about to be closed. */
export const followUpsFrom = (
  agenda: AgendaItem[],
  duties: RecordDuties,
  minutes: Minutes,
  heldOn: LocalDate | null,
): FollowUp[] => [
  ...toDos(minutes, {
    heldOn,
    agenda: agendaInUse(agenda, minutes),
    lines: recordQuestions(duties, minutes),
  }),
  ...outcomesToTell(duties, heldOn),
]

/** Everybody who was asked to come hears how the meeting ended, also who could not be there. */
function outcomesToTell({ attendees }: RecordDuties, heldOn: LocalDate | null): FollowUp[] {
  const owner = TELLS_OUTCOMES.flatMap((role) => attendees.find((one) => one.role === role) ?? [])[0]
  const others = attendees.filter((one) => one !== owner)
  if (others.length === 0) return []
  // The child's name is on no list of anybody's (P-02).
  const named = others.map(({ role, name }) => (role === 'child' ? 'the child' : name))
  const words = `Tell everybody who was asked to come how the meeting ended: ${listed(named)}.`
  return [
    { id: 'outcomes', words, owner: owner?.key ?? 'childsSocialWorker', by: daysOn(heldOn, OUTCOMES_WORKING_DAYS) },
  ]
}

const TELLS_OUTCOMES: Role[] = ['childsSocialWorker', 'personalAdviser']

/** No source sets a time; as long as is proposed for the record itself to go round. */
const OUTCOMES_WORKING_DAYS = 5

/**
 * The reader's own that are open; those of the carers whom they supervise, from the meetings of every child; and
 * those of others that have been open for long.
 */
export function followUpRows(
  reader: Reader,
  placement: Placement,
  meeting: PlanningMeeting,
  now: Instant,
): FollowUpRow[] {
  const today = londonDate(now)
  return (meeting.followUps ?? [])
    .filter(({ done }) => !done)
    .flatMap((followUp) => {
      const mine = isOwner(reader, placement, meeting, followUp)
      const household =
        !mine && supervises(reader, placement, meeting) && isCarers(followUp) ? carersOf(placement) : null
      if (!mine && !household && !(leads(reader, placement, meeting) && isLongOpen(followUp, today))) return []
      return [{ ...rowOf(meeting, followUp, mine, today), household }]
    })
}

const rowOf = (
  { id: meetingId, ref, plan }: PlanningMeeting,
  { id, words, by, owner, done }: FollowUp,
  mine: boolean,
  today: LocalDate,
): Omit<FollowUpRow, 'household'> => ({
  meetingId,
  ref,
  id,
  words,
  by,
  isLate: by !== null && by < today,
  owner: mine ? null : owner ? nameOf(owner, plan.attendees) : 'Nobody yet',
  done: done !== undefined,
})

export const soonestFirst = (rows: FollowUpRow[]): FollowUpRow[] =>
  rows.toSorted((a, b) => ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : 1))

/** Marks one as done, or as open again. Its owner may, and whoever may write the meeting's record. */
export function markFollowUp(
  meeting: PlanningMeeting,
  id: string,
  done: boolean,
  reader: Reader,
  placement: Placement,
  now: Instant,
): Result<PlanningMeeting, 'mayNot' | 'gone'> {
  const found = meeting.followUps?.find((one) => one.id === id)
  if (!found) return refuse('gone')
  if (!isOwner(reader, placement, meeting, found) && !mayDo('recordMinutes', reader, placement, meeting)) {
    return refuse('mayNot')
  }
  const { done: _, ...open } = found
  const after: FollowUp = done ? { ...open, done: { at: now, by: reader.name } } : open
  return ok({ ...meeting, followUps: meeting.followUps!.map((one) => (one.id === id ? after : one)) })
}

function isOwner(reader: Reader, placement: Placement, { plan }: PlanningMeeting, { owner }: FollowUp): boolean {
  if (owner === null) return false
  const person = plan.attendees.find(({ key }) => key === owner)
  if (person) return person.email?.toLowerCase() === reader.email.toLowerCase()
  // Who confirmed the placement is its officer, although no meeting has them among its people.
  if (owner === 'placementOfficer' && isConfirmer(reader, placement)) return true
  return rolesOnCase(reader, placement).includes(owner as Role)
}

const CARERS: Role[] = ['fosterCarer', 'connectedCarer']
const isCarers = ({ owner }: FollowUp) => owner !== null && CARERS.includes(roleOf(owner as PersonKey))

const carersOf = ({ confirmation }: Placement): string =>
  listed(
    confirmation.people
      .filter(({ role }) => CARERS.includes(role))
      .map(({ name }) => name)
      .sort(),
  )

const supervises = (reader: Reader, placement: Placement, meeting: PlanningMeeting) =>
  rolesOnCase(reader, placement).includes('supervisingSocialWorker') && mayDo('seeRecord', reader, placement, meeting)

const leads = (reader: Reader, placement: Placement, meeting: PlanningMeeting) =>
  rolesOnCase(reader, placement).some((role) => LEADS.includes(role)) && mayDo('seeRecord', reader, placement, meeting)

const LEADS: Role[] = ['teamManager', 'childsSocialWorker']

function isLongOpen({ by }: FollowUp, today: LocalDate): boolean {
  if (by === null || by >= today) return false
  try {
    return addWorkingDays(by, LONG_OPEN_WORKING_DAYS) < today
  } catch (error) {
    // Beyond the bank holidays that are known nothing is counted; a day that has long passed is late either way.
    if (error instanceof BeyondBankHolidays) return true
    throw error
  }
}
