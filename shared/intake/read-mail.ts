/** Reads an e-mail that may confirm, change or cancel a placement, once its parts have been taken apart. */
import type { Reading } from '../draft.ts'
import type { Instant } from '../time.ts'
import { htmlToText } from './html-text.ts'
import { readMessage } from './read-message.ts'
import type { Sender } from './layout/quoted-parts.ts'
import { looksForged } from './suspicion.ts'

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
  /** Sent by a machine: an automatic reply, a mailing list. */
  automatic: boolean
  attachments: string[]
}

export function readMail(mail: Mail): Reading {
  if (mail.automatic) return { verdict: 'notAConfirmation', confirmations: [] }
  const body = bodyOf(mail)
  if (looksForged(mail, body)) return { verdict: 'suspicious', confirmations: [] }
  return readMessage(body, { received: mail.sent, from: mail.from, subject: mail.subject })
}

/** What its reader sees: the HTML part where there is one, since mail programs show that. */
function bodyOf({ text, html }: Mail): string {
  const seen = html ? htmlToText(html) : ''
  return seen.trim() !== '' ? seen : (text ?? '')
}
