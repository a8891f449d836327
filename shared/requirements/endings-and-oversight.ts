import type { Section } from './requirement.ts'

export const ENDINGS_AND_OVERSIGHT: Section = {
  title: 'Endings, and who watches over quality',
  entries: {
    'R-220': { from: ['leicester'], title: 'after an unplanned end, a disruption meeting is considered' },
    'R-221': { from: ['southGlos'], title: 'a disruption meeting asks how well the placement was planned' },
    'R-222': {
      from: ['practiceStandards'],
      title: "the child's social worker answers for a plan that is current, exact and worth reading",
    },
    'R-223': {
      from: ['practiceStandards'],
      title: 'team managers check the quality of plans, in supervision and by samples',
    },
    'R-224': {
      from: ['practiceStandards'],
      title: "the reviewing officer checks the plan's quality at the review, and recommends",
    },
    'R-225': {
      from: ['southGlos'],
      title: 'the supervising social worker holds carers to the needs of every child in their care',
    },
    'R-226': {
      from: ['carePlanningGuidance'],
      title: 'the looked-after review asks whether care is as agreed, and the placement still the best',
    },
    'R-227': { from: ['carePlanningGuidance'], title: 'the care plan keeps the work from drifting' },
    'R-228': {
      from: ['practiceStandards'],
      implied: true,
      title: 'managers see how timely meetings are, by kind of placement and local rule',
    },
  },
}
