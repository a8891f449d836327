/**
 * The questions of an emergency meeting (3.11 of the catalogue) as data: which lines an answer unfolds, and which of
 * them have to be answered.
 */
import { option, taskOption, type ChecklistLine } from './checklists.ts'
import type { Minutes } from './minutes.ts'
import type { EmergencyLine, MeetingPlan, MeetingTrigger, RequirementId } from '../meeting/plan.ts'

const EMERGENCY: Record<string, Omit<ChecklistLine, 'id' | 'preset'>> = {
  'EM-0': {
    title: 'What called for this meeting?',
    options: [option('confirmed', 'As shown'), option('changed', 'Something else', 'text')],
    required: true,
    requirements: ['R-008', 'R-009', 'R-010', 'R-011', 'R-012'],
  },
  'EM-1': {
    title:
      'Is the placement suitable for the child, having considered the needs and interests of all the other children here?',
    options: [
      option('suitable', 'Suitable'),
      option('concerns', 'There are concerns', 'text'),
      option('notYetKnown', 'Not yet known', 'text', 'by'),
    ],
    required: true,
    requirements: ['R-140', 'R-146'],
  },
  'EM-2a': {
    title: 'Can the placement be sustained until the next review, for example with added support?',
    options: [
      taskOption('yes', 'Yes', 'Give the support that keeps the placement going', 'text'),
      option('no', 'No', 'why'),
    ],
    required: true,
    requirements: ['R-141'],
  },
  'EM-2b': {
    title: 'Should the date of the next review be brought forward?',
    hint: 'The independent reviewing officer is asked by the next working day.',
    options: [
      {
        ...option('yes', 'Yes', 'by'),
        raises: [{ owner: 'childsSocialWorker', words: 'Ask the reviewing officer to bring the next review forward' }],
      },
      option('no', 'No', 'why'),
    ],
    required: true,
    requirements: ['R-142', 'A-09'],
  },
  'EM-2c': {
    title: 'Should the placement end and a better one be sought?',
    hint: 'A statutory review normally comes first, unless there is immediate risk of significant harm.',
    options: [
      {
        ...option('yes', 'Yes', 'text'),
        raises: [
          { owner: 'placementOfficer', words: 'Look for a more suitable placement, and confirm it once it is found' },
          {
            owner: 'independentReviewingOfficer',
            words: 'Say whether the statutory review comes before the placement ends',
          },
        ],
      },
      option('no', 'No', 'why'),
    ],
    required: true,
    requirements: ['R-143', 'A-09'],
  },
  'EM-3a': {
    title: 'Is the care plan fully completed to reflect the arrangements?',
    options: [option('yes', 'Yes'), taskOption('no', 'Not yet', 'Complete the care plan to reflect the arrangements')],
    required: true,
    requirements: ['R-144'],
  },
  'EM-3b': {
    title: 'Is the record of the placement fully completed to reflect the arrangements?',
    options: [
      option('yes', 'Yes'),
      taskOption('no', 'Not yet', 'Complete the record of the placement to reflect the arrangements'),
    ],
    required: true,
    requirements: ['R-144'],
  },
  'EM-4': {
    title: 'Is a strategy needed to reduce the risk of it happening again, or to prevent it?',
    hint: 'Not the strategy meeting of a safeguarding enquiry, which is a process of its own.',
    options: [
      taskOption('needed', 'Needed', 'Work out how to keep it from happening again', 'text'),
      option('notNeeded', 'Not needed', 'why'),
    ],
    required: true,
    requirements: ['R-145'],
  },
}

/** The emergency checklist as the plan lists it, headings of its branches included; empty for other meetings. */
export function emergencyChecklistOf(isEmergencyMeeting: boolean): EmergencyLine[] {
  if (!isEmergencyMeeting) return []
  const line = (item: string, ...requirements: RequirementId[]) => ({ item, requirements })
  return [
    line('EM-0', 'R-008', 'R-009', 'R-010', 'R-011', 'R-012'),
    line('EM-1', 'R-140', 'R-146'),
    line('EM-2', 'R-141', 'R-142', 'R-143'),
    line('EM-2a', 'R-141'),
    line('EM-2b', 'R-142'),
    line('EM-2c', 'R-143'),
    line('EM-3', 'R-144'),
    line('EM-3a', 'R-144'),
    line('EM-3b', 'R-144'),
    line('EM-4', 'R-145'),
    line('EM-5', 'R-150', 'R-156'),
  ]
}

export const EMERGENCY_ITEMS = emergencyChecklistOf(true).map(({ item }) => item)

/** The lines that the answers given so far unfold, in the order in which they are to be answered. */
export function emergencyLines(
  meeting: Pick<MeetingPlan, 'emergencyChecklist' | 'triggers'>,
  answers: Minutes['lines'],
): ChecklistLine[] {
  if (meeting.emergencyChecklist.length === 0) return []
  const said = (id: string) => answers[id]?.answer
  const shown = ['EM-0', 'EM-1']
  const concerned = said('EM-1') === 'concerns' || said('EM-1') === 'notYetKnown'
  const ends = said('EM-2c') === 'yes'
  // A placement that is to end is not sustained: the question of how to sustain it closes.
  if (concerned) shown.push(...(ends ? [] : ['EM-2a']), 'EM-2b', 'EM-2c')
  const sustained = concerned && !ends && said('EM-2a') === 'yes'
  if (said('EM-1') === 'suitable' || sustained) shown.push('EM-3a', 'EM-3b')
  const incident = meeting.triggers.includes('seriousIncident')
  const later = meeting.triggers.some((trigger) => OFFERS_STRATEGY.includes(trigger))
  if ((incident || later) && (said('EM-1') === 'suitable' || sustained)) shown.push('EM-4')
  return shown.map((id) => ({
    id,
    ...EMERGENCY[id]!,
    preset: null,
    // After missing, or another serious event, the strategy is offered and not required (3.11).
    required: id === 'EM-4' ? incident : true,
  }))
}

const OFFERS_STRATEGY: MeetingTrigger[] = ['missingDuration', 'missingOccasions', 'otherSeriousEvent']
