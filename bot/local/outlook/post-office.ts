/** Carries mail: a copy into every recipient's inbox, one in Sent Items, and a line in the log for each that arrived. */
import { conversationIdOf, internetMessageIdOf } from '../ids.ts'
import { COUNCIL, DOMAIN } from '../people/staff.ts'
import { findMember, isOurDomain } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import type { Address, FileAttachment } from './event.ts'
import { newKey, saveMessage } from './mailbox-store.ts'
import type { Folder, MailContent, MeetingMail, StoredMessage } from './message.ts'
import { keptHtml } from './words.ts'

export type MailKind =
  'invitation' | 'update' | 'cancellation' | 'response' | 'letter' | 'nonDelivery' | 'forwardNotice'

/** One line for each mail that reached somebody. */
export type LoggedMail = {
  at: string
  kind: MailKind
  from: string
  to: string
  subject: string
  iCalUId: string | null
  /** Of mails to other systems about a meeting. */
  sequence: number | null
}

export type Mail = Pick<MailContent, 'subject' | 'bodyHtml' | 'from' | 'to'> &
  Partial<MailContent> & {
    kind: MailKind
    meeting?: (MeetingMail & { iCalUId: string }) | null
    /** Of the meeting that the mail is about, where `meeting` does not say it. */
    iCalUId?: string
    sequence?: number
    extendedProperties?: StoredMessage['extendedProperties']
  }

export const mailLog = (tenant: Tenant) => tenant.state.table<LoggedMail>('mail log')

/** Puts one mail into one mailbox, as it arrives there. */
export function deliver(tenant: Tenant, mail: Mail, to: Address, internetMessageId: string): StoredMessage {
  const at = tenant.clock.now()
  mailLog(tenant).put(String(tenant.state.next('mail')), {
    at,
    kind: mail.kind,
    from: mail.from?.address ?? '',
    to: to.address,
    subject: mail.subject,
    iCalUId: mail.meeting?.iCalUId ?? mail.iCalUId ?? null,
    sequence: mail.sequence ?? null,
  })
  return putMessage(tenant, { ...mail, bcc: [], extendedProperties: [] }, to.address, {
    folder: folderFor(tenant, mail, to),
    internetMessageId,
    sentAt: at,
    receivedAt: at,
  })
}

/** The inbox, unless a rule of the mailbox's owner files such mail elsewhere. */
const folderFor = (tenant: Tenant, mail: Mail, to: Address): Folder =>
  tenant.faults.switches.filing.find(
    ({ mailbox, subject }) =>
      mailbox.toLowerCase() === to.address.toLowerCase() && mail.subject.toLowerCase().includes(subject.toLowerCase()),
  )?.folder ?? 'inbox'

type Placement = Pick<StoredMessage, 'folder' | 'internetMessageId' | 'sentAt' | 'receivedAt'> & Partial<StoredMessage>

export function putMessage(tenant: Tenant, mail: Omit<Mail, 'kind'>, mailbox: string, where: Placement): StoredMessage {
  return saveMessage(tenant, {
    key: newKey(tenant, 'message'),
    mailbox: mailbox.toLowerCase(),
    createdAt: tenant.clock.now(),
    subject: mail.subject,
    bodyHtml: mail.bodyHtml,
    from: mail.from,
    to: mail.to,
    cc: mail.cc ?? [],
    bcc: mail.bcc ?? [],
    replyTo: mail.replyTo ?? [],
    headers: mail.headers ?? [],
    attachments: withIds(tenant, mail.attachments ?? []),
    importance: mail.importance ?? 'normal',
    extendedProperties: mail.extendedProperties ?? [],
    meeting: mail.meeting ?? null,
    conversation: conversationIdOf(mail.subject.replace(/^((re|fw|canceled|accepted|declined|tentative): )+/i, '')),
    isDraft: where.folder === 'drafts',
    isRead: where.folder === 'sentitems' || where.folder === 'drafts',
    categories: [],
    flag: { flagStatus: 'notFlagged' },
    inferenceClassification: 'focused',
    left: [],
    ...where,
  })
}

/** Everybody gets the same words under the same message id; who cannot be reached comes back as a non-delivery report. */
export function post(tenant: Tenant, mail: Mail, sentFolder: Folder | null = 'sentitems'): string {
  return tenant.state.change(() => {
    const sender = mail.from?.address ?? ''
    const internetMessageId = newMessageId(tenant)
    const recipients = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])]
    if (sentFolder && findMember(sender))
      putMessage(tenant, mail, sender, {
        folder: sentFolder,
        internetMessageId,
        sentAt: tenant.clock.now(),
        receivedAt: tenant.clock.now(),
      })
    for (const to of recipients) send(tenant, mail, to, internetMessageId)
    return internetMessageId
  })
}

export const newMessageId = (tenant: Tenant): string =>
  internetMessageIdOf(`mail-${tenant.state.next('internet message')}`, DOMAIN)

/** Delivers, or reports that it could not. */
export function send(tenant: Tenant, mail: Mail, to: Address, internetMessageId: string): void {
  if (canReach(tenant, to.address)) deliver(tenant, mail, to, internetMessageId)
  else reportNonDelivery(tenant, mail, to)
}

export const canReach = (tenant: Tenant, address: string): boolean =>
  !tenant.faults.switches.undeliverable.some((unreachable) => unreachable.toLowerCase() === address.toLowerCase()) &&
  (findMember(address) !== undefined || !isOurDomain(address))

function reportNonDelivery(tenant: Tenant, mail: Mail, to: Address): void {
  const sender = mail.from
  if (!sender || mail.kind === 'nonDelivery') return
  deliver(
    tenant,
    {
      kind: 'nonDelivery',
      subject: `Undeliverable: ${mail.subject}`,
      bodyHtml: keptHtml(
        `Your message to ${to.address} couldn't be delivered.\n\n${to.address} wasn't found at ${to.address.split('@')[1] ?? ''}.\n\nRemote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'`,
        'text',
      ),
      from: { name: `Microsoft Outlook at ${COUNCIL}`, address: `postmaster@${DOMAIN}` },
      to: [sender],
      headers: [{ name: 'X-MS-Exchange-Message-Is-Ndr', value: '' }],
    },
    sender,
    newMessageId(tenant),
  )
}

const withIds = (tenant: Tenant, files: FileAttachment[]): FileAttachment[] =>
  files.map((file) => ({ ...file, id: newKey(tenant, 'attachment') }))
