/**
 * The library of agenda items: what each is called, what the chair may ask, who it is for and what it carries out.
 * Which items a meeting has, and in which order, stands in `agenda-templates.ts`.
 */
import { isParentRole, needsSafetyPlan, type PlacementConfirmation, type Role } from '../placement/placement.ts'
import type { Audience, RequirementId, Venue } from '../meeting/plan.ts'
import { isAtPlacement } from '../meeting/venue.ts'

/** Shown when everything in `when` holds. */
export type Prompt = { words: string; when: PromptWhen[] }
export type PromptWhen =
  | 'planned'
  | 'emergency'
  | 'emergencyInFosterHome'
  | 'parentAttends'
  | 'parentVisits'
  | 'childAttends'
  | 'safetyPlan'
  | 'firstPlacement'
  | 'fosterHome'
  | 'outOfArea'

export type LibraryItem = {
  title: string
  prompts: (string | Prompt)[]
  /** `professionals`: talked about without the family, and in no copy of theirs (P-21). */
  audience: Audience
  requirements: RequirementId[]
  /** How much of the meeting it usually takes, beside the others; minutes follow from the length that is booked. */
  weight: 1 | 2 | 3
}

const all = 'all' as const
const professionals = 'professionals' as const

export const AGENDA_ITEMS = {
  'AG-01': {
    title: 'Welcome, who is here, why we meet',
    prompts: [
      'What this meeting is for and how it will run',
      'Who does what: each person says their role',
      'Breaks, and that the child may step out at any time',
      'Who could not come, and how their views came in',
      'Who takes the notes; nobody records without agreement',
    ],
    audience: all,
    requirements: ['R-048', 'R-069', 'R-070', 'R-133'],
    weight: 1,
  },
  'AG-02': {
    title: 'What the child says',
    prompts: [
      "In the child's own words",
      'How their views were gathered',
      'What matters to them, what they are good at, what would help them settle',
      'Was an advocate offered?',
    ],
    audience: all,
    requirements: ['R-056', 'R-068', 'R-108', 'R-119'],
    weight: 3,
  },
  'AG-03': {
    title: "Parents' and family's views",
    prompts: [
      'What the family want the carers to know',
      'Worries and hopes',
      { words: 'What would reassure you?', when: ['parentAttends'] },
      { words: 'A look round, and the bedroom', when: ['parentVisits', 'emergency'] },
    ],
    audience: all,
    requirements: ['R-057', 'R-078', 'R-115', 'R-120'],
    weight: 2,
  },
  'AG-04': {
    title: 'Why the child is looked after',
    prompts: ['Circumstances, legal status and orders', 'What has the child been told, and in what words?'],
    audience: professionals,
    requirements: ['R-113', 'R-123', 'R-125'],
    weight: 1,
  },
  'AG-05': {
    title: 'Background that the carer needs',
    prompts: [
      'The full history',
      'What sets off difficulties, and what helps',
      'What the carer has been given in writing',
    ],
    audience: professionals,
    requirements: ['R-089', 'R-091', 'R-121'],
    weight: 2,
  },
  'AG-06': {
    title: 'Plan for the child and purpose of this placement',
    prompts: [
      'The long-term plan: adoption, return home or independence',
      'How long the placement is for',
      'What it is to achieve',
      'What must happen here to reach permanence',
      'Developmental needs, and the services that the care plan asks for',
    ],
    audience: all,
    requirements: ['R-106', 'R-109', 'R-126', 'R-130'],
    weight: 2,
  },
  'AG-07': {
    title: 'Introductions and moving in',
    prompts: [
      'Visits before the move, belongings, the first night',
      'Pets and house rules',
      { words: 'A look round, and the bedroom', when: ['parentVisits'] },
      { words: 'What still has to happen before the start?', when: ['planned'] },
      { words: 'Is there anything the child must hear first from their social worker?', when: ['planned'] },
    ],
    audience: all,
    requirements: ['R-016', 'R-078', 'R-107'],
    weight: 1,
  },
  'AG-08': {
    title: 'Daily life',
    prompts: [
      'Sleep, food, clothes, comfort items, bedtime',
      'Pocket money, phone and internet',
      'Faith practice, hair and skin care',
      'What can stay the same?',
      { words: 'What does the family know works?', when: ['parentAttends'] },
      { words: 'How is the child settling in?', when: ['emergency'] },
      { words: 'What did the carer receive on the first night, and what was missing?', when: ['emergency'] },
    ],
    audience: all,
    requirements: ['R-105', 'R-107', 'R-115', 'R-116', 'R-118', 'R-030'],
    weight: 3,
  },
  'AG-09': {
    title: 'Identity',
    prompts: [
      'Personal history, religion, culture, language and racial origin, and how each is met here',
      'Is an interpreter needed?',
    ],
    audience: all,
    requirements: ['R-113'],
    weight: 1,
  },
  'AG-10': {
    title: 'Health',
    prompts: [
      'Medicines and allergies',
      'Conditions and appointments',
      'GP, dentist, optician: registered or to do, by whom and when',
      'Health assessment and consents',
    ],
    audience: all,
    requirements: ['R-096', 'R-114', 'R-154'],
    weight: 2,
  },
  'AG-11': {
    title: 'Education',
    prompts: [
      'School, travel, designated teacher',
      'Personal education plan; special educational needs, or an EHC plan, if there is one',
      'Does the move disrupt learning? Who tells the virtual school?',
      'What can stay the same?',
    ],
    audience: all,
    requirements: ['R-098', 'R-118', 'R-190', 'R-202'],
    weight: 2,
  },
  'AG-12': {
    title: 'Family time and friends',
    prompts: [
      'Who, how often, where, and who is there',
      'Brothers and sisters',
      'Who must not have contact, and why',
      'Friends and hobbies',
      'What can stay the same?',
    ],
    audience: all,
    requirements: ['R-112', 'R-116', 'R-118'],
    weight: 2,
  },
  'AG-13': {
    title: 'Household and other children',
    prompts: [
      { words: 'The supervising social worker leads', when: ['fosterHome'] },
      "The needs of every child here, the carers' own included",
      'Matching, and sharing rooms',
      'What each support need means for the other children',
    ],
    audience: all,
    requirements: ['R-122', 'R-129', 'R-185'],
    weight: 2,
  },
  'AG-14': {
    title: 'Keeping safe',
    prompts: [
      { words: 'The plan that keeps the child safe each day', when: ['safetyPlan'] },
      'Court instructions that are in place',
      'What to do if the child goes missing',
    ],
    audience: all,
    requirements: ['R-111', 'R-123'],
    weight: 2,
  },
  'AG-15': {
    title: 'Risk: four questions',
    prompts: [
      { words: 'What would you like us to do to make you feel safe?', when: ['childAttends'] },
      'What risk might the young person pose to themselves?',
      'What risk do others pose to them?',
      'What risk might they pose to others?',
      'What does it mean for the whole house, and for each person in it?',
    ],
    audience: all,
    requirements: ['R-180', 'R-181', 'R-182', 'R-183', 'R-184', 'R-185', 'R-186'],
    weight: 2,
  },
  'AG-16': {
    title: 'Behaviour and support',
    prompts: [
      'Is a behaviour management plan wanted: yes, no, or later?',
      'Strategies and training',
      'What extra support is needed, and who pays?',
    ],
    audience: all,
    requirements: ['R-110', 'R-122', 'R-132'],
    weight: 2,
  },
  'AG-17': {
    title: 'Who decides what',
    prompts: [
      'Who does what day to day: carer or authority?',
      'Each area in turn: carer, authority or parent',
      'Both carers, or one?',
      'Does the parent understand what it means?',
      "The child's view; reasons where authority is not delegated",
    ],
    audience: all,
    requirements: ['R-170', 'R-171', 'R-172', 'R-174', 'R-175', 'R-176'],
    weight: 2,
  },
  'AG-18': {
    title: 'Money',
    prompts: ['Allowance, equipment, transport, school costs, savings, pocket money'],
    audience: professionals,
    requirements: ['R-124'],
    weight: 1,
  },
  'AG-19': {
    title: "The home's approach",
    prompts: [
      'What the home offers, and how it fits the plan',
      "Does the home's own plan agree with the placement plan?",
      "Are the child's needs within the home's statement of purpose?",
      'Who is the key worker?',
      { words: 'Has the introduction meeting been held?', when: ['planned'] },
    ],
    audience: all,
    requirements: ['R-092', 'R-127', 'R-128', 'R-059', 'R-016'],
    weight: 1,
  },
  'AG-20': {
    title: 'Who is told',
    prompts: [
      'Health, education, virtual school, GP and others: done, or by when',
      { words: 'The area authority', when: ['outOfArea'] },
    ],
    audience: all,
    requirements: ['R-152', 'R-191'],
    weight: 1,
  },
  'AG-21': {
    title: 'Visits and contact with the social worker',
    prompts: [
      'The first visit within a week, and those after it',
      'How the child reaches the social worker and the independent reviewing officer',
    ],
    audience: all,
    requirements: ['R-095', 'R-204', 'R-205'],
    weight: 1,
  },
  'AG-22': {
    title: 'Documents and gaps',
    prompts: [
      'Placement plan, care plan and the rest: complete, or missing and whose',
      'When will the plan be signed?',
      { words: 'A first placement: when will the care plan be ready?', when: ['firstPlacement'] },
      { words: "Is the carer's approval wide enough for this child?", when: ['emergencyInFosterHome'] },
    ],
    audience: all,
    requirements: ['R-085', 'R-087', 'R-088', 'R-096', 'R-097', 'R-098'],
    weight: 1,
  },
  'AG-23': {
    title: 'Is the placement right?',
    prompts: ['Is it still appropriate?', 'Is care given as agreed?', 'Progress, concerns, resources'],
    audience: all,
    requirements: ['R-007', 'R-131', 'R-132'],
    weight: 2,
  },
  'AG-24': {
    title: 'Emergency questions',
    prompts: [
      'Is the placement suitable, having weighed the needs of all the other children here?',
      "The authority's decision is the social worker's to state",
    ],
    audience: all,
    requirements: ['R-140', 'R-141', 'R-142', 'R-143', 'R-144', 'R-145', 'R-146', 'R-164'],
    weight: 3,
  },
  'AG-25': {
    title: "Chair's checklist",
    prompts: ['Each line: needed, done, not needed and why, or not known and who finds out'],
    audience: all,
    requirements: ['R-150', 'R-151', 'R-152', 'R-153', 'R-154', 'R-155', 'R-156'],
    weight: 2,
  },
  'AG-26': {
    title: 'Who does what next',
    prompts: ['Every action: who, by when', 'Who tells those who are not here', 'Who gets which copy'],
    audience: all,
    requirements: ['R-117', 'R-161', 'R-215'],
    weight: 2,
  },
  'AG-27': {
    title: 'Next meeting and review',
    prompts: ['The next planning meeting', 'The date of the review', 'The date of the yearly revision'],
    audience: all,
    requirements: ['R-014', 'R-153', 'R-209'],
    weight: 1,
  },
  'AG-28': {
    title: 'The event',
    prompts: ['What happened, before and after', "The child's account", 'Others affected', 'Who has been told'],
    audience: all,
    requirements: ['R-009', 'R-012', 'R-145'],
    weight: 3,
  },
  'AG-29': {
    title: 'Missing episodes',
    prompts: [
      'When, how long, where, what pushed and what pulled',
      'Return interview held, or due',
      'Harm, and who the child was with (without family present)',
    ],
    audience: all,
    requirements: ['R-010', 'R-011', 'R-111'],
    weight: 3,
  },
  'AG-30': {
    title: 'Liberty and exit',
    prompts: [
      'Authority and dates for the secure placement',
      'Date of the criteria review, which is a separate meeting',
      'Exit plan: care, education, professional support',
    ],
    audience: all,
    requirements: ['R-155'],
    weight: 3,
  },
  'AG-31': {
    title: 'How the placement ended',
    prompts: [
      'The order of events',
      'Was a planning meeting held, and in time?',
      'Information given; support offered and used',
    ],
    audience: all,
    requirements: ['R-220', 'R-221'],
    weight: 3,
  },
  'AG-32': {
    title: 'Learning, not blame',
    prompts: ['What worked and what was missing', 'What this child needs next', 'What carers and the service need'],
    audience: all,
    requirements: ['R-220'],
    weight: 3,
  },
  'AG-33': {
    title: 'Tidy up',
    prompts: ['Notice, finance, telling everyone', 'Belongings', 'Goodbye'],
    audience: all,
    requirements: ['R-192', 'R-193', 'R-194', 'R-195', 'R-196'],
    weight: 1,
  },
} satisfies Record<string, LibraryItem>

export type AgendaItemId = keyof typeof AGENDA_ITEMS

/** Whether a prompt's condition holds for this placement. */
export function promptHolds(
  when: PromptWhen,
  { child, placement, people }: PlacementConfirmation,
  venue: Pick<Venue, 'kind'>,
): boolean {
  const attends = (is: (role: Role) => boolean) =>
    people.some((person) => is(person.role) && person.decision?.part === 'attend')
  switch (when) {
    case 'planned':
      return placement.basis !== 'emergency'
    case 'emergency':
      return placement.basis === 'emergency'
    case 'emergencyInFosterHome':
      return placement.basis === 'emergency' && placement.type === 'foster'
    case 'parentAttends':
      return attends(isParentRole)
    case 'parentVisits':
      return attends(isParentRole) && isAtPlacement(venue)
    case 'childAttends':
      return attends((role) => role === 'child')
    case 'safetyPlan':
      return needsSafetyPlan(child)
    case 'firstPlacement':
      return child.firstPlacement === true
    case 'fosterHome':
      return placement.type === 'foster'
    case 'outOfArea':
      return placement.area === 'adjoining' || placement.area === 'distant'
  }
}
