/** What the app can do, for whoever asks or has just met it. */
import type { Card } from './card.ts'
import { card, heading, link, press, quiet, row, text } from './parts.ts'

export const HELP_SUMMARY = 'What I can do'

export const helpCard = (tabUrl: string): Card =>
  card(
    'I turn a placement confirmation into a planning meeting.',
    [
      heading('What I can do'),
      text(
        'I turn a placement confirmation into a planning meeting in Outlook: in time, with the right people, and on record.',
      ),
      ...row(
        'Paste a confirmation',
        'Put the confirmation e-mail into this chat. I show you what I understood, by when the meeting is due, and times when people are free. Nothing is sent before you press Schedule.',
      ),
      ...row('confirm', 'A form to fill in instead.'),
      ...row(
        'further meeting',
        'Something has happened in a placement, or needs sorting out: ask for another meeting of it. Or say so: “PPM-7K2D needs a meeting, serious incident on Friday”.',
      ),
      ...row('meetings', 'What is due next, of all that you may see.'),
      ...row('help', 'This card.'),
      quiet(
        'Write to me here, in our own chat. In a chat that others read I say nothing about a placement, and answer you here instead.',
      ),
    ],
    [
      press('Fill in the form', 'newForm', {}, { withInputs: false }),
      press('Ask for a further meeting', 'furtherForm', {}, { withInputs: false }),
      link('Open Planning', tabUrl),
    ],
  )
