import type { Section } from './requirement.ts'

export const DOCUMENTS: Section = {
  title: 'What is ready beforehand',
  entries: {
    'R-085': { from: ['leicester'], title: 'the chair knows the placement plan as it stands, if there is one' },
    'R-086': { from: ['leicester'], title: 'the chair knows what has been done to support the placement' },
    'R-087': {
      from: ['leicester'],
      title: 'the chair knows the care plan, education plan and pathway plan, where they matter',
    },
    'R-088': {
      from: ['southGlos'],
      title: "the child's social worker writes placement information and care plan, and shares what is finished",
    },
    'R-089': { from: ['southGlos'], title: 'the carers are told the history of child and family' },
    'R-090': { from: ['southGlos'], title: 'the placement request form is to hand for the risk assessment' },
    'R-091': {
      from: ['carePlanningGuidance'],
      title: 'before the placement, the provider has all it needs to care for the child and keep the law',
    },
    'R-092': {
      from: ['carePlanningGuidance'],
      title: 'the authority knows what a home offers, and how it will care, before it places a child there',
    },
    'R-093': {
      from: ['leicester'],
      title: 'the placement knows about shared tasks, money, contact, circumstances, long-term plan, length and aims',
    },
    'R-094': {
      from: ['carePlanningGuidance'],
      title: 'every child has a care plan that the social worker keeps up to date',
    },
    'R-095': {
      from: ['carePlanningGuidance'],
      title: 'the care plan says who the independent reviewing officer is, and how to reach them',
    },
    'R-096': { from: ['carePlanningGuidance'], title: 'there is a health care plan, or one is on its way' },
    'R-097': {
      from: ['carePlanningGuidance'],
      title: 'chronology and single assessment are linked, where there are any',
    },
    'R-098': {
      from: ['carePlanningGuidance'],
      title: 'the education plan is to hand, with any plan for special educational needs',
    },
    'R-099': {
      from: ['practiceStandards', 'westMidlands'],
      implied: true,
      title: 'the guidance behind a rule is one press away',
    },
  },
}
