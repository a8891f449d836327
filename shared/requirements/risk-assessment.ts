import type { Section } from './requirement.ts'

export const RISK_ASSESSMENT: Section = {
  title: 'Risk',
  entries: {
    'R-180': {
      from: ['southGlos'],
      title: 'the supervising social worker writes the risk assessment afterwards, from meeting and request form',
    },
    'R-181': { from: ['southGlos'], title: 'parent and young person may add to the risk assessment' },
    'R-182': { from: ['southGlos'], title: 'the young person as a risk to themselves' },
    'R-183': { from: ['southGlos'], title: 'others as a risk to the young person' },
    'R-184': { from: ['southGlos'], title: 'the young person as a risk to others' },
    'R-185': { from: ['southGlos'], title: 'what the risk means for the household, and for each person in it' },
    'R-186': { from: ['southGlos'], title: 'the questions about risk, as one would ask a child' },
    'R-187': {
      from: ['southGlos'],
      title: 'the supervising social worker coaches the carers with the history in mind',
    },
  },
}
