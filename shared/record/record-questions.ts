/** Every question that a record answers as things stand, in the order in which they are read, whatever their place on the page. */
import { belowMinimumLines } from './below-minimum.ts'
import type { ChecklistLine } from './checklists.ts'
import { emergencyLines } from './emergency-checklist.ts'
import type { RecordDuties } from './minutes-gaps.ts'
import type { Minutes } from './minutes.ts'

type Asked = Pick<RecordDuties, 'triggers' | 'emergencyChecklist' | 'chairsLines' | 'recordLines'> &
  Parameters<typeof belowMinimumLines>[0]

export const recordQuestions = (asked: Asked, minutes: Minutes): ChecklistLine[] => [
  ...belowMinimumLines(asked, minutes),
  ...emergencyLines(asked, minutes.lines),
  ...asked.chairsLines,
  ...asked.recordLines,
]
