/** How a refusal travels: a status for programs, and words that tell a person what to do next. */
import type { Response } from 'express'
import type { ErrorAnswer } from '../../shared/wire/tab-api.ts'
import type { Fault } from '../../shared/wire/faults.ts'

/** Why somebody cannot be asked to come, or not to, or the meeting not be held there. */
const EDIT_REFUSALS = {
  notToBeInvited: [409, 'It was decided not to invite them. Whoever decided that can change it first.'],
  ownInvitation: [409, 'Family have an invitation of their own. Name them in their own role, and nobody else in it.'],
  alreadyComes: [409, 'They are asked to come already.'],
  notComing: [409, 'They are not asked to come as it is.'],
  holdsDuty: [409, 'They convene or chair the meeting. Say first who does so instead.'],
  childIsTold: [409, 'A child is told by a person and never by an invitation.'],
  mustNotMeet: [409, 'They must not meet somebody who comes. One of the two takes part another way.'],
  elsewhereThen: [409, 'Another planning meeting has them at that time. Move one of the two first.'],
  placementEnded: [409, 'The placement has ended: meet at an office, or by video.'],
  addressProtected: [409, 'Somebody who comes may not know the address, so the meeting cannot be held there.'],
} as const

const REFUSALS = {
  notSignedIn: [401, 'Please sign in again.'],
  noPerson: [403, 'This needs a person who is signed in.'],
  notInDirectory: [403, 'Your account is not in the authority’s directory. Please ask your administrator.'],
  mayNot: [403, 'You may see this meeting and not change it. Its convenor or chair can.'],
  mayNotConfirm: [403, 'This placement is confirmed already. A placement officer can tell you how it stands.'],
  notAdministrator: [403, 'This is for those who look after the app: they have its role Administrator in Entra.'],
  notManager: [403, 'This is for team managers and designated managers, about the cases that are theirs.'],
  gone: [404, 'There is no such meeting, or it is not yours to see.'],
  notFound: [404, 'There is nothing at this address.'],
  stale: [409, 'Somebody changed this meeting in the meantime. Look at it as it is now, and try again.'],
  alreadyArranged: [409, 'The meeting has a time already. Move it instead.'],
  alreadyClosed: [409, 'The meeting is closed or cancelled and cannot be changed.'],
  beingArranged: [409, 'Outlook is being asked for a meeting of this placement. Please press again in a minute.'],
  notArranged: [409, 'The meeting has no time yet. Choose one first.'],
  alreadyBegun: [409, 'The meeting has begun; the answer is for the attendance now.'],
  dayToCome: [400, 'That day is still to come. Please give the day on which it happened.'],
  notYetClosed: [409, 'The record is not closed yet. Write it into the record itself.'],
  notYetStarted: [409, 'The meeting has not begun yet. Close it once it was held.'],
  notInvited: [409, 'You are not invited to this meeting, so there is nothing to answer.'],
  questionsOpen: [409, 'Some questions have to be answered before a time can be booked.'],
  timeTaken: [409, 'That time has just been taken. Please choose another one.'],
  askedAlready: [409, 'Those outside are being asked already. Wait for them, stop it, or choose a time at once.'],
  notAsking: [409, 'Nobody outside is being asked any more. Look at the meeting as it is now.'],
  nobodyOutside: [409, 'Everybody who comes has a diary that can be seen, so nobody has to be asked.'],
  timesNotToAsk: [
    409,
    'Those outside can be asked for up to three times that are in time and at which nobody who has to come is busy.',
  ],
  tooSoonToAsk: [409, 'The first of these times is too soon to wait for an answer. Leave it out, or ring them.'],
  timePast: [409, 'That time has passed. Please choose a later one.'],
  lateReasonMissing: [409, 'That time is after the deadline. Please say why it cannot be sooner.'],
  consentMissing: [400, 'Please say who has agreed to meet outside working hours: it is kept with the meeting.'],
  reasonMissing: [400, 'Please say why: the reason is kept, and nobody who is invited reads it.'],
  placementOff: [409, 'This placement does not go ahead, so that no meeting of it can be opened.'],
  whenMissing: [400, 'Please say when: the count, or the last day, begins there.'],
  sinceMissing: [400, 'Please say since when the child was missing, and when they came back.'],
  wordsMissing: [400, 'Please say why in one line: without it no meeting can be opened.'],
  notYet: [400, 'That lies in the future. Please check the day and the time.'],
  inThePast: [400, 'That day has passed. Please check it.'],
  earlierIncomplete: [400, 'An earlier time needs all four: when it began and when the child came back, day and time.'],
  timesCross: [
    400,
    'These times cannot all be right: one begins before another has ended, or ends before it begins. A return before the last one that is known belongs under the earlier times.',
  ],
  ...EDIT_REFUSALS,
  answerNotUnderstood: [400, 'An answer could not be understood.'],
  notUnderstood: [400, 'The changes could not be read. Reload the page; what you typed is kept on it.'],
  tooLarge: [413, 'The record has grown too large to be kept.'],
  invalid: [400, 'Something in the request is not accepted.'],
  notJson: [400, 'The request is not JSON.'],
  beyondBankHolidays: [422, 'The dates lie outside the bank holidays that are loaded.'],
  outlookUnreachable: [503, 'Outlook cannot be reached. Please try again in a few minutes.'],
  failed: [500, 'Something went wrong on our side. Nothing was half done; please try again.'],
} as const satisfies Record<string, readonly [number, string]>

export type HttpRefusal = keyof typeof REFUSALS

export function sendError(response: Response, reason: HttpRefusal, detail?: string, faults?: Fault[]): void {
  const [status, words] = REFUSALS[reason]
  sendWords(response, status, reason, detail ? `${words} ${detail}` : words, faults)
}

export function sendWords(response: Response, status: number, reason: string, message: string, faults?: Fault[]): void {
  const answer: ErrorAnswer = {
    error: {
      reason,
      message,
      ...(faults && { fields: faults.map(({ field, wrong, accepted }) => ({ field, problem: wrong, accepted })) }),
    },
  }
  response.status(status).json(answer)
}
