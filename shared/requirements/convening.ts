import type { Section } from './requirement.ts'

export const CONVENING: Section = {
  title: 'Who convenes',
  entries: {
    'R-035': { from: ['westMidlands'], title: "for a child in a children's home, its manager convenes" },
    'R-036': { from: ['westMidlands'], title: "except for a child in a home, the child's social worker convenes" },
    'R-037': { from: ['southGlos'], title: 'for a foster placement, the supervising social worker convenes' },
    'R-038': { from: ['leicester'], title: "the placement team talks to the home's manager before the placement" },
    'R-039': {
      from: ['westMidlands'],
      implied: true,
      title: "who convenes need not own the mailbox: from outside, one of the authority's is used",
    },
    'R-040': {
      from: ['leicester'],
      implied: true,
      title: 'all whom the practice lists, and all who are asked for their views, are invited; a gap is named first',
    },
    'R-041': { from: ['southGlos'], implied: true, title: 'both social workers hear what the other has arranged' },
  },
}
