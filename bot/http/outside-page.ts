/**
 * The page behind a personal link: HTML that works without any script, on an old phone, for somebody who is asked one
 * thing at a time. It says what the letter said and nothing more, and always whom to ring.
 */
import { createHash } from 'node:crypto'
import { cancellationWords, type Contact } from '../../shared/letters/invitation.ts'
import { timeWords } from '../../shared/letters/letters.ts'
import { ANSWERS, type AnswerChoice } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { OutsideView } from '../meetings/answer-by-link.ts'

/** What else somebody may meet at the address of a link. */
export type Dead = 'gone' | 'wait' | 'failed'

export const outsidePage = (view: OutsideView, contact: Contact): string =>
  page(view.ref, bodyOf(view, contact), contact)

export const deadPage = (why: Dead, contact: Contact): string => page(null, `<p>${DEAD_WORDS[why]}</p>`, contact)

const DEAD_WORDS: Record<Dead, string> = {
  gone: 'This link does not open anything any more. It may have been replaced by a newer one: please look for our latest letter, or ring us.',
  wait: 'This page was asked for very often. Please wait a minute and open the link again, or ring us.',
  failed:
    'Something went wrong on our side, and nothing was changed. Please open the link again in a minute, or ring us.',
}

function bodyOf(view: OutsideView, contact: Contact): string {
  switch (view.is) {
    case 'times':
      return timesBody(view)
    case 'invitation':
      return invitationBody(view)
    case 'beingArranged':
      return '<p>The time is being settled. You will get a message as soon as it is. You need do nothing now.</p>'
    case 'cancelled':
      return `<p>${text(cancellationWords(contact))}</p>${view.hadTime ? calendarLink('Take it out of your calendar', OUT) : ''}`
    case 'over':
      return '<p>There is nothing to answer any more. Thank you.</p>'
  }
}

function timesBody({ times, answered, closesAt, closed }: Extract<OutsideView, { is: 'times' }>): string {
  if (times.length === 0)
    return '<p>The times that we kept have passed or been taken. We will get in touch with you about another one.</p>'
  const until = closed
    ? '<p>The hour for answers has passed. You can still tell us, and whoever arranges the meeting will see it.</p>'
    : `<p>Please answer by <strong>${when(closesAt)}</strong>. You can change your answer until the time is settled.</p>`
  return answered ? `${saidOf(times)}${form('Change your answer', changes(times))}${until}` : `${asked(times)}${until}`
}

type Time = Extract<OutsideView, { is: 'times' }>['times'][number]

const asked = (times: Time[]) =>
  times.length === 1
    ? form('Can you come at this time?', [
        button('can', times[0]!.start, `Yes: ${when(times[0]!.start)}`),
        button('all', 'no', 'No, I cannot'),
      ])
    : form('Which of these times can you come?', [
        '<p>Press one; you can add others afterwards.</p>',
        ...times.map(({ start }) => button('can', start, when(start))),
        button('all', 'yes', 'Any of these times'),
        button('all', 'no', 'None of these times'),
      ])

function saidOf(times: Time[]): string {
  const can = times.filter((time) => time.can)
  const words =
    can.length > 0
      ? `Thank you. You have told us that you can come:</p><ul>${can.map(({ start }) => `<li>${when(start)}</li>`).join('')}</ul><p>We will write as soon as the time is settled.`
      : 'Thank you. You have told us that you cannot come at these times. We will get in touch with you.'
  return `<div class="said" role="status"><p>${words}</p></div>`
}

const changes = (times: Time[]) =>
  times.map(({ start, can }) =>
    can
      ? button('cannot', start, `I cannot after all: ${when(start)}`)
      : button('can', start, `I can come: ${when(start)}`),
  )

function invitationBody({ slot, answer }: Extract<OutsideView, { is: 'invitation' }>): string {
  const day = `<p class="when">${when(slot.start)}</p>`
  const said = answer ? `<div class="said" role="status"><p>Thank you. ${SAID[answer]}</p></div>` : ''
  const choices = ANSWERS.filter((choice) => choice !== answer).map((choice) =>
    button('choice', choice, CHOICES[choice]),
  )
  return `${day}${said}${form(answer ? 'Change your answer' : 'How would you like to take part?', choices)}${calendarLink('Put it in your calendar', IN)}`
}

