/**
 * What a person has to be asked before anything is sent. A question is never answered by a guess; its id says what an
 * answer changes (`answers.ts`).
 */
import type { KeyedPerson, Window } from './attendees.ts'
import { isParentRole, type PlacementConfirmation, type Role } from './placement.ts'
import type { MeetingPlan, Question, RoleHolder } from './plan.ts'
import { longDayWords } from './time.ts'
import { ROLE_WORDS } from './words.ts'

/** Who may confirm a placement; anybody else's confirmation waits for one of them. */
export const CONFIRMERS: Role[] = ['placementOfficer', 'emergencyDutyTeam', 'teamManager', 'designatedManager']

export const PART_CHOICES = [
  { value: 'attend', title: 'Comes' },
  { value: 'contribute', title: 'Takes part another way' },
  { value: 'viewsConsidered', title: 'Views are considered' },
  { value: 'notInvited', title: 'Not this time' },
]

export const GROUND_CHOICES = [
  { value: 'courtOrder', title: 'A court order' },
  { value: 'riskToChild', title: 'Risk of significant harm to the child' },
  { value: 'riskToAttendee', title: 'Risk to somebody else who comes' },
  { value: 'whereaboutsUnknown', title: 'Nobody knows where they are' },
  { value: 'childsWishes', title: "The child's wishes, with the manager's agreement" },
]

/** Questions that stand before any meeting can be planned. */
export function openingQuestions(confirmation: PlacementConfirmation): Question[] {
  const { child, placement, confirmedBy } = confirmation
  const questions: Question[] = []
  if (!placement.type) {
    questions.push({
      id: 'placementType',
      text: 'What kind of placement is it?',
      requirements: ['R-004'],
      choices: TYPE_CHOICES,
    })
  }
  if (!placement.basis) {
    questions.push({
      id: 'basis',
      text: 'Is the placement planned, or an emergency?',
      requirements: ['R-005'],
      choices: [
        { value: 'planned', title: 'Planned' },
        { value: 'emergency', title: 'Emergency' },
      ],
    })
  }
  if (child.legalStatus === 'remand') {
    questions.push({
      id: 'remand',
      text: 'A child on remand has a detention placement plan instead. Should a planning meeting be held all the same?',
      requirements: ['L-28'],
    })
  }
  if (placement.type === 'supportedAccommodation' && child.ageInYears < 16) {
    questions.push({
      id: 'under16',
      text: 'A child under 16 cannot be placed in supported accommodation. Please check the age and the type of placement.',
      requirements: ['L-27'],
    })
  }
  if (confirmedBy.role && !CONFIRMERS.includes(confirmedBy.role)) {
    questions.push({
      id: 'confirmer',
      text: 'A placement officer has to confirm this placement before anything is sent.',
      requirements: ['R-002'],
    })
  }
  return questions
}

const TYPE_CHOICES = [
  { value: 'foster', title: 'Foster home' },
  { value: 'connectedCarer', title: 'Connected carer' },
  { value: 'residential', title: "Children's home" },
  { value: 'secure', title: 'Secure accommodation' },
  { value: 'withParents', title: 'With parents' },
  { value: 'supportedAccommodation', title: 'Supported accommodation' },
]

type Duties = {
  convenor: RoleHolder
  chair: RoleHolder & { delegateNeeded: boolean }
  minimum: Role[]
  leavesChairOpen: boolean
}

/** Questions about the people of one meeting. */
export function peopleQuestions(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  duties: Duties,
  window: Window,
  deadline: MeetingPlan['deadline'],
): Question[] {
  return [
    ...dutyQuestions(people, duties),
    ...missingRoles(people, duties),
    ...partQuestions(confirmation, people),
    ...birthdayQuestion(confirmation, window, deadline),
  ]
}

function dutyQuestions(people: KeyedPerson[], { chair, leavesChairOpen }: Duties): Question[] {
  const questions: Question[] = []
  if (leavesChairOpen && !chair.key) {
    questions.push({
      id: 'chair',
      text: 'Who chairs the meeting? The practice leaves it open, so somebody has to say.',
      requirements: ['R-050'],
      choices: people
        .filter(({ inside, person }) => inside && person.email)
        .map(({ person }) => ({ value: person.email!, title: `${person.name}, ${ROLE_WORDS[person.role]}` })),
    })
  }
  if (chair.delegateNeeded) {
    questions.push({
      id: 'delegate',
      text: `The ${ROLE_WORDS[chair.role!]} would chair and is on leave. Who stands in?`,
      requirements: ['R-045', 'E-13'],
    })
  }
  return questions
}

function missingRoles(people: KeyedPerson[], { convenor, chair, minimum }: Duties): Question[] {
  const needed = new Set<Role>(minimum)
  for (const { role, key } of [convenor, chair]) if (role && !key) needed.add(role)
  const named = new Set(people.map(({ person }) => person.role))
  // A delegate, by name, stands for the home.
  if (named.has('managersDelegate') && convenor.role !== 'registeredManager') named.add('registeredManager')
  return [...needed]
    .filter((role) => !named.has(role))
    .map((role) => ({
      id: `missingRole:${role}`,
      text: `Who is the ${ROLE_WORDS[role]}? Nobody is named.`,
      requirements: ['R-040'],
    }))
}

function partQuestions({ child }: PlacementConfirmation, people: KeyedPerson[]): Question[] {
  const questions: Question[] = []
  const theChild = people.find(({ person }) => person.role === 'child')
  if (!theChild?.person.decision) {
    questions.push({
      id: 'part:child',
      text: child.ageInYears < 4 ? 'How does the child take part? A young child is observed.' : 'Will the child come?',
      requirements: ['R-056'],
      choices: PART_CHOICES,
    })
  }
  for (const { key, person } of people) {
    if (!isParentRole(person.role)) continue
    const id = questionKey(key, people)
    const who = ROLE_WORDS[person.role]
    if (!person.decision) {
      questions.push({
        id: `part:${id}`,
        text: `Does the ${who} come?`,
        requirements: ['R-057', 'P-40'],
        choices: PART_CHOICES,
      })
      continue
    }
    if (person.decision.part !== 'notInvited') continue
    if (!person.decision.ground) {
      questions.push({
        id: `ground:${id}`,
        text: `On what ground is the ${who} not invited?`,
        requirements: ['P-40'],
        choices: GROUND_CHOICES,
      })
    }
    if (!person.decision.decidedBy) {
      questions.push({ id: `decidedBy:${id}`, text: `Who decided not to invite the ${who}?`, requirements: ['P-40'] })
    }
    if (!person.decision.viewsObtainedBy) {
      questions.push({
        id: `viewsObtainedBy:${id}`,
        text: `How will the ${who} still be heard?`,
        requirements: ['P-40', 'P-44'],
      })
    }
  }
  return questions
}

function birthdayQuestion(
  { child }: PlacementConfirmation,
  { until }: Window,
  deadline: MeetingPlan['deadline'],
): Question[] {
  if (!child.turns18On || !deadline || child.turns18On > until) return []
  return [
    {
      id: 'turns18',
      text: `The young person turns 18 on ${longDayWords(child.turns18On)}, before the meeting is due. Should it be held?`,
      requirements: ['R-001'],
    },
  ]
}

/** How a question names a person: `mother`, and `parent:2` where a role is held by several. */
export function questionKey(key: string, people: { key: string; person: { role: Role } }[]): string {
  const role = key.split(':')[0]!
  return people.filter(({ person }) => person.role === role).length > 1 ? key : role
}
