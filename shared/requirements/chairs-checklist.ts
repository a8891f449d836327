import type { Section } from './requirement.ts'

export const CHAIRS_CHECKLIST: Section = {
  title: "The chair's checklist",
  entries: {
    'R-150': { from: ['westMidlands'], title: 'the consultations owed when a child comes to be looked after' },
    'R-151': { from: ['westMidlands'], title: 'the designated manager approves a placement outside the area' },
    'R-152': {
      from: ['westMidlands'],
      title: "health, local education, virtual school and children's services are told of the placement",
    },
    'R-153': { from: ['westMidlands'], title: 'a looked-after review is arranged' },
    'R-154': {
      from: ['westMidlands'],
      title: 'a health assessment is arranged, or the child registered with GP, dentist and optician',
    },
    'R-155': {
      from: ['westMidlands'],
      title: 'leaving secure accommodation: care, education and professional support go on, by an exit plan',
    },
    'R-156': {
      from: ['westMidlands'],
      title: 'the records are complete on the case system, and copies go to whom they should',
    },
  },
}
