import type { Section } from './requirement.ts'

/** Where the sources differ, and which reading is safe. */
export const DIFFERENCES: Section = {
  title: 'Where the sources differ',
  entries: {
    'K-01': {
      from: ['practiceStandards', 'westMidlands', 'southGlos', 'leicester'],
      title: 'when the first meeting is held: the practice says, and the plan does not wait for it',
    },
    'K-02': {
      from: ['practiceStandards', 'southGlos', 'law'],
      title: '5 days or 5 working days: both are shown, and the earlier one counts',
    },
    'K-03': {
      from: ['carePlanningGuidance', 'southGlos', 'law'],
      title: 'a care plan for the first placement or for each: the law asks for the first',
    },
    'K-04': {
      from: ['westMidlands', 'southGlos', 'leicester'],
      title: 'who convenes: by practice and kind of placement',
    },
    'K-05': {
      from: ['westMidlands', 'southGlos', 'leicester'],
      title: 'who chairs: by practice and kind of placement',
    },
    'K-06': {
      from: ['westMidlands'],
      title: 'who chairs an ordinary meeting about a child in a home: social worker or manager, to be confirmed',
    },
    'K-07': {
      from: ['westMidlands', 'southGlos', 'leicester'],
      title: 'who has to come: attend, contribute, views considered and not invited are four things',
    },
    'K-08': {
      from: ['carePlanningGuidance', 'westMidlands', 'southGlos', 'leicester'],
      title: 'child and parents are invited unless a reason is on record, and their absence stops no meeting',
    },
    'K-09': {
      from: ['westMidlands', 'southGlos', 'leicester', 'privacyRule'],
      title: 'meeting at the placement gives way to a protected address',
    },
    'K-10': {
      from: ['practiceStandards', 'westMidlands', 'southGlos', 'leicester'],
      title: 'what the record is called: as each authority calls it',
    },
    'K-11': {
      from: ['practiceStandards', 'carePlanningGuidance', 'westMidlands', 'southGlos'],
      title: 'who writes, who adds and who makes sure are three people',
    },
    'K-12': {
      from: ['practiceStandards', 'carePlanningGuidance', 'westMidlands', 'southGlos'],
      title: 'when the plan is revised: by every rhythm that the practice has',
    },
    'K-13': {
      from: ['westMidlands', 'leicester', 'law'],
      title: "who is told: everybody that any source names, and the law's list at least",
    },
    'K-14': {
      from: ['practiceStandards', 'westMidlands', 'leicester'],
      title: 'what calls for an emergency meeting: a list that each practice has',
    },
    'K-15': {
      from: ['westMidlands', 'leicester'],
      title: 'who makes sure that the outcome goes round, and who sends it, may be two people',
    },
    'K-16': {
      from: ['practiceStandards', 'carePlanningGuidance', 'leicester', 'law'],
      title: 'the reviewing officer is always informed, and never has to come',
    },
    'K-17': {
      from: ['carePlanningGuidance', 'law'],
      title: 'what the education plan is counted from: whichever comes earlier',
    },
    'K-18': {
      from: ['carePlanningGuidance'],
      title: 'not every looked-after child has a plan for special educational needs: "none" is an answer',
    },
    'K-19': {
      from: ['carePlanningGuidance', 'law'],
      title: 'until when a care leaver has support: look up what holds today',
    },
    'K-20': {
      from: ['leicester', 'law'],
      title: 'three clocks of 72 hours (meeting, return interview, secure accommodation) are never taken for one',
    },
    'K-21': {
      from: ['practiceStandards', 'carePlanningGuidance', 'westMidlands'],
      title: "a home's own plan stands beside the placement plan, and replaces it nowhere",
    },
    'K-22': { from: ['southGlos'], title: 'law, statutory guidance and local practice are called what they are' },
  },
}
