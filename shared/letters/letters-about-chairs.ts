/** A letter that nobody is named to chair a meeting: by when it is due, and what to do; nothing about a child (P-02). */
import { subjectOf, type Contact } from './invitation.ts'
import type { Letter } from './letters.ts'
import type { Deadline } from '../meeting/plan.ts'
import type { MeetingRef } from '../meeting/planning-meeting.ts'
import { deadlineWords } from '../meeting/standing.ts'

export type NoDelegate = {
  /** Of the draft or placement: the letter is sent once for each. */
  id: string
  /** `null` while nothing has been scheduled. */
  ref: MeetingRef | null
  deadline: Deadline | null
  url: string
}

export function noDelegateLetter(
  { id, ref, deadline, url }: NoDelegate,
  to: { email: string; name: string },
  contact: Contact,
): Letter {
  return {
    id: `${id}/noDelegate/${to.email.toLowerCase()}`,
    to: to.email,
    toName: to.name,
    subject: ref ? subjectOf(ref) : 'Planning meeting – nobody to chair it yet',
    text: [
      'Hello',
      `The manager who would chair a planning meeting is on leave until after it is due, and for four working hours nobody has been named to stand in. No invitation can go before that.${deadline ? ` The meeting has to be held by ${deadlineWords(deadline)}.` : ''}`,
      'Please ask the home who stands in, by name. Whoever arranges the meeting puts it on their card in Teams.',
      `It is listed in Planning: ${url}`,
      contact.council,
    ].join('\n\n'),
  }
}
