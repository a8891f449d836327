import type { Section } from './requirement.ts'

export const RECORDS: Section = {
  title: 'The record',
  entries: {
    'R-160': {
      from: ['leicester'],
      title: "whatever matters is filed with the child's record, in each system the authority keeps",
    },
    'R-161': {
      from: ['leicester'],
      title: 'social worker or personal adviser tells all who are involved what came of the meeting',
    },
    'R-162': { from: ['leicester'], title: "a new placement or legal status reaches the child's file" },
    'R-163': { from: ['carePlanningGuidance'], title: 'what each of them contributes can be read in the record' },
    'R-164': {
      from: ['southGlos'],
      title: "forms, reports and decisions for the child are the child's social worker's, whoever chairs",
    },
    'R-165': {
      from: ['westMidlands', 'leicester'],
      implied: true,
      title: 'minutes say who was there or was heard, and to staff alone who was not invited and why',
    },
    'R-166': {
      from: ['westMidlands'],
      implied: true,
      title: 'how soon the record goes round is for each authority to say',
    },
  },
}
