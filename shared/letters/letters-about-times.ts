/** A letter that a meeting runs out of times: a reference, times and whom to ring; nothing about a child (P-02). */
import { chancesWords } from '../times/chances.ts'
import { nameOnly, subjectOf, type Contact } from './invitation.ts'
import type { Letter } from './letters.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { deadlineWords } from '../meeting/standing.ts'
import { momentWords } from '../dates/time.ts'

export function runningOutLetter(
  meeting: PlanningMeeting,
  left: 'few' | 'none',
  to: { email: string; name: string },
  contact: Contact,
): Letter {
  const { ref, plan, ways = [], chances } = meeting
  const reduced = ways.find(({ way }) => way === 'reduced')
  const late = ways.find(({ way }) => way === 'late')
  const convenor = nameOnly(plan.convenor.person)
  return {
    id: `${meeting.id}/runningOut/${left}/${to.email.toLowerCase()}`,
    to: to.email,
    toName: to.name,
    subject: subjectOf(ref),
    text: [
      'Hello',
      [
        plan.deadline && `The planning meeting ${ref} has to be held by ${deadlineWords(plan.deadline)}.`,
        left === 'none' || !chances ? chancesWords({ left: 0, last: null }) : chancesWords(chances),
      ]
        .filter(Boolean)
        .join(' '),
      reduced && `In time, though not with everybody who has to come: ${momentWords(reduced.slot.start)}.`,
      late &&
        `With ${late.slot.busy.length === 0 ? 'all of them' : 'more of them'}, late: ${momentWords(late.slot.start)}. The reason would be kept on record.`,
      `${convenor ? `${convenor} arranges the meeting. Please help` : 'Please help whoever arranges it'} to find a time: people can make room, or it can be held another way.`,
      `Questions: ${contact.phone}. Please give the reference ${ref}.`,
      contact.council,
    ]
      .filter((text) => !!text)
      .join('\n\n'),
  }
}
