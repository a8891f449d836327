/** Questions that stand under an agenda item of their own, beside whatever is written there. */
import { option, taskOption, type ChecklistLine } from './checklists.ts'
import { AUTHORITY_ITEM } from './delegated-authority.ts'
import type { Minutes } from './minutes.ts'
import type { Child, PlacementType, Role } from '../placement/placement.ts'
import type { MeetingPlan } from '../meeting/plan.ts'

const WELCOME_ITEM = 'AG-01'
const WHY_LOOKED_AFTER_ITEM = 'AG-04'
const HEALTH_ITEM = 'AG-10'
const EDUCATION_ITEM = 'AG-11'
export const RISK_ITEM = 'AG-15'
const BEHAVIOUR_ITEM = 'AG-16'

type Question = Omit<ChecklistLine, 'preset' | 'item'>

const inWords = [option('given', 'Written down', 'text')]
const saidOrDeclined = [option('given', 'In their words', 'text'), option('declined', 'Offered, declined')]

/** The four questions of the risk assessment; the fourth, about the house, is asked person by person. */
const risk = (required: boolean): Question[] => [
  {
    id: 'riskSelf',
    title: 'What risk might the young person pose to themselves?',
    friendly: 'When things are hard, is there anything you do that could hurt you? What helps?',
    options: inWords,
    open: true,
    required,
    requirements: ['R-182', 'R-186'],
  },
  {
    id: 'riskFromOthers',
    title: 'What risk do others pose to them?',
    friendly: 'Is there anybody, or anything, that makes you feel unsafe?',
    options: inWords,
    open: true,
    required,
    requirements: ['R-183', 'R-186'],
  },
  {
    id: 'riskToOthers',
    title: 'What risk might they pose to others?',
    friendly: 'What would you like us to do to make you feel safe if you are angry?',
    options: inWords,
    open: true,
    required,
    requirements: ['R-184', 'R-186'],
  },
  {
    id: 'riskFromChild',
    title: 'What the young person adds about risk',
    friendly: 'What else should we know, so that you and everybody here is safe?',
    options: saidOrDeclined,
    open: true,
    required: false,
    requirements: ['R-181'],
  },
  {
    id: 'riskFromParents',
    title: 'What the parents add about risk',
    options: saidOrDeclined,
    open: true,
    required: false,
    requirements: ['R-181'],
  },
]

const behaviour = (required: boolean): Question[] => [
  {
    id: 'behaviourPlan',
    title: 'Is a behaviour management plan wanted?',
    options: [
      option('yes', 'Yes'),
      option('no', 'No'),
      taskOption('later', 'Later', 'Decide whether a behaviour management plan is wanted'),
    ],
    required,
    requirements: ['R-110'],
  },
]

/** Asked of everybody once a parent is here; see `linesToAnswer`. */
export const PARENT_UNDERSTANDS = 'parentUnderstands'
const authority: Question[] = [
  {
    id: PARENT_UNDERSTANDS,
    title: 'Does the parent understand what it means that others decide?',
    options: [
      option('yes', 'Yes'),
      option('no', 'No', 'why'),
      taskOption('followUp', 'To be explained', 'Explain to the parent what it means that others decide'),
    ],
    required: false,
    requirements: ['R-172'],
  },
]

const welcome: Question[] = [
  {
    id: 'quietRoom',
    title: 'Is there a quiet room for the child to step out to?',
    options: [option('yes', 'Yes'), option('no', 'No', 'text')],
    required: false,
    beside: true,
    requirements: ['R-079', 'R-070'],
  },
]

/** A status that is no longer that of the confirmation has to be put right on the child's file. */
const status: Question[] = [
  {
    id: 'legalStatus',
    title: 'Is the legal status still as it was confirmed?',
    options: [
      option('yes', 'Yes'),
      {
        ...option('changed', 'It has changed', 'text'),
        raises: [{ owner: 'childsSocialWorker', words: 'Bring the legal status up to date on the child’s file' }],
      },
    ],
    required: false,
    beside: true,
    requirements: ['R-162'],
  },
]

const yesOr = (task: string) => [option('yes', 'Yes'), taskOption('no', 'Not yet', task)]

/** A plan that is there says what is needed and what is done about it; else somebody sees to it by a day. */
const health: Question[] = [
  {
    id: 'healthPlan',
    title: 'Does the health care plan say what is needed, and how it will be met?',
    options: yesOr('See that the health care plan says what is needed, and how it will be met'),
    required: false,
    beside: true,
    requirements: ['R-218'],
  },
]
const education: Question[] = [
  {
    id: 'educationPlan',
    title: 'Does the personal education plan say what is needed, and how it is provided for?',
    options: yesOr('See that the personal education plan says what is needed, and how it is provided for'),
    required: false,
    beside: true,
    requirements: ['R-217'],
  },
]

