import type { Section } from './requirement.ts'

export const DELEGATED_AUTHORITY: Section = {
  title: 'Who decides what',
  entries: {
    'R-170': { from: ['southGlos'], title: 'what the carers may decide is written down' },
    'R-171': { from: ['southGlos'], title: 'whether a decision is for both carers or for one' },
    'R-172': { from: ['southGlos'], title: 'whether the parent understands what delegated authority means' },
    'R-173': {
      from: ['southGlos'],
      title: 'delegated authority and placement information are looked at in every review',
    },
    'R-174': { from: ['leicester'], title: "how carer and authority share a parent's daily tasks" },
    'R-175': { from: ['southGlos'], title: "the child's wishes count in who decides" },
    'R-176': { from: ['southGlos'], title: 'for each kind of decision, who has the right to take it' },
  },
}
