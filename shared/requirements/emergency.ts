import type { Section } from './requirement.ts'

export const EMERGENCY: Section = {
  title: 'What an emergency meeting decides',
  entries: {
    'R-140': {
      from: ['westMidlands'],
      title: 'is the placement right for the child, with every other child there in mind?',
    },
    'R-141': {
      from: ['westMidlands'],
      title: 'with concerns: can it be kept going until the next review, for example with more support?',
    },
    'R-142': { from: ['westMidlands'], title: 'with concerns: should the next review come sooner?' },
    'R-143': { from: ['westMidlands'], title: 'with concerns: should it end, and a better one be found?' },
    'R-144': {
      from: ['westMidlands'],
      title: 'where it is right: care plan and placement record are completed to match',
    },
    'R-145': { from: ['westMidlands'], title: 'after an incident: what would keep it from happening again?' },
    'R-146': {
      from: ['westMidlands'],
      implied: true,
      title: '"not yet known" is an answer once, with a day to meet again while the law leaves time',
    },
  },
}
