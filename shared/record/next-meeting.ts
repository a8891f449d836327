/** When people meet again: at the interval that the social worker and the carers or the home agree. */
import { option, type ChecklistLine } from './checklists.ts'
import type { Minutes } from './minutes.ts'
import type { MeetingPlan } from '../meeting/plan.ts'
import { addDays, addMonths, type LocalDate } from '../dates/time.ts'
import { isWithinBankHolidays, workingDayOnOrBefore } from '../dates/working-days.ts'

export const NEXT_MEETING = 'nextMeeting'
const NEXT_ITEM = 'AG-27'

const INTERVALS: Record<string, { words: string; from: (day: LocalDate) => LocalDate }> = {
  weeks4: { words: 'In 4 weeks', from: (day) => addDays(day, 28) },
  weeks6: { words: 'In 6 weeks', from: (day) => addDays(day, 42) },
  weeks8: { words: 'In 8 weeks', from: (day) => addDays(day, 56) },
  months3: { words: 'In 3 months', from: (day) => addMonths(day, 3) },
}

/** After a disruption there is no next planning meeting of this placement (3.10). */
export function nextMeetingQuestion({ agenda, kind }: Pick<MeetingPlan, 'agenda' | 'kind'>): ChecklistLine[] {
  if (kind === 'disruption' || !agenda.some(({ item }) => item === NEXT_ITEM)) return []
  return [
    {
      id: NEXT_MEETING,
      item: NEXT_ITEM,
      title: 'When do you meet again?',
      hint: 'The social worker agrees it with the carers, or with the home.',
      options: [
        ...Object.entries(INTERVALS).map(([value, { words }]) => option(value, words)),
        option('onDay', 'On a day', 'by'),
        option('none', 'Not planned', 'why'),
      ],
      preset: null,
      required: false,
      requirements: ['R-014'],
    },
  ]
}

/** The day that is proposed: not later than agreed, so the working day before where it falls on none. */
export function nextMeetingOn(heldOn: LocalDate, { lines }: Pick<Minutes, 'lines'>): LocalDate | null {
  const { answer = '', by } = lines[NEXT_MEETING] ?? {}
  if (answer === 'onDay') return by || null
  const day = Object.hasOwn(INTERVALS, answer) ? INTERVALS[answer]!.from(heldOn) : null
  return day && isWithinBankHolidays(day) ? workingDayOnOrBefore(day) : day
}
