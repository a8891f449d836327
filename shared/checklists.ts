/**
 * The emergency checklist (3.11) and the chair's checklist (3.12) as data: what each line asks, which answers it takes,
 * what an answer still needs, and which lines unfold from it.
 */
import type { PlacementConfirmation } from './placement.ts'
import type { ChairsLine, EmergencyLine, MeetingPlan, MeetingTrigger, RequirementId } from './plan.ts'
import type { LineAnswer, Minutes } from './minutes.ts'

/** What an answer has to be completed with. */
export type Need = 'why' | 'owner' | 'by' | 'text'

export type LineOption = { value: string; words: string; needs: Need[] }

export type ChecklistLine = {
  id: string
  title: string
  hint?: string
  options: LineOption[]
  /** Filled in for the chair, who may change it. */
  preset: string | null
  required: boolean
  requirements: RequirementId[]
}

const option = (value: string, words: string, ...needs: Need[]): LineOption => ({ value, words, needs })

/** Every line of the chair's checklist takes one of these (3.12). */
const CHAIR_OPTIONS = [
  option('needed', 'Needed', 'owner', 'by'),
  option('done', 'Done'),
  option('notNeeded', 'Not needed', 'why'),
  option('notKnown', 'Not known', 'owner', 'by'),
]

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
    options: [option('yes', 'Yes', 'text', 'owner', 'by'), option('no', 'No', 'why')],
    required: true,
    requirements: ['R-141'],
  },
  'EM-2b': {
    title: 'Should the date of the next review be brought forward?',
    hint: 'The independent reviewing officer is asked by the next working day.',
    options: [option('yes', 'Yes', 'by'), option('no', 'No', 'why')],
    required: true,
    requirements: ['R-142', 'A-09'],
  },
  'EM-2c': {
    title: 'Should the placement end and a better one be sought?',
    hint: 'A statutory review normally comes first, unless there is immediate risk of significant harm.',
    options: [option('yes', 'Yes', 'text'), option('no', 'No', 'why')],
    required: true,
    requirements: ['R-143'],
  },
  'EM-3a': {
    title: 'Is the care plan fully completed to reflect the arrangements?',
    options: [option('yes', 'Yes'), option('no', 'Not yet', 'owner', 'by')],
    required: true,
    requirements: ['R-144'],
  },
  'EM-3b': {
    title: 'Is the record of the placement fully completed to reflect the arrangements?',
    options: [option('yes', 'Yes'), option('no', 'Not yet', 'owner', 'by')],
    required: true,
    requirements: ['R-144'],
  },
  'EM-4': {
    title: 'Is a strategy needed to reduce the risk of it happening again, or to prevent it?',
    hint: 'Not the strategy meeting of a safeguarding enquiry, which is a process of its own.',
    options: [option('needed', 'Needed', 'text', 'owner', 'by'), option('notNeeded', 'Not needed', 'why')],
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

/** The lines that the answers given so far unfold, in the order in which they are to be answered. */
export function emergencyLines(
  meeting: Pick<MeetingPlan, 'emergencyChecklist' | 'triggers'>,
  answers: Minutes['lines'],
): ChecklistLine[] {
  if (meeting.emergencyChecklist.length === 0) return []
  const said = (id: string) => answers[id]?.answer
  const shown = ['EM-0', 'EM-1']
  const concerned = said('EM-1') === 'concerns' || said('EM-1') === 'notYetKnown'
  if (concerned) shown.push('EM-2a', 'EM-2b', 'EM-2c')
  const sustained = said('EM-2a') === 'yes' && said('EM-2c') !== 'yes'
  if (said('EM-1') === 'suitable' || (concerned && sustained)) shown.push('EM-3a', 'EM-3b')
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

type ChairsDefinition = {
  title: string
  requirements: RequirementId[]
  parts?: Record<string, string>
  secureOnly?: true
  onlyWhenAsked?: true
  preset?: (confirmation: PlacementConfirmation) => 'needed' | 'notNeeded' | null
}

const CHAIRS: Record<string, ChairsDefinition> = {
  'CH-1': { title: 'Consultations that the decision to look after a child calls for', requirements: ['R-150'] },
  'CH-2': {
    title: "The designated manager's approval of a placement outside the authority",
    requirements: ['R-151'],
    preset: ({ placement: { area } }) => (area === undefined ? null : area === 'inside' ? 'notNeeded' : 'needed'),
  },
  'CH-3': {
    title: 'Notice of the placement to',
    requirements: ['R-152', 'R-191'],
    parts: {
      a: 'the health trust',
      b: 'the local education service',
      c: 'the virtual school for looked-after children',
      d: "the children's services department",
    },
  },
  'CH-4': { title: 'A looked-after review to be arranged', requirements: ['R-153'] },
  'CH-5': {
    title: 'Health',
    requirements: ['R-114', 'R-154'],
    parts: {
      a: 'a health care assessment',
      b: 'registered with a GP',
      c: 'registered with a dentist',
      d: 'registered with an optician',
    },
  },
  'CH-6': {
    title: 'The exit plan ensures continuity of',
    requirements: ['R-155'],
    secureOnly: true,
    preset: () => 'needed',
    parts: { a: 'care', b: 'education', c: 'professional support, where appropriate' },
  },
  'CH-7': { title: 'The record and the other looked-after records are fully completed', requirements: ['R-156'] },
  'CH-8': { title: 'Copies circulated: to whom, by whom, when', requirements: ['R-156'] },
  'CH-9': {
    title: 'Child, parents and contributors understood the purpose and how the meeting is run',
    requirements: ['R-048'],
    onlyWhenAsked: true,
  },
  'CH-10': { title: 'Each had the chance to give views and suggestions', requirements: ['R-048'], onlyWhenAsked: true },
  'CH-11': {
    title: "The independent reviewing officer's views considered, and the Guardian's if there is one",
    requirements: ['R-062', 'R-063'],
    onlyWhenAsked: true,
  },
  'CH-12': {
    title: 'Education or training will be disrupted: the virtual school is told',
    requirements: ['R-190'],
    onlyWhenAsked: true,
    preset: ({ placement: { educationDisrupted } }) =>
      educationDisrupted === undefined ? null : educationDisrupted ? 'needed' : 'notNeeded',
  },
}

/** The chair's checklist of a meeting; `more` are the lines that a pack adds to those of every pack. */
export function chairsChecklistOf(confirmation: PlacementConfirmation, more: string[]): ChairsLine[] {
  return Object.entries(CHAIRS)
    .filter(([, { secureOnly }]) => !secureOnly || confirmation.placement.type === 'secure')
    .filter(([item, { onlyWhenAsked }]) => !onlyWhenAsked || more.includes(item))
    .map(([item, { requirements, preset }]) => ({ item, preset: preset?.(confirmation) ?? null, requirements }))
}

/** Every line that the chair answers: `CH-3` stands as `CH-3a` to `CH-3d`. */
export function chairsLines(meeting: MeetingPlan): ChecklistLine[] {
  return meeting.chairsChecklist.flatMap(({ item, preset, requirements }) => {
    const { title, parts } = CHAIRS[item]!
    const line = (id: string, words: string): ChecklistLine => ({
      id,
      title: words,
      options: CHAIR_OPTIONS,
      preset,
      required: true,
      requirements,
    })
    return parts
      ? Object.entries(parts).map(([part, words]) => line(`${item}${part}`, `${title} ${words}`))
      : [line(item, title)]
  })
}

/** The answer that stands on a line: what the chair gave, else the preset. */
export const standingAnswer = (line: ChecklistLine, given: LineAnswer | undefined): string | null =>
  given?.answer ?? line.preset

/** What a line still lacks; empty when it is complete. */
export function needsOf(line: ChecklistLine, given: LineAnswer | undefined): (Need | 'answer')[] {
  const answer = standingAnswer(line, given)
  if (answer === null || answer === '') return line.required ? ['answer'] : []
  const chosen = line.options.find(({ value }) => value === answer)
  if (!chosen) return ['answer']
  // A preset "not needed" needs no reason: the case itself is the reason.
  if (given?.answer === undefined && line.preset === 'notNeeded') return []
  return chosen.needs.filter((need) => !given?.[need]?.trim())
}
