/** A mail that somebody has to look at themselves: where it is and why, and nothing of what it says. */
import type { ArrivedMail, Look } from '../../../shared/letters/arrived-mail.ts'
import { arrivalWords, lookAdvice, LOOK_WORDS, MAIL_NEEDS_PERSON } from '../../../shared/letters/mail-words.ts'
import { momentWords } from '../../../shared/dates/time.ts'
import type { Card } from './card.ts'
import { card, heading, notice, oneLine, plain, press, quiet, text } from './parts.ts'

export const MAIL_SUMMARY = MAIL_NEEDS_PERSON

export const mailCard = ({ id, arrival }: ArrivedMail, whys: Look[], mailbox: string): Card =>
  card(
    'A mail needs somebody to look at it. Please open this in a newer Teams.',
    [
      heading(MAIL_NEEDS_PERSON),
      quiet(`In ${plain(mailbox)} · ${arrivalWords(arrival)}`),
      ...whys.map((why) => notice(LOOK_WORDS[why])),
      ...[...new Set(whys.map(lookAdvice))].map(text),
    ],
    [press('I have seen to it', 'seeToMail', { mailId: id }, { primary: true })],
  )

export const seenToCard = ({ arrival }: ArrivedMail, by: string | null): Card =>
  oneLine(`The mail of ${momentWords(arrival.at)}: ${by ? `${plain(by)} has seen to it.` : 'seen to.'}`)
