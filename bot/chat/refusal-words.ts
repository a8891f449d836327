/** For every reason to say no: what it means, and what to do next. A new reason does not compile without its words. */
import type { CaseAnswerRefusal } from '../meetings/answer-case.ts'
import type { AnswerRefusal } from '../meetings/answer-invitation.ts'
import type { EditRefusal } from '../meetings/edit-meeting.ts'
import type { QuestionsRefusal } from '../meetings/answer-questions.ts'
import type { WayRefusal } from '../../shared/times/take-way.ts'
import type { ArrangeRefusal } from '../meetings/arrange-meeting.ts'
import type { AskRefusal } from '../meetings/ask-for-meeting.ts'
import type { PlacementRefusal } from '../meetings/cancel-placement.ts'
import type { AskOutsideRefusal } from '../meetings/ask-outside.ts'
import type { ChangeRefusal } from '../meetings/change-draft.ts'
import type { ConfirmRefusal } from '../meetings/confirm-placement.ts'
import type { ConcernRefusal } from '../meetings/settle-concern.ts'
import type { SettleRefusal } from '../meetings/settle-change.ts'

export type ChatRefusal =
  | ConfirmRefusal
  | ChangeRefusal
  | ArrangeRefusal
  | AskOutsideRefusal
  | AnswerRefusal
  | QuestionsRefusal
  | CaseAnswerRefusal
  | ConcernRefusal
  | SettleRefusal
  | AskRefusal
  | PlacementRefusal
  /** A reference that leads to no placement of the reader's. */
  | 'noSuchPlacement'
  | WayRefusal
  | EditRefusal
  /** The card's own: a press without the time or the reason that it needs. */
  | 'timeMissing'
  | 'reasonMissing'
  | 'personMissing'

const WORDS: Record<ChatRefusal, string> = {
  gone: 'This is not here for you any more. If you need it, open Planning or ask the convenor.',
  stale:
    'Somebody changed this in the meantime. Nothing was done: this is how it stands now. Please look, and press again if you still want to.',
  dismissed: 'This was put aside as not a placement. If it is one after all, paste the confirmation again.',
  mayNot:
    'This is for the convenor, the chair, the social workers, their manager or a placement officer. Ask one of them.',
  mayNotConfirm:
    'A placement officer, a manager or the emergency duty team has to confirm a placement. Ask one of them to paste the same message to me; what you answered is kept.',
  answerNotUnderstood: 'One answer could not be read, and nothing was changed. Please put it right and press again.',
  fieldsMissing: 'More has to be known before the meeting can be planned. Please fill in what is asked below.',
  questionsOpen: 'Some questions are still open. Please answer them below, then press again.',
  noMeeting: 'No planning meeting is due for this placement, so there is nothing to schedule.',
  timeNotOffered: 'There is no time to schedule yet. Please look for times again in a few minutes.',
  timeTaken: 'That time has just been taken, or no longer suits those who come. Please choose another one.',
  askedAlready:
    'Those outside are being asked already: this is how it stands. Wait for them, stop asking, or choose a time at once.',
  notAsking: 'Nobody outside is being asked any more: this is how it stands now.',
  nobodyOutside: 'Everybody who comes has a diary that I can see, so nobody has to be asked. Please choose a time.',
  timesNotToAsk:
    'There is no time that could be held: those outside are asked only for times that are in time, and at which nobody who has to come is busy. Look for free times, or choose one.',
  tooSoonToAsk:
    'The first of these times is too soon to wait for a letter to be answered. Please ring those outside, and choose a time.',
  outlookUnreachable: 'Outlook cannot be asked just now who is free. Please press again in a few minutes.',
  timePast: 'That time has passed. Please choose a later one.',
  timeMissing: 'Please choose a time, or give a day and a time of your own.',
  lateReasonMissing:
    'That time is after the last day for the meeting. Please say why it cannot be held in time, then press again.',
  placementOff: 'This placement does not go ahead, so that no meeting of it can be opened.',
  noSuchPlacement:
    'I know of no placement of yours with that reference. Please check it: a meeting’s looks like PPM-7K2D, and case and placement references are as in the confirmation.',
  whenMissing: 'Please say when, with the time where it is asked for: the count, or the last day, begins there.',
  sinceMissing:
    'Please say since when the child was missing, and when they came back: day and time. While they are still missing, choose “another serious event” if a meeting is needed now.',
  wordsMissing: 'Please say why in one line: without it no meeting can be opened.',
  notYet: 'That lies in the future. Please check the day and the time.',
  inThePast: 'That day has passed. Please check it.',
  earlierIncomplete: 'An earlier time needs all four: the day and time it began, and the day and time of the return.',
  timesCross:
    'These times cannot all be right: one begins before another has ended, or ends before it begins. A return before the last one that is known belongs under the earlier times.',
  consentMissing:
    'Everybody has to agree to meet outside working hours. Please say who has, then press again: it is kept with the meeting.',
  reasonMissing: 'Please say why: the reason is kept with the meeting, and nobody else is told.',
  alreadyArranged: 'A time has been chosen already. To change it, move the meeting.',
  beingArranged: 'Outlook is being asked for this meeting just now. Please press again in a minute.',
  notArranged: 'The meeting has no time at present. Please wait for a new one, or choose one.',
  alreadyClosed: 'The meeting is held or cancelled already, so nothing was changed.',
  alreadyConfirmed: 'The placement is confirmed already: this is how its meeting stands.',
  alreadyThere:
    'Another draft or placement has these references already. Please check the case and placement reference.',
  personMissing: 'Please say who it is: a role and a name, and an e-mail address if they are to be written to.',
  notToBeInvited: 'It was decided not to invite them. Whoever decided that can change it first; nothing was sent.',
  ownInvitation:
    'Family have an invitation of their own: please name them in their own role, and nobody else in it. Nothing was sent.',
  alreadyComes: 'They are asked to come already.',
  notComing: 'They are not asked to come as it is.',
  holdsDuty: 'They convene or chair the meeting. Please say first who does so instead.',
  childIsTold: 'A child is told by a person and never by an invitation.',
  mustNotMeet:
    'They must not meet somebody who comes. One of the two takes part another way; nothing was changed and nobody was written to.',
  elsewhereThen: 'Another planning meeting has them at that time. Please move one of the two first.',
  placementEnded: 'The placement has ended: meet at an office, or by video.',
  addressProtected: 'Somebody who comes may not know the address, so the meeting cannot be held there.',
  notInvited:
    'You are told of this meeting and not asked to come, so there is nothing to answer. Ask the convenor if you should be there.',
  alreadyBegun: 'The meeting has begun. Please ring if you cannot come after all.',
  notYetStarted: 'The meeting has not begun yet. Please come back when it has.',
  beyondBankHolidays:
    'The dates lie beyond the bank holidays that are known, so no last day can be counted. Please tell the administrator.',
}

/** `detail` says what would be accepted, and never repeats what was given. */
export function refusalWords(reason: ChatRefusal, detail?: string): string {
  if (reason !== 'answerNotUnderstood' || !detail) return WORDS[reason]
  const [, wanted = detail] = /^[\w.:]+: (.*)$/s.exec(detail) ?? []
  return `${WORDS[reason]} (${wanted.replace(/^please give /, 'Wanted: ')})`
}
