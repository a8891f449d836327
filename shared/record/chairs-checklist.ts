/** What every chair works through before closing (3.12 of the catalogue), as data, with the answers that the case settles. */
import { option, taskOption, type ChecklistLine } from './checklists.ts'
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { ChairsLine, MeetingPlan, RequirementId } from '../meeting/plan.ts'

/**
 * Every line of the chair's checklist takes one of these (3.12). What goes on after a placement needs somebody who sees
 * to it, and a day, also where it is settled already.
 */
const chairsOptions = (title: string, owned = false) => [
  option('needed', 'Needed', 'owner', 'by'),
  owned ? option('done', 'Done', 'owner', 'by') : option('done', 'Done'),
  option('notNeeded', 'Not needed', 'why'),
  taskOption('notKnown', 'Not known', `Find out about “${title}”`),
]

type ChairsDefinition = {
  title: string
  hint?: string
  /** Opens under the first of its parts. */
  list?: ChecklistLine['list']
  requirements: RequirementId[]
  parts?: Record<string, string>
  secureOnly?: true
  /** Each part has an owner and a date (E-32). */
  owned?: true
  /** Parts that cannot be answered "not needed". */
  compulsory?: string[]
  onlyWhenAsked?: true
  preset?: (confirmation: PlacementConfirmation) => 'needed' | 'notNeeded' | null
}

const CHAIRS: Record<string, ChairsDefinition> = {
  'CH-1': { title: 'Consultations that the decision to look after a child calls for', requirements: ['R-150'] },
  'CH-2': {
    title: "The designated manager's approval of a placement outside the authority",
    hint: "Where the area does not adjoin the authority's either, the Director of Children's Services approves.",
    requirements: ['R-151'],
    preset: ({ placement: { area } }) => (area === undefined ? null : area === 'inside' ? 'notNeeded' : 'needed'),
  },
  'CH-3': {
    title: 'Notice of the placement to',
    list: {
      label: 'Who else is told by law',
      items: [
        'The child, unless that would not be right for them',
        'Everyone with parental responsibility, and who cared for the child last',
        'Everyone with an order to see the child',
        'The health service where the child now lives, and the GP',
        'Whoever provides education or training',
        'The independent reviewing officer',
        'Out of the area: the authority of the area too, with the child’s needs, the reasons and the care plan',
        'In writing. It may be kept from family and the last carer where it would put the child at risk of significant harm.',
      ],
    },
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
    title: 'Health:',
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
    requirements: ['R-155', 'E-32'],
    secureOnly: true,
    owned: true,
    compulsory: ['a', 'b'],
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

export const CHAIRS_ITEMS = Object.keys(CHAIRS)

/** The chair's checklist of a meeting; `more` are the lines that a pack adds to those of every pack. */
export function chairsChecklistOf(confirmation: PlacementConfirmation, more: string[]): ChairsLine[] {
  return Object.entries(CHAIRS)
    .filter(([, { secureOnly }]) => !secureOnly || confirmation.placement.type === 'secure')
    .filter(([item, { onlyWhenAsked }]) => !onlyWhenAsked || more.includes(item))
    .map(([item, { requirements, preset }]) => ({ item, preset: preset?.(confirmation) ?? null, requirements }))
}

/** Every line that the chair answers: `CH-3` stands as `CH-3a` to `CH-3d`. */
export function chairsLines(meeting: Pick<MeetingPlan, 'chairsChecklist'>): ChecklistLine[] {
  return meeting.chairsChecklist.flatMap(({ item, preset, requirements }) => {
    const { title, hint, list, parts = { '': '' }, compulsory = [], owned } = CHAIRS[item]!
    return Object.entries(parts).map(([part, words], nth) => ({
      id: `${item}${part}`,
      title: `${title} ${words}`.trim(),
      ...(hint && { hint }),
      ...(list && nth === 0 && { list }),
      options: chairsOptions(`${title} ${words}`.trim(), owned).filter(
        ({ value }) => value !== 'notNeeded' || !compulsory.includes(part),
      ),
      preset,
      required: true,
      requirements,
    }))
  })
}
