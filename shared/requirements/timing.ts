import type { Section } from './requirement.ts'

export const TIMING: Section = {
  title: 'By when',
  entries: {
    'R-020': {
      from: ['practiceStandards'],
      title: 'a planned placement has its plan, and so its meeting, before it starts',
    },
    'R-021': {
      from: ['practiceStandards'],
      title: 'after an emergency start, a meeting agrees the plan within 5 days',
    },
    'R-022': { from: ['westMidlands'], title: 'the meeting comes within 3 working days of the start' },
    'R-023': {
      from: ['southGlos'],
      title: 'the supervising social worker arranges the meeting before the start, or within 5 working days of it',
    },
    'R-024': {
      from: ['leicester'],
      title: 'the meeting comes before the start or, where that is too urgent, within 72 hours of it',
    },
    'R-025': { from: ['leicester'], title: 'a first meeting after the start has its reason on record' },
    'R-026': {
      from: ['southGlos', 'law'],
      title: 'the placement plan is written before the start, or within 5 working days of it',
    },
    'R-027': {
      from: ['southGlos'],
      implied: true,
      title: "the meeting's deadline and the plan's are shown side by side, and the earlier one leads",
    },
    'R-028': {
      from: ['westMidlands'],
      implied: true,
      title: "working days leave out weekends and England's bank holidays, with their substitute days",
    },
    'R-029': { from: ['leicester'], implied: true, title: '72 hours are hours that pass, also when the clocks change' },
    'R-030': {
      from: ['practiceStandards'],
      title: 'in an emergency the carer gets what is known and needed to care for the child, before the meeting',
    },
    'R-031': {
      from: ['practiceStandards'],
      title: 'a plan agreed in an emergency is brought up to date as the care plan grows',
    },
    'R-032': {
      from: ['leicester'],
      implied: true,
      title: 'where nobody can meet in time, convenor and manager hear at once, with the best times there are',
    },
    'R-033': {
      from: ['practiceStandards'],
      implied: true,
      title: 'a missed deadline is recorded with its reason and the next date; the deadline stays where it was',
    },
  },
}
