/** Reads an e-mail that may confirm, change or cancel a placement, once its parts have been taken apart. */
import type { Reading } from '../placement/draft.ts'
import type { Instant } from '../dates/time.ts'
import { htmlToText } from './html-text.ts'
import { readMessage } from './read-message.ts'
import type { Sender } from './layout/quoted-parts.ts'
import { forgeryIn } from './suspicion.ts'

export type Mail = {
  from: Sender | null
  replyTo: string | null
  /** Addresses that the mail was sent to. */
  to: string[]
  subject: string
  sent: Instant | null
  text: string | null
  html: string | null
  /** What the receiving servers found out about the sender, `Authentication-Results` and its like. */
  checks: string[]
  /** Our own mail system says that it was written inside, by whoever is named. */
  internal?: true
  /** Sent by a machine: an automatic reply, a mailing list. */
  automatic: boolean
  attachments: string[]
}

export function readMail(mail: Mail): Reading {
  if (mail.automatic) return { verdict: 'notAConfirmation', confirmations: [] }
  const body = bodyOf(mail)
  if (forgeryIn(mail, body)) return { verdict: 'suspicious', confirmations: [] }
  return readMessage(body, { received: mail.sent, from: mail.from, subject: mail.subject })
}

/** What its reader sees: the HTML part where there is one, since mail programs show that. */
export function bodyOf({ text, html }: Pick<Mail, 'text' | 'html'>): string {
  const seen = html ? htmlToText(html) : ''
  return seen.trim() !== '' ? seen : (text ?? '')
}
