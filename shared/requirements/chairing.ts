import type { Section } from './requirement.ts'

export const CHAIRING: Section = {
  title: 'Who chairs',
  entries: {
    'R-045': {
      from: ['westMidlands'],
      title: "an emergency meeting about a child in a home is chaired by the home's manager or a named delegate",
    },
    'R-046': {
      from: ['westMidlands'],
      title: "except where a home's manager does, the social worker or their manager chairs",
    },
    'R-047': { from: ['southGlos'], title: 'for a foster placement, the supervising social worker chairs' },
    'R-048': {
      from: ['leicester'],
      title: 'the chair sees to it that all know what the meeting is for and can say what they think',
    },
    'R-049': {
      from: ['westMidlands'],
      implied: true,
      title: 'who was to chair, who did instead, and why, is on record',
    },
    'R-050': { from: ['leicester'], implied: true, title: 'where the practice names no chair, a person chooses one' },
  },
}
