/** Takes an e-mail apart as it came over the wire (RFC 5322, MIME). What it says is read in `shared/intake`. */
import PostalMime, { type Address } from 'postal-mime'
import type { Mail } from '../../shared/intake/read-mail.ts'
import { nameInOrder, type Sender } from '../../shared/intake/layout/quoted-parts.ts'
import { readInstant } from '../../shared/dates/time.ts'
import { headersRead } from './mail-headers.ts'

export async function parseMail(raw: Uint8Array | string): Promise<Mail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 30 })
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
  return {
    from: senderOf(mail.from),
    replyTo: addressesOf(mail.replyTo)[0] ?? null,
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc)],
    subject: mail.subject ?? '',
    sent: readInstant(OFFSET.test(header('date')[0] ?? '') ? (mail.date ?? '') : ''),
    text: mail.text ?? null,
    html: mail.html ?? null,
    ...headersRead(mail.headers.map(({ key, value }) => ({ name: key, value }))),
    attachments: mail.attachments.map(({ filename }) => filename ?? '').filter(Boolean),
  }
}

function senderOf(address: Address | undefined): Sender | null {
  const email = address?.address
  return email ? { name: nameInOrder(address.name ?? '') || email, email } : null
}

const addressesOf = (addresses: Address[] | undefined): string[] =>
  (addresses ?? []).flatMap(({ address, group }) =>
    address ? [address] : (group ?? []).map((one) => one.address ?? ''),
  )

/** A date without an offset names no moment. */
const OFFSET = /[+-]\d{4}\b|\b(?:GMT|UTC?|Z)\b/