/** Asked where there are concerns; see `linesToAnswer`. */
export const MORE_RESOURCES = 'moreResources'
const SUITABLE_ITEM = 'AG-23'

/** What a later meeting is for: whether the placement is still right, and what is to be done where it is not. */
const stillRight: Question[] = [
  {
    id: 'careAsAgreed',
    title: 'Is care being given as agreed?',
    options: [option('yes', 'Yes'), option('no', 'No', 'text')],
    required: true,
    requirements: ['R-131', 'R-226'],
  },
  {
    id: 'stillBest',
    title: 'Is it still the best placement for the child?',
    options: [option('yes', 'Yes'), option('no', 'No', 'why')],
    required: true,
    requirements: ['R-007', 'R-131', 'R-226'],
  },
  {
    id: 'recordsUpdated',
    title: 'Are the placement plan and the care plan up to date with it?',
    options: yesOr('Bring the placement plan and the care plan up to date'),
    required: true,
    requirements: ['R-007', 'R-211'],
  },
  {
    id: MORE_RESOURCES,
    title: 'Would more resources help the placement?',
    options: [taskOption('yes', 'Yes', 'Provide what would help the placement', 'text'), option('no', 'No', 'why')],
    required: false,
    requirements: ['R-132'],
  },
]

/** Something is not as it should be with the placement: then more resources are considered. */
export const hasConcerns = (lines: Minutes['lines']): boolean =>
  lines['careAsAgreed']?.answer === 'no' || lines['stillBest']?.answer === 'no'

const EMERGENCY_ITEM = 'AG-24'
const HOMES_OWN: Role[] = ['registeredManager', 'managersDelegate']

/**
 * Whoever chairs for the home speaks for the home: whether it can meet the child's needs is its to say. Whether the
 * placement is suitable is the authority's to decide, and the social worker's to state.
 */
const eachForThemselves: Question[] = [
  {
    id: 'homeMeetsNeed',
    title: 'What the home says: can it meet the child’s needs, within its statement of purpose?',
    options: [option('yes', 'Yes'), option('withHelp', 'Yes, with help', 'text'), option('no', 'No', 'why')],
    required: true,
    requirements: ['E-15', 'L-15'],
  },
  {
    id: 'authoritysDecision',
    title: 'What the authority decides, as the social worker states it: is the placement suitable?',
    options: [
      option('suitable', 'Suitable'),
      option('notSuitable', 'Not suitable', 'why'),
      taskOption('later', 'Not decided yet', 'Decide whether the placement is suitable'),
    ],
    required: true,
    requirements: ['E-15', 'R-164'],
  },
]

const MISSING_ITEM = 'AG-29'

/** Of a child who is missing now: what is done once they are found comes before everything else (E-26). */
const whenFound: Question[] = [
  {
    id: 'whenFound',
    title: 'When the child is found: who collects them, where do they go, and who is told?',
    options: [option('given', 'Written down', 'text')],
    open: true,
    required: true,
    requirements: ['E-26'],
  },
]

const FOSTERING: PlacementType[] = ['foster', 'connectedCarer']
const HOMES: PlacementType[] = ['residential', 'secure', 'supportedAccommodation']

/** Asked for without fail where the practice that states it places children; elsewhere they are offered. */
export function itemQuestions(
  { agenda, attendees, kind, chair }: Pick<MeetingPlan, 'agenda' | 'attendees' | 'kind' | 'chair'>,
  type: PlacementType | undefined,
  child: Pick<Child, 'missingNow'> = {},
): ChecklistLine[] {
  const fosters = type !== undefined && FOSTERING.includes(type)
  const home = type !== undefined && HOMES.includes(type)
  const childComes = attendees.some(({ role, part }) => role === 'child' && part === 'attend')
  const homeChairs = chair.role !== null && HOMES_OWN.includes(chair.role)
  const suitable = agenda.some(({ item }) => item === EMERGENCY_ITEM) ? EMERGENCY_ITEM : SUITABLE_ITEM
  const under: [string, Question[]][] = [
    [suitable, homeChairs ? eachForThemselves : []],
    [MISSING_ITEM, child.missingNow ? whenFound : []],
    [WELCOME_ITEM, childComes ? welcome : []],
    [SUITABLE_ITEM, kind === 'interval' || kind === 'duringReview' ? stillRight : []],
    [WHY_LOOKED_AFTER_ITEM, status],
    [HEALTH_ITEM, health],
    [EDUCATION_ITEM, education],
    [RISK_ITEM, risk(fosters)],
    [BEHAVIOUR_ITEM, behaviour(home)],
    [AUTHORITY_ITEM, authority],
  ]
  return under
    .filter(([item]) => agenda.some((one) => one.item === item))
    .flatMap(([item, questions]) => questions.map((question) => ({ ...question, item, preset: null })))
}
