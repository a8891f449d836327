/** Who was there. What people answered is only ever proposed: an acceptance is no attendance until the chair says so (P-51). */
import type { AttendeeView } from '../meeting/meeting-view.ts'
import type { Attendance, AttendanceState, Minutes } from './minutes.ts'
import { isParentRole, type PersonKey } from '../placement/placement.ts'
import type { AgendaItem } from '../meeting/plan.ts'
import type { AnswerChoice } from '../meeting/planning-meeting.ts'
import { londonTime, type Instant } from '../dates/time.ts'
import { listed } from '../people/who-is-told.ts'
import { ATTENDANCE_WORDS } from './record-words.ts'
import { ROLE_WORDS } from '../words.ts'

const AFTER_ANSWER: Record<AnswerChoice, AttendanceState> = {
  coming: 'present',
  byVideo: 'byVideo',
  sendViews: 'contributed',
  cannot: 'apologies',
}

type Invitee = Pick<AttendeeView, 'key' | 'role' | 'part' | 'answer' | 'invited'>

/** What the chair is offered to confirm; `null` where nothing is known that would suggest it. */
export function suggestedAttendance({ part, answer, invited }: Invitee): AttendanceState | null {
  if (answer) return AFTER_ANSWER[answer.choice]
  switch (part) {
    case 'attend':
      // Nobody asks the child for an answer by mail.
      return invited ? 'noReply' : 'present'
    case 'contribute':
      return 'contributed'
    case 'viewsConsidered':
      return 'viewsConsidered'
    case 'notInvited':
      return 'notInvited'
    case 'informed':
    case 'undecided':
      return null
  }
}

const IN_THE_ROOM: AttendanceState[] = ['present', 'presentInPart', 'byVideo']

export const isInTheRoom = (state: AttendanceState | undefined): boolean =>
  state !== undefined && IN_THE_ROOM.includes(state)

/** Somebody was not there, and something of theirs was: the record says what, and how it came in (P-50). */
export const asksHow = (state: AttendanceState | undefined): boolean =>
  state === 'contributed' || state === 'viewsConsidered'

/** As the record says it; why somebody was not invited is for staff alone (R-165). Words that went with another state, taken back since, are no part of it. */
export function attendanceText(
  { state, how, steppedOut = [] }: Attendance,
  notInvitedBecause: string | null = null,
): string {
  if (!state) return 'not recorded yet'
  const more =
    state === 'notInvited'
      ? notInvitedBecause
      : asksHow(state)
        ? how?.trim()
        : isInTheRoom(state) && listed(steppedOut.map(stepWords))
  return `${ATTENDANCE_WORDS[state]}${more ? ` (${more})` : ''}`
}

/** `out at 10:07, back at 10:15` */
export const stepWords = ({ out, back }: { out: Instant; back?: Instant }): string =>
  `out at ${londonTime(out)}${back ? `, back at ${londonTime(back)}` : ''}`

/** When somebody who is out of the room left it; `null` for whoever is not. */
export const outSince = (was: Attendance | undefined): Instant | null =>
  was?.steppedOut?.find(({ back }) => back === undefined)?.out ?? null

/** What was talked about while somebody was out of the room: the items, with how much is written of each (R-070). */
export function saidWithout(
  person: PersonKey,
  { entries }: Pick<Minutes, 'entries'>,
  agenda: Pick<AgendaItem, 'item' | 'title'>[],
): { item: string; title: string; entries: number }[] {
  const missed = entries.filter(({ without, text }) => without === person && text.trim() !== '')
  return agenda.flatMap(({ item, title }) => {
    const count = missed.filter((entry) => entry.item === item).length
    return count > 0 ? [{ item, title, entries: count }] : []
  })
}

/** The child and family who are there, or expected while nobody has said: what is for professionals is taken apart from them. */
export function familyPresent<Person extends Invitee>(people: Person[], { attendance }: Pick<Minutes, 'attendance'>) {
  return people
    .filter(({ role }) => role === 'child' || isParentRole(role))
    .filter((person) => {
      const { state } = attendance[person.key] ?? {}
      if (outSince(attendance[person.key])) return false
      return state ? isInTheRoom(state) : person.part === 'attend' && person.answer?.choice !== 'cannot'
    })
}

/** `The mother and the child are here`; expected, while the chair has not said so. */
export function familyWords(
  family: Pick<Invitee, 'key' | 'role'>[],
  { attendance }: Pick<Minutes, 'attendance'>,
): string {
  const named = listed(family.map(({ role }) => `the ${ROLE_WORDS[role]}`))
  const seen = family.every(({ key }) => attendance[key]?.state)
  return `${named.replace(/^t/, 'T')} ${family.length === 1 ? 'is' : 'are'} ${seen ? 'here' : 'expected'}`
}
