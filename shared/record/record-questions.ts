/** Every question that a record answers as things stand, in the order in which they are read, whatever their place on the page. */
import type { ChecklistLine } from './checklists.ts'
import { emergencyLines } from './emergency-checklist.ts'
import type { RecordDuties } from './minutes-gaps.ts'
import type { Minutes } from './minutes.ts'
import { linesAboutWhoCame } from './who-came.ts'

type Asked = Pick<RecordDuties, 'triggers' | 'emergencyChecklist' | 'chairsLines' | 'recordLines'> &
  Parameters<typeof linesAboutWhoCame>[0]

export const recordQuestions = (asked: Asked, minutes: Minutes): ChecklistLine[] => [
  ...linesAboutWhoCame(asked, minutes),
  ...emergencyLines(asked, minutes.lines),
  ...asked.chairsLines,
  ...asked.recordLines,
]
