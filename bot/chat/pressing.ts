/** What a press comes to: a card that shows how things stand now, or a line of words. */
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { MailMemory } from '../mailbox/ports.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { drawPlacement } from './drawing.ts'
import type { Subject } from './posted-cards.ts'
import type { Message } from './ports.ts'
import { refusalWords, type ChatRefusal } from './refusal-words.ts'

export type Pressed = {
  by: DirectoryPerson
  ports: Ports
  /** What came by mail; absent where there is no confirmation mailbox. */
  mails?: MailMemory
  /** The press is on the card of somebody who is asked to the meeting, and not on the one to arrange it. */
  asAttendee: (meetingId: MeetingId) => Promise<boolean>
}

/** `outcome` is for the log. */
export type Pressing = {
  message: Message
  outcome: string
  /** Whether the card that stands in the chat has to follow, because no job will draw it. */
  lasting: boolean
  /** What the card is about from now on; absent where that stays as it was. */
  about?: Subject
}

export const inWords = (text: string, outcome: string): Pressing => ({ message: { text }, outcome, lasting: false })

export const refused = (reason: ChatRefusal, detail?: string): Pressing => inWords(refusalWords(reason, detail), reason)

export function ofPlacement(
  placement: Placement,
  meetings: PlanningMeeting[],
  { by, ports }: Pressed,
  outcome: string,
  notice?: string,
): Pressing {
  const message = drawPlacement(placement, meetings, by, ports, { notice })
  // What changed is drawn by the job that was saved with the change, and not by this press, which may be overtaken.
  if (message) return { message, outcome, lasting: false }
  return inWords('This placement is confirmed. You are not among its people; please ask a placement officer.', outcome)
}
