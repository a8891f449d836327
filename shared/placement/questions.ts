/**
 * What a person has to be asked before anything is sent. A question is never answered by a guess; its id says what an
 * answer changes (`answers.ts`).
 */
import type { KeyedPerson } from '../people/attendees.ts'
import type { Duties, Window } from '../people/duties.ts'
import type { MissingFinding } from '../deadlines/missing-count.ts'
import { isParentRole, PLACEMENT_TYPES, type PlacementConfirmation, type Role } from './placement.ts'
import { queryQuestions } from './queried.ts'
import type { Attendee, MeetingPlan, Question } from '../meeting/plan.ts'
import { earlier, londonDate, longDayWords } from '../dates/time.ts'
import { PLACEMENT_TYPE_WORDS, ROLE_WORDS } from '../words.ts'

/** Who may confirm a placement; anybody else's confirmation waits for one of them. */
export const CONFIRMERS: Role[] = ['placementOfficer', 'emergencyDutyTeam', 'teamManager', 'designatedManager']

/** What no words can answer: somebody else has to confirm, or the case has to be put right where it came from. */
export const SETTLED_ELSEWHERE = ['confirmer', 'turns18']

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
  const { placement, confirmedBy } = confirmation
  const questions: Question[] = []
  if (!placement.type) {
    questions.push({
      id: 'placementType',
      text: 'What kind of placement is it?',
      requirements: ['R-004'],
      choices: PLACEMENT_TYPES.map((type) => ({ value: type, title: PLACEMENT_TYPE_WORDS[type] })),
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
  questions.push(...queryQuestions(confirmation))
  if (confirmedBy.role && !CONFIRMERS.includes(confirmedBy.role)) {
    questions.push({
      id: 'confirmer',
      text: 'A placement officer has to confirm this placement before anything is sent.',
      requirements: ['R-002'],
    })
  }
  return questions
}

/** What has to be known of the event, before a meeting about it can be held. */
export function triggerQuestions(confirmation: PlacementConfirmation, missing: MissingFinding | null): Question[] {
  const { trigger } = confirmation
  if (!trigger) return []
  const questions: Question[] = []
  if (missing?.ask) {
    const why = missing.ask === 'notKnown' ? '' : ' It was less than three days by the hour, and touched three dates.'
    questions.push({
      id: 'missingEpisode',
      text: `${missing.counted}${why} Does it call for an emergency meeting?`,
      requirements: ['R-010', 'A-13', 'E-21'],
      choices: [
        { value: 'missingDuration', title: 'Yes, as three days or more' },
        { value: 'missingOccasions', title: 'Yes, as the third time' },
      ],
    })
  }
  if (trigger.kind === 'otherSeriousEvent' && !trigger.reason) {
    const text = 'Why may the placement be unsuitable? One line says it.'
    questions.push({ id: 'reason', text, requirements: ['R-012'] })
  }
  if (trigger.kind === 'unplannedEnding' && !trigger.reason) {
    const text = 'Is a disruption meeting to be held, and why? Without one, nothing is sent.'
    questions.push({ id: 'reason', text, requirements: ['R-220'] })
  }
  if (isAboutCarer(confirmation) && !trigger.agreedBy) {
    questions.push({
      id: 'safeguardingLead',
      text: 'Somebody who cares for the child is kept from this meeting, so the safeguarding process leads. Who leads it, and agrees that the meeting is held?',
      requirements: ['E-48', 'P-26'],
    })
  }
  return questions
}

const CARES: Role[] = ['fosterCarer', 'connectedCarer', 'registeredManager', 'keyWorker']

/** Something serious has happened, and somebody who cares for the child is not invited because of the risk to it. */
const isAboutCarer = ({ trigger, people }: PlacementConfirmation): boolean =>
  (trigger?.kind === 'seriousIncident' || trigger?.kind === 'otherSeriousEvent') &&
  people.some(
    ({ role, decision }) =>
      CARES.includes(role) && decision?.part === 'notInvited' && decision.ground === 'riskToChild',
  )

/** Questions about the people of one meeting. */
export function peopleQuestions(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  attendees: Attendee[],
  duties: Duties,
  window: Window,
  deadline: MeetingPlan['deadline'],
): Question[] {
  return [
    ...dutyQuestions(people, duties),
    ...missingRoles(people, duties),
    ...childQuestions(confirmation, people),
    ...parentQuestions(people),
    ...decisionsToRenew(confirmation, people),
    ...keptApartQuestions(people, attendees),
    ...birthdayQuestion(confirmation, window, deadline),
  ]
}

function dutyQuestions(people: KeyedPerson[], { chair, chairOpen, convenorOpen, cells }: Duties): Question[] {
  const questions: Question[] = []
  const choices = people
    .filter(({ inside, person }) => inside && person.email && person.role !== 'child' && !isParentRole(person.role))
    .map(({ person }) => ({ value: person.email!, title: `${person.name}, ${ROLE_WORDS[person.role]}` }))
  if (convenorOpen) {
    questions.push({
      id: 'convenor',
      text: 'Who convenes the meeting? The practice leaves it open, so somebody has to say.',
      requirements: ['R-039'],
      choices,
    })
  }
  if (chairOpen === 'anybody') {
    const would = cells.chair && cells.chair.is !== 'choose' ? ROLE_WORDS[cells.chair.is] : null
    questions.push({
      id: 'chair',
      text: would
        ? `The ${would} would chair and is on leave until after the meeting is due. Who chairs?`
        : 'Who chairs the meeting? The practice leaves it open, so somebody has to say.',
      requirements: would ? ['R-049', 'E-13'] : ['R-050'],
      choices,
    })
  }
  if (chairOpen === 'delegate') {
    questions.push({
      id: 'delegate',
      text: `The ${ROLE_WORDS[chair.role!]} would chair and is on leave until after the meeting is due. Who stands in, by name?`,
      requirements: ['R-045', 'E-13'],
    })
  }
  return questions
}

/** Roles that the practice needs and nobody is named for: those of the minimum, the convenor and the chair. */
function missingRoles(people: KeyedPerson[], { convenor, chair, minimum }: Duties): Question[] {
  const needed = new Set<Role>(minimum)
  for (const { role, person } of [convenor, chair]) if (role && !person) needed.add(role)
  return [...needed]
    .filter((role) => !people.some(({ person }) => person.role === role))
    .map((role) => ({
      id: `missingRole:${role}`,
      text: `Who is the ${ROLE_WORDS[role]}? Nobody is named.`,
      requirements: ['R-040'],
    }))
}

function childQuestions({ child }: PlacementConfirmation, people: KeyedPerson[]): Question[] {
  const decision = people.find(({ person }) => person.role === 'child')?.person.decision
  if (!decision) {
    const text =
      child.ageInYears < 4 ? 'How does the child take part? A young child is observed.' : 'Will the child come?'
    return [{ id: 'part:child', text, requirements: ['R-056'], choices: PART_CHOICES }]
  }
  if (decision.part !== 'notInvited' || decision.ground) return []
  return [
    {
      id: 'ground:child',
      text: 'Why does the child not take part, in any way?',
      requirements: ['R-056'],
      choices: GROUND_CHOICES,
    },
  ]
}

/** Each parent is decided alone; who is not invited needs a ground, a decision-maker, a day and another way to be heard. */
function parentQuestions(people: KeyedPerson[]): Question[] {
  return people
    .filter(({ person }) => isParentRole(person.role))
    .flatMap(({ key, person: { role, decision } }): Question[] => {
      const id = questionKey(key, people)
      const who = ROLE_WORDS[role]
      if (!decision) {
        const text = `Does the ${who} come?`
        return [{ id: `part:${id}`, text, requirements: ['R-057', 'P-40'], choices: PART_CHOICES }]
      }
      if (decision.part !== 'notInvited') return []
      const lacks = (has: string | undefined, question: Question) => (has ? [] : [question])
      return [
        ...lacks(decision.ground, {
          id: `ground:${id}`,
          text: `On what ground is the ${who} not invited?`,
          requirements: ['P-40'],
          choices: GROUND_CHOICES,
        }),
        ...lacks(decision.decidedBy, {
          id: `decidedBy:${id}`,
          text: `Who decided not to invite the ${who}?`,
          requirements: ['P-40'],
        }),
        ...lacks(decision.decidedOn, {
          id: `decidedOn:${id}`,
          text: `On which day was it decided not to invite the ${who}?`,
          requirements: ['P-40', 'P-43'],
        }),
        ...lacks(decision.viewsObtainedBy, {
          id: `viewsObtainedBy:${id}`,
          text: `How will the ${who} still be heard?`,
          requirements: ['P-40', 'P-44'],
        }),
      ]
    })
}

/**
 * Not inviting a parent is decided for one meeting and does not roll on (P-43): where something calls for another, a
 * decision from before it is looked at again, and the day of that is the answer.
 */
function decisionsToRenew({ trigger, confirmedAt }: PlacementConfirmation, people: KeyedPerson[]): Question[] {
  if (!trigger) return []
  const since = earlier(londonDate(trigger.at), londonDate(confirmedAt))
  return people
    .filter(({ person: { role, decision } }) => isParentRole(role) && decision?.part === 'notInvited')
    .filter(({ person: { decision } }) => decision?.decidedOn && decision.decidedOn < since)
    .map(({ key, person: { role, decision } }) => ({
      id: `decidedOn:${questionKey(key, people)}`,
      text: `Not to invite the ${ROLE_WORDS[role]} was decided on ${longDayWords(decision!.decidedOn!)}, for an earlier meeting. On which day was it looked at again for this one?`,
      requirements: ['P-40', 'P-43'],
    }))
}

/** Two who must not meet cannot both come to one meeting: one of them takes part another way (P-44). */
function keptApartQuestions(people: KeyedPerson[], attendees: Attendee[]): Question[] {
  const coming = people.filter(({ key }) => attendees.some((one) => one.key === key && one.part === 'attend'))
  const settled = new Set<string>()
  return coming.flatMap((one) =>
    coming
      .filter((other) => other !== one && one.person.separateFrom?.includes(other.person.role))
      .flatMap((other) => {
        // Asked of family before professionals, and of parents before the child.
        const asked = isParentRole(other.person.role) || !isParentRole(one.person.role) ? other : one
        const stays = asked === other ? one : other
        const pair = [one.key, other.key].sort().join()
        if (settled.has(pair)) return []
        settled.add(pair)
        return [
          {
            id: `part:${questionKey(asked.key, people)}`,
            text: `The ${ROLE_WORDS[asked.person.role]} must not meet the ${ROLE_WORDS[stays.person.role]}, who comes as well. How else does the ${ROLE_WORDS[asked.person.role]} take part?`,
            requirements: ['P-06', 'P-44'],
            choices: PART_CHOICES.filter(({ value }) => value !== 'attend'),
          },
        ]
      }),
  )
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
