import type { Section } from './requirement.ts'

export const KINDS_AND_TRIGGERS: Section = {
  title: 'Kinds of meeting, and what calls for one',
  entries: {
    'R-001': {
      from: ['westMidlands'],
      title: 'every looked-after child who is placed gets a planning meeting, whatever the placement',
    },
    'R-002': { from: ['southGlos'], title: 'planning begins on the day the placement is confirmed' },
    'R-003': { from: ['leicester'], title: 'a meeting can be prepared while a home is still being looked for' },
    'R-004': {
      from: ['practiceStandards', 'westMidlands'],
      title: 'parents, connected carer, foster, residential or secure: nothing is planned before that is known',
    },
    'R-005': {
      from: ['practiceStandards'],
      title: 'a placement is planned or an emergency, and other rules follow from each',
    },
    'R-006': {
      from: ['leicester', 'practiceStandards'],
      title: 'the first meeting settles placement plan, needs and daily routine, and talks about the care plan',
    },
    'R-007': {
      from: ['westMidlands'],
      title:
        'a later meeting asks whether the placement still suits and its record still fits, and updates both records',
    },
    'R-008': {
      from: ['westMidlands'],
      title: 'an emergency placement in a foster home, a home or secure accommodation calls for an emergency meeting',
    },
    'R-009': { from: ['westMidlands'], title: 'a serious incident calls for an emergency meeting' },
    'R-010': {
      from: ['westMidlands'],
      title: 'coming back after 3 days or more missing or absent calls for an emergency meeting',
    },
    'R-011': {
      from: ['westMidlands'],
      title: 'going missing or being absent for the third time calls for an emergency meeting',
    },
    'R-012': {
      from: ['westMidlands'],
      title: 'another serious event that puts the placement in doubt calls for one if a person says so, and why',
    },
    'R-013': { from: ['westMidlands'], title: 'a looked-after review can take the planning meeting in' },
    'R-014': {
      from: ['westMidlands', 'leicester'],
      title: 'further meetings come as often as social worker and carer or home agree',
    },
    'R-015': { from: ['leicester'], title: 'whenever something needs sorting out, a further meeting can be asked for' },
    'R-016': {
      from: ['leicester'],
      title: 'a home first hears what the child needs at once, and an introduction meeting is held where possible',
    },
    'R-017': { from: ['westMidlands'], title: 'the emergency questions belong to emergency meetings, and to no other' },
    'R-018': {
      from: ['westMidlands'],
      implied: true,
      title: "a later meeting does not start the first meeting's deadline again",
    },
  },
}
