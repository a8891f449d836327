/** What officers read about a mail that came in. It never says what stands in the mail, nor who wrote it. */
import type { Arrival, Look, Sender } from './arrived-mail.ts'
import { momentWords } from '../dates/time.ts'

const SENDER_WORDS: Record<Sender, string> = {
  officer: 'from a placement officer',
  colleague: 'from a colleague',
  outside: 'from outside the council',
  unproven: 'its sender is not proven',
}

export const senderWords = (sender: Sender): string => SENDER_WORDS[sender]

/** What a mail brought, beside what a person has to look at themselves. */
export const NEWS_WORDS = {
  confirmation: 'It confirms a placement. Schedule the meeting below, or on its card in Teams.',
  change: 'It changes a placement. Decide on its card.',
  calledOff: 'It calls a placement off. Nothing is cancelled yet.',
}

/** `Fri 18 Dec 2026 16:12, from a colleague`. */
export const arrivalWords = ({ at, sender }: Arrival): string => `${momentWords(at)}, ${SENDER_WORDS[sender]}`

/** What to do before the mail's words are acted on; `null` for mails from inside. */
export const senderAdvice = (sender: Sender): string | null =>
  sender === 'outside'
    ? 'The mail came from outside the council. Make sure that the placement is agreed before you press Schedule.'
    : sender === 'unproven'
      ? 'No mail system vouches for whoever sent the mail. Ring them on a number that you know before you press Schedule.'
      : null

export const unreadWords = (unread: number): string | null =>
  unread === 0
    ? null
    : `${unread === 1 ? 'One attachment was' : `${unread} attachments were`} not read. Look at ${unread === 1 ? 'it' : 'them'} in the mailbox: nothing of ${unread === 1 ? 'it' : 'them'} is on this card.`

export const LOOK_WORDS: Record<Look, string> = {
  failsChecks:
    'It claims to be about a placement, and the checks of the mail system say that its sender is somebody else.',
  lookalike: 'It claims to be about a placement, and its sender’s address only looks like one that we know.',
  answersElsewhere:
    'It claims to be about a placement, and an answer to it would go to another organisation than the one that it came from.',
  borrowedName: 'It claims to be about a placement, and shows somebody else’s address as its sender’s name.',
  onlyAttachment:
    'It comes from outside and speaks of a placement, and all that it has to say is in an attachment, which was not opened.',
  asksForAddresses: 'It asks for an address to be sent elsewhere, or for the usual call not to be made.',
  unreadAttachment: 'It speaks of a placement, and what it has to say is in an attachment of a kind that is not read.',
  brokenRecord: 'A record of a placement is attached to it that breaks the national standard, or our own form.',
  unknownCase:
    'It changes a placement or calls one off, and it cannot be told which: no case has its references, or several have.',
  unprovenChange: 'It changes a placement that is being confirmed, and no mail system vouches for whoever sent it.',
  tooLong: 'It is longer than any confirmation, and was not read.',
}

const DOUBTFUL: Look[] = [
  'failsChecks',
  'lookalike',
  'answersElsewhere',
  'borrowedName',
  'onlyAttachment',
  'asksForAddresses',
  'unprovenChange',
]

export const lookAdvice = (why: Look): string =>
  DOUBTFUL.includes(why)
    ? 'Nothing was taken from it. Do not answer it or open what is attached. Ring the sender on a number that you know; if it is not genuine, report it.'
    : why === 'unknownCase'
      ? 'Nothing was changed. Read it in the mailbox, then move or cancel the meeting on its own card.'
      : 'Nothing was taken from it. Read it in the mailbox; if it confirms a placement, type “confirm” in our chat and fill in the form.'

export const MAIL_NEEDS_PERSON = 'A mail needs a person'
