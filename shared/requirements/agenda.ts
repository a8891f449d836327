import type { Section } from './requirement.ts'

export const AGENDA: Section = {
  title: 'What is talked about',
  entries: {
    'R-105': {
      from: ['practiceStandards'],
      title: "how the placement meets the care plan's daily needs, and what the carer does to meet them",
    },
    'R-106': { from: ['practiceStandards'], title: 'how the placement leads to adoption, home or independence' },
    'R-107': { from: ['practiceStandards'], title: 'how the child is prepared for the placement and brought into it' },
    'R-108': {
      from: ['practiceStandards'],
      title: "the plan is this child's own, with their voice, needs and strengths",
    },
    'R-109': {
      from: ['carePlanningGuidance'],
      title: 'what has to happen here for permanence, and how daily needs are met',
    },
    'R-110': { from: ['carePlanningGuidance'], title: 'whether a behaviour management plan is wanted' },
    'R-111': {
      from: ['carePlanningGuidance'],
      title: 'with a protection concern, or missing in the past, the plan says how the child is kept safe each day',
    },
    'R-112': {
      from: ['carePlanningGuidance', 'leicester'],
      title: 'how much family take part, and who sees the child',
    },
    'R-113': {
      from: ['leicester'],
      title: 'history, religion, culture, language, racial origin, health and schooling, and what is done for each',
    },
    'R-114': { from: ['leicester'], title: 'registration with GP, dentist and optician' },
    'R-115': { from: ['leicester', 'southGlos'], title: "the child's day, from morning to night" },
    'R-116': { from: ['southGlos'], title: 'health appointments, school, family time, friends and hobbies' },
    'R-117': { from: ['southGlos'], title: 'who does what' },
    'R-118': { from: ['southGlos'], title: "what can stay as it is, so that the child's life changes least" },
    'R-119': { from: ['southGlos'], title: 'the child is heard first, and helped to settle' },
    'R-120': { from: ['southGlos'], title: 'the birth family hears that their child is well looked after' },
    'R-121': { from: ['southGlos'], title: "the carers know all of the child's circumstances" },
    'R-122': { from: ['southGlos'], title: 'extra support, weighed with what every child in the family needs' },
    'R-123': { from: ['southGlos'], title: 'what safeguarding and the court ask for is in place' },
    'R-124': { from: ['leicester'], title: 'who pays for what' },
    'R-125': { from: ['leicester'], title: 'why the child came to be looked after' },
    'R-126': {
      from: ['leicester'],
      title: 'the long-term plan, how long the placement lasts, and what it is to achieve',
    },
    'R-127': {
      from: ['practiceStandards'],
      title: "a home's own plan agrees with the placement plan, and others have a part in it",
    },
    'R-128': {
      from: ['carePlanningGuidance'],
      title: 'the plan for a home is made with its provider, and fits how the home works',
    },
    'R-129': { from: ['southGlos'], title: "the needs of every child in the household, the carers' own among them" },
    'R-130': { from: ['carePlanningGuidance'], title: 'the needs and services that the care plan names, in short' },
    'R-131': {
      from: ['carePlanningGuidance'],
      title: 'later on: is care as agreed, and is this still the best placement?',
    },
    'R-132': { from: ['leicester'], title: 'where progress is a worry, more help is considered' },
    'R-133': {
      from: ['southGlos'],
      title: 'all know what each of them is there for, and respect it; the child is at the centre',
    },
    'R-134': { from: ['leicester'], title: 'child and carer go away with a plan that is clear to them' },
  },
}
