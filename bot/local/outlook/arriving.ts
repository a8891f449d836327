/** Mail from outside the council, with the marks that Exchange puts on what arrives. */
import PostalMime, { type Address as ParsedAddress, type Email } from 'postal-mime'
import { nameFor } from '../people/directory.ts'
import { DOMAIN } from '../people/staff.ts'
import type { Tenant } from '../tenant.ts'
import type { Address, FileAttachment } from './event.ts'
import type { Header, StoredMessage } from './message.ts'
import { deliver, newMessageId } from './post-office.ts'
import { keptHtml } from './words.ts'

export type Arriving = {
  from: Address
  subject: string
  bodyHtml: string
  headers: Header[]
  attachments: FileAttachment[]
  messageId: string | null
  /** Whether the sender's own system vouches for the mail. */
  authenticated: boolean
}

/** Marks that only the receiving system may give; whoever brings their own is not believed. */
const OURS = /^(authentication-results|received-spf|x-ms-exchange-organization-.*)$/i

export function arrive(tenant: Tenant, mailbox: string, mail: Arriving): StoredMessage {
  const kept = mail.headers.filter(({ name }) => !OURS.test(name))
  return deliver(
    tenant,
    {
      kind: 'letter',
      subject: mail.subject,
      bodyHtml: mail.bodyHtml,
      from: mail.from,
      to: [{ name: nameFor(mailbox), address: mailbox }],
      headers: [...arrivalMarks(mail), ...kept],
      attachments: mail.attachments,
    },
    { name: nameFor(mailbox), address: mailbox },
    mail.messageId ?? newMessageId(tenant),
  )
}

function arrivalMarks({ from, authenticated }: Arriving): Header[] {
  const domain = from.address.split('@')[1] ?? ''
  const results = authenticated
    ? `spf=pass (sender IP is 192.0.2.10) smtp.mailfrom=${domain}; dkim=pass (signature was verified) header.d=${domain};dmarc=pass action=none header.from=${domain};compauth=pass reason=100`
    : `spf=fail (sender IP is 198.51.100.7) smtp.mailfrom=${domain}; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=${domain};compauth=fail reason=000`
  const marks = [
    { name: 'Authentication-Results', value: results },
    { name: 'X-MS-Exchange-Organization-AuthAs', value: 'Anonymous' },
  ]
  const claimsToBeUs = domain.toLowerCase() === DOMAIN
  return authenticated && claimsToBeUs ? [{ name: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' }] : marks
}

/** An e-mail as it travels, from a file or pasted as source. */
export async function readEml(source: string | Uint8Array): Promise<Omit<Arriving, 'authenticated'>> {
  const email = await PostalMime.parse(source, { attachmentEncoding: 'base64' })
  return {
    from: readAddress(email.from),
    subject: email.subject ?? '',
    bodyHtml: email.html ? keptHtml(email.html, 'html') : keptHtml(email.text ?? '', 'text'),
    headers: email.headers.map(({ originalKey, key, value }) => ({ name: originalKey ?? key, value })),
    attachments: readFiles(email),
    messageId: email.messageId ?? null,
  }
}

const readAddress = (from: ParsedAddress | undefined): Address =>
  from?.address ? { name: from.name || from.address, address: from.address } : { name: '', address: '' }

const readFiles = ({ attachments }: Email): FileAttachment[] =>
  attachments.map(({ filename, mimeType, content, disposition }) => ({
    id: '',
    name: filename ?? 'attachment',
    contentType: mimeType,
    contentBytes: typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64'),
    isInline: disposition === 'inline',
  }))
