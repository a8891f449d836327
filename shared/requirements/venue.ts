import type { Section } from './requirement.ts'

export const VENUE: Section = {
  title: 'Where',
  entries: {
    'R-075': {
      from: ['westMidlands'],
      title: 'the meeting is best held where the child lives now, so that parents see it',
    },
    'R-076': { from: ['southGlos'], title: "the meeting is normally held in the foster carers' home" },
    'R-077': { from: ['leicester'], title: 'the meeting is usually held in the new placement' },
    'R-078': { from: ['southGlos'], title: 'family can see where the child will sleep, and get to know the household' },
    'R-079': { from: ['westMidlands'], title: 'the child can step out to somewhere safe' },
    'R-080': {
      from: ['westMidlands'],
      implied: true,
      title: 'where somebody may not know the address, the placement is not where they meet',
    },
  },
}
