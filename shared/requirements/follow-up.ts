import type { Section } from './requirement.ts'

export const FOLLOW_UP: Section = {
  title: 'What follows, and by when',
  entries: {
    'R-200': {
      from: ['carePlanningGuidance', 'law'],
      title: 'the care plan is there before the first placement, or within 10 working days of it',
    },
    'R-201': {
      from: ['southGlos'],
      title: 'the care plan is there before any placement, or within 10 working days of its start',
    },
    'R-202': {
      from: ['carePlanningGuidance'],
      title: 'the education plan is drawn up before the placement or, in an emergency, within 10 working days',
    },
    'R-203': { from: ['carePlanningGuidance'], title: 'the education plan is there for the first review' },
    'R-204': { from: ['leicester', 'law'], title: "the child's social worker visits within a week" },
    'R-205': { from: ['leicester'], title: 'later visits come at least as often as local procedures say' },
    'R-206': {
      from: ['carePlanningGuidance'],
      title: "the reviewing officer's report goes round within 20 working days of the review",
    },
    'R-207': { from: ['practiceStandards'], title: 'the social worker checks the plan before each review' },
    'R-208': {
      from: ['practiceStandards'],
      title: 'while the placement is the same, its plan is revised and not replaced',
    },
    'R-209': { from: ['practiceStandards'], title: 'the plan is revised at least once a year' },
    'R-210': {
      from: ['carePlanningGuidance'],
      title: 'each review, and each change of the care plan, is followed by a look at the plan',
    },
    'R-211': {
      from: ['carePlanningGuidance'],
      title: 'those at a review agree dates for the care plan, and keep to them',
    },
    'R-212': {
      from: ['carePlanningGuidance'],
      title: 'by the second review the care plan says how the child will have permanence',
    },
    'R-213': { from: ['carePlanningGuidance'], title: 'a single assessment takes no longer than 45 working days' },
    'R-214': {
      from: ['carePlanningGuidance'],
      title: 'from the pathway plan of a care leaver, work goes on and is reviewed',
    },
    'R-215': { from: ['southGlos'], title: 'every action has an owner and a date, and is chased' },
    'R-216': { from: ['carePlanningGuidance'], title: 'the looked-after review looks at the care plan' },
    'R-217': {
      from: ['carePlanningGuidance'],
      title: 'the education plan says what the child needs, and who provides it',
    },
    'R-218': {
      from: ['carePlanningGuidance'],
      title: 'the health care plan says what the child needs, and what is done about it',
    },
    'R-219': {
      from: ['practiceStandards'],
      title: 'the placement plan changes as life does, and each version is dated and kept',
    },
  },
}
