/** From the body of a request to a mail. */
import type { Address, FileAttachment } from '../outlook/event.ts'
import type { Mail } from '../outlook/post-office.ts'
import { keptHtml } from '../outlook/words.ts'
import { nameFor, type DirectoryMember } from '../people/directory.ts'
import { accessDenied, badRequest } from './answer.ts'
import type { MessageProperties } from './message-forms.ts'

type Recipients = MessageProperties['toRecipients']

/** An app writes as the mailbox that it writes from; anybody else in `from` is somebody it may not send as. */
export function readMail(form: MessageProperties, sender: DirectoryMember): Mail {
  const named = form.from?.emailAddress?.address ?? form.sender?.emailAddress?.address
  if (named && named.toLowerCase() !== sender.email.toLowerCase()) throw accessDenied()
  return {
    kind: 'letter',
    subject: form.subject ?? '',
    bodyHtml: keptHtml(form.body?.content ?? '', form.body?.contentType ?? 'text'),
    from: { name: sender.name, address: sender.email },
    to: readRecipients(form.toRecipients),
    cc: readRecipients(form.ccRecipients),
    bcc: readRecipients(form.bccRecipients),
    replyTo: readRecipients(form.replyTo),
    headers: (form.internetMessageHeaders ?? []).map(({ name, value }) => ({ name, value })),
    attachments: (form.attachments ?? []).map(readAttachment),
    importance: form.importance ?? 'normal',
    extendedProperties: (form.singleValueExtendedProperties ?? []).map(({ id, value }) => ({ id, value })),
  }
}

export const readRecipients = (recipients: Recipients): Address[] =>
  (recipients ?? []).map(({ emailAddress }) => {
    const address = emailAddress?.address?.trim() ?? ''
    if (!/^[^\s@]+@[^\s@]+$/.test(address))
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
    return { address, name: emailAddress?.name ?? nameFor(address) }
  })

export const readAttachment = (file: NonNullable<MessageProperties['attachments']>[number]): FileAttachment => ({
  id: '',
  name: file.name,
  contentType: file.contentType ?? 'application/octet-stream',
  contentBytes: file.contentBytes,
  isInline: file.isInline ?? false,
})

export function needRecipients({ to, cc = [], bcc = [] }: Pick<Mail, 'to' | 'cc' | 'bcc'>): void {
  if (to.length + cc.length + bcc.length === 0)
    throw badRequest('At least one recipient must be specified.', 'ErrorInvalidRecipients')
}
