/**
 * Fewer came than the practice asks for at least: people meet again in time, or the meeting stands, with a reason
 * (R-064, E-19).
 */
import { isInTheRoom } from './attendance.ts'
import { completionOf, option, standingAnswer, type ChecklistLine } from './checklists.ts'
import type { Minutes } from './minutes.ts'
import type { PersonKey, Role } from '../placement/placement.ts'
import type { LocalDate } from '../dates/time.ts'
import { listed } from '../people/who-is-told.ts'
import { ROLE_WORDS } from '../words.ts'

export const BELOW_MINIMUM = 'belowMinimum'

type Expected = { minimum: { roles: Role[] }; attendees: { key: PersonKey; role: Role }[] }

/** Roles of the minimum of which, as far as is recorded, nobody is there; none while nothing is recorded. */
export function missingFromRoom({ minimum, attendees }: Expected, { attendance }: Pick<Minutes, 'attendance'>): Role[] {
  const stateOf = ({ key }: { key: PersonKey }) => attendance[key]?.state
  if (!attendees.some(stateOf)) return []
  return minimum.roles.filter((role) =>
    attendees.filter((one) => one.role === role).every((one) => stateOf(one) && !isInTheRoom(stateOf(one))),
  )
}

/** `Below the minimum: without the foster carer`; `null` where enough people are there. */
export function belowMinimumWords(expected: Expected, minutes: Pick<Minutes, 'attendance'>): string | null {
  const missing = missingFromRoom(expected, minutes)
  if (missing.length === 0) return null
  return `Below the minimum: without ${listed(missing.map((role) => `the ${ROLE_WORDS[role]}`))}`
}

/** What is asked then, and only then. */
export function belowMinimumLines(expected: Expected, minutes: Pick<Minutes, 'attendance'>): ChecklistLine[] {
  const words = belowMinimumWords(expected, minutes)
  if (!words) return []
  const again = option('again', 'We meet again', 'by')
  return [
    {
      id: BELOW_MINIMUM,
      title: `${words}. What follows?`,
      options: [
        { ...again, raises: [{ owner: 'childsSocialWorker', words: 'Have the meeting held again, with everybody' }] },
        option('stands', 'The meeting stands', 'why'),
      ],
      preset: null,
      required: true,
      requirements: ['R-064', 'E-19'],
    },
  ]
}

/** The day on which people meet again because too few came; `null` where that was not said. */
export function meetAgainOn(expected: Expected, minutes: Pick<Minutes, 'attendance' | 'lines'>): LocalDate | null {
  const [line] = belowMinimumLines(expected, minutes)
  const given = minutes.lines[BELOW_MINIMUM]
  return line && standingAnswer(line, given) === 'again' ? completionOf(line, given).by || null : null
}
