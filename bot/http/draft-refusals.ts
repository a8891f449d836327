/** Why a confirmation cannot be taken, changed or scheduled, in words for whoever has the page of it before them. */
import type { Response } from 'express'
import type { Fault } from '../../shared/wire/faults.ts'
import type { ChangeRefusal } from '../meetings/change-draft.ts'
import type { ConfirmRefusal } from '../meetings/confirm-placement.ts'
import { sendWords } from './refusals.ts'

export type DraftRefusal =
  | ConfirmRefusal
  | ChangeRefusal
  /** Of a text that was pasted. */
  | 'tooLong'
  | 'noConfirmation'
  | 'suspicious'
  | 'brokenRecord'
  | 'brokenConfirmation'
  /** Of a file. */
  | 'noMail'
  | 'noJson'
  | 'noText'

const REFUSALS: Record<DraftRefusal, readonly [status: number, words: string]> = {
  noMail: [400, 'That file is no e-mail, although its name says so. Please open another one, or paste the text.'],
  noJson: [400, 'That file is no JSON, although its name says so. Please open another one, or paste the text.'],
  noText: [
    400,
    'That file cannot be read: it is neither an e-mail, nor text, nor JSON. Please open another one, or paste the text.',
  ],
  gone: [404, 'There is no such confirmation, or it is not yours to see.'],
  stale: [
    409,
    'Somebody changed this in the meantime, and nothing was done. This is how it stands now: please look, and press again if you still want to.',
  ],
  dismissed: [409, 'This was put aside as not a placement. If it is one after all, paste the confirmation again.'],
  alreadyConfirmed: [409, 'The placement is confirmed already: this is how its meeting stands.'],
  alreadyThere: [409, 'Another confirmation or placement has these references already. Please check them.'],
  mayNotConfirm: [
    403,
    'A placement officer, a manager or the emergency duty team has to confirm a placement. It waits for one of them in Planning.',
  ],
  answerNotUnderstood: [400, 'One answer could not be read, and nothing was changed. Please put it right.'],
  fieldsMissing: [409, 'More has to be known before the meeting can be planned. Please fill in what is asked.'],
  questionsOpen: [409, 'Some questions are still open. What you answered is kept; please answer the others.'],
  noMeeting: [409, 'No planning meeting is due for this placement, so there is nothing to schedule.'],
  timeNotOffered: [409, 'There is no time to schedule yet. Please look again in a few minutes.'],
  timeTaken: [409, 'That time has just been taken, or no longer suits those who come. Please choose another one.'],
  timePast: [409, 'That time has passed. Please choose a later one.'],
  lateReasonMissing: [
    409,
    'That time is after the last day for the meeting. Please say why it cannot be held in time, then press again.',
  ],
  consentMissing: [
    400,
    'Everybody has to agree to meet outside working hours. Please say who has, then press again: it is kept with the meeting.',
  ],
  reasonMissing: [400, 'Please say why: the reason is kept with the meeting, and nobody else is told.'],
  alreadyArranged: [409, 'The meeting has a time already. Move it instead.'],
  notArranged: [409, 'The meeting has no time at present. Please choose one.'],
  notYetStarted: [409, 'The meeting has not begun yet.'],
  alreadyClosed: [409, 'The meeting is held or cancelled already, so nothing was changed.'],
  askedAlready: [409, 'Those outside are being asked already. Open the meeting to see how it stands.'],
  nobodyOutside: [409, 'Everybody who comes has a diary that can be seen, so nobody has to be asked. Choose a time.'],
  timesNotToAsk: [
    409,
    'There is no time that could be held: those outside are asked only for times that are in time, and at which nobody who has to come is busy.',
  ],
  tooSoonToAsk: [
    409,
    'The first of these times is too soon to wait for a letter to be answered. Please ring those outside, and choose a time.',
  ],
  tooLong: [413, 'This is longer than any confirmation, and nothing of it was kept. Paste the confirmation alone.'],
  noConfirmation: [
    422,
    'No placement confirmation was found in this, and nothing of it was kept. Paste the whole confirmation, with its references, or fill in the form.',
  ],
  suspicious: [
    422,
    'This was left alone, and nothing of it was kept: it holds something that a placement confirmation has no need of, such as hidden text or orders to the app. If it is genuine, fill in the form.',
  ],
  brokenRecord: [
    400,
    'This is a record of the national Placements Standard, and something in it breaks the standard. Nothing of it was kept.',
  ],
  brokenConfirmation: [
    400,
    'This is a placement confirmation as JSON, and something in it is not accepted. Nothing of it was kept.',
  ],
}

/** `detail` says what would be accepted, and never repeats what was given. */
export function sendDraftRefusal(response: Response, reason: DraftRefusal, detail?: string, faults?: Fault[]): void {
  const [status, words] = REFUSALS[reason]
  const [, wanted = detail] = /^[\w.:]+: (.*)$/s.exec(detail ?? '') ?? []
  const said = wanted ? `${words} (${wanted.replace(/^please give /, 'Wanted: ')})` : words
  sendWords(response, status, reason, said, faults)
}