/** What `?file=` asks for. */
export const CALENDAR_FILE = 'calendar'

const IN = 'If the time changes, open this link and the file once more: it takes the place of the earlier one.'
const OUT = 'Open the file with the calendar that you put it in.'

const calendarLink = (words: string, how: string) =>
  `<p><a href="?file=${CALENDAR_FILE}" download>${words}</a></p><p class="quiet">${how}</p>`

const CHOICES: Record<AnswerChoice, string> = {
  coming: 'I will come',
  byVideo: 'By video or phone',
  sendViews: 'I will send my views instead',
  cannot: 'I cannot take part',
}
const SAID: Record<AnswerChoice, string> = {
  coming: 'You have told us that you will come.',
  byVideo: 'You have told us that you will join by video or phone.',
  sendViews: 'You have told us that you will send your views. Please ring us, or write back to our letter.',
  cannot: 'You have told us that you cannot take part. If you would like us to know anything beforehand, please ring.',
}

const form = (question: string, choices: string[]) =>
  `<form method="post"><h2>${question}</h2>${choices.join('')}</form>`

/** `words` are ours: nothing that anybody has written stands on the page. */
const button = (name: string, value: string, words: string) =>
  `<button name="${name}" value="${text(value)}">${words}</button>`

/** `Monday 21 December at 10 am`, with the hour kept together where a line ends. */
const when = (at: Instant): string =>
  text(timeWords(at))
    .replace(/ (at|am|pm|noon)\b/g, '&nbsp;$1')
    .replace(/(at) /, '$1&nbsp;')

function page(ref: string | null, body: string, { phone, council }: Contact): string {
  const quote = ref ? ` Reference <strong>${text(ref)}</strong>.` : ''
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>Planning meeting</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Planning meeting</h1>
${body}
<p class="quiet">This link is only for you. Please do not pass it on.</p>
<p class="quiet">${text(council)}</p>
</main>
<footer><p>Rather talk? Ring <a href="tel:${text(phone.replace(/[^\d+]/g, ''))}">${text(phone)}</a>.${quote}</p></footer>
</body>
</html>
`
}

const text = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --quiet: #545454; --line: #8a8a8a; --blue: #0f548c; --calm: #eef4fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #1b1b1b; --quiet: #c4c4c4; --line: #8a8a8a; --blue: #96c6f0; --calm: #24313d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 "Segoe UI", system-ui, -apple-system, Roboto, sans-serif; overflow-wrap: break-word; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.25rem 0 0.75rem; }
p, ul { margin: 0 0 1rem; }
.when { font-size: 1.25rem; font-weight: 600; }
.said { background: var(--calm); border-left: 0.25rem solid var(--blue); padding: 0.75rem 1rem; margin: 0 0 1rem; }
.said > :last-child { margin-bottom: 0; }
button { display: block; width: 100%; min-height: 3.25rem; margin: 0 0 0.75rem; padding: 0.75rem 1rem; font: inherit; font-weight: 600; text-align: left; color: var(--blue); background: var(--paper); border: 0.125rem solid var(--blue); border-radius: 0.375rem; cursor: pointer; }
button:hover { background: var(--calm); }
button:focus-visible, a:focus-visible { outline: 0.1875rem solid var(--ink); outline-offset: 0.125rem; }
footer { background: var(--paper); border-top: 1px solid var(--line); }
footer p { max-width: 34rem; margin: 0 auto; padding: 0.5rem 1rem; font-size: 1rem; }
@media (min-height: 30rem) { footer { position: sticky; bottom: 0; } }
a { color: var(--blue); font-weight: 600; }
main a { display: inline-block; min-height: 2.75rem; padding-top: 0.5rem; }
.quiet { color: var(--quiet); font-size: 1rem; }
`

/** Nothing runs on the page, and nothing is loaded or sent anywhere but here. */
export const OUTSIDE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
