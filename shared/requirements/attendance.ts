import type { Section } from './requirement.ts'

export const ATTENDANCE: Section = {
  title: 'Who comes, and who is heard',
  entries: {
    'R-055': { from: ['westMidlands', 'southGlos'], title: "the child's social worker comes or contributes" },
    'R-056': { from: ['westMidlands', 'leicester'], title: 'the child comes or contributes' },
    'R-057': { from: ['westMidlands', 'leicester'], title: 'each parent comes or contributes, where that is right' },
    'R-058': {
      from: ['westMidlands'],
      title: 'somebody comes for the placement: a carer, a key worker or the supervising social worker',
    },
    'R-059': { from: ['leicester'], title: 'from a home, the key worker contributes and, where it helps, the manager' },
    'R-060': {
      from: ['leicester'],
      title: 'from a foster home, the carers and their supervising social worker contribute',
    },
    'R-061': {
      from: ['leicester'],
      title:
        'somebody else who works with the child, such as an adviser or advocate, may contribute with or for the social worker',
    },
    'R-062': { from: ['leicester'], title: "the independent reviewing officer's views are considered" },
    'R-063': { from: ['leicester'], title: "the children's Guardian's views are considered, where there is one" },
    'R-064': { from: ['southGlos'], title: 'at least the carer and both social workers' },
    'R-065': {
      from: ['southGlos'],
      title: 'family and child are wanted there, and a meeting without them still counts',
    },
    'R-066': { from: ['southGlos'], title: 'a parent who cannot come is offered a video call' },
    'R-067': {
      from: ['carePlanningGuidance'],
      title: 'child, carer, parents and social worker plan together, and what each brought is on record',
    },
    'R-068': {
      from: ['practiceStandards'],
      title: 'the plan is made with the child, and the child can be heard in it',
    },
    'R-069': {
      from: ['westMidlands'],
      implied: true,
      title: 'present, contributed, views considered, apologies and not invited are kept apart',
    },
    'R-070': {
      from: ['westMidlands'],
      implied: true,
      title: 'the child may leave at any time, and the meeting goes on',
    },
  },
}
