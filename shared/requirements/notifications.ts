import type { Section } from './requirement.ts'

export const NOTIFICATIONS: Section = {
  title: 'Who is told',
  entries: {
    'R-190': {
      from: ['leicester'],
      title: "where school or training is disturbed, the child's social worker tells the virtual school",
    },
    'R-191': { from: ['westMidlands'], title: 'virtual school, education and health hear of the placement' },
    'R-192': {
      from: ['leicester'],
      title: "the child's social worker tells the placement officer that a placement ends",
    },
    'R-193': { from: ['leicester'], title: 'the placement officer sees to it that notice is given' },
    'R-194': { from: ['leicester'], title: 'the placement officer tells finance, so that payments stop' },
    'R-195': { from: ['leicester'], title: 'whoever was told of the placement is told of its end' },
    'R-196': { from: ['leicester'], title: 'the placement officer hears of a planned end as soon as it is known' },
    'R-197': { from: ['southGlos'], title: 'the confirmation reaches the supervising social worker, who acts on it' },
  },
}
