/** The confirmation mailbox in Outlook: what has come in, each mail with what its way here says of it, and its files. */
import { z } from 'zod'
import { nameInOrder } from '../../shared/intake/layout/quoted-parts.ts'
import { instant, readInstant } from '../../shared/dates/time.ts'
import { headersRead } from '../mailbox/mail-headers.ts'
import type { Inbox, InboxPage, ListedFile, ReceivedMail } from '../mailbox/ports.ts'
import type { Graph } from './graph-client.ts'
import { failureFrom, isGone, readFault, type GraphFailure } from './graph-errors.ts'

const PAGE = 50
/** Ids that stay while a mail is moved about, and pages of one size for as long as a round lasts. */
const PREFER = { Prefer: `IdType="ImmutableId", odata.maxpagesize=${PAGE}` }

const recipient = z.object({ emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }) })
const moment = z.string().transform((text) => instant(text))

const sighting = z.object({
  id: z.string(),
  internetMessageId: z.string().nullish(),
  receivedDateTime: z.string().nullish(),
  '@removed': z.unknown().optional(),
})
const page = z.object({
  value: z.array(sighting),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})

const message = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  internetMessageId: z.string().nullish(),
  receivedDateTime: moment,
  subject: z.string().nullish(),
  from: recipient.nullish(),
  replyTo: z.array(recipient).nullish(),
  toRecipients: z.array(recipient).nullish(),
  ccRecipients: z.array(recipient).nullish(),
  body: z.object({ contentType: z.string(), content: z.string().nullish() }).nullish(),
  hasAttachments: z.boolean().nullish(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
})

const attachment = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  name: z.string().nullish(),
  contentType: z.string().nullish(),
  size: z.number().nullish(),
  isInline: z.boolean().nullish(),
})
const attachments = z.object({ value: z.array(attachment), '@odata.nextLink': z.string().optional() })

export function outlookInbox(graph: Graph): Inbox {
  async function filesOf(mailbox: string, mailId: string): Promise<ListedFile[]> {
    const all: ListedFile[] = []
    const query = { $select: 'id,name,contentType,size,isInline' }
    for (let answer: unknown = await graph.get(['users', mailbox, 'messages', mailId, 'attachments'], query); answer;) {
      const { value, '@odata.nextLink': next } = attachments.parse(answer)
      all.push(...value.map(fileFrom))
      answer = next ? await graph.next(next) : null
    }
    return all
  }

  return {
    changes: (mailbox, from) =>
      orFault(async (): Promise<InboxPage> => {
        const path = ['users', mailbox, 'mailFolders', 'inbox', 'messages', 'delta']
        const answer =
          'link' in from
            ? await graph.next(from.link, PREFER)
            : await graph.get(
                path,
                {
                  $select: 'id,internetMessageId,receivedDateTime',
                  $filter: `receivedDateTime ge ${from.since}`,
                },
                PREFER,
              )
        return pageFrom(page.parse(answer))
      }, ifForgotten),

    read: (mailbox, mailId) =>
      orFault(async () => {
        const select =
          'id,internetMessageId,receivedDateTime,subject,from,replyTo,toRecipients,ccRecipients,body,hasAttachments,internetMessageHeaders'
        const found = message.parse(await graph.get(['users', mailbox, 'messages', mailId], { $select: select }))
        // Pictures inside the words are not counted by `hasAttachments`, and nobody reads them.
        return receivedMail(mailbox, found, found.hasAttachments ? await filesOf(mailbox, mailId) : [])
      }, nothingIfGone),

    file: (mailbox, mailId, fileId) =>
      orFault(async () => {
        const answer = await graph.get(['users', mailbox, 'messages', mailId, 'attachments', fileId])
        const { contentBytes } = z.object({ contentBytes: z.string().nullish() }).parse(answer)
        return contentBytes ? new Uint8Array(Buffer.from(contentBytes, 'base64')) : null
      }, nothingIfGone),
  }
}

/** What fails in a known way has a value; what else fails is a fault in our words. */
async function orFault<Value, Known>(
  attempt: () => Promise<Value>,
  known: (failure: GraphFailure) => { is: Known } | null,
): Promise<Value | Known> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof z.ZodError) throw error
    const failure = failureFrom(error)
    const expected = known(failure)
    if (!expected) throw readFault(failure)
    return expected.is
  }
}

const nothingIfGone = (failure: GraphFailure) => (isGone(failure) ? { is: null } : null)

/** The link is too old, or the mailbox has lost count: everything is to be gone through from the beginning. */
const ifForgotten = ({ status, code }: GraphFailure) =>
  status === 410 || (status >= 400 && status < 500 && /^(?:sync_?state_?not_?found|resync_?required)$/i.test(code))
    ? { is: 'forgotten' as const }
    : null

/** What has left the inbox, or was deleted, is no news: it was seen when it came. */
function pageFrom({ value, '@odata.nextLink': next, '@odata.deltaLink': delta }: z.infer<typeof page>): InboxPage {
  const sightings = value.flatMap((one) => {
    const receivedAt = readInstant(one.receivedDateTime ?? '')
    if (one['@removed'] !== undefined || !receivedAt) return []
    return [{ mailId: one.id, internetMessageId: one.internetMessageId ?? one.id, receivedAt }]
  })
  return { sightings, link: next ?? z.string().parse(delta), isLast: next === undefined }
}

function receivedMail(mailbox: string, found: z.infer<typeof message>, files: ListedFile[]): ReceivedMail {
  const { body, receivedDateTime } = found
  const isHtml = body?.contentType.toLowerCase() === 'html'
  const headers = (found.internetMessageHeaders ?? []).map(({ name, value }) => ({ name, value: value ?? '' }))
  return {
    mailId: found.id,
    internetMessageId: found.internetMessageId ?? found.id,
    receivedAt: receivedDateTime,
    from: senderFrom(found.from),
    replyTo: addressesOf(found.replyTo)[0] ?? null,
    // Sent to a list or as a blind copy, it is here all the same.
    to: [mailbox, ...addressesOf(found.toRecipients), ...addressesOf(found.ccRecipients)],
    subject: found.subject ?? '',
    // The mailbox's own clock: what the mail says of its date is its sender's.
    sent: receivedDateTime,
    text: isHtml ? null : (body?.content ?? ''),
    html: isHtml ? (body?.content ?? '') : null,
    ...headersRead(headers),
    isMeetingMail: /\.eventMessage/i.test(found['@odata.type'] ?? ''),
    files,
  }
}

function senderFrom(from: z.infer<typeof recipient> | null | undefined): ReceivedMail['from'] {
  const { name, address } = from?.emailAddress ?? {}
  return address ? { name: nameInOrder(name ?? '') || address, email: address } : null
}

const addressesOf = (recipients: z.infer<typeof recipient>[] | null | undefined): string[] =>
  (recipients ?? []).flatMap(({ emailAddress: { address } }) => address ?? [])

const fileFrom = (one: z.infer<typeof attachment>): ListedFile => ({
  id: one.id,
  name: one.name ?? '',
  contentType: one.contentType ?? '',
  bytes: one.size ?? 0,
  inline: one.isInline ?? false,
  isFile: /fileAttachment$/i.test(one['@odata.type'] ?? ''),
})
