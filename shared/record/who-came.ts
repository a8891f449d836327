/** What is asked because of who came and who did not, and only then; it stands with the attendance. */
import { isInTheRoom } from './attendance.ts'
import { BELOW_MINIMUM, belowMinimumLines } from './below-minimum.ts'
import { option, taskOption, type ChecklistLine } from './checklists.ts'
import type { Minutes } from './minutes.ts'
import { isParentRole, type PersonKey, type Role } from '../placement/placement.ts'

type Expected = {
  minimum: { roles: Role[] }
  attendees: { key: PersonKey; role: Role; name: string; inRecord: boolean }[]
}

export const linesAboutWhoCame = (expected: Expected, minutes: Pick<Minutes, 'attendance'>): ChecklistLine[] => [
  ...belowMinimumLines(expected, minutes),
  ...familyAbsentLines(expected, minutes),
  ...copyLines(expected, minutes),
]

export const isAboutWhoCame = (lineId: string): boolean =>
  lineId === BELOW_MINIMUM || lineId === FAMILY_ABSENT || lineId.startsWith(COPY_FOR)

const FAMILY_ABSENT = 'familyAbsent'
const COPY_FOR = 'copyFor:'

/** Neither the child nor a parent came: the meeting counts, says why, and hears them afterwards (R-065, E-20). */
function familyAbsentLines({ attendees }: Expected, { attendance }: Pick<Minutes, 'attendance'>): ChecklistLine[] {
  const family = attendees.filter(({ role, inRecord }) => inRecord && (role === 'child' || isParentRole(role)))
  const states = family.map(({ key }) => attendance[key]?.state)
  if (family.length === 0 || states.some((state) => !state || isInTheRoom(state))) return []
  const who = family.some(({ role }) => role !== 'child')
    ? 'Neither the child nor a parent came'
    : 'The child did not come'
  return [
    {
      id: FAMILY_ABSENT,
      title: `${who}. The meeting counts all the same. Why was that, and how are they heard?`,
      options: [
        taskOption(
          'after',
          'Their views are gathered afterwards',
          'Gather the views of the child and the family, who were not at the meeting',
          'why',
        ),
        option('heard', 'They have been heard another way', 'why'),
      ],
      preset: null,
      required: true,
      requirements: ['R-065', 'E-20'],
    },
  ]
}

const CARERS: Role[] = ['fosterCarer', 'connectedCarer']

/** One of two carers came, and cares by what was agreed; so does the other, who gets the copy (E-18). */
function copyLines({ attendees }: Expected, { attendance }: Pick<Minutes, 'attendance'>): ChecklistLine[] {
  const carers = attendees.filter(({ role, inRecord }) => inRecord && CARERS.includes(role))
  const isHere = ({ key }: { key: PersonKey }) => isInTheRoom(attendance[key]?.state)
  if (!carers.some(isHere)) return []
  return carers
    .filter((one) => attendance[one.key]?.state && !isHere(one))
    .map(({ key, name }) => ({
      id: `${COPY_FOR}${key}`,
      title: `${name} did not come. Who gives them a copy of the record?`,
      options: [
        taskOption('given', 'They get a copy', `Give ${name} a copy of the record`),
        option('not', 'They do not get one', 'why'),
      ],
      preset: null,
      required: true,
      requirements: ['E-18', 'R-156'],
    }))
}
